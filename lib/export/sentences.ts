import type { Span } from '@/lib/domain/span';

/** A sentence with its tokens, all half-open and in UTF-16 code units. */
export interface Sentence extends Span {
  tokens: Span[];
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
// Control characters never stand in a token: formats of lines and tabs would break at them.
const VISIBLE = /[^\s\p{Cc}]+/gu;

/**
 * The sentences of a text by Unicode's rules (UAX #29; every line end ends one) with their words and marks. Tokens hold
 * no white space, and every visible character lies in exactly one. Sentences begin and end with a token.
 */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const { segment, index } of sentences.segment(text)) {
    const tokens = tokensOf(segment, index);
    if (tokens.length > 0) found.push({ start: tokens[0]!.start, end: tokens.at(-1)!.end, tokens });
  }
  return found;
}

function tokensOf(sentence: string, offset: number): Span[] {
  const tokens: Span[] = [];
  for (const { segment, index } of words.segment(sentence))
    // A combining mark clings to the white space before it, and the two are one segment.
    for (const visible of segment.matchAll(VISIBLE)) {
      const start = offset + index + visible.index;
      tokens.push({ start, end: start + visible[0].length });
    }
  return tokens;
}
