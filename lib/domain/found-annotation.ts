import { z } from 'zod';
import { annotationSchema } from './annotation';
import { daySchema, uuidSchema } from './ids';
import { EXPORT_FORMATS, KINDS, type Kind, type Status } from './vocabulary';
import { pageQuerySchema } from './page';

/** How annotations that were found are put in order. `article`: by its title, then as they stand in the text. */
export const ANNOTATION_ORDERS = ['newest', 'oldest', 'changed', 'article'] as const;
export type AnnotationOrder = (typeof ANNOTATION_ORDERS)[number];

/** The keys of a search that are no filter. */
export const foundQuerySchema = pageQuerySchema.extend({
  order: z.enum(ANNOTATION_ORDERS).default('newest'),
  subset: z.string().max(100).optional().describe('A filter that was kept under this name.'),
});
export const FOUND_KEYS = Object.keys(foundQuerySchema.shape);

/** The keys of a count that are no filter. */
export const countQuerySchema = z.object({
  subset: z.string().max(100).optional().describe('A filter that was kept under this name.'),
  losses: z
    .string()
    .max(200)
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(z.array(z.enum(EXPORT_FORMATS)))
    .optional()
    .describe('Formats, separated by commas: how much an export in each would leave behind.'),
});
export const COUNT_KEYS = Object.keys(countQuerySchema.shape);

/** An annotation with the article it was found in. */
export const foundAnnotationSchema = annotationSchema.extend({
  article: z.object({
    id: uuidSchema,
    title: z.string(),
    publisher: z.string().nullable(),
    publishedAt: daySchema.nullable(),
  }),
});
export type FoundAnnotation = z.output<typeof foundAnnotationSchema>;

/** How much fits a filter; kinds and statuses of which nothing does are left out. */
export interface FoundCounts {
  total: number;
  articles: number;
  kinds: Partial<Record<Kind, number>>;
  statuses: Partial<Record<Status, number>>;
}

export const foundCountsSchema = z.object({
  total: z.int(),
  articles: z.int().describe('Articles of which something fits.'),
  kinds: z.partialRecord(z.enum(KINDS), z.int()),
  statuses: z.record(z.string(), z.int()),
  losses: z
    .record(
      z.string(),
      z.object({ losses: z.int(), annotations: z.int(), by: z.record(z.string(), z.int()) }),
    )
    .optional()
    .describe('By format, where that was asked for.'),
});
