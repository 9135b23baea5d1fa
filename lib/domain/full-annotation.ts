import { z } from 'zod';
import { uuidSchema } from './ids';
import { KINDS, type Kind } from './vocabulary';

/**
 * Somebody says that in the shared layer all of one kind is marked that a revision holds: what bears no mark of it is meant
 * to be bare. A newer revision does not carry it over. One that was taken back stays as history.
 */
export const fullAnnotationSchema = z.object({
  id: uuidSchema,
  articleId: uuidSchema,
  revisionId: uuidSchema,
  kind: z.enum(KINDS),
  by: z.object({ id: uuidSchema, name: z.string() }),
  declaredAt: z.iso.datetime(),
  withdrawnAt: z.iso.datetime().nullable(),
});
export type FullAnnotation = z.output<typeof fullAnnotationSchema>;

/** The body of `PUT /articles/{id}/full-annotations/mine`: the kinds that stand from now on; none takes all back. */
export const putFullAnnotationsSchema = z.strictObject({
  revisionId: uuidSchema.describe('The text that was looked through.'),
  kinds: z.array(z.enum(KINDS)).transform((kinds): Kind[] => KINDS.filter((kind) => kinds.includes(kind))),
});

export const fullAnnotationsSchema = z.object({
  standing: z.array(fullAnnotationSchema).describe('Of the current revision.'),
  history: z.array(fullAnnotationSchema).describe('All that were ever declared, the newest first.'),
});
export type FullAnnotations = z.output<typeof fullAnnotationsSchema>;
