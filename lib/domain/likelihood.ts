import { numberInWords } from './likelihood-number';
import type { Interval, LikelihoodScale } from './likelihood-scale';
import { isChanging, isFiller, isHedge, isNegating, likelihoodTokens } from './likelihood-words';

/**
 * How surely a prediction was said.
 * - `number`: with a probability, as an interval.
 * - `categorical`: flatly ("will", "will not", "would"): no number, so that only the hit rate counts it.
 * - `unscaled`: in words that the scale does not hold ("is expected to"): no number either.
 * - `unstated`: nobody wrote the words down: no number either.
 * - `hedge`: a bare "could", "may", "might", "possible": says that something is not excluded. Never scored.
 */
export const LIKELIHOOD_CLASSES = ['number', 'categorical', 'unscaled', 'unstated', 'hedge'] as const;
export type LikelihoodClass = (typeof LIKELIHOOD_CLASSES)[number];

/** Where a number comes from: the annotation's own field, a number printed in the words, or the scale. */
export type LikelihoodBasis = 'probability' | 'printed' | 'scale';

export type Likelihood =
  | {
      class: 'number';
      /** The probability that the prediction, as it was said, comes true. */
      interval: Interval;
      basis: LikelihoodBasis;
    }
  | { class: Exclude<LikelihoodClass, 'number'> };

/**
 * The likelihood of a prediction, read with one version of a scale. The annotation's own `probability` comes first,
 * then a number printed in the words, then the longest words of the scale.
 *
 * The status of a prediction judges it as it was said, so the interval is turned that way: "unlikely" (20–45 % that it
 * happens) says that it will not, with 55–80 %, and came true when nothing happened; "will probably not" is "probably",
 * said of what will not be. A printed number is left as it is: a 30 % chance came true when the event did.
 */
export function likelihoodOf(
  { likelihoodWords, probability }: { likelihoodWords: string | null; probability: number | null },
  scale: LikelihoodScale,
): Likelihood {
  if (probability !== null) return numbered({ low: probability, high: probability }, 'probability');
  if (!likelihoodWords?.trim()) return { class: 'unstated' };
  const printed = numberInWords(likelihoodWords);
  if (printed) return numbered(printed, 'printed');
  return likelihoodOfTokens(likelihoodTokens(likelihoodWords), scale);
}

const numbered = (interval: Interval, basis: LikelihoodBasis): Likelihood => ({
  class: 'number',
  interval,
  basis,
});

function likelihoodOfTokens(all: readonly string[], scale: LikelihoodScale): Likelihood {
  const tokens = all.filter((token) => !isFiller(token));
  const found = longestMatch(tokens, scale);
  if (found) return likelihoodOfMatch(tokens, found);
  const rest = tokens.filter((token) => !isNegating(token));
  if (rest.some(isHedge)) return { class: 'hedge' };
  return { class: rest.length === 0 ? 'categorical' : 'unscaled' };
}

interface Match {
  start: number;
  end: number;
  interval: Interval;
}

function likelihoodOfMatch(tokens: readonly string[], { start, end, interval }: Match): Likelihood {
  // "more likely than not" and "very likely" are other words than "likely", where the scale does not hold them.
  if (isChanging(tokens[start - 1]) || tokens[end] === 'than') return { class: 'unscaled' };
  // "not certain" is no "certainly not": what denies the words themselves leaves no number.
  if (tokens.slice(0, start).some(isNegating)) return { class: 'unscaled' };
  const isDenied = tokens.slice(end).some(isNegating);
  const leansAgainst = leaningOf(interval) === 0;
  if (leansAgainst && isDenied) return { class: 'unscaled' };
  return numbered(leansAgainst ? complementOf(interval) : interval, 'scale');
}

/** Which way an interval leans: 1 where it lies at even or above, 0 at even or below, null where it holds both sides. */
export function leaningOf({ low, high }: Interval): 0 | 1 | null {
  if (low === 0.5 && high === 0.5) return null;
  if (low >= 0.5) return 1;
  return high <= 0.5 ? 0 : null;
}

/** The interval of the contrary. */
export const complementOf = ({ low, high }: Interval): Interval => ({
  low: without(high),
  high: without(low),
});
/** Rounded, so that what is 0.3 in a table is 0.3 here. */
const without = (probability: number): number => Math.round((1 - probability) * 1e12) / 1e12;

/** The longest words of the scale that stand in the tokens together; of equally long ones the first. */
function longestMatch(tokens: readonly string[], scale: LikelihoodScale): Match | null {
  let best: Match | null = null;
  for (const { low, high, words } of scale.entries)
    for (const phrase of words) {
      const wanted = likelihoodTokens(phrase).filter((token) => !isFiller(token));
      const start = wanted.length === 0 ? -1 : indexOfRun(tokens, wanted);
      if (start < 0 || (best && wanted.length <= best.end - best.start)) continue;
      best = { start, end: start + wanted.length, interval: { low, high } };
    }
  return best;
}

function indexOfRun(tokens: readonly string[], wanted: readonly string[]): number {
  for (let at = 0; at + wanted.length <= tokens.length; at++)
    if (wanted.every((token, i) => tokens[at + i] === token)) return at;
  return -1;
}
