import { z } from 'zod';
import { uuidSchema } from './ids';
import { PASS_STATES } from './vocabulary';

/** One annotator's private layer on one article. Its text is that of the revision it was opened on. */
export const passSchema = z.object({
  id: uuidSchema,
  articleId: uuidSchema,
  revisionId: uuidSchema,
  annotator: z.object({ id: uuidSchema, name: z.string() }),
  state: z.enum(PASS_STATES),
  annotations: z.int().describe('Those that are not deleted.'),
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

/** What submitting and revealing take: nothing. */
export const emptyBodySchema = z.strictObject({});

/** What a reveal uncovered. */
export const revealedPassesSchema = z.object({ revealed: z.array(passSchema) });
