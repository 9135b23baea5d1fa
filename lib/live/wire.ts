import { z } from 'zod';
import { annotationSchema } from '@/lib/domain/annotation';
import { uuidSchema } from '@/lib/domain/ids';
import { EVENT_TYPES } from '@/lib/domain/vocabulary';

const MOST_OFFSET = 5_000_000;
const offsetSchema = z.int().min(0).max(MOST_OFFSET);

/** Where in a revision's text somebody reads, and what they have selected. In code points, as all offsets. */
export const readingPlaceSchema = z.object({
  revisionId: uuidSchema,
  /** Where the first line begins that is in sight. */
  at: offsetSchema,
  selection: z
    .object({ start: offsetSchema, end: offsetSchema })
    .refine(({ start, end }) => start < end, 'A selection holds at least one character.')
    .nullable(),
});
export type ReadingPlace = z.infer<typeof readingPlaceSchema>;

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

/** Who has the article open, each person once; on the shared stream also where they read, if they look at it now. */
export const presenceMessageSchema = z.object({
  people: z.array(z.object({ id: uuidSchema, name: z.string(), place: readingPlaceSchema.optional() })),
});
export type PresenceMessage = z.infer<typeof presenceMessageSchema>;

/** The current revision of an article: told when a reader's stream begins, and when it is another. */
export const revisionMessageSchema = z.object({ revisionId: uuidSchema, number: z.int() });
export type RevisionMessage = z.infer<typeof revisionMessageSchema>;

/** A message of the shared stream, which carries several articles. */
export type OfArticle<M> = M & { articleId: string };

export const CHANGE_EVENT = 'change';
export const PRESENCE_EVENT = 'presence';
/** Sent when the reader's membership ended: the client must not reconnect; on the shared stream, for one article. */
export const CLOSED_EVENT = 'closed';
/** Only on the shared stream, as what follows. */
export const REVISION_EVENT = 'revision';
/** The person's notifications may have changed; holds nothing of them. */
export const NOTICES_EVENT = 'notices';

/** One message in the wire format of server-sent events. */
export function sseFrame(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
