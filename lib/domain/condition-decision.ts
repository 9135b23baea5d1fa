import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { evidenceSchema, requestedEvidenceSchema } from './verification';
import { CONDITION_STATES } from './vocabulary';

const longText = z.string().trim().max(20_000);

/** The body of `POST /annotations/{id}/condition-decisions`. A client that may retry sends its own `id`. */
export const newConditionDecisionSchema = z.strictObject({
  id: uuidSchema.optional(),
  /** `open` takes an earlier decision back. */
  state: z.enum(CONDITION_STATES),
  rationale: longText.min(1, 'Say in a sentence why.'),
  evidence: z.array(requestedEvidenceSchema).max(50).default([]),
  searches: z.array(longText.min(1)).max(50).default([]),
  /** The day on which anybody could know it; today where it is left out. */
  knownAt: daySchema.nullish().transform((day) => day ?? null),
});
export type NewConditionDecision = z.output<typeof newConditionDecisionSchema>;

/** One append-only decision on whether a prediction's condition came about, in the words that it had then. */
export const conditionDecisionSchema = z.object({
  id: uuidSchema,
  annotationId: uuidSchema,
  condition: z.string(),
  state: z.enum(CONDITION_STATES),
  rationale: z.string(),
  evidence: z.array(
    evidenceSchema.pick({
      stance: true,
      url: true,
      excerpt: true,
      articleId: true,
      revisionId: true,
      span: true,
      annotationId: true,
      articleTitle: true,
    }),
  ),
  searches: z.array(z.string()),
  knownAt: daySchema.nullable(),
  /** The decision on the prediction that the rule made of it. */
  verificationId: uuidSchema.nullable(),
  decidedBy: z.object({ id: uuidSchema, name: z.string() }),
  seq: z.int(),
  createdAt: z.iso.datetime(),
});
export type ConditionDecision = z.infer<typeof conditionDecisionSchema>;
