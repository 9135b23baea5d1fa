import type { Span } from '../span';
import { mergedUnits } from './merged-units';

/**
 * What unitizing alpha needs to know of one text and one kind. Lengths are in code points. `disagreement` is the sum of
 * the squared differences over all ordered pairs of different observers; `units` and `gaps` are the lengths of the
 * sections of all observers together.
 */
export interface Continuum {
  length: number;
  observers: number;
  disagreement: number;
  units: readonly number[];
  gaps: readonly number[];
}

/** The continuum of one text: the spans of one kind, by observer; `length` is the text's. Spans lie within the text. */
export function continuumOf(spansByObserver: readonly (readonly Span[])[], length: number): Continuum {
  const observers = spansByObserver.map(mergedUnits);
  return {
    length,
    observers: observers.length,
    disagreement: observers.reduce(
      (sum, units, i) =>
        sum + observers.slice(i + 1).reduce((own, others) => own + 2 * disagreementOf(units, others), 0),
      0,
    ),
    units: observers.flatMap((units) => units.map(({ start, end }) => end - start)),
    gaps: observers.flatMap((units) => gapLengths(units, length)),
  };
}

/**
 * The sum of δ² over the sections of two observers. Two units that share a code point differ by the squares of the
 * distances between their starts and between their ends; a unit that lies wholly in the other's gap by the square of its
 * length; anything else does not differ. Krippendorff 1995, Sociological Methodology 25, 47–76; 2004, Quality &
 * Quantity 38, 787–800. Both lists are sorted and disjoint.
 */
function disagreementOf(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  const isMet = new Array<boolean>(b.length).fill(false);
  let from = 0;
  for (const unit of a) {
    while (from < b.length && b[from]!.end <= unit.start) from++;
    let hasMet = false;
    for (let i = from; i < b.length && b[i]!.start < unit.end; i++) {
      hasMet = isMet[i] = true;
      sum += (unit.start - b[i]!.start) ** 2 + (unit.end - b[i]!.end) ** 2;
    }
    if (!hasMet) sum += (unit.end - unit.start) ** 2;
  }
  return b.reduce((total, { start, end }, i) => (isMet[i] ? total : total + (end - start) ** 2), sum);
}

/** The lengths of what one observer left unmarked: before, between and after the units; none of length 0. */
function gapLengths(units: readonly Span[], length: number): number[] {
  const ends = [0, ...units.map(({ end }) => end)];
  return ends.map((end, i) => (units[i]?.start ?? length) - end).filter((gap) => gap > 0);
}
