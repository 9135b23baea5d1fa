import type { Interval } from '../likelihood-scale';
import type { Draw } from './seeded-random';

/**
 * The bootstrap's draws of articles with replacement: for each draw, how often each of `articles` came up. `draw` is the
 * chance. Efron 1979, Annals of Statistics 7, 1–26.
 */
export function drawnWeights(articles: number, draws: number, draw: Draw): Uint16Array[] {
  return Array.from({ length: draws }, () => {
    const weights = new Uint16Array(articles);
    for (let i = 0; i < articles; i++) weights[draw(articles)]!++;
    return weights;
  });
}

/**
 * The percentile interval of 95 % of a figure over the draws: the smallest drawn value that at least 2.5 % do not exceed,
 * and the smallest that at least 97.5 % do not. Draws in which the figure is undefined are left out; null where it is
 * undefined in all. Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13.
 */
export function percentileInterval(drawn: readonly (number | null)[]): Interval | null {
  const values = drawn.filter((value) => value !== null).sort((a, b) => a - b);
  if (values.length === 0) return null;
  const at = (share: number): number => values[Math.max(0, Math.ceil(share * values.length) - 1)]!;
  return { low: at(0.025), high: at(0.975) };
}
