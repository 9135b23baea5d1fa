import { asUser } from '@/app/_forms/ask-api';
import { askToSignIn } from '@/app/_forms/session-news';
import type { Comment, Thread } from '@/lib/domain/comment';
import type { Page } from '@/lib/domain/page';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** A request without an answer for so long, in milliseconds, may be made again. */
const PATIENCE = 20_000;

interface Write {
  method: 'PUT' | 'PATCH' | 'DELETE' | 'POST';
  /** Below `/api/v1`. */
  path: string;
  /** Whose words these are: another person may have signed in on this browser since. */
  userId: string;
  body?: object;
  version?: number;
}

/** Writes once. `unreached`: whether it was applied is not known, and doing it again does no harm. */
export async function write<T>({ method, path, userId, body, version }: Write): Promise<Result<T, Failure>> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: {
      ...asUser(userId),
      ...(body && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    body: body ? JSON.stringify(body) : null,
    signal: AbortSignal.timeout(PATIENCE),
  }).catch(() => null);
  const answer = ((await response?.json().catch(() => null)) ?? null) as Record<string, unknown> | null;
  if (response?.ok && answer) return ok(answer as T);
  const { code, detail } = answer ?? {};
  if (response?.status === 401) {
    askToSignIn();
    const isOther = code === 'other_user';
    return err({
      code: 'signed_out',
      message: isOther ? 'Somebody else has signed in on this browser.' : 'You are signed out.',
    });
  }
  if (!response || response.status >= 500 || typeof code !== 'string')
    return err({ code: 'unreached', message: 'The server could not be reached.' });
  return err({ ...answer, code, message: String(detail ?? 'The server did not take this.') });
}

/** What is said by a new comment; `threadId` of a reply alone. */
export interface Saying {
  annotationId: string;
  threadId?: string;
  question?: boolean;
  body: string;
}

/**
 * Sends a comment under the id that it was given when it was begun, so that however often it is sent it is said once.
 * One that had arrived with other words, though no answer came, gets these.
 */
export async function sendComment(
  userId: string,
  id: string,
  saying: Saying,
): Promise<Result<Comment, Failure>> {
  const path = `/comments/${id}`;
  const put = await write<Comment>({ method: 'PUT', path, userId, body: saying });
  if (put.ok || put.error.code !== 'id_taken') return put;
  return write<Comment>({ method: 'PATCH', path, userId, version: 1, body: { body: saying.body } });
}

export async function fetchThreads(annotationId: string, signal: AbortSignal): Promise<Thread[]> {
  const response = await fetch(`/api/v1/annotations/${annotationId}/threads`, { signal });
  if (!response.ok) throw new Error(`the comments answered ${response.status}`);
  return ((await response.json()) as Page<Thread>).items;
}

export interface Member {
  id: string;
  name: string;
}
const members = new Map<string, Promise<Member[]>>();

/** The members of a workspace, asked for once a page; after a failure again. */
export function membersOf(slug: string): Promise<Member[]> {
  const known = members.get(slug);
  if (known) return known;
  const asked = fetch(`/api/v1/workspaces/${slug}/members`).then(async (response) => {
    if (!response.ok) throw new Error(`the members answered ${response.status}`);
    return ((await response.json()) as Page<Member>).items;
  });
  asked.catch(() => members.delete(slug));
  members.set(slug, asked);
  return asked;
}
