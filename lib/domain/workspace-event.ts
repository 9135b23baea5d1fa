import { z } from 'zod';
import { uuidSchema } from './ids';
import { WORKSPACE_EVENT_TYPES } from './vocabulary';

/** An entry in the history of what belongs to no annotation, as the API answers it. `actor` is null where the app did it. */
export const workspaceEventSchema = z.object({
  id: z.int(),
  type: z.enum(WORKSPACE_EVENT_TYPES),
  subjectId: uuidSchema,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  actor: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
