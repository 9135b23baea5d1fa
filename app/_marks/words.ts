import type {
  AnchorState,
  Basis,
  ConditionState,
  Kind,
  Polarity,
  PredictionState,
  QuoteForm,
  SourceType,
  Status,
} from '@/lib/domain/vocabulary';

/*
 * What the interface calls the words of the vocabulary: those that the reading room shows at once. What belongs to one
 * part of the app stands in a file of its own beside this one, so that the room does not send it.
 */

const KIND_WORDS: Record<Kind, { one: string; many: string }> = {
  claim: { one: 'Claim', many: 'Claims' },
  quote: { one: 'Quote', many: 'Quotes' },
  prediction: { one: 'Prediction', many: 'Predictions' },
};
export const wordOfKind = (kind: Kind): string => KIND_WORDS[kind].one;
export const pluralOfKind = (kind: Kind): string => KIND_WORDS[kind].many;

/** What a status says at a glance; its colour comes from here and never stands alone. */
export type Tone = 'neutral' | 'good' | 'mixed' | 'bad';
const STATUS_WORDS: Record<Status, { word: string; tone: Tone }> = {
  unverified: { word: 'Unverified', tone: 'neutral' },
  in_review: { word: 'In review', tone: 'neutral' },
  supported: { word: 'Supported', tone: 'good' },
  refuted: { word: 'Refuted', tone: 'bad' },
  conflicting: { word: 'Conflicting evidence', tone: 'mixed' },
  not_enough_evidence: { word: 'Not enough evidence', tone: 'neutral' },
  accurate: { word: 'Accurate', tone: 'good' },
  altered: { word: 'Altered', tone: 'mixed' },
  out_of_context: { word: 'Out of context', tone: 'mixed' },
  misattributed: { word: 'Misattributed', tone: 'bad' },
  fabricated: { word: 'Fabricated', tone: 'bad' },
  pending: { word: 'Pending', tone: 'neutral' },
  came_true: { word: 'Came true', tone: 'good' },
  partly_true: { word: 'Came true in part', tone: 'mixed' },
  did_not_come_true: { word: 'Did not come true', tone: 'bad' },
  condition_not_met: { word: 'Condition not met', tone: 'neutral' },
  unresolvable: { word: 'Unresolvable', tone: 'neutral' },
};
export const wordOfStatus = (status: Status): string => STATUS_WORDS[status].word;
export const toneOfStatus = (status: Status): Tone => STATUS_WORDS[status].tone;

const STATE_WORDS: Record<PredictionState, string> = {
  open: 'Open',
  due: 'Due',
  overdue: 'Overdue',
  resolved: 'Resolved',
  void: 'Void',
};
export const wordOfPredictionState = (state: PredictionState): string => STATE_WORDS[state];

const SOURCE_WORDS: Record<SourceType, string> = {
  person: 'Person',
  organisation: 'Organisation',
  outlet: 'Outlet',
  document: 'Document',
  anonymous: 'Unnamed source',
  author: 'The article’s author',
};
export const wordOfSourceType = (type: SourceType): string => SOURCE_WORDS[type];

const FORM_WORDS: Record<QuoteForm, string> = {
  direct: 'Direct',
  indirect: 'Indirect',
  mixed: 'Mixed',
};
export const wordOfQuoteForm = (form: QuoteForm): string => FORM_WORDS[form];

const ANCHOR_WORDS: Record<AnchorState, { word: string; is: string }> = {
  exact: { word: 'Unchanged', is: 'The same words in the same place' },
  moved: { word: 'Moved', is: 'The same words elsewhere in the new text' },
  changed: { word: 'Changed', is: 'The words differ in the new text; look again' },
  orphaned: { word: 'Gone', is: 'The new text no longer has these words' },
};
export const wordOfAnchor = (state: AnchorState): string => ANCHOR_WORDS[state].word;
export const meaningOfAnchor = (state: AnchorState): string => ANCHOR_WORDS[state].is;

const BASIS_WORDS: Record<Basis, string> = {
  stated: 'Printed in the text',
  inferred: 'Inferred from the text',
  editor: 'Entered by an editor',
};
export const wordOfBasis = (basis: Basis): string => BASIS_WORDS[basis];

const DEADLINE_BASIS_WORDS: Record<Basis, string> = {
  stated: 'printed in the words',
  inferred: 'read from the words',
  editor: 'set by an editor',
};
/** Where a prediction's deadline comes from. */
export const wordOfDeadlineBasis = (basis: Basis): string => DEADLINE_BASIS_WORDS[basis];

const POLARITY_WORDS: Record<Polarity, string> = { will: 'Will happen', will_not: 'Will not happen' };
export const wordOfPolarity = (polarity: Polarity): string => POLARITY_WORDS[polarity];

const CONDITION_WORDS: Record<ConditionState, string> = { open: 'Open', met: 'Met', not_met: 'Not met' };
/** How a condition stands. */
export const wordOfConditionState = (state: ConditionState): string => CONDITION_WORDS[state];
