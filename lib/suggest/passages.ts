import type { Region } from '@/lib/domain/region';
import { sentenceAround } from '@/lib/domain/sentence-around';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { RegionRole } from '@/lib/domain/vocabulary';

/** The longest passage, in code points: two or three sentences, so that one can be read at a glance. */
export const LONGEST_PASSAGE = 400;

/** What an article itself says. Bylines, dates, menus and repeated captions say nothing that could be evidence. */
const TELLING: ReadonlySet<RegionRole> = new Set(['headline', 'standfirst', 'body', 'caption']);

/**
 * The passages of a text, in code points, in order and disjoint: paragraphs, and of a longer paragraph as many whole
 * sentences together as fit {@link LONGEST_PASSAGE}. A sentence that is longer than that is cut between words.
 */
export function passagesOf(index: TextIndex, regions: readonly Region[]): Span[] {
  return regions
    .filter(({ role }) => TELLING.has(role))
    .flatMap(({ start, end }) => {
      const from = index.unitFromCodePoint(start);
      return paragraphsOf(index.text.slice(from, index.unitFromCodePoint(end)), from);
    })
    .flatMap((paragraph) => piecesOf(index, paragraph))
    .map(({ start, end }) => ({ start: index.codePointFromUnit(start), end: index.codePointFromUnit(end) }));
}

/** Lines that are not blank, without the white space around them; in code units of the whole text. */
const paragraphsOf = (text: string, from: number): Span[] =>
  [...text.matchAll(/\S[^\n]*/g)].map(({ 0: line, index }) => ({
    start: from + index,
    end: from + index + line.trimEnd().length,
  }));

function piecesOf(index: TextIndex, paragraph: Span): Span[] {
  const pieces: Span[] = [];
  for (const sentence of sentencesOf(index.text, paragraph).flatMap((whole) => cutToFit(index, whole))) {
    const last = pieces.at(-1);
    if (last && lengthOf(index, { start: last.start, end: sentence.end }) <= LONGEST_PASSAGE)
      last.end = sentence.end;
    else pieces.push({ ...sentence });
  }
  return pieces;
}

/** The sentences of a paragraph, in code units of the whole text, in order. */
export function sentencesOf(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  for (let at = paragraph.start; at < paragraph.end;) {
    const end = Math.min(paragraph.end, sentenceAround(text, { start: at, end: at + 1 }).end);
    sentences.push({ start: at, end });
    at = end;
    while (at < paragraph.end && /\s/u.test(text[at]!)) at++;
  }
  return sentences;
}

function cutToFit(index: TextIndex, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (lengthOf(index, { start: from, end }) > LONGEST_PASSAGE) {
    const furthest = index.unitFromCodePoint(index.codePointFromUnit(from) + LONGEST_PASSAGE);
    const space = index.text.lastIndexOf(' ', furthest);
    const to = space > from ? space : furthest;
    pieces.push({ start: from, end: to });
    from = to;
    while (from < end && /\s/u.test(index.text[from]!)) from++;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

const lengthOf = (index: TextIndex, { start, end }: Span): number =>
  index.codePointFromUnit(end) - index.codePointFromUnit(start);
