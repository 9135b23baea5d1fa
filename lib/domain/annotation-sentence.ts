import { sentenceSpanOf } from './sentence-span';
import type { Span } from './span';
import type { TextIndex } from './text-index';

/** The whole sentences from an annotation's first word to its last, in the text that its spans lie in; empty without spans. */
export function annotationSentence({ spans }: { spans: readonly Span[] }, index: TextIndex): string {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return '';
  const { start, end } = sentenceSpanOf(index, { start: first.start, end: last.end });
  return index.slice(start, end);
}
