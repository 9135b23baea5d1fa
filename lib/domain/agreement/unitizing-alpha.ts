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
    for (let i = 0; i < this.#continua.length; i++) {
      length += weights[i]! * this.#continua[i]!.length;
      disagreement += weights[i]! * this.#continua[i]!.disagreement;
    }
    const expected = this.#expected(weights, observers * length, length);
    if (expected === 0) return null;
    return 1 - disagreement / (observers * (observers - 1) * length ** 2) / expected;
  }

  #expected(weights: ArrayLike<number>, places: number, length: number): number {
    const [units, gaps] = [this.#units.counts(weights), this.#gaps.counts(weights)];
    let unitCount = 0;
    for (const count of units) unitCount += count;
    if (unitCount === 0) return 0;
    const gapLengths = this.#gaps.lengths;
    const unitLengths = this.#units.lengths;
    let [byUnits, byGaps, within] = [0, 0, 0];
    let [longer, longerTotal, next] = [0, 0, 0];
    for (let i = 0; i < units.length; i++) {
      const unit = unitLengths[i]!;
      for (; next < gaps.length && gapLengths[next]! >= unit; next++) {
        longer += gaps[next]!;
        longerTotal += gaps[next]! * gapLengths[next]!;
      }
      const count = units[i]!;
      const square = unit * unit;
      byUnits += count * (((unitCount - 1) / 3) * (2 * square * unit - 3 * square + unit));
      byGaps += count * square * (longerTotal - longer * (unit - 1));
      within += count * unit * (unit - 1);
    }
    return ((2 / length) * (byUnits + byGaps)) / (places * (places - 1) - within);
  }
}

/** Lists of lengths, counted by length: the longest first. */
class SortedLengths {
  readonly lengths: Float64Array;
  readonly #places: readonly Uint32Array[];

  constructor(lists: readonly (readonly number[])[]) {
    this.lengths = Float64Array.from(new Set(lists.flat())).sort((a, b) => b - a);
    const placeOf = new Map(Array.from(this.lengths, (length, i) => [length, i]));
    this.#places = lists.map((list) => Uint32Array.from(list, (length) => placeOf.get(length)!));
  }

  /** How often each length occurs when list `i` counts `weights[i]` times. */
  counts(weights: ArrayLike<number>): Float64Array {
    const counts = new Float64Array(this.lengths.length);
    for (let i = 0; i < this.#places.length; i++) {
      const weight = weights[i]!;
      if (weight === 0) continue;
      const places = this.#places[i]!;
      for (let j = 0; j < places.length; j++) counts[places[j]!]! += weight;
    }
    return counts;
  }
}
