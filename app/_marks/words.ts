import type { LossSubject } from '@/lib/domain/loss-counts';
import type {
  AnchorState,
  ApprovalState,
  Basis,
  EventType,
  EvidenceOrigin,
  ExportFormat,
  Kind,
  LinkState,
  LinkType,
  ConditionState,
  Polarity,
  PredictionState,
  QuoteForm,
  RegionRole,
  Role,
  SourceType,
  Stance,
  Status,
  TextMode,
  TokenScope,
} from '@/lib/domain/vocabulary';

/* What the interface calls the words of the vocabulary. One place, so that card, table and export page agree. */

const KIND_WORDS: Record<Kind, { one: string; many: string }> = {
  claim: { one: 'Claim', many: 'Claims' },
  quote: { one: 'Quote', many: 'Quotes' },
  prediction: { one: 'Prediction', many: 'Predictions' },
};
export const wordOfKind = (kind: Kind): string => KIND_WORDS[kind].one;
export const pluralOfKind = (kind: Kind): string => KIND_WORDS[kind].many;

const LINK_WORDS: Record<LinkType, { verb: string; noun: string; sides: readonly [string, string] }> = {
  contradicts: { verb: 'Contradicts', noun: 'Contradictions', sides: ['The first says', 'The second says'] },
  same: { verb: 'Says the same', noun: 'The same said twice', sides: ['The first says', 'The second says'] },
  updates: { verb: 'Updates', noun: 'Updates', sides: ['The later one', 'The earlier one'] },
  resolves: {
    verb: 'Tells what became of it',
    noun: 'Outcomes reported',
    sides: ['Reported later', 'Foretold'],
  },
};
export const wordOfLink = (type: LinkType): string => LINK_WORDS[type].verb;
export const pluralOfLink = (type: LinkType): string => LINK_WORDS[type].noun;
/** What stands over each side of a link. */
export const sidesOfLink = (type: LinkType): readonly [string, string] => LINK_WORDS[type].sides;
const LINK_STATE_WORDS: Record<LinkState, string> = {
  proposed: 'To be decided',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
};
export const wordOfLinkState = (state: LinkState): string => LINK_STATE_WORDS[state];

/** What a status says at a glance; its colour comes from here and never stands alone. */
export type Tone = 'neutral' | 'good' | 'mixed' | 'bad';
const STATUS_WORDS: Record<Status, { word: string; tone: Tone; is: string }> = {
  unverified: { word: 'Unverified', tone: 'neutral', is: 'Nobody has checked it yet' },
  in_review: { word: 'In review', tone: 'neutral', is: 'Somebody is checking it' },
  supported: { word: 'Supported', tone: 'good', is: 'The evidence bears it out' },
  refuted: { word: 'Refuted', tone: 'bad', is: 'The evidence speaks against it' },
  conflicting: {
    word: 'Conflicting evidence',
    tone: 'mixed',
    is: 'Evidence stands on both sides, or was picked from one',
  },
  not_enough_evidence: {
    word: 'Not enough evidence',
    tone: 'neutral',
    is: 'What was found does not settle it',
  },
  accurate: { word: 'Accurate', tone: 'good', is: 'Said so, by this source' },
  altered: { word: 'Altered', tone: 'mixed', is: 'The words differ from what was said' },
  out_of_context: {
    word: 'Out of context',
    tone: 'mixed',
    is: 'Said, but it meant something else where it was said',
  },
  misattributed: { word: 'Misattributed', tone: 'bad', is: 'Said, but by somebody else' },
  fabricated: { word: 'Fabricated', tone: 'bad', is: 'Never said' },
  pending: { word: 'Pending', tone: 'neutral', is: 'Its outcome is not known yet' },
  came_true: { word: 'Came true', tone: 'good', is: 'It happened as foretold' },
  partly_true: { word: 'Came true in part', tone: 'mixed', is: 'Some of it happened' },
  did_not_come_true: { word: 'Did not come true', tone: 'bad', is: 'The time passed and it did not happen' },
  condition_not_met: {
    word: 'Condition not met',
    tone: 'neutral',
    is: 'It depended on something that did not come about; not scored',
  },
  unresolvable: { word: 'Unresolvable', tone: 'neutral', is: 'Too vague to be judged; not scored' },
};
export const wordOfStatus = (status: Status): string => STATUS_WORDS[status].word;
export const meaningOfStatus = (status: Status): string => STATUS_WORDS[status].is;
export const toneOfStatus = (status: Status): Tone => STATUS_WORDS[status].tone;

const STATE_WORDS: Record<PredictionState, string> = {
  open: 'Open',
  due: 'Due',
  overdue: 'Overdue',
  resolved: 'Resolved',
  void: 'Void',
};
export const wordOfPredictionState = (state: PredictionState): string => STATE_WORDS[state];

const ROLE_WORDS: Record<Role, { word: string; may: string }> = {
  reader: { word: 'Reader', may: 'Reads articles, annotations and predictions, and exports them' },
  annotator: { word: 'Annotator', may: 'Also marks claims, quotes and predictions' },
  editor: {
    word: 'Editor',
    may: 'Also imports articles, verifies, records outcomes and keeps the sources in order',
  },
  owner: { word: 'Owner', may: 'Also manages members, invitations and the workspace itself' },
};
export const wordOfRole = (role: Role): string => ROLE_WORDS[role].word;
export const rightsOfRole = (role: Role): string => ROLE_WORDS[role].may;

const SCOPE_WORDS: Record<TokenScope, string> = { read: 'Read only', write: 'Read and write' };
export const wordOfScope = (scope: TokenScope): string => SCOPE_WORDS[scope];

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

