import type { Affiliation } from '@/lib/domain/affiliation';
import type { Annotation } from '@/lib/domain/annotation';
import type { ListedArticle, Revision } from '@/lib/domain/article';
import type { CopySummary } from '@/lib/domain/capture';
import type { CheckingRules } from '@/lib/domain/checking-rules';
import type { FactCheck, FactCheckVersion } from '@/lib/domain/fact-check';
import type { FullAnnotation } from '@/lib/domain/full-annotation';
import type { Guideline } from '@/lib/domain/guideline';
import type {
  AdjudicationOutcome,
  CaptureKind,
  CaptureState,
  Kind,
  LinkOrigin,
  LinkState,
  LinkType,
  ReplyKind,
  SettlingState,
} from '@/lib/domain/vocabulary';
import type { Source } from '@/lib/domain/source';
import type { Subset } from '@/lib/domain/subset';
import type { ConditionDecision } from '@/lib/domain/condition-decision';
import type { SubmittedResolution } from '@/lib/domain/resolution';
import type { Evidence, Verification } from '@/lib/domain/verification';
import type { AskedText } from '@/lib/domain/licence';
import type { AnchorState, TextMode } from '@/lib/domain/vocabulary';

/** The unit of every offset that an export carries; each format names it in its own way. */
export const OFFSET_UNIT = 'code_point';

/** What every format is told beside the records. `exportedAt` is an ISO instant; without it two exports of the same data are byte-identical. */
export interface ExportOptions {
  /** `licensed`: of each article as much as its licence allows. */
  text: AskedText;
  exportedAt?: string;
  /** Given where the records are a part of the workspace: the filter that they fit, as the query of an address. */
  part?: { filter: string; articles: 'all' | 'fitting' };
  /** The sentence by which a release is found again; formats with a place for it hold it. */
  canary?: string;
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
export interface ExportedArticle extends Omit<
  ListedArticle,
  'workspace' | 'revision' | 'annotations' | 'licenceVersion'
> {
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
  /** Names the pair of statements, so that what was rejected is not proposed again. */
  fingerprint: string;
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

/** A filter that was kept under a name. The ids that it names may be of what is not exported. */
export type ExportedSubset = Omit<Subset, 'address' | 'deletedAt'>;

/** A passage that somebody has dismissed as settling nothing. */
export interface ExportedSettling {
  id: string;
  annotationId: string;
  revisionId: string;
  span: { start: number; end: number };
  score: number;
  reasons: string[];
  /** Names the passage’s words, so that what was dismissed does not come back with a new revision. */
  fingerprint: string;
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
 * A decision on marks of revealed passes, in force or not. `origins` are all the marks that it was made on; `results` what
 * stands for them in the shared layer and is not deleted: nothing for `none` and for a `disagreement` that stays open on
 * purpose.
 */
export interface ExportedAdjudication {
  id: string;
  articleId: string;
  /** The revision that the passes annotated. */
  revisionId: string;
  outcome: AdjudicationOutcome;
  origins: { annotationId: string; annotator: { id: string; name: string }; isTaken: boolean }[];
  results: { annotationId: string; isMade: boolean }[];
  note: string | null;
  /** Counts the decisions on the same marks. */
  version: number;
  supersedesId: string | null;
  /** Neither taken back nor superseded. */
  isInForce: boolean;
  decidedBy: { id: string; name: string };
  decidedAt: string;
  withdrawn: { by: { id: string; name: string }; at: string } | null;
}

/**
 * What one annotator marked by themselves, once it was revealed: their annotations and verdicts as they submitted them.
 * `completeKinds` are those of which everything was marked, so that what is not is none.
 */
export interface ExportedPass {
  id: string;
  articleId: string;
  /** The revision that was annotated. */
  revisionId: string;
  annotator: { id: string; name: string };
  completeKinds: Kind[];
  /** The number of the last event in it. */
  seq: number;
  openedAt: string;
  submittedAt: string;
  revealedAt: string;
  revealedBy: { id: string; name: string } | null;
  annotations: ExportedAnnotation[];
  verifications: ExportedVerification[];
}

/**
 * A record of the lossless form. They come in this order, so that each refers to earlier ones only (but for near-copies, merged sources,
 * which two articles name): the workspace; the versions of its guideline by number; articles by creation; sources by creation; stored copies and captures by
 * creation; annotations by article, then in the order of the text; verifications by time; decisions on conditions and settled submissions by time; replies by time; … ; revealed passes by the moment of
 * their reveal, and what was decided on them. Ties are broken by id.
 */
export type LosslessRecord =
  | { type: 'workspace'; workspace: ExportedWorkspace }
  | { type: 'guideline'; guideline: Guideline }
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
  | { type: 'settling'; settling: ExportedSettling }
  | { type: 'fullAnnotation'; fullAnnotation: FullAnnotation }
  | { type: 'pass'; pass: ExportedPass }
  | { type: 'adjudication'; adjudication: ExportedAdjudication }
  | { type: 'subset'; subset: ExportedSubset };

/** Evidence with the address of the article it lies in, and what an editor has said may be shown of that. */
export interface DescribedEvidence extends ExportedEvidence {
  articleUrl: string | null;
  articleTextAllowed: TextMode | null;
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
    | 'licence'
    | 'licenceUrl'
    | 'rightsHolder'
    | 'textAllowed'
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
