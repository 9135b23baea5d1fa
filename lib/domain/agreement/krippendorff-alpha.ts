/** The values that the observers gave one unit, those who gave none left out. */
export type UnitValues<V> = readonly V[];

/**
 * Krippendorff's alpha for any number of observers with values missing: 1 − (n − 1) Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k),
 * over the coincidences o of all pairs of values within units. `order` makes it ordinal and lists the values from lowest
 * to highest; without it alpha is nominal. Units with fewer than two values are left out. Null where nothing is paired, or
 * all paired values are the same: then chance could not disagree. Throws for a value that is not in `order`.
 * Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha<V extends string | number | boolean>(
  units: readonly UnitValues<V>[],
  order?: readonly V[],
): number | null {
  const paired = units.filter((values) => values.length > 1);
  const values = order ?? [...new Set(paired.flat())];
  const placeOf = new Map(values.map((value, i) => [value, i]));
  const coincidences = coincidencesOf(paired, placeOf);
  const totals = coincidences.map((row) => row.reduce((sum, count) => sum + count, 0));
  const difference = order ? ordinalDifference(totals) : (c: number, k: number) => (c === k ? 0 : 1);
  let [observed, expected] = [0, 0];
  totals.forEach((ofC, c) =>
    totals.forEach((ofK, k) => {
      observed += coincidences[c]![k]! * difference(c, k);
      expected += ofC * ofK * difference(c, k);
    }),
  );
  if (expected === 0) return null;
  const n = totals.reduce((sum, count) => sum + count, 0);
  return 1 - ((n - 1) * observed) / expected;
}

/** Each pair of values of a unit, in both orders, counts 1 / (values of the unit − 1). */
function coincidencesOf<V>(units: readonly UnitValues<V>[], placeOf: ReadonlyMap<V, number>): number[][] {
  const counts = Array.from({ length: placeOf.size }, () => new Array<number>(placeOf.size).fill(0));
  for (const values of units) {
    const places = values.map((value) => {
      const place = placeOf.get(value);
      if (place === undefined) throw new Error(`the order of values has no ${String(value)}`);
      return place;
    });
    places.forEach((c, i) =>
      places.forEach((k, j) => {
        if (i !== j) counts[c]![k]! += 1 / (values.length - 1);
      }),
    );
  }
  return counts;
}

/** δ²(c,k) = (Σ n(g) for g from c to k − (n(c) + n(k)) / 2)². */
function ordinalDifference(totals: readonly number[]): (c: number, k: number) => number {
  const upTo = [0];
  for (const total of totals) upTo.push(upTo.at(-1)! + total);
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    return (upTo[high + 1]! - upTo[low]! - (totals[c]! + totals[k]!) / 2) ** 2;
  };
}
