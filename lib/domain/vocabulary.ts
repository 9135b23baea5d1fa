/**
 * The closed vocabularies of the product. Everything else (zod schemas, types, the database's CHECK
 * constraints, the interface, the exports) is derived from these lists; `tests/data/vocabulary.test.ts`
 * holds the database to them.
 */

/** What a marked span is. */
export const KINDS = ['claim', 'quote', 'prediction'] as const;
export type Kind = (typeof KINDS)[number];

/** Verification statuses by kind. The first of each list is the one a new annotation has. */
export const STATUSES = {
  claim: ['unverified', 'in_review', 'supported', 'refuted', 'conflicting', 'not_enough_evidence'],
  quote: [
    'unverified',
    'in_review',
    'accurate',
    'altered',
    'out_of_context',
    'misattributed',
    'fabricated',
    'not_enough_evidence',
  ],
  prediction: [
    'pending',
    'in_review',
    'came_true',
    'partly_true',
    'did_not_come_true',
    'condition_not_met',
    'unresolvable',
  ],
} as const satisfies Record<Kind, readonly string[]>;
export type Status = (typeof STATUSES)[Kind][number];
/** Every status once, in the order in which the kinds name them. */
export const ALL_STATUSES = [...new Set(Object.values(STATUSES).flat())] as readonly Status[];

/** The status of an annotation that nobody has verified. */
export const firstStatusOf = (kind: Kind): Status => STATUSES[kind][0];
/** Statuses that need no rationale and no evidence: nothing has been decided yet. */
export const isDecided = (status: Status): boolean =>
  status !== 'unverified' && status !== 'pending' && status !== 'in_review';

/** The part a stretch of an imported text plays. The reading room hides the last two until asked. */
export const REGION_ROLES = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'body',
  'caption',
  'metadata',
  'boilerplate',
  'duplicate',
] as const;
export type RegionRole = (typeof REGION_ROLES)[number];

