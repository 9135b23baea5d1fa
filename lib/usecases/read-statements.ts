import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import { annotationSentence } from '@/lib/domain/annotation-sentence';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import { sentencesOf } from '@/lib/suggest/passages';
import { readStatement, type ReadStatement } from '@/lib/suggest/statement';

/** What is known of an article whose words are compared. */
export interface ComparedArticle {
  articleId: string;
  copyGroup: string;
  publishedAt: string | null;
}

/** Of a span's words so many are compared: it may be a whole book. */
const MOST_CHARACTERS = 2_000;

/** An annotation's words with the sentences that they stand in, and with the claim in checkable words. */
export function statementOf(
  annotation: Annotation,
  article: ComparedArticle,
  index: TextIndex,
): ReadStatement {
  const words = annotation.spans.map(({ exact }) => exact).join(' … ');
  const sentence = annotationSentence(annotation, index);
  return readStatement({
    ...article,
    kind: annotation.kind,
    words: words.slice(0, MOST_CHARACTERS),
    sentence: sentence.slice(0, MOST_CHARACTERS),
    restated: annotation.claim?.normalized ?? null,
  });
}

/** The sentences of a passage, each with its place in code points. */
export function sentencesIn(
  passage: Span,
  article: ComparedArticle,
  index: TextIndex,
): { statement: ReadStatement; span: Span }[] {
  const place = {
    start: index.unitFromCodePoint(passage.start),
    end: index.unitFromCodePoint(passage.end),
  };
  return sentencesOf(index.text, place).map(({ start, end }) => {
    const words = index.text.slice(start, end).trimEnd();
    const span = {
      start: index.codePointFromUnit(start),
      end: index.codePointFromUnit(start + words.length),
    };
    return { statement: readStatement({ ...article, kind: null, words, sentence: words }), span };
  });
}
