import type { ReadingPlace } from '@/lib/live/wire';

/** Between two of its words lies at least so long, in milliseconds. */
const TELL_EVERY = 1_000;

const NOWHERE = JSON.stringify(null);

interface Surroundings {
  now: () => number;
  /** Runs the work once after so many milliseconds; the answer cancels it. */
  after: (milliseconds: number, work: () => void) => () => void;
  /** Where the person reads; null while nobody sees the page. */
  look: () => ReadingPlace | null;
  /** Rejects when it did not arrive. */
  send: (place: ReadingPlace | null) => Promise<void>;
}

/** Tells the others where somebody reads: about once a second, and only what is new. */
export class PlaceTeller {
  /** Null: it is not known what the others have heard. */
  #told: string | null = NOWHERE;
  #toldAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(private readonly surroundings: Surroundings) {}

  /** Something moved, or may have. */
  changed(): void {
    const { now, after } = this.surroundings;
    this.#cancel ??= after(Math.max(0, this.#toldAt + TELL_EVERY - now()), () => this.tell());
  }

  /** Somebody came who has heard nothing yet. */
  repeat(): void {
    if (this.#told !== NOWHERE) this.#told = null;
    this.changed();
  }

  /** Tells it now if it is new: whoever hides the page waits for nothing. */
  tell(): void {
    this.#say(this.surroundings.look());
  }

  stop(): void {
    this.#say(null);
  }

  #say(place: ReadingPlace | null): void {
    this.#cancel?.();
    this.#cancel = null;
    const words = JSON.stringify(place);
    if (words === this.#told) return;
    this.#told = words;
    this.#toldAt = this.surroundings.now();
    // It is told with the next change.
    this.surroundings.send(place).catch(() => (this.#told = null));
  }
}
