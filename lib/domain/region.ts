import { z } from 'zod';
import { REGION_ROLES } from './vocabulary';

/** A stretch of a revision's text with a role; half-open, in code points. */
export const regionSchema = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  role: z.enum(REGION_ROLES),
});
export type Region = z.infer<typeof regionSchema>;

/** Regions are sorted, disjoint and lie in the text; a region may hold a part of a line. */
export function areRegionsOrdered(regions: readonly Region[], length: number): boolean {
  return regions.every(
    (region, i) =>
      region.start < region.end && region.end <= length && (i === 0 || regions[i - 1]!.end <= region.start),
  );
}
