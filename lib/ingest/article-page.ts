import type { RegionRole } from '@/lib/domain/vocabulary';
import { isShape } from './line-sign';
import type { LineSign } from './line-sign';
import type { TextLine } from './text-line';

/** What is known of a text's lines while their roles are being settled; the three lists are of one length. */
export interface Page {
  lines: readonly TextLine[];
  signs: LineSign[];
  /** Null until a step settles the line; a settled role is not changed by a later step but where it says so. */
  roles: (RegionRole | null)[];
  /** The first line that is surely the article's, and the last. */
  first: number;
  last: number;
  headline: number | null;
  /** The last byline or date that stands before the article or just behind its first paragraph; -1 without one. */
  lastAnchor: number;
}

/** Signs of the lines that close the head of an article: who wrote it, and when. */
export const isAnchor = (sign: LineSign | undefined): boolean =>
  sign === 'byline' || sign === 'labelled_date' || sign === 'bare_date';

/** The first and the last line that is surely the article's; in a text without words `first` is behind `last`. */
export function proseBoundsOf(signs: readonly LineSign[]): { first: number; last: number } {
  // Without a paragraph, short sentences stand for it, and without those any line of words.
  for (const accepted of [['prose'], ['sentence', 'question'], ['title']] as const) {
    const isOne = (sign: LineSign) => (accepted as readonly LineSign[]).includes(sign);
    const first = signs.findIndex(isOne);
    if (first >= 0 && accepted[0] !== 'title') return { first, last: signs.findLastIndex(isOne) };
    // A text of titles alone: the first can be the headline, the rest is its body.
    if (first >= 0) {
      const second = signs.findIndex((sign, i) => i > first && isOne(sign));
      return second < 0 ? { first, last: first } : { first: second, last: signs.findLastIndex(isOne) };
    }
  }
  return { first: signs.length, last: -1 };
}

/** The signs, with lines of words whose role is settled already out of the way. */
export const withoutTaken = (page: Page): LineSign[] =>
  page.signs.map((sign, i) => (page.roles[i] !== null && isShape(sign) ? 'furniture' : sign));

/** The role of a line whose words decide it before the article and behind it. */
export function fixedRoleOf(sign: LineSign): RegionRole | null {
  switch (sign) {
    case 'furniture':
    case 'announcing':
    case 'weak_link':
    case 'menu_word':
      return 'boilerplate';
    case 'caption':
    case 'maybe_caption':
      return 'caption';
    case 'byline':
      return 'byline';
    case 'credit':
    case 'signature':
    case 'contact':
    case 'labelled_date':
    case 'bare_date':
    case 'publisher':
      return 'metadata';
    default:
      return null;
  }
}

/** The whole numbers from `from` up to, but without, `to`. */
export const rangeOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
