import { sentenceAround } from './sentence-around';
import type { Span } from './span';
import type { TextIndex } from './text-index';

/** The whole sentences that a span lies in, in code points. */
export function sentenceSpanOf(index: TextIndex, span: Span): Span {
  const { start, end } = sentenceAround(index.text, {
    start: index.unitFromCodePoint(span.start),
    end: index.unitFromCodePoint(span.end),
  });
  return { start: index.codePointFromUnit(start), end: index.codePointFromUnit(end) };
}
