import { type Interval, midpointOf } from './likelihood-scale';

export type Outcome = 0 | 1;

/** A forecast with a probability, and what came of it: 1 when it came true as it was said. */
export interface ScoredForecast {
  interval: Interval;
  outcome: Outcome;
}

/** A mean over `n` forecasts: lowest and highest over the intervals, and with every interval at its midpoint. */
export interface Bounds extends Interval {
  n: number;
  mid: number;
}

/** The Brier score of one forecast: (p − o)². Brier 1950, Monthly Weather Review 78, 1–3, in the form for one event. */
export const brierOf = (probability: number, outcome: Outcome): number => (probability - outcome) ** 2;

/** The score's lowest and highest value over an interval; it is monotone there, so that the ends decide. */
export function brierInterval({ low, high }: Interval, outcome: Outcome): Interval {
  const ends = [brierOf(low, outcome), brierOf(high, outcome)];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The mean Brier score as bounds over the intervals, or null for no forecasts. 0 is perfect, 1 the worst. */
export function brierBounds(forecasts: readonly ScoredForecast[]): Bounds | null {
  if (forecasts.length === 0) return null;
  const spans = forecasts.map(({ interval, outcome }) => brierInterval(interval, outcome));
  return {
    n: forecasts.length,
    low: meanOf(spans.map(({ low }) => low)),
    mid: meanOf(forecasts.map(({ interval, outcome }) => brierOf(midpointOf(interval), outcome))),
    high: meanOf(spans.map(({ high }) => high)),
  };
}

/**
 * The bounds when some outcomes are known only as "in part": each of them may count as 0 or as 1, and its probability
 * lie anywhere in its interval. No midpoint: half of an outcome is none.
 */
export function brierBoundsWithPartial(
  forecasts: readonly ScoredForecast[],
  partial: readonly Interval[],
): (Interval & { n: number }) | null {
  const n = forecasts.length + partial.length;
  if (n === 0) return null;
  const spans = [
    ...forecasts.map(({ interval, outcome }) => brierInterval(interval, outcome)),
    ...partial.map((interval) => {
      const [failed, came] = [brierInterval(interval, 0), brierInterval(interval, 1)];
      return { low: Math.min(failed.low, came.low), high: Math.max(failed.high, came.high) };
    }),
  ];
  return { n, low: meanOf(spans.map(({ low }) => low)), high: meanOf(spans.map(({ high }) => high)) };
}

/**
 * The Brier skill score against always naming the base rate of these same outcomes: 1 − B / (ō(1 − ō)), as bounds; 0 is
 * no better than the base rate, 1 perfect. Null where all outcomes are the same: then there is nothing to beat.
 * Wilks, Statistical Methods in the Atmospheric Sciences, on the Brier skill score with the sample climatology.
 */
export function skillAgainstBaseRate(
  brier: Bounds,
  outcomes: readonly Outcome[],
): (Bounds & { baseRate: number }) | null {
  const baseRate = meanOf(outcomes);
  const reference = baseRate * (1 - baseRate);
  if (outcomes.length === 0 || reference === 0) return null;
  const skillOf = (score: number): number => 1 - score / reference;
  return {
    n: brier.n,
    baseRate,
    low: skillOf(brier.high),
    mid: skillOf(brier.mid),
    high: skillOf(brier.low),
  };
}

/** The arithmetic mean; of nothing it is NaN. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
