import type { Continuum } from './continuum';

/**
 * Krippendorff's unitizing alpha of one kind over one text or several, in the form of 1995 and 2004: 1 − Do / De with
 *
 *   Do = Σ δ² / (m (m − 1) L²)
 *   De = (2 / L) Σ_units ((N − 1) / 3 · (2 l³ − 3 l² + l) + l² Σ_gaps≥l (gap − l + 1)) / (mL (mL − 1) − Σ_units l (l − 1))
 *
 * for m observers, N units of all of them and a continuum of L code points. Krippendorff 1995, Sociological Methodology 25,
 * 47–76; 2004, Quality & Quantity 38, 787–800. Several texts are one continuum laid end to end, in which a gap ends with
 * its text, so that their order makes no difference. `weights` says how often each text counts, once unless given.
 * Null where chance could not disagree: nothing is marked, or every code point is a unit of its own for everybody.
 */
export function unitizingAlpha(continua: readonly Continuum[]): number | null {
  return new PooledContinua(continua).alpha(continua.map(() => 1));
}

/** Texts whose lengths are sorted once, for the many draws of a bootstrap. All have the same number of observers. */
export class PooledContinua {
  readonly #continua: readonly Continuum[];
  readonly #units: SortedLengths;
  readonly #gaps: SortedLengths;

  constructor(continua: readonly Continuum[]) {
    this.#continua = continua;
    this.#units = new SortedLengths(continua.map(({ units }) => units));
    this.#gaps = new SortedLengths(continua.map(({ gaps }) => gaps));
  }

  /** Alpha with each text counted as often as its weight says; see {@link unitizingAlpha}. */
  alpha(weights: ArrayLike<number>): number | null {
    const observers = this.#continua[0]?.observers ?? 0;
    let [length, disagreement] = [0, 0];
    this.#continua.forEach((continuum, i) => {
      length += weights[i]! * continuum.length;
      disagreement += weights[i]! * continuum.disagreement;
    });
    const expected = this.#expected(weights, observers * length, length);
    if (expected === 0) return null;
    return 1 - disagreement / (observers * (observers - 1) * length ** 2) / expected;
  }

  #expected(weights: ArrayLike<number>, places: number, length: number): number {
    const [units, gaps] = [this.#units.counts(weights), this.#gaps.counts(weights)];
    const unitCount = units.reduce((sum, count) => sum + count, 0);
    let [byUnits, byGaps, within] = [0, 0, 0];
    let [longer, longerTotal, next] = [0, 0, 0];
    this.#units.lengths.forEach((unit, i) => {
      for (; next < gaps.length && this.#gaps.lengths[next]! >= unit; next++) {
        longer += gaps[next]!;
        longerTotal += gaps[next]! * this.#gaps.lengths[next]!;
      }
      const count = units[i]!;
      byUnits += count * (((unitCount - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit));
      byGaps += count * unit ** 2 * (longerTotal - longer * (unit - 1));
      within += count * unit * (unit - 1);
    });
    if (unitCount === 0) return 0;
    return ((2 / length) * (byUnits + byGaps)) / (places * (places - 1) - within);
  }
}

/** Lists of lengths, counted by length: the longest first. */
class SortedLengths {
  readonly lengths: number[];
  readonly #places: readonly Uint32Array[];

  constructor(lists: readonly (readonly number[])[]) {
    this.lengths = [...new Set(lists.flat())].sort((a, b) => b - a);
    const placeOf = new Map(this.lengths.map((length, i) => [length, i]));
    this.#places = lists.map((list) => Uint32Array.from(list, (length) => placeOf.get(length)!));
  }

  /** How often each length occurs when list `i` counts `weights[i]` times. */
  counts(weights: ArrayLike<number>): Float64Array {
    const counts = new Float64Array(this.lengths.length);
    this.#places.forEach((places, i) => {
      const weight = weights[i]!;
      if (weight > 0) for (const place of places) counts[place]! += weight;
    });
    return counts;
  }
}
