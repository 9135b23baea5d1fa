import type { Span } from './span';
import type { TextIndex } from './text-index';

/** The W3C TextQuoteSelector of a span: its words and up to {@link CONTEXT} code points around them. */
export interface Excerpt {
  exact: string;
  prefix: string;
  suffix: string;
}

/** Code points of context kept on either side: enough to tell repeated words apart, as in Hypothesis. */
export const CONTEXT = 32;

/** The excerpt of a span. The span must lie in the text. */
export function excerptOf(index: TextIndex, span: Span): Excerpt {
  return {
    exact: index.slice(span.start, span.end),
    prefix: index.slice(Math.max(0, span.start - CONTEXT), span.start),
    suffix: index.slice(span.end, Math.min(index.length, span.end + CONTEXT)),
  };
}
