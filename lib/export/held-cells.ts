import type { Cell } from './csv';

/** What stands in a cell of a typed table: null for all that is missing. */
type HeldCell = string | number | boolean | null;

/** The cells of one column until the row group that they belong to is written. */
export interface HeldCells {
  add(cell: Cell): void;
  /** In the order they came. */
  cells(): HeldCell[];
  /** Lets go of all of them. */
  clear(): void;
}

const ENCODER = new TextEncoder();
// What begins with a byte order mark keeps it.
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
/** Bytes of UTF-8 that a UTF-16 code unit takes at most. */
const MOST_BYTES = 3;
/** Where a cell without a value stands. */
const NOWHERE = 0xffff_ffff;

/**
 * Text as UTF-8, in memory that is used again after `clear`: strings that wait for their row group would outlive the
 * collections of young objects, old ones are collected late, and the process would grow to several times what it holds.
 * A text that repeats the one before it takes no bytes of its own. A lone surrogate, which UTF-8 does not have, becomes
 * U+FFFD. Holds at most `most` cells.
 */
export class HeldWords implements HeldCells {
  #bytes = new Uint8Array(1_024);
  /** Where each cell's bytes begin, and where they end. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  #count = 0;
  #last: string | null = null;
  #lastStart = 0;
  #used = 0;

  constructor(most: number) {
    this.#starts = new Uint32Array(most);
    this.#ends = new Uint32Array(most);
  }

  add(cell: Cell): void {
    if (cell === null || cell === undefined) this.#starts[this.#count] = NOWHERE;
    else {
      if (cell !== this.#last) this.#append(String(cell));
      this.#starts[this.#count] = this.#lastStart;
      this.#ends[this.#count] = this.#used;
    }
    this.#count++;
  }

  #append(text: string): void {
    const needed = this.#used + text.length * MOST_BYTES;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      larger.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = larger;
    }
    this.#lastStart = this.#used;
    this.#used += ENCODER.encodeInto(text, this.#bytes.subarray(this.#used)).written;
    this.#last = text;
  }

  cells(): (string | null)[] {
    let [last, lastStart, lastEnd] = ['', 0, 0];
    return Array.from({ length: this.#count }, (_, i) => {
      const [start, end] = [this.#starts[i]!, this.#ends[i]!];
      if (start === NOWHERE) return null;
      if (start !== lastStart || end !== lastEnd) last = DECODER.decode(this.#bytes.subarray(start, end));
      [lastStart, lastEnd] = [start, end];
      return last;
    });
  }

  clear(): void {
    [this.#count, this.#used, this.#last] = [0, 0, null];
  }
}

/** Numbers and truth values, in a list that is used again. */
export class HeldValues implements HeldCells {
  readonly #cells: HeldCell[] = [];
  #count = 0;

  add(cell: Cell): void {
    this.#cells[this.#count++] = cell ?? null;
  }

  cells(): HeldCell[] {
    return this.#cells.slice(0, this.#count);
  }

  clear(): void {
    this.#count = 0;
  }
}
