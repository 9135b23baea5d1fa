import type { Annotation } from './annotation';
import { wordsOf } from './annotation-words';
import { dayIn } from './prediction';

/** By which measure an outcome is judged, and whether that was there before the outcome was known. */
export interface ResolutionMeasure {
  criteria: string;
  criteriaPostHoc: boolean;
}

/**
 * The measure of a resolution: the criteria as written, else those given with the outcome, else the prediction's own
 * words. They were there before when they were written on or before the day on which the outcome became known, which is
 * also the first day that any earlier resolution names: an outcome that was once recorded was known.
 */
export function resolutionMeasure(
  { spans, prediction, tracking }: Pick<Annotation, 'spans' | 'prediction' | 'tracking'>,
  given: {
    criteria: string | null;
    outcomeKnownAt: string;
    knownBefore: readonly string[];
    timeZone: string;
  },
): ResolutionMeasure {
  const written = prediction?.criteria ?? null;
  if (written === null) return { criteria: given.criteria ?? wordsOf({ spans }), criteriaPostHoc: true };
  const writtenAt = tracking?.criteriaWrittenAt;
  const firstKnown = [given.outcomeKnownAt, ...given.knownBefore].sort()[0]!;
  const isLate =
    writtenAt !== null && writtenAt !== undefined && dayIn(given.timeZone, new Date(writtenAt)) > firstKnown;
  return { criteria: written, criteriaPostHoc: isLate };
}
