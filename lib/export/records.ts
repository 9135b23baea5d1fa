import type { Affiliation } from '@/lib/domain/affiliation';
import type { Annotation } from '@/lib/domain/annotation';
import type { ListedArticle, Revision } from '@/lib/domain/article';
import type { CopySummary } from '@/lib/domain/capture';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import type { FactCheck, FactCheckVersion } from '@/lib/domain/fact-check';
import type {
  CaptureKind,
  CaptureState,
  LinkOrigin,
  LinkState,
  LinkType,
  ReplyKind,
  SettlingState,
} from '@/lib/domain/vocabulary';
import type { Source } from '@/lib/domain/source';
import type { ConditionDecision } from '@/lib/domain/condition-decision';
import type { SubmittedResolution } from '@/lib/domain/resolution';
import type { Evidence, Verification } from '@/lib/domain/verification';
import type { AnchorState, TextMode } from '@/lib/domain/vocabulary';

/** The unit of every offset that an export carries; each format names it in its own way. */
export const OFFSET_UNIT = 'code_point';

/** What every format is told beside the records. `exportedAt` is an ISO instant; without it two exports of the same data are byte-identical. */
export interface ExportOptions {
  text: TextMode;
  exportedAt?: string;
}

export interface ExportedWorkspace {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  checkingRules: CheckingRules;
  createdAt: string;
}

/** `text` and `original` are null where the text mode leaves the words out; `length` is in code points. */
export interface ExportedRevision extends Omit<Revision, 'text'> {
  length: number;
  createdAt: string;
  text: string | null;
  original: string | null;
}

/** An article with all its revisions, oldest first. A pair of near-copies stands on both its articles. */
export interface ExportedArticle extends Omit<ListedArticle, 'workspace' | 'revision' | 'annotations'> {
  currentRevisionId: string | null;
  revisions: ExportedRevision[];
  nearCopies: { id: string; similarity: number }[];
}

export interface ExportedSource extends Source {
  aliases: string[];
  articleId: string | null;
  /** What it was merged into; its own names, affiliations and what is recorded under it stay its own. */
  mergedIntoId: string | null;
  affiliations: Omit<Affiliation, 'sourceId'>[];
  /** Sources that look like it and are known to be others; each pair stands on the smaller id. */
  distinctFrom: string[];
  createdAt: string;
}

/** Where an annotation lies, or was lost, in one revision of its article. */
export interface ExportedAnchor {
  revisionId: string;
  state: AnchorState;
  spans: Annotation['spans'];
}

/** An annotation of the shared layer, not deleted, with its anchors in every revision, oldest revision first. */
export interface ExportedAnnotation extends Annotation {
  anchors: ExportedAnchor[];
}

/** Evidence as it is stored; a reference to an annotation that was deleted since is null, its passage stays. */
export interface ExportedEvidence extends Omit<
  Evidence,
  'articleTitle' | 'storedCopy' | 'capture' | 'holdsExcerpt'
> {
  captureId: string | null;
}
/** What was kept of a page or file; `text` is null where the text mode leaves the words out, or where none could be read. */
export interface ExportedCopy extends CopySummary {
  text: string | null;
  createdAt: string;
}
/** An attempt to keep a page or file, and when. Files' bytes are no part of an export: their hash is. */
export interface ExportedCapture {
  id: string;
  kind: CaptureKind;
  url: string | null;
  fileName: string | null;
  state: CaptureState;
  failure: string | null;
  finalUrl: string | null;
  capturedAt: string | null;
  copyId: string | null;
  capturedBy: { id: string; name: string };
  createdAt: string;
}
/** An entry in the log of the right of reply; the fields that its kind does not have are null. */
export interface ExportedReply {
  id: string;
  annotationId: string;
  kind: ReplyKind;
  requestId: string | null;
  sourceId: string | null;
  name: string | null;
  way: string | null;
  day: string;
  deadline: string | null;
  words: string | null;
  loggedBy: { id: string; name: string };
  seq: number;
  createdAt: string;
}
export interface ExportedVerification extends Omit<Verification, 'evidence'> {
  evidence: ExportedEvidence[];
}

/** A fact check with all that the public saw of it, the oldest version first. */
export interface ExportedFactCheck extends Pick<
  FactCheck,
  'id' | 'annotationId' | 'state' | 'version' | 'publishedAt' | 'updatedAt'
> {
  versions: FactCheckVersion[];
}

type Person = { id: string; name: string };

/** A proposition with all annotations that were ever in it; `removedAt` is null for those that are in it now. */
export interface ExportedProposition {
  id: string;
  words: string;
  version: number;
  author: Person;
  createdAt: string;
  updatedAt: string;
  members: {
    annotationId: string;
    addedBy: Person | null;
    addedAt: string;
    removedBy: Person | null;
    removedAt: string | null;
  }[];
}

