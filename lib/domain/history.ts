import { z } from 'zod';
import { annotationSchema } from './annotation';
import { uuidSchema } from './ids';
import { verificationSchema } from './verification';
import { EVENT_TYPES } from './vocabulary';

/** One change of one annotation: number without gaps per article and layer, states before and after, who, when. */
export const historyEventSchema = z.object({
  seq: z.int(),
  articleId: uuidSchema,
  layer: z.string(),
  annotationId: uuidSchema,
  type: z.enum(EVENT_TYPES),
  version: z.int(),
  before: annotationSchema.nullable(),
  after: annotationSchema,
  actor: z.object({ id: uuidSchema, name: z.string() }),
  createdAt: z.iso.datetime(),
  /** Set on `verification_recorded`. */
  verification: verificationSchema.optional(),
  /** Set on `decision_approved` and `decision_declined`: which decision, and what was said to it. */
  settled: z
    .object({
      verificationId: uuidSchema,
      status: verificationSchema.shape.status,
      reason: z.string().nullable(),
    })
    .optional(),
});
export type HistoryEvent = z.infer<typeof historyEventSchema>;
