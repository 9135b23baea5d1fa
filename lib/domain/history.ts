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
});
export type HistoryEvent = z.infer<typeof historyEventSchema>;
