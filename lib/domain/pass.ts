import { z } from 'zod';
import { someKindsSchema } from './campaign';
import { uuidSchema } from './ids';
import { KINDS, PASS_STATES } from './vocabulary';

/** One annotator's private layer on one article. Its text is that of the revision it was opened on. */
export const passSchema = z.object({
  id: uuidSchema,
  articleId: uuidSchema,
  revisionId: uuidSchema,
  annotator: z.object({ id: uuidSchema, name: z.string() }),
  state: z.enum(PASS_STATES),
  annotations: z.int().describe('Those that are not deleted.'),
  completeKinds: z
    .array(z.enum(KINDS))
    .describe(
      'For which kinds it is whole: what bears no mark of them is meant to be bare. None while it is open.',
    ),
  openedAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  revealedAt: z.iso.datetime().nullable(),
});
export type Pass = z.output<typeof passSchema>;

/**
 * The passes on an article as one person may see them: one's own, those revealed, and, for editors who are not annotating
 * the article blind themselves, whose work is still open or waits to be revealed; of that nothing but whose it is.
 */
export const articlePassesSchema = z.object({
  own: passSchema.nullable(),
  revealed: z.array(passSchema),
  awaited: z
    .array(z.object({ annotator: passSchema.shape.annotator, state: z.enum(['open', 'submitted']) }))
    .nullable()
    .describe('Null for whoever may not reveal.'),
});
export type ArticlePasses = z.output<typeof articlePassesSchema>;

/** What submitting takes: for which kinds the article is annotated in full; without a word for all. */
export const submitPassSchema = z.strictObject({ kinds: someKindsSchema.default([...KINDS]) });

/** What opening and revealing take: nothing. */
export const emptyBodySchema = z.strictObject({});

/** What a reveal uncovered. */
export const revealedPassesSchema = z.object({ revealed: z.array(passSchema) });
