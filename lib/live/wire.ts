import { z } from 'zod';
import { annotationSchema } from '@/lib/domain/annotation';
import { uuidSchema } from '@/lib/domain/ids';
import { EVENT_TYPES } from '@/lib/domain/vocabulary';

/**
 * The messages of an article's event stream. A change has the SSE event name `change` and, as its `id`, the number of
 * the event in the article's history; presence has the name `presence` and no id, because it is not resumed.
 */
export const changeMessageSchema = z.object({
  seq: z.int(),
  annotationId: uuidSchema,
  type: z.enum(EVENT_TYPES),
  actor: z.object({ id: uuidSchema, name: z.string() }),
  annotation: annotationSchema,
});
export type ChangeMessage = z.infer<typeof changeMessageSchema>;

/** Who has the article open, each person once. */
export const presenceMessageSchema = z.object({
  people: z.array(z.object({ id: uuidSchema, name: z.string() })),
});
export type PresenceMessage = z.infer<typeof presenceMessageSchema>;

export const CHANGE_EVENT = 'change';
export const PRESENCE_EVENT = 'presence';
/** Sent when the reader's membership ended: the client must not reconnect. */
export const CLOSED_EVENT = 'closed';

/** One message in the wire format of server-sent events. */
export function sseFrame(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
