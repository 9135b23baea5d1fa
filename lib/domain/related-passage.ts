import { z } from 'zod';
import { uuidSchema } from './ids';
import { spanSchema } from './span-schema';

/** A passage of another article that may support, refute, repeat or settle an annotation. */
export const relatedPassageSchema = z.object({
  articleId: uuidSchema,
  revisionId: uuidSchema,
  spans: z.array(spanSchema.extend({ exact: z.string(), prefix: z.string(), suffix: z.string() })),
  /** Annotations that lie in the passage. */
  annotationIds: z.array(uuidSchema),
  /** It stands in a near-copy of the annotation's own article: no independent evidence. */
  isCopy: z.boolean(),
  /** Comparable within one list only. */
  score: z.number(),
  /** Why it is listed, in plain words. */
  reasons: z.array(z.string()),
  article: z.object({
    title: z.string(),
    publisher: z.string().nullable(),
    publishedAt: z.string().nullable(),
  }),
});
export type RelatedPassage = z.output<typeof relatedPassageSchema>;
