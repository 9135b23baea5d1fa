import { meanOf, type Outcome } from './brier';
import { type Share, shareOf } from './wilson';

/** The width of a bin: 0.1, so that there are ten; the last holds 1 too. */
export const BINS = 10;

export interface PointForecast {
  probability: number;
  outcome: Outcome;
}

/** The number of the bin of a probability: 0 for [0, 0.1), … 9 for [0.9, 1]. Robust to rounding: 1 − 0.9 lies in bin 1. */
export const binOf = (probability: number): number =>
  Math.min(BINS - 1, Math.floor(Math.round(probability * BINS * 1e9) / 1e9));

export interface ProbabilityBin {
  bin: number;
  forecasts: PointForecast[];
}

/** The bins that hold any forecast, in order. */
export function binned(forecasts: readonly PointForecast[]): ProbabilityBin[] {
  const bins = new Map<number, PointForecast[]>();
  for (const forecast of forecasts) {
    const bin = binOf(forecast.probability);
    bins.set(bin, [...(bins.get(bin) ?? []), forecast]);
  }
  return [...bins].map(([bin, held]) => ({ bin, forecasts: held })).sort((a, b) => a.bin - b.bin);
}

/** One point of a calibration curve: the mean forecast of a bin against how often it came true. */
export interface CalibrationPoint {
  /** The bin's ends. */
  from: number;
  to: number;
  meanForecast: number;
  observed: Share;
}

/** The calibration curve (reliability diagram): one point for each bin that holds a forecast. */
export const calibrationCurve = (forecasts: readonly PointForecast[]): CalibrationPoint[] =>
  binned(forecasts).map(({ bin, forecasts: held }) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    meanForecast: meanOf(held.map(({ probability }) => probability)),
    observed: shareOf(held.filter(({ outcome }) => outcome === 1).length, held.length)!,
  }));
