/**
 * Cohen's kappa of two observers' values of the same units: (po − pe) / (1 − pe). Null for no units, and where both gave
 * one and the same value throughout: then chance alone agrees everywhere. Cohen 1960, Educational and Psychological
 * Measurement 20, 37–46.
 */
export function cohenKappa<V>(pairs: readonly (readonly [a: V, b: V])[]): number | null {
  const n = pairs.length;
  const [ofA, ofB] = [countsOf(pairs.map(([a]) => a)), countsOf(pairs.map(([, b]) => b))];
  const agreed = pairs.filter(([a, b]) => a === b).length;
  let chance = 0;
  for (const [value, count] of ofA) chance += count * (ofB.get(value) ?? 0);
  if (chance === n * n) return null;
  return (n * agreed - chance) / (n * n - chance);
}

function countsOf<V>(values: readonly V[]): Map<V, number> {
  const counts = new Map<V, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
