/** Words, each of them once. */
type Words = readonly string[];

/**
 * The Jaccard distance of two sets, 1 − |A ∩ B| / |A ∪ B|: 0 of equal sets, also of two empty ones, 1 of sets that share
 * nothing. Jaccard 1912, New Phytologist 11, 37–50.
 */
export function jaccardDistance(a: Words, b: Words): number {
  const { shared, all } = overlapOf(a, b);
  return all === 0 ? 0 : 1 - shared / all;
}

/**
 * The MASI distance of two sets, 1 − J · M: J is what they share of all, and M 1 of equal sets, 2/3 where one holds the other,
 * 1/3 where both share something and each has something of its own, 0 where they share nothing. 0 of two empty sets.
 * Passonneau 2006, Measuring Agreement on Set-valued Items (MASI), LREC.
 */
export function masiDistance(a: Words, b: Words): number {
  const { shared, all } = overlapOf(a, b);
  if (all === 0) return 0;
  if (shared === 0) return 1;
  const monotony = shared === all ? 1 : shared === Math.min(a.length, b.length) ? 2 / 3 : 1 / 3;
  return 1 - (shared / all) * monotony;
}

function overlapOf(a: Words, b: Words): { shared: number; all: number } {
  const inB = new Set(b);
  const shared = a.filter((word) => inB.has(word)).length;
  return { shared, all: a.length + b.length - shared };
}