const STANCE_WORDS: Record<Stance, string> = {
  supports: 'Supports',
  refutes: 'Refutes',
  context: 'Gives context',
};
export const wordOfStance = (stance: Stance): string => STANCE_WORDS[stance];

const ORIGIN_WORDS: Record<EvidenceOrigin, { word: string; is: string }> = {
  primary: { word: 'Primary', is: 'First-hand: the document, the recording, the witness' },
  secondary: { word: 'Secondary', is: 'Tells of what others said or wrote' },
};
export const wordOfOrigin = (origin: EvidenceOrigin): string => ORIGIN_WORDS[origin].word;
export const meaningOfOrigin = (origin: EvidenceOrigin): string => ORIGIN_WORDS[origin].is;

const APPROVAL_WORDS: Record<ApprovalState, string> = {
  awaiting: 'Waits for another editor’s approval',
  approved: 'Approved',
  declined: 'Declined',
  lapsed: 'Never approved: something else came first',
};
export const wordOfApproval = (state: ApprovalState): string => APPROVAL_WORDS[state];

const REGION_WORDS: Record<RegionRole, string> = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  byline: 'Byline',
  dateline: 'Dateline',
  body: 'Body',
  caption: 'Caption',
  metadata: 'Publisher and date',
  boilerplate: 'Page furniture',
  duplicate: 'Repeated text',
};
export const wordOfRegion = (role: RegionRole): string => REGION_WORDS[role];

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

/** Fits after a name: "Mara Lind *marked it*". */
const EVENT_WORDS: Record<EventType, string> = {
  annotation_created: 'marked it',
  annotation_revised: 'changed it',
  annotation_deleted: 'deleted it',
  annotation_restored: 'restored it',
  annotation_reanchored: 'brought it to a new revision',
  verification_recorded: 'recorded a verdict',
  comment_added: 'wrote a comment',
  comment_changed: 'changed a comment',
  comment_deleted: 'deleted a comment',
  comment_restored: 'restored a comment',
  thread_resolved: 'resolved a thread',
  thread_reopened: 'opened a thread again',
  decision_approved: 'approved the decision',
  decision_declined: 'declined the decision',
  check_changed: 'changed who checks it, and when',
  reply_logged: 'noted a right of reply',
  condition_decided: 'decided on its condition',
  criteria_locked: 'locked the criteria',
  criteria_unlocked: 'unlocked the criteria',
};
export const wordOfEvent = (type: EventType): string => EVENT_WORDS[type];

const FORMAT_WORDS: Record<ExportFormat, { word: string; is: string }> = {
  jsonl: {
    word: 'JSON Lines',
    is: 'Every field of articles, sources, annotations and verifications: for programs and for keeping',
  },
  csv: { word: 'CSV', is: 'One row per annotation, for a spreadsheet' },
  parquet: {
    word: 'Parquet',
    is: 'The same table with typed columns, for DuckDB, Spark, pandas and the like',
  },
  w3c: { word: 'W3C Web Annotation', is: 'JSON-LD that other annotation tools read' },
  claimreview: {
    word: 'ClaimReview',
    is: 'What is published, as JSON-LD that search engines and fact-check databases read',
  },
  brat: {
    word: 'brat standoff',
    is: 'For the annotation tool brat and what reads its files: an archive of texts and marks',
  },
  conll: { word: 'CoNLL', is: 'One word a line with a tag, for training taggers' },
  webanno: { word: 'WebAnno TSV', is: 'For INCEpTION and WebAnno: an archive with a table for each text' },
  labelstudio: { word: 'Label Studio', is: 'Tasks with their annotations, to be imported into Label Studio' },
  doccano: { word: 'doccano', is: 'Texts with labelled stretches, to be imported into doccano' },
  averitec: {
    word: 'AVeriTeC',
    is: 'Decided claims with their evidence, in the form of the fact-checking data set',
  },
};
export const wordOfFormat = (format: ExportFormat): string => FORMAT_WORDS[format].word;
export const meaningOfFormat = (format: ExportFormat): string => FORMAT_WORDS[format].is;

const LOSS_WORDS: Record<LossSubject, { one: string; many: string }> = {
  annotation: { one: 'annotation', many: 'annotations' },
  span: { one: 'position', many: 'positions' },
  overlap: { one: 'mark that overlaps another', many: 'marks that overlap others' },
  boundary: { one: 'mark with white space at its ends', many: 'marks with white space at their ends' },
  discontinuity: { one: 'tie between stretches', many: 'ties between stretches' },
  status: { one: 'status', many: 'statuses' },
  verification: { one: 'decision with its evidence', many: 'decisions with their evidence' },
  evidence_position: { one: 'position of evidence', many: 'positions of evidence' },
  attribution: { one: 'attribution', many: 'attributions' },
  details: { one: 'set of details', many: 'sets of details' },
  tags: { one: 'set of tags', many: 'sets of tags' },
  anchor: { one: 'sign that the text has changed', many: 'signs that the text has changed' },
};
/** So many of what an export leaves behind. */
export const countOfLosses = (subject: LossSubject, count: number): string =>
  `${count.toLocaleString('en')} ${LOSS_WORDS[subject][count === 1 ? 'one' : 'many']}`;

const TEXT_MODE_WORDS: Record<TextMode, { word: string; is: string }> = {
  full: { word: 'Full texts', is: 'The whole text of each article: only where you may pass it on' },
  excerpts: { word: 'Excerpts', is: 'The marked words and a little around them' },
  offsets: { word: 'Positions only', is: 'Where the marks lie, without the words of the articles' },
};
export const wordOfTextMode = (mode: TextMode): string => TEXT_MODE_WORDS[mode].word;
export const meaningOfTextMode = (mode: TextMode): string => TEXT_MODE_WORDS[mode].is;
