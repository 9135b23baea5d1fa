import { sentenceSpanOf } from './sentence-span';
import { contains, type Span } from './span';
import { snappedSpan } from './span-snap';
import { paragraphSpanOf } from './text-caret';
import type { TextIndex } from './text-index';

export interface Widened {
  span: Span;
  to: 'sentence' | 'paragraph';
}

/**
 * The whole sentences that a span lies in or, when it holds those already, the whole paragraphs (lines); null when
 * it holds these too, and where there are no words. In code points, without white space at the ends. `span` may be empty,
 * a caret: then the sentence it stands in, at or before.
 */
export function widenedSpan(index: TextIndex, span: Span): Widened | null {
  const paragraph = paragraphSpanOf(index, span);
  if (!paragraph) return null;
  // A caret behind the last word still stands in its sentence.
  const at = Math.min(Math.max(span.start, paragraph.start), paragraph.end - 1);
  const held = snappedSpan(index, { start: at, end: Math.max(span.end, at + 1) }, false);
  const sentence = sentenceSpanOf(index, held ?? { start: at, end: at + 1 });
  const trimmed = snappedSpan(index, sentence, false);
  if (trimmed && !contains(span, trimmed)) return { span: trimmed, to: 'sentence' };
  return contains(span, paragraph) ? null : { span: paragraph, to: 'paragraph' };
}
