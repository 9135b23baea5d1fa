import type { CheckPriority, DeskReason, DueState } from '@/lib/domain/vocabulary';

/* What the interface calls the words of the desk; apart from the others, because few pages need them. */

const PRIORITY_WORDS: Record<CheckPriority, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};
export const wordOfPriority = (priority: CheckPriority): string => PRIORITY_WORDS[priority];

/** `why` fits beside the words that wait, `which` after "Show": what waits for this reason. */
const REASON_WORDS: Record<DeskReason, { why: string; which: string }> = {
  prediction_overdue: { why: 'Prediction overdue', which: 'overdue predictions' },
  prediction_due: { why: 'Prediction due', which: 'predictions due within a week' },
  recheck: { why: 'Changed by a revision', which: 'what a revision changed' },
  disagreement: { why: 'Contradicted elsewhere', which: 'what another article contradicts' },
  approval: { why: 'Awaits a second pair of eyes', which: 'decisions that await a second pair of eyes' },
  settling: { why: 'May be settled', which: 'predictions that an article may settle' },
  correction: { why: 'Correction asked for', which: 'what readers ask to correct' },
  question: { why: 'Question for the editor', which: 'questions for the editor' },
  orphaned: { why: 'Words gone', which: 'what lost its words' },
  in_review: { why: 'In review', which: 'what is in review' },
  claim_unverified: { why: 'Claim unverified', which: 'unverified claims' },
  quote_unchecked: { why: 'Quote to check', which: 'quotes to check' },
  asked: { why: 'Asked for', which: 'what was asked for beside these' },
};
export const wordOfReason = (reason: DeskReason): string => REASON_WORDS[reason].why;
export const waitingForReason = (reason: DeskReason): string => REASON_WORDS[reason].which;

const DUE_WORDS: Record<DueState, string> = {
  overdue: 'Overdue',
  soon: 'Due within a week',
  later: 'Due later',
  undated: 'No day given',
};
export const wordOfDueState = (state: DueState): string => DUE_WORDS[state];
