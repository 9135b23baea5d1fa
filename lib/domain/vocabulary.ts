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

export const SOURCE_TYPES = ['person', 'organisation', 'document', 'anonymous', 'author'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** How a hop of an attribution names its source. */
export const ATTRIBUTION_MODES = ['named', 'anonymous', 'author'] as const;
export type AttributionMode = (typeof ATTRIBUTION_MODES)[number];

export const QUOTE_FORMS = ['direct', 'indirect', 'mixed'] as const;
export type QuoteForm = (typeof QUOTE_FORMS)[number];

/** What a piece of evidence does to the annotation it is given for. */
export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

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
export const WORKSPACE_EVENT_TYPES = [] as const satisfies readonly string[];
export type WorkspaceEventType = (typeof WORKSPACE_EVENT_TYPES)[number];

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
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Formats of the export. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'w3c'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** How much of the articles' words an export carries. */
export const TEXT_MODES = ['full', 'excerpts', 'offsets'] as const;
export type TextMode = (typeof TEXT_MODES)[number];
