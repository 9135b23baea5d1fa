import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { CHECK_PRIORITIES } from './vocabulary';

const personSchema = z.object({ id: uuidSchema, name: z.string() });

/**
 * How an annotation's check stands: how pressing it is, by which day it is wanted, whose it is, and who is at it.
 * `taken.seenAt` is the last sign of life of whoever took it: see `takenNow`. It is no part of the annotation's version.
 * Its own `version` is that of what was arranged: taking and releasing leave it. Of two states the one with the higher
 * `seq` counts, the number of the event that left it.
 */
export const checkSchema = z.object({
  priority: z.enum(CHECK_PRIORITIES),
  dueOn: daySchema.nullable(),
  assignee: personSchema.nullable(),
  taken: z.object({ by: personSchema, at: z.iso.datetime(), seenAt: z.iso.datetime() }).nullable(),
  version: z.int(),
  seq: z.int(),
});
export type Check = z.infer<typeof checkSchema>;

/** The body of `PATCH /annotations/{id}/check`: the fields to change. */
export const patchCheckSchema = z
  .strictObject({
    priority: z.enum(CHECK_PRIORITIES).optional(),
    dueOn: daySchema.nullable().optional(),
    assigneeId: uuidSchema.nullable().optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one field to change.' });
export type PatchCheck = z.output<typeof patchCheckSchema>;

/** The body of `POST /annotations/{id}/check/take`: `from` names whom it is knowingly taken over from. */
export const takeCheckSchema = z.strictObject({ from: uuidSchema.optional() });
