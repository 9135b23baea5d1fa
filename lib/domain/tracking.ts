import { z } from 'zod';
import { uuidSchema } from './ids';
import { CONDITION_STATES } from './vocabulary';

/**
 * How far a prediction has been followed: what is done to it beside its fields, so that no request sets it.
 * `condition` is null for a prediction without one. `criteriaWrittenAt` is when the criteria became what they are.
 */
export const trackingSchema = z.object({
  condition: z.enum(CONDITION_STATES).nullable(),
  criteriaWrittenAt: z.iso.datetime().nullable(),
  criteriaLock: z
    .object({ lockedAt: z.iso.datetime(), by: z.object({ id: uuidSchema, name: z.string() }).nullable() })
    .nullable(),
  /** Why the last lock was taken off; null where none was. */
  criteriaUnlockedBecause: z.string().nullable(),
});
export type Tracking = z.infer<typeof trackingSchema>;

/** The body of `POST /annotations/{id}/criteria/unlock`. */
export const unlockCriteriaSchema = z.strictObject({
  reason: z.string().trim().min(1, 'Say why they have to change: it stays in the history.').max(2_000),
});
