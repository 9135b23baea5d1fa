import type { Interval } from './likelihood-scale';

/** The 97.5th percentile of the standard normal distribution: intervals of 95 %. */
export const Z_95 = 1.959963984540054;

/** A share of `n` with its interval of 95 %. */
export interface Share {
  count: number;
  n: number;
  rate: number;
  interval: Interval;
}

/**
 * The Wilson score interval of a proportion, without correction for continuity, or null for no trials. `0 ≤ count ≤ n`.
 * (count + z²/2 ± z·√(count(n − count)/n + z²/4)) / (n + z²). Wilson 1927, JASA 22, 209–212; method 3 of Newcombe
 * 1998, Statistics in Medicine 17, 857–872.
 */
export function wilsonInterval(count: number, n: number, z: number = Z_95): Interval | null {
  if (n === 0) return null;
  const centre = count + (z * z) / 2;
  const reach = z * Math.sqrt((count * (n - count)) / n + (z * z) / 4);
  const whole = n + z * z;
  // Rounding must not lift the lower end of none, nor lower the upper end of all.
  return {
    low: count === 0 ? 0 : (centre - reach) / whole,
    high: count === n ? 1 : (centre + reach) / whole,
  };
}

/** A count of `n` as a share, or null for none of none. */
export function shareOf(count: number, n: number): Share | null {
  const interval = wilsonInterval(count, n);
  return interval && { count, n, rate: count / n, interval };
}
