import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { listenToFeed, listReaders, notifyPresence } from '@/lib/data/change-feed';
import { database } from '@/lib/data/database';
import { type ArticleHead, listEventsAfter, listHeads } from '@/lib/data/events';
import { listBlindTo } from '@/lib/data/passes';
import { type PlaceNote, Presence, type PresenceNote, presenceNoteSchema } from './presence';
import type { ChangeMessage, PresenceMessage, RevisionMessage } from './wire';

/** A lost notification costs at most this long, in milliseconds. */
const SWEEP_EVERY = 1_000;
/** How often this process repeats who is here, in milliseconds; below a third of the time to live. */
const HEARTBEAT_EVERY = 8_000;
/**
 * Whoever closed a stream is here for so long yet, in milliseconds: a browser opens its stream anew when one of its
 * tabs opens another article, and nobody is to vanish meanwhile.
 */
const LINGER = 1_500;
/** Places are shown at most so often, in milliseconds: many people who scroll at once are one message. */
const PLACES_EVERY = 250;

/** One open stream: a person who reads one article. */
export interface Subscriber {
  articleId: string;
  person: { id: string; name: string };
  /** The last event this reader has. */
  after: number;
  onChanges: (changes: ChangeMessage[]) => void;
  onPresence: (message: PresenceMessage) => void;
  /** Whether the reader is told where others read, too. */
  showsPlaces?: boolean;
  /** The current revision that the reader knows of. */
  revision?: RevisionMessage | null;
  /** Told at once what `revision` is, and of every later one. */
  onRevision?: (message: RevisionMessage) => void;
  /** The reader's membership ended. */
  onClosed: () => void;
}

interface Reader extends Subscriber {
  connectionId: string;
}

/**
 * Fans the change feed of the database out to this process's readers. One LISTEN per process; events are read from
 * the table by number, once per article, so that none is lost or given twice, whatever happens to notifications.
 */
class Hub {
  readonly #readers = new Map<string, Set<Reader>>();
  readonly #presence = new Presence();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #noticed = new Map<string, Set<() => void>>();
  readonly #movedIn = new Set<string>();
  #stop: (() => void) | null = null;

