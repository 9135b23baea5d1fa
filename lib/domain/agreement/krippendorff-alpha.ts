/** The values that the observers gave one unit, those who gave none left out. */
export type UnitValues<V> = readonly V[];

type Label = string | number | boolean;

/**
 * Krippendorff's alpha for any number of observers with values missing: 1 − Do / De = 1 − (n − 1) Σ o(c,k) δ²(c,k) /
 * Σ n(c) n(k) δ²(c,k), over the coincidences o of all pairs of values within units. `order` makes it ordinal and lists the
 * values from lowest to highest; without it alpha is nominal. Units with fewer than two values are left out. Null where
 * nothing is paired, or all paired values are the same: then chance could not disagree. Throws for a value that is not in
 * `order`. Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha<V extends Label>(
  units: readonly UnitValues<V>[],
  order?: readonly V[],
): number | null {
  return order ? ordinalAlpha(units, order) : nominalAlpha(units);
}

function nominalAlpha<V extends Label>(units: readonly UnitValues<V>[]): number | null {
  const paired = pairedUnits(units);
  let [n, same] = [0, 0];
  for (const total of countsIn(paired).values()) {
    n += total;
    same += total ** 2;
  }
  const expected = n ** 2 - same;
  return alphaFrom(
    n,
    observedIn(paired, (c, k) => (c === k ? 0 : 1)),
    expected,
  );
}

/**
 * δ²(c,k) = (Σ n(g) for g from c to k − (n(c) + n(k)) / 2)². With the middle rank r of each value among all paired ones,
 * which is what stands before it and half of its own, that is (r(k) − r(c))²: the interval difference of ranks.
 */
function ordinalAlpha<V extends Label>(units: readonly UnitValues<V>[], order: readonly V[]): number | null {
  const counts = countsIn(pairedUnits(units));
  const ranks = new Map<V, number>();
  let before = 0;
  for (const value of order) {
    const count = counts.get(value) ?? 0;
    ranks.set(value, before + count / 2);
    before += count;
  }
  const rankOf = (value: V): number => {
    const rank = ranks.get(value);
    if (rank === undefined) throw new Error(`the order of values has no ${String(value)}`);
    return rank;
  };
  return intervalAlpha(units.map((values) => values.map(rankOf)));
}

/**
 * Alpha of numbers whose distances say how far values are apart: δ²(c,k) = (c − k)². Otherwise as
 * {@link krippendorffAlpha}.
 */
export function intervalAlpha(units: readonly UnitValues<number>[]): number | null {
  const paired = pairedUnits(units);
  const all = paired.flat();
  const middle = sum(all) / all.length;
  let spread = 0;
  for (const value of all) spread += (value - middle) ** 2;
  // Σ Σ (c − k)² over all pairs is 2 n Σ (c − mean)². Values that are all the same differ from their mean by rounding alone.
  const expected = all.every((value) => value === all[0]) ? 0 : 2 * all.length * spread;
  return alphaFrom(
    all.length,
    observedIn(paired, (c, k) => (c - k) ** 2),
    expected,
  );
}

/**
 * Alpha of numbers with a true zero, none of them negative: δ²(c,k) = ((c − k) / (c + k))², 0 of two zeros. Otherwise as
 * {@link krippendorffAlpha}.
 */
export const ratioAlpha = (units: readonly UnitValues<number>[]): number | null =>
  alphaByDifference(
    units,
    (value) => value,
    (c, k) => (c === k ? 0 : ((c - k) / (c + k)) ** 2),
  );

/**
 * Alpha by any difference of values, which takes the place of δ²: 0 of the same values, and the same both ways. `keyOf` is
 * the same for the same values alone. Otherwise as {@link krippendorffAlpha}.
 */
export function alphaByDifference<V>(
  units: readonly UnitValues<V>[],
  keyOf: (value: V) => Label,
  difference: (c: V, k: V) => number,
): number | null {
  const paired = pairedUnits(units);
  const counts = new Map<Label, { value: V; count: number }>();
  for (const unit of paired)
    for (const value of unit) {
      const key = keyOf(value);
      const held = counts.get(key);
      if (held) held.count++;
      else counts.set(key, { value, count: 1 });
    }
  const values = [...counts.values()];
  let [n, expected] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const c = values[i]!;
    n += c.count;
    for (let j = i + 1; j < values.length; j++)
      expected += 2 * c.count * values[j]!.count * difference(c.value, values[j]!.value);
  }
  return alphaFrom(n, observedIn(paired, difference), expected);
}

const pairedUnits = <V>(units: readonly UnitValues<V>[]): UnitValues<V>[] =>
  units.filter((values) => values.length > 1);

const alphaFrom = (n: number, observed: number, expected: number): number | null =>
  expected === 0 ? null : 1 - ((n - 1) * observed) / expected;

/** The differences of all pairs of values within units, in both orders; each counts 1 / (values of the unit − 1). */
function observedIn<V>(units: readonly UnitValues<V>[], difference: (c: V, k: V) => number): number {
  let observed = 0;
  for (const values of units) {
    let within = 0;
    for (let i = 0; i < values.length; i++)
      for (let j = i + 1; j < values.length; j++) within += difference(values[i]!, values[j]!);
    observed += (2 * within) / (values.length - 1);
  }
  return observed;
}

function countsIn<V>(units: readonly UnitValues<V>[]): Map<V, number> {
  const counts = new Map<V, number>();
  for (const values of units) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
