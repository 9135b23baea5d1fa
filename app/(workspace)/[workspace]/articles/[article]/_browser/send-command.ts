import type { Annotation } from '@/lib/domain/annotation';
import type { OutboxCommand } from './outbox-command';
import type { StoreEnvironment } from './store-environment';

/** What came of sending a command. */
export type Answer =
  | { outcome: 'done'; annotation: Annotation }
  /** Somebody else changed the annotation first. */
  | { outcome: 'stale'; current: Annotation }
  /** The server will never take it as it is. */
  | { outcome: 'refused'; message: string }
  /** Nobody is signed in, or somebody else is than who made the change. */
  | { outcome: 'signed_out'; isOtherUser: boolean }
  /** The server has a fault: it may be over soon, or be one that this command meets every time. */
  | { outcome: 'failed'; message: string }
  /** No answer, or none of our server's: whether it was applied is not known, and sending it again does no harm. */
  | { outcome: 'unreachable' };

/** Statuses of a server that is asked too much, restarts or fails: the same request may succeed later. */
const PASSING = new Set([408, 425, 429]);

/** Sends a command once. The server answers a repeated one with what is there, and applies it no second time. */
export async function sendCommand(
  fetch: StoreEnvironment['fetch'],
  command: Pick<OutboxCommand, 'annotationId' | 'userId' | 'verb' | 'base' | 'body'>,
): Promise<Answer> {
  try {
    const response = await fetch(addressOf(command), requestOf(command));
    return await answerFrom(response, command.annotationId);
  } catch {
    return { outcome: 'unreachable' };
  }
}

async function answerFrom(response: Response, annotationId: string): Promise<Answer> {
  if (response.status > 500 || PASSING.has(response.status)) return { outcome: 'unreachable' };
  const body: unknown = await (response.status === 401 ? response.json().catch(() => null) : response.json());
  // A page that a hotel's network puts in the way is no answer, whatever its status.
  if (response.ok)
    return isAnnotation(body, annotationId)
      ? { outcome: 'done', annotation: body }
      : { outcome: 'unreachable' };
  const problem = body as { code?: unknown; detail?: unknown; current?: unknown } | null;
  if (response.status === 401) return { outcome: 'signed_out', isOtherUser: problem?.code === 'other_user' };
  if (typeof problem?.code !== 'string') return { outcome: 'unreachable' };
  if (response.status === 409 && isAnnotation(problem.current, annotationId))
    return { outcome: 'stale', current: problem.current };
  const message =
    typeof problem.detail === 'string' ? problem.detail : 'The server did not take this change.';
  return { outcome: response.status === 500 ? 'failed' : 'refused', message };
}

/** Enough to tell our server's answer from another's: its rows were checked before they were sent. */
const isAnnotation = (body: unknown, id: string): body is Annotation => {
  const row = body as Partial<Annotation> | null | undefined;
  return row?.id === id && typeof row.version === 'number' && Array.isArray(row.spans);
};

const METHOD = { create: 'PUT', revise: 'PATCH', remove: 'DELETE', restore: 'POST' } as const;

const addressOf = ({ annotationId, verb }: Pick<OutboxCommand, 'annotationId' | 'verb'>): string =>
  `/api/v1/annotations/${annotationId}${verb === 'restore' ? '/restore' : ''}`;

function requestOf({
  verb,
  base,
  body,
  userId,
}: Pick<OutboxCommand, 'verb' | 'base' | 'body' | 'userId'>): RequestInit {
  return {
    method: METHOD[verb],
    headers: {
      // Whose change this is: another person may have signed in on this browser since it was made.
      'touchstone-user': userId,
      ...(verb !== 'create' && { 'if-match': `"${base}"` }),
      ...(body !== null && { 'content-type': 'application/json' }),
    },
    body: body === null ? null : JSON.stringify(body),
  };
}