  subscribe(subscriber: Subscriber): () => void {
    this.#start();
    const reader: Reader = { ...subscriber, connectionId: uuidv7() };
    const readers = this.#readers.get(reader.articleId) ?? new Set();
    this.#readers.set(reader.articleId, readers.add(reader));
    this.#tellPresence(reader, true);
    reader.onPresence({ people: this.#peopleFor(reader) });
    if (reader.revision) reader.onRevision?.(reader.revision);
    void this.#read(reader.articleId);
    return () => {
      if (!readers.delete(reader)) return;
      if (readers.size === 0) this.#readers.delete(reader.articleId);
      setTimeout(() => this.#tellPresence(reader, false), LINGER).unref();
    };
  }

  /** Tells everybody where somebody reads. It is kept nowhere but in the memory of the processes. */
  tellPlace(note: PlaceNote): void {
    this.#start();
    this.#tell(note);
  }

  /** Calls the listener whenever this person's notifications may have changed. */
  followNotices(userId: string, listener: () => void): () => void {
    this.#start();
    const listeners = this.#noticed.get(userId) ?? new Set();
    this.#noticed.set(userId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#noticed.get(userId) === listeners) this.#noticed.delete(userId);
    };
  }

  #start(): void {
    if (this.#stop) return;
    const stopListening = listenToFeed({
      onArticles: (ids) => ids.forEach((id) => void this.#read(id)),
      onPresence: (payload) => this.#hear(payload),
      onNotices: (userIds) => this.#notice(userIds),
      onConnect: () => {
        void this.#sweep();
        this.#notice([...this.#noticed.keys()]);
      },
    });
    const sweep = setInterval(() => void this.#sweep(), SWEEP_EVERY).unref();
    const heartbeat = setInterval(() => this.#heartbeat(), HEARTBEAT_EVERY).unref();
    this.#stop = () => {
      stopListening();
      clearInterval(sweep);
      clearInterval(heartbeat);
    };
  }

  #notice(userIds: readonly string[]): void {
    for (const userId of userIds) for (const listener of this.#noticed.get(userId) ?? []) listener();
  }

  /** Looks for new revisions, events that no notification told of, and people who left without a word. */
  async #sweep(): Promise<void> {
    for (const articleId of this.#presence.sweep(Date.now())) this.#showPresence(articleId);
    if (this.#readers.size === 0) return;
    try {
      const heads = await listHeads(database(), [...this.#readers.keys()]);
      for (const [articleId, head] of heads) {
        if ([...(this.#readers.get(articleId) ?? [])].some((reader) => reader.after < head.seq))
          void this.#read(articleId);
        await this.#tellRevision(articleId, head);
      }
    } catch (error) {
      console.error('the live feed could not look for changes; it tries again', (error as Error).message);
    }
  }

  async #tellRevision(articleId: string, { revision }: ArticleHead): Promise<void> {
    const untold = [...(this.#readers.get(articleId) ?? [])].filter(
      (reader) => reader.onRevision && revision && (reader.revision?.number ?? 0) < revision.number,
    );
    if (!revision || untold.length === 0) return;
    const allowed = await listReaders(articleId, [...new Set(untold.map((reader) => reader.person.id))]);
    for (const reader of untold) {
      if (!allowed.has(reader.person.id)) {
        reader.onClosed();
        continue;
      }
      reader.revision = revision;
      reader.onRevision?.(revision);
    }
  }

  /** Reads an article's new events, one reading at a time per article; a request during one starts another after it. */
  #read(articleId: string): Promise<void> {
    if (!this.#readers.has(articleId)) return Promise.resolve();
    const running = this.#reading.get(articleId);
    if (running) {
      this.#again.add(articleId);
      return running;
    }
    const reading = this.#deliver(articleId)
      .catch((error: unknown) =>
        console.error('the live feed could not read changes; it tries again', (error as Error).message),
      )
      .finally(() => {
        this.#reading.delete(articleId);
        if (this.#again.delete(articleId)) void this.#read(articleId);
      });
    this.#reading.set(articleId, reading);
    return reading;
  }

  async #deliver(articleId: string): Promise<void> {
    const readers = [...(this.#readers.get(articleId) ?? [])];
    if (readers.length === 0) return;
    await this.#skipPast(articleId, readers);
    const from = Math.min(...readers.map((reader) => reader.after));
    const events = await listEventsAfter(database(), articleId, from);
    if (events.length === 0) return;
    const people = [...new Set(readers.map((reader) => reader.person.id))];
    const allowed = await listReaders(articleId, people);
    const blind = await listBlindTo(articleId, people);
    const changes = events.map((event) => ({
      seq: event.seq,
      annotationId: event.annotationId,
      type: event.type,
      actor: event.actor,
      annotation: event.after,
    }));
    const last = changes.at(-1)!.seq;
    for (const reader of readers) {
      // They may have left while the events were read.
      if (!this.#readers.get(articleId)?.has(reader)) continue;
      if (!allowed.has(reader.person.id)) {
        reader.onClosed();
        continue;
      }
      const unseen = changes.filter((change) => change.seq > reader.after);
      reader.after = Math.max(reader.after, last);
      // Whoever annotates the article blind is told nothing; the page is loaded again when the pass is submitted.
      if (unseen.length > 0 && !blind.has(reader.person.id)) reader.onChanges(unseen);
    }
    void this.#read(articleId);
  }

  /** Whoever annotates the article blind begins at no event, not to be told how many there are: none of them is read for that. */
  async #skipPast(articleId: string, readers: readonly Reader[]): Promise<void> {
    const fresh = readers.filter(({ after }) => after === 0);
    if (fresh.length === 0) return;
    const blind = await listBlindTo(articleId, [...new Set(fresh.map(({ person }) => person.id))]);
    if (blind.size === 0) return;
    const last = (await listHeads(database(), [articleId])).get(articleId)?.seq ?? 0;
    for (const reader of fresh) if (blind.has(reader.person.id)) reader.after = last;
  }

  #tellPresence({ articleId, connectionId, person }: Reader, here: boolean): void {
    this.#tell({ articleId, connectionId, person, here });
  }

  #tell(note: PresenceNote): void {
    this.#hear(note);
    notifyPresence(note).catch((error: unknown) =>
      console.error('could not tell who is here', (error as Error).message),
    );
  }

  #hear(payload: unknown): void {
    const note = presenceNoteSchema.safeParse(payload);
    if (!note.success) return;
    const changed = this.#presence.note(note.data, Date.now());
    if (changed === 'people') this.#showPresence(note.data.articleId);
    if (changed === 'places') this.#showPlacesSoon(note.data.articleId);
  }

  #showPresence(articleId: string): void {
    for (const reader of this.#readers.get(articleId) ?? [])
      reader.onPresence({ people: this.#peopleFor(reader) });
  }

  #showPlacesSoon(articleId: string): void {
    if (!this.#readers.has(articleId)) return;
    if (this.#movedIn.size === 0) setTimeout(() => this.#showPlaces(), PLACES_EVERY).unref();
    this.#movedIn.add(articleId);
  }

  #showPlaces(): void {
    for (const articleId of this.#movedIn)
      for (const reader of this.#readers.get(articleId) ?? [])
        if (reader.showsPlaces) reader.onPresence({ people: this.#peopleFor(reader) });
    this.#movedIn.clear();
  }

  #peopleFor({ articleId, showsPlaces }: Reader): PresenceMessage['people'] {
    const people = this.#presence.peopleOf(articleId);
    return showsPlaces ? people : people.map(({ id, name }) => ({ id, name }));
  }

  #heartbeat(): void {
    for (const [articleId, readers] of this.#readers) {
      for (const reader of readers) this.#tellPresence(reader, true);
      // A process that was started since has not heard where these people read.
      for (const id of new Set([...readers].map(({ person }) => person.id)))
        for (const note of this.#presence.placesOf(articleId, id)) this.#tell(note);
    }
  }
}

// One per process, also where development reloads modules.
const holder = globalThis as typeof globalThis & { touchstoneLive?: Hub };
export const hub = (): Hub => (holder.touchstoneLive ??= new Hub());
