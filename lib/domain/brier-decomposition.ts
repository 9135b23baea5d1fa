import { meanOf } from './brier';
import { binned, type PointForecast } from './probability-bins';

/** The five parts of a Brier score over binned forecasts. */
export interface BrierParts {
  n: number;
  reliability: number;
  resolution: number;
  uncertainty: number;
  withinBinVariance: number;
  withinBinCovariance: number;
  /** reliability − resolution + uncertainty + within-bin variance − within-bin covariance. */
  brier: number;
}

/**
 * The exact decomposition of the Brier score of point forecasts over bins of width 0.1, or null for none. With n_k
 * forecasts f_kj and outcomes o_kj in bin k, their means f̄_k and ō_k, and the base rate ō:
 *
 *   reliability  Σ n_k (f̄_k − ō_k)² / n        resolution  Σ n_k (ō_k − ō)² / n        uncertainty  ō (1 − ō)
 *   within-bin variance  ΣΣ (f_kj − f̄_k)² / n   within-bin covariance  2 ΣΣ (f_kj − f̄_k)(o_kj − ō_k) / n
 *
 * Stephenson, Coelho and Jolliffe 2008, Two Extra Components in the Brier Score Decomposition, Weather and Forecasting
 * 23, 752–757. Without the last two (Murphy 1973) the sum is right only where all forecasts of a bin are equal.
 */
export function brierDecomposition(forecasts: readonly PointForecast[]): BrierParts | null {
  const n = forecasts.length;
  if (n === 0) return null;
  const baseRate = meanOf(forecasts.map(({ outcome }) => outcome));
  const sums = { reliability: 0, resolution: 0, withinBinVariance: 0, withinBinCovariance: 0 };
  for (const { forecasts: held } of binned(forecasts)) {
    const forecast = meanOf(held.map(({ probability }) => probability));
    const observed = meanOf(held.map(({ outcome }) => outcome));
    sums.reliability += held.length * (forecast - observed) ** 2;
    sums.resolution += held.length * (observed - baseRate) ** 2;
    for (const { probability, outcome } of held) {
      sums.withinBinVariance += (probability - forecast) ** 2;
      sums.withinBinCovariance += 2 * (probability - forecast) * (outcome - observed);
    }
  }
  const reliability = sums.reliability / n;
  const resolution = sums.resolution / n;
  const uncertainty = baseRate * (1 - baseRate);
  const withinBinVariance = sums.withinBinVariance / n;
  const withinBinCovariance = sums.withinBinCovariance / n;
  return {
    n,
    reliability,
    resolution,
    uncertainty,
    withinBinVariance,
    withinBinCovariance,
    brier: reliability - resolution + uncertainty + withinBinVariance - withinBinCovariance,
  };
}
