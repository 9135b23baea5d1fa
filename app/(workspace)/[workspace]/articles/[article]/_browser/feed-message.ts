import type {
  CHANGE_EVENT,
  ChangeMessage,
  CLOSED_EVENT,
  PRESENCE_EVENT,
  PresenceMessage,
} from '@/lib/live/wire';

// The names again, held to those of the wire by their types: its module would bring a whole validator to the browser.
export const CHANGE: typeof CHANGE_EVENT = 'change';
export const PRESENCE: typeof PRESENCE_EVENT = 'presence';
export const CLOSED: typeof CLOSED_EVENT = 'closed';

/** A change of the feed, or null for what is none. Only its outline is checked: our own server wrote it. */
export function findChange(data: unknown): ChangeMessage | null {
  const message = jsonOf(data) as Partial<ChangeMessage> | null;
  const isChange =
    typeof message?.seq === 'number' &&
    typeof message.annotation?.version === 'number' &&
    message.annotation.id === message.annotationId &&
    typeof message.actor?.id === 'string';
  return isChange ? (message as ChangeMessage) : null;
}

/** Who is here, or null for what does not say. */
export function findPeople(data: unknown): PresenceMessage['people'] | null {
  const message = jsonOf(data) as Partial<PresenceMessage> | null;
  return Array.isArray(message?.people) ? message.people : null;
}

function jsonOf(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
