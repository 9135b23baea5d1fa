/** Whose words these are, in which form, and what they are about: an annotation, an article, a thread. */
export interface DraftKey {
  userId: string;
  /** Which form: `edit`, `verify`, `comment`. No colon. */
  form: string;
  /** The id of what the form is about. No colon. */
  about: string;
}

/** What a person has begun, as `about` → the forms in which something is kept. */
export type Drafts = ReadonlyMap<string, readonly string[]>;

const PREFIX = 'touchstone-draft:';
const NONE: Drafts = new Map();

const listeners = new Set<() => void>();
let stopHearing = (): void => {};
/** The last answer of `draftsOf`: a new one only when other drafts are kept. */
let last = { of: '', names: '', drafts: NONE };

/**
 * Keeps what somebody has typed in this browser, where it outlives reload, crash and closing the tab, until it is
 * dropped or they sign out. Where the browser keeps nothing, what is typed lives as long as its form.
 */
export function keepDraft(key: DraftKey, value: unknown): void {
  const name = nameOf(key);
  const isNew = attempt(() => localStorage.getItem(name), null) === null;
  attempt(() => localStorage.setItem(name, JSON.stringify(value)), undefined);
  if (isNew) tell();
}

/** What is kept; null for nothing. It may be of an earlier version of the app: lay it over an empty draft. */
export function findDraft<T>(key: DraftKey): Partial<T> | null {
  return attempt(() => {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(key)) ?? 'null');
    return typeof kept === 'object' ? (kept as Partial<T> | null) : null;
  }, null);
}

/** Forgets it: it was saved, or given up. */
export function dropDraft(key: DraftKey): void {
  const name = nameOf(key);
  if (attempt(() => localStorage.getItem(name), null) === null) return;
  attempt(() => localStorage.removeItem(name), undefined);
  tell();
}

/** Forgets what a person has typed in this browser: they sign out. What others began waits for them. */
export function wipeDrafts(userId: string): void {
  for (const name of draftNames(`${PREFIX}${userId}:`))
    attempt(() => localStorage.removeItem(name), undefined);
  tell();
}

/** Everything a person has begun; the same object as long as the same drafts are kept. */
export function draftsOf(userId: string): Drafts {
  const names = draftNames(`${PREFIX}${userId}:`);
  const joined = names.join('\n');
  if (last.of !== userId || last.names !== joined)
    last = { of: userId, names: joined, drafts: byAbout(names) };
  return last.drafts;
}

export const noDrafts = (): Drafts => NONE;

/** Tells when a draft is kept or dropped, in this tab or in another one; the answer ends it. */
export function subscribeToDrafts(listener: () => void): () => void {
  if (listeners.size === 0) stopHearing = hearOtherTabs();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stopHearing();
  };
}

const nameOf = ({ userId, form, about }: DraftKey): string => `${PREFIX}${userId}:${about}:${form}`;

function byAbout(names: readonly string[]): Drafts {
  const drafts = new Map<string, string[]>();
  for (const name of names) {
    const [, , about = '', form = ''] = name.split(':');
    drafts.set(about, [...(drafts.get(about) ?? []), form]);
  }
  return drafts;
}

const draftNames = (prefix: string): string[] =>
  attempt(() => Object.keys(localStorage), [])
    .filter((name) => name.startsWith(prefix))
    .sort();

const tell = (): void => listeners.forEach((listener) => listener());

function hearOtherTabs(): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(PREFIX)) tell();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

/** Storage may be refused, full, or hold what is not ours: forms work without. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
