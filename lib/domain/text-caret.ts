import { sentenceAround } from './sentence-around';
import type { Span } from './span';
import type { TextIndex } from './text-index';

/** A caret in an article's text, in code points. `anchor` is where an extended selection began. */
export interface TextCaret {
  at: number;
  anchor: number | null;
}

export type CaretUnit = 'word' | 'sentence' | 'paragraph';
export interface CaretMove {
  unit: CaretUnit;
  direction: 'forward' | 'back';
  /** Whether the move selects what it passes. */
  extends: boolean;
}

/** Words are looked for this many code units around the caret. */
const REACH = 512;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The caret after a move. Without extending it stops where a word, sentence or paragraph begins; while it extends
 * forward it stops where one ends, so that whole ones are selected. Text in `hidden` is stepped over.
 */
export function caretAfter(
  index: TextIndex,
  caret: TextCaret,
  move: CaretMove,
  hidden: readonly Span[] = [],
): TextCaret {
  const anchor = move.extends ? (caret.anchor ?? caret.at) : null;
  let at = caret.at;
  do {
    const next = index.codePointFromUnit(stopAfter(index.text, index.unitFromCodePoint(at), move));
    if (next === at) return { at: isHidden(at, hidden) ? caret.at : at, anchor };
    at = next;
  } while (isHidden(at, hidden));
  return { at, anchor };
}

/** The span between anchor and caret, or null where nothing is selected. */
export function caretSpan({ at, anchor }: TextCaret): Span | null {
  if (anchor === null || anchor === at) return null;
  return { start: Math.min(at, anchor), end: Math.max(at, anchor) };
}

/** The word at the caret, for painting it; null in an empty text. */
export function wordAtCaret(index: TextIndex, { at }: TextCaret): Span | null {
  const unit = index.unitFromCodePoint(at);
  const word = unitsNear(index.text, unit, 'word').find((part) => part.end > unit);
  if (!word) return null;
  return { start: index.codePointFromUnit(word.start), end: index.codePointFromUnit(word.end) };
}

function isHidden(at: number, hidden: readonly Span[]): boolean {
  return hidden.some((span) => span.start <= at && at < span.end);
}

/** Code units in and out. */
function stopAfter(text: string, at: number, move: CaretMove): number {
  const near = unitsNear(text, at, move.unit);
  const stop =
    move.direction === 'back'
      ? near.findLast((part) => part.start < at)?.start
      : move.extends
        ? near.find((part) => part.end > at)?.end
        : near.find((part) => part.start > at)?.start;
  return stop ?? (move.unit === 'word' ? acrossBlank(text, at, move.direction) : at);
}

/** Where no word begins within reach: one reach on if the text goes on there, else no move. */
function acrossBlank(text: string, at: number, direction: CaretMove['direction']): number {
  const beyond = direction === 'forward' ? text.slice(at + REACH) : text.slice(0, Math.max(0, at - REACH));
  if (!beyond.trim()) return at;
  return direction === 'forward' ? at + REACH : at - REACH;
}

function unitsNear(text: string, at: number, unit: CaretUnit): Span[] {
  if (unit === 'word') return wordsNear(text, at);
  const paragraphs = paragraphsNear(text, at);
  return unit === 'paragraph' ? paragraphs : paragraphs.flatMap((paragraph) => sentencesOf(text, paragraph));
}

function wordsNear(text: string, at: number): Span[] {
  const blankBefore = text.slice(0, Math.max(0, at - REACH)).search(/\S+$/u);
  const from = blankBefore < 0 ? Math.max(0, at - REACH) : blankBefore;
  return [...segmenter.segment(text.slice(from, at + REACH))]
    .filter((part) => part.isWordLike)
    .map((part) => ({ start: from + part.index, end: from + part.index + part.segment.length }));
}

/** The lines with words around the caret: two up to its own, and two from its own. */
function paragraphsNear(text: string, at: number): Span[] {
  const own = lineAt(text, at);
  const before = linesFrom(text, own, -1).reverse();
  const after = linesFrom(text, own, 1);
  return before.at(-1)?.start === after[0]?.start ? [...before, ...after.slice(1)] : [...before, ...after];
}

/** The first two lines with words from a line on, in one direction; without the white space at their ends. */
function linesFrom(text: string, own: Span, step: 1 | -1): Span[] {
  const lines: Span[] = [];
  for (let line: Span | null = own; line && lines.length < 2; line = lineBeside(text, line, step)) {
    const words = trimmed(text, line);
    if (words) lines.push(words);
  }
  return lines;
}

function lineBeside(text: string, line: Span, step: 1 | -1): Span | null {
  const at = step > 0 ? line.end + 1 : line.start - 1;
  return at >= 0 && at <= text.length ? lineAt(text, at) : null;
}

function lineAt(text: string, at: number): Span {
  const end = text.indexOf('\n', at);
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  return { start, end: end < 0 ? text.length : end };
}

function sentencesOf(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  let at = paragraph.start;
  while (at < paragraph.end) {
    const around = sentenceAround(text, { start: at, end: at + 1 });
    const sentence = trimmed(text, { start: at, end: Math.min(Math.max(around.end, at + 1), paragraph.end) });
    if (sentence) sentences.push(sentence);
    at = Math.max(around.end, at + 1);
  }
  return sentences;
}

function trimmed(text: string, { start, end }: Span): Span | null {
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}
