import type {
  CHANGE_EVENT,
  ChangeMessage,
  CLOSED_EVENT,
  NOTICES_EVENT,
  OfArticle,
  PRESENCE_EVENT,
  PresenceMessage,
  REVISION_EVENT,
  RevisionMessage,
} from '@/lib/live/wire';

// The names again, held to those of the wire by their types: its module would bring a whole validator to the browser.
export const CHANGE: typeof CHANGE_EVENT = 'change';
export const PRESENCE: typeof PRESENCE_EVENT = 'presence';
export const REVISION: typeof REVISION_EVENT = 'revision';
export const CLOSED: typeof CLOSED_EVENT = 'closed';
export const NOTICES: typeof NOTICES_EVENT = 'notices';

export type People = PresenceMessage['people'];

/** `closed` is final: the reader may not see the article any more. */
export type Connection = 'connecting' | 'live' | 'offline' | 'signed_out' | 'closed';

/** What a tab follows: by article, the last event that it has. */
export interface Follows {
  articles: Record<string, number>;
  notices: boolean;
}

/** What tabs tell the one that leads. */
export type TabMessage =
  | ({ type: 'follows'; tab: string } & Follows)
  | { type: 'left'; tab: string }
  /** Somebody looks, or waited long enough: connect now if there is no stream. */
  | { type: 'wake' };

/** What the tab that leads tells all. */
export type LeaderMessage =
  /** There is a new one: who follows what? */
  | { type: 'asks' }
  | StreamState
  | { type: 'change'; articleId: string; change: ChangeMessage }
  | { type: 'people'; articleId: string; people: People }
  | { type: 'revision'; articleId: string; revision: RevisionMessage }
  | { type: 'closed'; articleId: string }
  | { type: 'notices' };

export interface StreamState {
  type: 'state';
  connection: Exclude<Connection, 'closed'>;
  /** Those that the stream carries. */
  articles: string[];
  /** After so many milliseconds it is tried again. */
  again: number | null;
}

/** The messages of our own server and of our own tabs: only the outline is checked. */
export function findChange(data: unknown): OfArticle<ChangeMessage> | null {
  const message = jsonOf(data) as Partial<OfArticle<ChangeMessage>> | null;
  const isChange =
    typeof message?.articleId === 'string' &&
    typeof message.seq === 'number' &&
    typeof message.annotation?.version === 'number' &&
    message.annotation.id === message.annotationId &&
    typeof message.actor?.id === 'string';
  return isChange ? (message as OfArticle<ChangeMessage>) : null;
}

export function findPeople(data: unknown): OfArticle<PresenceMessage> | null {
  const message = jsonOf(data) as Partial<OfArticle<PresenceMessage>> | null;
  return typeof message?.articleId === 'string' && Array.isArray(message.people)
    ? (message as OfArticle<PresenceMessage>)
    : null;
}

export function findRevision(data: unknown): OfArticle<RevisionMessage> | null {
  const message = jsonOf(data) as Partial<OfArticle<RevisionMessage>> | null;
  return typeof message?.articleId === 'string' && typeof message.number === 'number'
    ? (message as OfArticle<RevisionMessage>)
    : null;
}

export function findArticleId(data: unknown): string | null {
  const message = jsonOf(data) as { articleId?: unknown } | null;
  return typeof message?.articleId === 'string' ? message.articleId : null;
}

function jsonOf(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