/** What a link joins: a proposition, and the annotation or passage that it was proposed from. */
export interface ExportedLinkSide {
  propositionId: string | null;
  annotationId: string | null;
  revisionId: string | null;
  span: { start: number; end: number } | null;
}

/** A link that a person has proposed or decided on. */
export interface ExportedLink {
  id: string;
  linkType: LinkType;
  state: LinkState;
  origin: LinkOrigin;
  reason: string;
  score: number;
  version: number;
  from: ExportedLinkSide;
  to: ExportedLinkSide;
  proposedBy: Person | null;
  createdAt: string;
  decidedBy: Person | null;
  decidedAt: string | null;
}

/** A passage that somebody has dismissed as settling nothing. */
export interface ExportedSettling {
  id: string;
  annotationId: string;
  revisionId: string;
  span: { start: number; end: number };
  score: number;
  reasons: string[];
  state: SettlingState;
  decidedBy: Person | null;
  decidedAt: string | null;
  createdAt: string;
}

/** Evidence as it was stored with what it belongs to. */
export type ExportedStoredEvidence = Pick<
  ExportedEvidence,
  'stance' | 'url' | 'excerpt' | 'articleId' | 'revisionId' | 'span' | 'annotationId' | 'origin' | 'captureId'
>;
export interface ExportedConditionDecision extends Omit<ConditionDecision, 'evidence'> {
  evidence: ExportedStoredEvidence[];
}
/** What one of two resolvers submitted, of which a decision came. */
export interface ExportedSubmission {
  id: string;
  annotationId: string;
  verificationId: string;
  resolver: { id: string; name: string };
  resolution: Pick<
    SubmittedResolution,
    'status' | 'rationale' | 'searches' | 'criteria' | 'outcomeKnownAt'
  > & { evidence: ExportedStoredEvidence[] };
  createdAt: string;
}

/**
 * A record of the lossless form. They come in this order, so that each refers to earlier ones only (but for near-copies, merged sources,
 * which two articles name): the workspace; articles by creation; sources by creation; stored copies and captures by
 * creation; annotations by article, then in the order of the text; verifications by time; decisions on conditions and settled submissions by time; replies by time. Ties are broken by id.
 */
export type LosslessRecord =
  | { type: 'workspace'; workspace: ExportedWorkspace }
  | { type: 'article'; article: ExportedArticle }
  | { type: 'source'; source: ExportedSource }
  | { type: 'copy'; copy: ExportedCopy }
  | { type: 'capture'; capture: ExportedCapture }
  | { type: 'annotation'; annotation: ExportedAnnotation }
  | { type: 'verification'; verification: ExportedVerification }
  | { type: 'conditionDecision'; conditionDecision: ExportedConditionDecision }
  | { type: 'submission'; submission: ExportedSubmission }
  | { type: 'reply'; reply: ExportedReply }
  | { type: 'factCheck'; factCheck: ExportedFactCheck }
  | { type: 'proposition'; proposition: ExportedProposition }
  | { type: 'link'; link: ExportedLink }
  | { type: 'settling'; settling: ExportedSettling };

/** Evidence with the address of the article it lies in. */
export interface DescribedEvidence extends ExportedEvidence {
  articleUrl: string | null;
}

/** An annotation with everything a row of a table, or a web annotation, says about it. */
export interface DescribedAnnotation {
  annotation: Annotation;
  article: Pick<
    ExportedArticle,
    | 'id'
    | 'title'
    | 'publisher'
    | 'byline'
    | 'url'
    | 'publishedAt'
    | 'publishedAtPrecision'
    | 'publishedAtBasis'
    | 'language'
  >;
  /** The revision that the spans lie in. `text` is set on the first annotation of each revision, in mode `full` alone. */
  revision: Pick<ExportedRevision, 'id' | 'number' | 'sha256' | 'createdAt' | 'text'>;
  /** The last verification. It may be older than the status: see {@link verificationInForce}. */
  verification: (Omit<ExportedVerification, 'evidence'> & { evidence: DescribedEvidence[] }) | null;
}

/**
 * A text with all annotations that lie in it: an article's current revision, or an older one that still holds some
 * (orphaned ones). Annotations stand in the order of the text. Its memory is that of one article.
 */
export interface ExportedDocument {
  article: DescribedAnnotation['article'];
  revision: Omit<DescribedAnnotation['revision'], 'text'> & { text: string };
  rows: readonly DescribedAnnotation[];
}

/**
 * The verification that the annotation's status rests on, or null. A status that returned to the first of its kind,
 * because words inside changed, does not rest on the old decision, whose rationale must not stand beside it.
 */
export function verificationInForce({
  annotation,
  verification,
}: DescribedAnnotation): DescribedAnnotation['verification'] {
  return verification && !annotation.recheck && verification.status === annotation.status
    ? verification
    : null;
}
