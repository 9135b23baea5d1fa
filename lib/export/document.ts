import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import type { TextMode } from '@/lib/domain/vocabulary';
import type { ExportedDocument } from './records';
import { shownText } from './shown-text';

/** A name for the document's files that no outside text can choose. */
export const documentName = ({ article, revision }: ExportedDocument): string =>
  `${article.id}-r${revision.number}`;

/** The text of a document as it is and as the mode shows it, with the same offsets in both. */
export interface DocumentText {
  index: TextIndex;
  shown: TextIndex;
}

export function documentText(mode: TextMode, { revision, rows }: ExportedDocument): DocumentText {
  const index = new TextIndex(revision.text);
  if (mode === 'full') return { index, shown: index };
  const spans = rows.flatMap(({ annotation }) => annotation.spans);
  return { index, shown: new TextIndex(shownText(mode, index, spans)) };
}

/** A span counted in UTF-16 code units. */
export const unitsFromSpan = (index: TextIndex, { start, end }: Span): Span => ({
  start: index.unitFromCodePoint(start),
  end: index.unitFromCodePoint(end),
});
