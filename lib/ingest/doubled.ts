import { LONGEST_PATTERN_LINE } from './line-shape';

/** Code-unit offsets in a line whose words stand twice: `[0, firstEnd)`, then `[firstEnd, secondEnd)` again. */
export interface DoubledLine {
  firstEnd: number;
  secondEnd: number;
}

/** Shorter repetitions ("no no") are speech. */
const SHORTEST_COPY = 20;
/** What may follow the second copy: a credit, no sentence of its own. */
const LONGEST_REST = 60;
const LONGEST_LINE = 2 * LONGEST_PATTERN_LINE;

/**
 * Finds a line that says the same twice, as captions do where a page gives them as a picture's description
 * and below the picture. The second copy takes the blanks before it, so that hiding it leaves none behind.
 * Linear (Z function), and only for lines of at most 1,200 code units.
 */
export function findDoubled(text: string): DoubledLine | null {
  if (text.length < 2 * SHORTEST_COPY || text.length > LONGEST_LINE) return null;
  const z = zFunctionOf(text);
  for (let second = Math.floor(text.length / 2) + 2; second >= SHORTEST_COPY; second--) {
    const firstEnd = text.slice(0, second).trimEnd().length;
    if (firstEnd < SHORTEST_COPY || (z[second] ?? 0) < firstEnd) continue;
    const secondEnd = second + firstEnd;
    if (text.length - secondEnd <= LONGEST_REST && startsWord(text, second)) return { firstEnd, secondEnd };
  }
  return null;
}

const startsWord = (text: string, at: number): boolean => /[\s.)\]"”]/u.test(text.charAt(at - 1));

/** z[i] is how many characters from i on repeat the beginning of the text. */
function zFunctionOf(text: string): number[] {
  const z = new Array<number>(text.length).fill(0);
  let left = 0;
  let right = 0;
  for (let i = 1; i < text.length; i++) {
    let same = i < right ? Math.min(right - i, z[i - left] ?? 0) : 0;
    while (i + same < text.length && text.charCodeAt(same) === text.charCodeAt(i + same)) same++;
    z[i] = same;
    if (i + same > right) {
      left = i;
      right = i + same;
    }
  }
  return z;
}
