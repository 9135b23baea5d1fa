import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { listenToFeed, listReaders, notifyPresence } from '@/lib/data/change-feed';
import { database } from '@/lib/data/database';
import { listEventsAfter, listLastSeqs } from '@/lib/data/events';
import { Presence, presenceNoteSchema } from './presence';
import type { ChangeMessage, PresenceMessage } from './wire';

/** A lost notification costs at most this long, in milliseconds. */
const SWEEP_EVERY = 1_000;
/** How often this process repeats who is here, in milliseconds; below a third of the time to live. */
const HEARTBEAT_EVERY = 8_000;

/** One open stream: a person who reads one article. */
export interface Subscriber {
  articleId: string;
  person: { id: string; name: string };
  /** The last event this reader has. */
  after: number;
  onChanges: (changes: ChangeMessage[]) => void;
  onPresence: (message: PresenceMessage) => void;
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
  #stop: (() => void) | null = null;

  subscribe(subscriber: Subscriber): () => void {
    this.#start();
    const reader: Reader = { ...subscriber, connectionId: uuidv7() };
    const readers = this.#readers.get(reader.articleId) ?? new Set();
    this.#readers.set(reader.articleId, readers.add(reader));
    this.#tellPresence(reader, true);
    reader.onPresence({ people: this.#presence.peopleOf(reader.articleId) });
    void this.#read(reader.articleId);
    return () => {
      if (!readers.delete(reader)) return;
      if (readers.size === 0) this.#readers.delete(reader.articleId);
      this.#tellPresence(reader, false);
    };
  }

  #start(): void {
    if (this.#stop) return;
    const stopListening = listenToFeed({
      onArticles: (ids) => ids.forEach((id) => void this.#read(id)),
      onPresence: (payload) => this.#hear(payload),
      onConnect: () => void this.#sweep(),
    });
    const sweep = setInterval(() => void this.#sweep(), SWEEP_EVERY).unref();
    const heartbeat = setInterval(() => this.#heartbeat(), HEARTBEAT_EVERY).unref();
    this.#stop = () => {
      stopListening();
      clearInterval(sweep);
      clearInterval(heartbeat);
    };
  }

  /** Looks for events that no notification told of, and for people who left without a word. */
  async #sweep(): Promise<void> {
    for (const articleId of this.#presence.sweep(Date.now())) this.#showPresence(articleId);
    if (this.#readers.size === 0) return;
    try {
      const seqs = await listLastSeqs(database(), [...this.#readers.keys()]);
      for (const [articleId, seq] of seqs)
        if ([...(this.#readers.get(articleId) ?? [])].some((reader) => reader.after < seq))
          void this.#read(articleId);
    } catch (error) {
      console.error('the live feed could not look for changes; it tries again', (error as Error).message);
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
    const from = Math.min(...readers.map((reader) => reader.after));
    const events = await listEventsAfter(database(), articleId, from);
    if (events.length === 0) return;
    const allowed = await listReaders(articleId, [...new Set(readers.map((reader) => reader.person.id))]);
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
      if (unseen.length > 0) reader.onChanges(unseen);
    }
    void this.#read(articleId);
  }

  #tellPresence({ articleId, connectionId, person }: Reader, here: boolean): void {
    const note = { articleId, connectionId, person, here };
    this.#hear(note);
    notifyPresence(note).catch((error: unknown) =>
      console.error('could not tell who is here', (error as Error).message),
    );
  }

  #hear(payload: unknown): void {
    const note = presenceNoteSchema.safeParse(payload);
    if (note.success && this.#presence.note(note.data, Date.now())) this.#showPresence(note.data.articleId);
  }

  #showPresence(articleId: string): void {
    const people = this.#presence.peopleOf(articleId);
    for (const reader of this.#readers.get(articleId) ?? []) reader.onPresence({ people });
  }

  #heartbeat(): void {
    for (const readers of this.#readers.values())
      for (const reader of readers) this.#tellPresence(reader, true);
  }
}

// One per process, also where development reloads modules.
const holder = globalThis as typeof globalThis & { touchstoneHub?: Hub };
export const hub = (): Hub => (holder.touchstoneHub ??= new Hub());
