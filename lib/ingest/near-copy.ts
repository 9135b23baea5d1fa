import type { Region } from '@/lib/domain/region';
import { TextIndex } from '@/lib/domain/text-index';

/**
 * Words per shingle. Five words in a row hardly ever recur by chance between articles on the same event, and a
 * changed word spoils no more than five shingles (Broder 1997, "On the resemblance and containment of documents").
 */
export const SHINGLE_WORDS = 5;
/** Numbers of a signature: the estimate of the similarity then has a standard error of at most 1/16. */
export const SIGNATURE_LENGTH = 64;
/**
 * Two rows a band, 32 bands: texts of similarity s share a band with probability 1 - (1 - s²)^32, which is
 * 0.9999 for 0.5, 0.95 for 0.3 and 0.003 for 0.01. A shared band is a candidate; `isNearCopy` decides.
 */
export const ROWS_PER_BAND = 2;
/** Half of all shingles in common: an agency's report as two papers printed it, each with its own cuts. */
export const NEAR_COPY = 0.5;
/** The shorter text is almost wholly in the longer one: a report cut to its first paragraphs. */
export const NEAR_COPY_CONTAINMENT = 0.8;
/** Containment in a long text says little about a few sentences. */
export const FEWEST_SHINGLES_CONTAINED = 40;

/** Letters of scripts that put no blanks between words count as a word each. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

/** The body paragraphs of a text, joined by empty lines: what near copies are compared by. */
export function bodyTextOf(text: string, regions: readonly Region[]): string {
  const index = new TextIndex(text);
  const parts = regions
    .filter((region) => region.role === 'body')
    .map((region) => index.slice(region.start, region.end));
  return parts.join('\n\n');
}

/**
 * The set of hashes (signed 32-bit integers) of all runs of five words; case, punctuation and compatibility forms
 * do not count. A text of fewer words has one shingle of all of them, a text without words none.
 */
export function shinglesOf(text: string): Set<number> {
  const words = [...text.normalize('NFKC').toLowerCase().matchAll(WORD)].map((match) => hashOf(match[0]));
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) shingles.add(combined(words, i, i + SHINGLE_WORDS));
  if (words.length > 0 && words.length < SHINGLE_WORDS) shingles.add(combined(words, 0, words.length));
  return shingles;
}

/**
 * The MinHash signature: for each of 64 fixed permutations the least shingle, as signed 32-bit integers (a
 * Postgres `int[]` holds them). The same text always has the same one; a text without words has the empty one.
 */
export function signatureOf(text: string): number[] {
  const shingles = Int32Array.from(shinglesOf(text));
  if (shingles.length === 0) return [];
  return Array.from({ length: SIGNATURE_LENGTH }, (_, k) => {
    const seed = mixed(Math.imul(k + 1, 0x9e3779b1));
    let least = 0x7fffffff;
    for (const shingle of shingles) {
      const value = mixed(shingle ^ seed);
      if (value < least) least = value;
    }
    return least;
  });
}

/**
 * The bands of a signature, for an index of `int[]` with overlap (`&&`): texts that share one are candidates.
 * Each holds the band's number, so that equal rows of different bands do not meet. Empty for an empty signature.
 */
export function bandsOf(signature: readonly number[]): number[] {
  const bands: number[] = [];
  for (let i = 0; i + ROWS_PER_BAND <= signature.length; i += ROWS_PER_BAND) {
    bands.push(combined([i, ...signature.slice(i, i + ROWS_PER_BAND)], 0, ROWS_PER_BAND + 1));
  }
  return bands;
}

/** Jaccard similarity of the shingles of two body texts: 0 to 1; 0 when one has no words. Symmetric. */
export function similarityOf(a: string, b: string): number {
  return jaccardOf(shinglesOf(a), shinglesOf(b));
}

/** The share of the shingles of `part` that are in `whole`: 0 to 1; 0 when `part` has no words. */
export function containmentOf(part: string, whole: string): number {
  return containmentOfSets(shinglesOf(part), shinglesOf(whole));
}

/** Whether two body texts are copies of one another in the main, or the shorter is a cut of the longer. Symmetric. */
export function isNearCopy(a: string, b: string): boolean {
  const [first, second] = [shinglesOf(a), shinglesOf(b)];
  if (jaccardOf(first, second) >= NEAR_COPY) return true;
  const [part, whole] = first.size <= second.size ? [first, second] : [second, first];
  return part.size >= FEWEST_SHINGLES_CONTAINED && containmentOfSets(part, whole) >= NEAR_COPY_CONTAINMENT;
}

function jaccardOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = sharedBy(a, b);
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

const containmentOfSets = (part: ReadonlySet<number>, whole: ReadonlySet<number>): number =>
  part.size === 0 ? 0 : sharedBy(part, whole) / part.size;

function sharedBy(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared;
}

/** FNV-1a over UTF-16 code units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash | 0;
}

function combined(values: readonly number[], from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = mixed(Math.imul(hash, 0x01000193) ^ values[i]!);
  return hash | 0;
}

/** The finalizer of MurmurHash3 (Appleby), a permutation of the 32-bit integers. */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) | 0;
}
