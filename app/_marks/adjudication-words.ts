import type { Agreement, UnitState } from '@/lib/domain/adjudication/adjudication-unit';
import type { AdjudicationOutcome } from '@/lib/domain/vocabulary';

const AGREEMENT_WORDS: Record<Agreement, string> = {
  exact: 'All marked the same words and say the same of them.',
  spans: 'All marked the same words and say different things of them.',
  overlap: 'The marks begin or end in different places.',
  kinds: 'The same words were marked as different kinds.',
  alone: 'One annotator alone marked this.',
};
/** How far the marks of a unit agree. */
export const wordsOfAgreement = (agreement: Agreement): string => AGREEMENT_WORDS[agreement];

const STATE_WORDS: Record<UnitState, string> = {
  open: 'Open',
  decided: 'Decided',
  disagreement: 'Kept as a disagreement',
  changed: 'Changed since it was decided',
};
export const wordOfUnitState = (state: UnitState): string => STATE_WORDS[state];

const OUTCOME_WORDS: Record<AdjudicationOutcome, string> = {
  take: 'Taken',
  both: 'Several taken',
  edit: 'Taken with changes',
  none: 'None of them stands',
  disagreement: 'Kept as a disagreement',
  merged: 'Merged because all agree',
};
/** What a decision came to. */
export const wordOfOutcome = (outcome: AdjudicationOutcome): string => OUTCOME_WORDS[outcome];
