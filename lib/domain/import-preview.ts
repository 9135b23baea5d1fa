import type { Region } from './region';
import type { Span } from './span';
import type { Basis, DatePrecision } from './vocabulary';

/** The fields that are read from a text and that a person may correct before it is stored. */
export const READ_FIELDS = ['title', 'publisher', 'byline', 'publishedAt', 'language'] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** Another article of the workspace, as a notice names it. */
export interface KinArticle {
  id: string;
  title: string;
  publisher: string | null;
}

/** What an import would take a text for, as the page gets it. Offsets are code points of `read.text`. */
export interface ImportPreview {
  read: {
    text: string;
    regions: Region[];
    metadata: Record<ReadField, string | null> & {
      publishedAtPrecision: DatePrecision | null;
      basis: Partial<Record<ReadField, { basis: Basis; words: string; span: Span | null }>>;
    };
  };
  duplicateOf: { id: string; title: string } | null;
  revisionOf: (KinArticle & { why: 'same_url' | 'same_title' })[];
  nearCopies: (KinArticle & { similarity: number })[];
}
