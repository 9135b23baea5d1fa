import { z } from 'zod';

/** Parses a span: half-open `[start, end)` in Unicode code points of a revision's text; never empty. */
export const spanSchema = z
  .object({ start: z.int().min(0), end: z.int().min(1) })
  .refine((span) => span.end > span.start, { message: 'A span must end after it starts.' });
