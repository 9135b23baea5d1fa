import type { Span } from '../span';
import { mergedUnits } from './merged-units';

/** How the code points of a text divide: marked with a kind by both annotators, by one alone, by neither. */
export interface CharacterCounts {
  both: number;
  onlyA: number;
  onlyB: number;
  neither: number;
}

/** The code points of a text of this length, by who marked them. Spans lie within the text. */
export function characterCounts(a: readonly Span[], b: readonly Span[], length: number): CharacterCounts {
  const [unitsA, unitsB] = [mergedUnits(a), mergedUnits(b)];
  const [inA, inB] = [totalLength(unitsA), totalLength(unitsB)];
  const both = sharedLength(unitsA, unitsB);
  return { both, onlyA: inA - both, onlyB: inB - both, neither: length - inA - inB + both };
}

const totalLength = (units: readonly Span[]): number =>
  units.reduce((sum, { start, end }) => sum + end - start, 0);

/** The code points in both of two sorted, disjoint lists. */
function sharedLength(a: readonly Span[], b: readonly Span[]): number {
  let [shared, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    shared += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end <= b[j]!.end) i++;
    else j++;
  }
  return shared;
}

/**
 * Cohen's kappa of the two masks: (po − pe) / (1 − pe). Cohen 1960, Educational and Psychological Measurement 20, 37–46.
 * Null where chance alone agrees everywhere: neither marked a code point, or both marked all, or there is none.
 */
export function characterKappa({ both, onlyA, onlyB, neither }: CharacterCounts): number | null {
  const all = both + onlyA + onlyB + neither;
  const [inA, inB] = [both + onlyA, both + onlyB];
  const chance = inA * inB + (all - inA) * (all - inB);
  if (chance === all * all) return null;
  return (all * (both + neither) - chance) / (all * all - chance);
}

/**
 * Krippendorff's nominal alpha of the two masks: 1 − (2n − 1)(onlyA + onlyB) / (marked · unmarked) for n code points, of
 * whose 2n values so many are marked. Krippendorff 2004, Content Analysis, ch. 11. Null where all values are the same.
 */
export function characterAlpha({ both, onlyA, onlyB, neither }: CharacterCounts): number | null {
  const marked = 2 * both + onlyA + onlyB;
  const unmarked = 2 * neither + onlyA + onlyB;
  if (marked === 0 || unmarked === 0) return null;
  return 1 - ((marked + unmarked - 1) * (onlyA + onlyB)) / (marked * unmarked);
}

/**
 * What several observers' masks of one text or several come to, and can be added up over texts: `marked` and `unmarked` values
 * of all observers, and `disagreeing`: the sum over code points of marks · others / (observers − 1).
 */
export interface JointCharacters {
  marked: number;
  unmarked: number;
  disagreeing: number;
}

/** The code points of a text of this length, by how many of its observers marked them. There are two observers at least. */
export function jointCharacters(
  spansByObserver: readonly (readonly Span[])[],
  length: number,
): JointCharacters {
  const steps = new Map<number, number>();
  for (const spans of spansByObserver)
    for (const { start, end } of mergedUnits(spans)) {
      steps.set(start, (steps.get(start) ?? 0) + 1);
      steps.set(end, (steps.get(end) ?? 0) - 1);
    }
  const observers = spansByObserver.length;
  let [marked, disagreeing, marks, from] = [0, 0, 0, 0];
  for (const [at, step] of [...steps].sort(([a], [b]) => a - b)) {
    marked += (at - from) * marks;
    disagreeing += ((at - from) * marks * (observers - marks)) / (observers - 1);
    marks += step;
    from = at;
  }
  return { marked, unmarked: observers * length - marked, disagreeing };
}

/**
 * Krippendorff's nominal alpha of several masks: 1 − (n − 1) · disagreeing / (marked · unmarked) for the n values of all
 * observers. Krippendorff 2004, Content Analysis, ch. 11. Null where all values are the same.
 */
export const jointCharacterAlpha = ({ marked, unmarked, disagreeing }: JointCharacters): number | null =>
  marked === 0 || unmarked === 0 ? null : 1 - ((marked + unmarked - 1) * disagreeing) / (marked * unmarked);