export const SOURCE_TYPES = ['person', 'organisation', 'outlet', 'document', 'anonymous', 'author'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** How a hop of an attribution names its source. */
export const ATTRIBUTION_MODES = ['named', 'anonymous', 'author'] as const;
export type AttributionMode = (typeof ATTRIBUTION_MODES)[number];

/** How far one annotator's private layer on an article is. */
export const PASS_STATES = ['open', 'submitted', 'revealed'] as const;
export type PassState = (typeof PASS_STATES)[number];

/** How the articles of a campaign come to its annotators: by a list that an editor makes, or by asking for the next one. */
export const CAMPAIGN_MODES = ['list', 'pool'] as const;
export type CampaignMode = (typeof CAMPAIGN_MODES)[number];
export const CAMPAIGN_STATES = ['open', 'closed'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** How a place on an article became free again: by its annotator, by an editor, because its time ran out, or as if never given. */
export const ASSIGNMENT_RELEASES = ['given_back', 'withdrawn', 'expired', 'undone'] as const;
export type AssignmentRelease = (typeof ASSIGNMENT_RELEASES)[number];

/** What an attribute that a workspace's guideline defines holds. */
export const ATTRIBUTE_TYPES = ['choice', 'text', 'number', 'date'] as const;
export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

export const QUOTE_FORMS = ['direct', 'indirect', 'mixed'] as const;
export type QuoteForm = (typeof QUOTE_FORMS)[number];

/** What a piece of evidence does to the annotation it is given for. */
export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** Whether a piece of evidence is first-hand (the document, the recording, the witness) or tells of what others said. */
export const EVIDENCE_ORIGINS = ['primary', 'secondary'] as const;
export type EvidenceOrigin = (typeof EVIDENCE_ORIGINS)[number];

/** What was captured, and how far that is. */
export const CAPTURE_KINDS = ['page', 'file'] as const;
export type CaptureKind = (typeof CAPTURE_KINDS)[number];
export const CAPTURE_STATES = ['waiting', 'fetching', 'stored', 'failed'] as const;
export type CaptureState = (typeof CAPTURE_STATES)[number];

/** What a second pair of eyes says to a decision. */
export const APPROVAL_OUTCOMES = ['approved', 'declined'] as const;
export type ApprovalOutcome = (typeof APPROVAL_OUTCOMES)[number];

/** How a decision stands that asks for a second pair of eyes. `lapsed`: something else happened before anybody looked. */
export const APPROVAL_STATES = ['awaiting', 'approved', 'declined', 'lapsed'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** What is logged of a right of reply: what was asked, what came back, or that nothing did. */
export const REPLY_KINDS = ['request', 'answer', 'no_answer'] as const;
export type ReplyKind = (typeof REPLY_KINDS)[number];

/** What became of an annotation's spans in a revision. */
export const ANCHOR_STATES = ['exact', 'moved', 'changed', 'orphaned'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

/** Roles in a workspace; a later one includes the earlier ones. */
export const ROLES = ['reader', 'annotator', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export const TOKEN_SCOPES = ['read', 'write'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** How exactly a publication date is known. */
export const DATE_PRECISIONS = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** Where a value of an article's metadata comes from: printed in full in the text, concluded from it, or entered by a person. */
export const BASES = ['stated', 'inferred', 'editor'] as const;
export type Basis = (typeof BASES)[number];

/** Where a prediction stands today; derived from its status and deadline, never stored. */
export const PREDICTION_STATES = ['open', 'due', 'overdue', 'resolved', 'void'] as const;
export type PredictionState = (typeof PREDICTION_STATES)[number];

/** Which way a prediction goes: that something will happen, or that it will not. */
export const POLARITIES = ['will', 'will_not'] as const;
export type Polarity = (typeof POLARITIES)[number];

/** How a prediction's figure is compared with its number; `between` includes both ends. */
export const COMPARATORS = ['<', '<=', '=', '>=', '>', 'between'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Whether a prediction's condition has come about. */
export const CONDITION_STATES = ['open', 'met', 'not_met'] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/** The rules that make a decision of what people have decided: a condition that was not met, two resolvers who agree. */
export const DECISION_RULES = ['condition', 'two_resolvers'] as const;
export type DecisionRule = (typeof DECISION_RULES)[number];

/**
 * How two propositions stand to each other. `same` and `contradicts` go both ways; of `updates` and `resolves` the first
 * side is the later one, which corrects a figure or tells what became of what was foretold.
 */
export const LINK_TYPES = ['same', 'contradicts', 'updates', 'resolves'] as const;
export type LinkType = (typeof LINK_TYPES)[number];
export const LINK_STATES = ['proposed', 'confirmed', 'rejected'] as const;
export type LinkState = (typeof LINK_STATES)[number];
export const LINK_ORIGINS = ['machine', 'person'] as const;
export type LinkOrigin = (typeof LINK_ORIGINS)[number];

/** How a passage that may settle a prediction stands; whether it was used is read from the prediction's evidence. */
export const SETTLING_STATES = ['proposed', 'dismissed'] as const;
export type SettlingState = (typeof SETTLING_STATES)[number];

/** What an event of an article's history did. */
export const EVENT_TYPES = [
  'annotation_created',
  'annotation_revised',
  'annotation_deleted',
  'annotation_restored',
  'annotation_reanchored',
  'verification_recorded',
  'comment_added',
  'comment_changed',
  'comment_deleted',
  'comment_restored',
  'thread_resolved',
  'thread_reopened',
  'decision_approved',
  'decision_declined',
  'check_changed',
  'reply_logged',
  'condition_decided',
  'criteria_locked',
  'criteria_unlocked',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
/** The events of a discussion: they change what is said about an annotation, not the annotation and its version. */
export const DISCUSSION_EVENT_TYPES = [
  'comment_added',
  'comment_changed',
  'comment_deleted',
  'comment_restored',
  'thread_resolved',
  'thread_reopened',
] as const satisfies readonly EventType[];
export type DiscussionEventType = (typeof DISCUSSION_EVENT_TYPES)[number];
/** The events beside an annotation: they leave its fields and its version as they were. */
export const SIDE_EVENT_TYPES = [
  ...DISCUSSION_EVENT_TYPES,
  'check_changed',
  'reply_logged',
] as const satisfies readonly EventType[];
export type SideEventType = (typeof SIDE_EVENT_TYPES)[number];

/** What happened in a workspace to what belongs to no annotation: its sources, propositions, publications and rules. */
export const WORKSPACE_EVENT_TYPES = [
  'proposition_made',
  'proposition_changed',
  'proposition_deleted',
  'proposition_restored',
  'proposition_joined',
  'proposition_left',
  'link_proposed',
  'link_confirmed',
  'link_rejected',
  'link_reopened',
  'settling_dismissed',
  'settling_restored',
  'source_changed',
  'source_merged',
  'source_unmerged',
  'source_distinguished',
  'source_undistinguished',
  'affiliation_changed',
  'checking_rules_changed',
  'article_licensed',
  'guideline_changed',
  'fact_check_published',
  'fact_check_edited',
  'fact_check_corrected',
  'fact_check_unpublished',
  'fact_check_published_again',
  'correction_asked',
  'correction_request_settled',
  'correction_request_reopened',
  'subset_made',
  'subset_changed',
  'subset_deleted',
  'subset_restored',
  'release_asked',
  'release_asked_again',
  'release_ready',
  'release_failed',
  'campaign_made',
  'campaign_changed',
  'campaign_closed',
  'campaign_reopened',
  'articles_assigned',
  'article_taken',
  'assignment_released',
  'assignment_restored',
  'assigning_undone',
  'places_expired',
  'full_annotation_changed',
] as const satisfies readonly string[];
export type WorkspaceEventType = (typeof WORKSPACE_EVENT_TYPES)[number];

/**
 * What an editor decides on marks of revealed passes: one of them, several, an edited one, none of them, or that the matter
 * stays open on purpose; `merged` is what all agreed on and the app put together when it was asked to.
 */
export const ADJUDICATION_OUTCOMES = ['take', 'both', 'edit', 'none', 'disagreement', 'merged'] as const;
export type AdjudicationOutcome = (typeof ADJUDICATION_OUTCOMES)[number];

/** How pressing a check is. The first is the least; a check for which nobody has said is `normal`. */
export const CHECK_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type CheckPriority = (typeof CHECK_PRIORITIES)[number];

/**
 * Why an annotation waits on the desk, the most pressing first: of several the first one names it. `asked` is the reason of
 * what was assigned or given a day and would not wait otherwise.
 */
export const DESK_REASONS = [
  'prediction_overdue',
  'prediction_due',
  'recheck',
  'disagreement',
  'approval',
  'settling',
  'correction',
  'question',
  'orphaned',
  'in_review',
  'claim_unverified',
  'quote_unchecked',
  'asked',
] as const;
export type DeskReason = (typeof DESK_REASONS)[number];

/** By what the desk is laid out in groups. */
export const DESK_GROUPS = ['status', 'reason', 'priority', 'due', 'assignee', 'kind', 'article'] as const;
export type DeskGroup = (typeof DESK_GROUPS)[number];

/** When a check is due, seen from a day: passed, within seven days, later, or no day given. */
export const DUE_STATES = ['overdue', 'soon', 'later', 'undated'] as const;
export type DueState = (typeof DUE_STATES)[number];

/** How the questions for the editor on an annotation stand. */
export const QUESTION_STATES = ['open', 'answered'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** What somebody is told of in the app. */
export const NOTIFICATION_KINDS = [
  'mention',
  'question',
  'comment',
  'reply',
  'answered',
  'resolved',
  'reopened',
  'check_assigned',
  'approval_asked',
  'decision_declined',
  'prediction_due',
  'settling_article',
  'correction_asked',
  'published_decision_changed',
  'article_assigned',
  'pass_adjudicated',
  'campaign_done',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** How a fact check stands before the public; an unpublished one leaves a word of it at its address. */
export const FACT_CHECK_STATES = ['published', 'unpublished'] as const;
export type FactCheckState = (typeof FACT_CHECK_STATES)[number];

/** What was done to a fact check's public page. */
export const FACT_CHECK_CHANGES = [
  'published',
  'edited',
  'corrected',
  'unpublished',
  'published_again',
] as const;
export type FactCheckChange = (typeof FACT_CHECK_CHANGES)[number];

/** How what readers ask for stands. */
export const CORRECTION_REQUEST_STATES = ['open', 'settled'] as const;
export type CorrectionRequestState = (typeof CORRECTION_REQUEST_STATES)[number];

/** Formats of the export. */
export const EXPORT_FORMATS = [
  'jsonl',
  'csv',
  'parquet',
  'w3c',
  'claimreview',
  'brat',
  'conll',
  'webanno',
  'labelstudio',
  'doccano',
  'averitec',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How much of the articles' words an export carries. */
export const TEXT_MODES = ['full', 'excerpts', 'offsets'] as const;
export type TextMode = (typeof TEXT_MODES)[number];

/** How far a release is. `ready` is for ever; `failed` says why and may be tried again. */
export const RELEASE_STATES = ['waiting', 'freezing', 'writing', 'ready', 'failed'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];
