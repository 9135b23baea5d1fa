import type { Status } from './vocabulary';

/** A verdict as schema.org's `Rating` can say it: its words, and a number from 1 (worst) to 5 (best) or none. */
export interface ClaimRating {
  words: string;
  value: number | null;
}

/** The ends of the scale that the numbers of {@link ratingOf} lie on. */
export const RATING_SCALE = { worst: 1, best: 5 } as const;

/**
 * The numbers are for machines that sort fact checks; people are shown the words. What was not settled has none, and
 * neither has a prediction: a forecast was no statement of fact when it was made, so that no number says how true it
 * was. A quote's number says whether these words were said by this source.
 */
const RATINGS: Partial<Record<Status, ClaimRating>> = {
  supported: { words: 'Supported', value: 5 },
  conflicting: { words: 'Conflicting evidence', value: 3 },
  refuted: { words: 'Refuted', value: 1 },
  not_enough_evidence: { words: 'Not enough evidence', value: null },
  accurate: { words: 'Accurate', value: 5 },
  altered: { words: 'Altered', value: 3 },
  out_of_context: { words: 'Out of context', value: 3 },
  misattributed: { words: 'Misattributed', value: 1 },
  fabricated: { words: 'Fabricated', value: 1 },
  came_true: { words: 'Came true', value: null },
  partly_true: { words: 'Came true in part', value: null },
  did_not_come_true: { words: 'Did not come true', value: null },
  condition_not_met: { words: 'Condition not met', value: null },
  unresolvable: { words: 'Unresolvable', value: null },
};

/** The rating that a verdict is published with; null where nothing is decided. */
export const ratingOf = (status: Status): ClaimRating | null => RATINGS[status] ?? null;
