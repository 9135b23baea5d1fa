import type { Annotation, HopSpan } from '@/lib/domain/annotation';
import { type AskedText, textModeOf } from '@/lib/domain/licence';
import type { TextMode } from '@/lib/domain/vocabulary';
import type {
  DescribedAnnotation,
  ExportedDocument,
  ExportedEvidence,
  ExportedVerification,
} from './records';

/**
 * What the three text modes let through.
 * `full`: whole texts and excerpts. `excerpts`: of each span the words and up to 32 code points on either side.
 * `offsets`: no words that were taken from a text: no excerpt of a span, of evidence or of metadata, and no criteria
 * that are the prediction's own words. Titles and bylines stay, as in a bibliography, and so does what annotators
 * wrote: normalised claims, cues, horizons, rationales, tags.
 */
export type ShownSpan = Annotation['spans'][number] | { start: number; end: number };

/** A span as the mode shows it, with its keys in a fixed order. */
export function shownSpan(mode: TextMode, span: Annotation['spans'][number]): ShownSpan {
  const { start, end, exact, prefix, suffix } = span;
  return mode === 'offsets' ? { start, end } : { start, end, exact, prefix, suffix };
}

/** The excerpt of a piece of evidence, or null where the mode leaves words out. */
export const shownExcerpt = (mode: TextMode, evidence: Pick<ExportedEvidence, 'excerpt'>): string | null =>
  mode === 'offsets' ? null : evidence.excerpt;

/** The criteria of a resolution. Those named after the outcome are the prediction's own words. */
export const shownCriteria = (
  mode: TextMode,
  verification: Pick<ExportedVerification, 'criteria' | 'criteriaPostHoc'>,
): string | null => (mode === 'offsets' && verification.criteriaPostHoc ? null : verification.criteria);

/** A hop of an attribution, its fields in a fixed order. The words of the text are left out of its places as of other spans. */
export const shownHop = (
  mode: TextMode,
  { source, cue, mode: kind, cueSpan, nameSpan, recordedAs }: Annotation['attribution'][number],
) => ({
  source: { id: source.id, name: source.name, type: source.type },
  cue,
  mode: kind,
  cueSpan: cueSpan ? placeOfWords(mode, cueSpan) : null,
  nameSpan: nameSpan ? placeOfWords(mode, nameSpan) : null,
  recordedAs: recordedAs ? { id: recordedAs.id, name: recordedAs.name } : null,
});

const placeOfWords = (mode: TextMode, { start, end, exact }: HopSpan) =>
  mode === 'offsets' ? { start, end } : { start, end, exact };

/**
 * A row with the mode in which it is shown. Where each article goes by its own licence, evidence that lies in an article
 * of which nothing but positions may be passed on has no excerpt, whatever the row's own article allows.
 */
export function shownRow(
  asked: AskedText,
  row: DescribedAnnotation,
): { mode: TextMode; row: DescribedAnnotation } {
  const mode = textModeOf(asked, row.article);
  const { verification } = row;
  if (asked !== 'licensed' || !verification?.evidence.some(isOfPositionsAlone)) return { mode, row };
  const evidence = verification.evidence.map((item) =>
    isOfPositionsAlone(item) ? { ...item, excerpt: null } : item,
  );
  return { mode, row: { ...row, verification: { ...verification, evidence } } };
}

const isOfPositionsAlone = ({ articleTextAllowed }: { articleTextAllowed: TextMode | null }): boolean =>
  articleTextAllowed === 'offsets';

/** A document with the mode in which it is shown: that of its article. */
export function shownDocument(
  asked: AskedText,
  document: ExportedDocument,
): { mode: TextMode; document: ExportedDocument } {
  const mode = textModeOf(asked, document.article);
  if (asked !== 'licensed') return { mode, document };
  return { mode, document: { ...document, rows: document.rows.map((row) => shownRow(asked, row).row) } };
}
