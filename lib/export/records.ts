import type { Annotation } from '@/lib/domain/annotation';
import type { ListedArticle, Revision } from '@/lib/domain/article';
import type { Source } from '@/lib/domain/source';
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
export type ExportedEvidence = Omit<Evidence, 'articleTitle' | 'storedCopy'>;
export interface ExportedVerification extends Omit<Verification, 'evidence'> {
  evidence: ExportedEvidence[];
}

/**
 * A record of the lossless form. They come in this order, so that each refers to earlier ones only (but for near-copies,
 * which two articles name): the workspace; articles by creation; sources by creation; annotations by article, then in
 * the order of the text; verifications by time. Ties are broken by id.
 */
export type LosslessRecord =
  | { type: 'workspace'; workspace: ExportedWorkspace }
  | { type: 'article'; article: ExportedArticle }
  | { type: 'source'; source: ExportedSource }
  | { type: 'annotation'; annotation: ExportedAnnotation }
  | { type: 'verification'; verification: ExportedVerification };

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
