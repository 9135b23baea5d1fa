import { graphemeAround } from './grapheme-edge';
import type { Span } from './span';
import type { TextIndex } from './text-index';

/** Signs that are typed one way and printed another. */
const ALIKE = [`"“”„‟«»`, `'‘’‚‛`, '-‐‑–—'];
/** More hits than this help nobody to choose. */
export const MOST_HITS = 100;

/**
 * Where words stand in a text, as a person types them: letter case, the kind of white space, and the shape of
 * quotation marks, apostrophes and hyphens do not count, nor do quotation marks around the whole where the text has none
 * there. Spans in code points, of whole graphemes, in order, disjoint, at most {@link MOST_HITS}; none for blank words.
 */
export function findWords(index: TextIndex, words: string): Span[] {
  const typed = words.trim();
  const hits = hitsOf(index, typed);
  return hits.length > 0 ? hits : hitsOf(index, typed.replace(/^["“”„«»]+|["“”„«»]+$/g, '').trim());
}

function hitsOf(index: TextIndex, words: string): Span[] {
  if (words === '') return [];
  const spans: Span[] = [];
  for (const hit of index.text.matchAll(new RegExp(patternFrom(words), 'giu'))) {
    const to = hit.index + hit[0].length;
    const start = index.codePointFromUnit(graphemeAround(index.text, hit.index)?.start ?? hit.index);
    const end = index.codePointFromUnit(graphemeAround(index.text, to)?.end ?? to);
    if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end });
    if (spans.length === MOST_HITS) break;
  }
  return spans;
}

function patternFrom(words: string): string {
  return words
    .replace(/\.\.\.|…/g, '…')
    .split(/(\s+)/)
    .map((part) => (/^\s+$/.test(part) ? '\\s+' : [...part].map(patternOfSign).join('')))
    .join('');
}

function patternOfSign(sign: string): string {
  if (sign === '…') return '(?:…|\\.\\.\\.)';
  const alike = ALIKE.find((signs) => signs.includes(sign));
  if (alike) return `[${alike.replace('-', '\\-')}]`;
  return sign.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
