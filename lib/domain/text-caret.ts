import { graphemeAround } from './grapheme-edge';
import { sentenceAround } from './sentence-around';
import type { Span } from './span';
import type { TextIndex } from './text-index';

/** A caret in an article's text, in code points. `anchor` is where an extended selection began. */
export interface TextCaret {
  at: number;
  anchor: number | null;
}

/** The last two go to the start or the end of the paragraph or of the whole text. */
export type CaretUnit =
  'character' | 'word' | 'sentence' | 'paragraph' | 'edge of paragraph' | 'edge of text';
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
 * forward it stops where one ends, so that whole ones are selected. By character it stops between graphemes, and takes
 * the blanks between two paragraphs in one step. Text in `hidden` is stepped over.
 */
export function caretAfter(
  index: TextIndex,
  caret: TextCaret,
  move: CaretMove,
  hidden: readonly Span[] = [],
): TextCaret {
  const anchor = move.extends ? (caret.anchor ?? caret.at) : null;
  if (isToEdge(move.unit)) return { at: edgeAfter(index, caret.at, move, hidden), anchor };
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

/**
 * What shows where the caret is: the word that begins there or next, the last one at the end of a line, and the letter
 * where the caret stands within a word; null where there is nothing.
 */
export function wordAtCaret(index: TextIndex, { at }: TextCaret): Span | null {
  const unit = index.unitFromCodePoint(at);
  const near = unitsNear(index.text, unit, 'word');
  const isAtEnd = /^[^\S\n]*(?:\n|$)/u.test(index.text.slice(unit, unit + REACH));
  const word = isAtEnd
    ? near.findLast((part) => part.end <= unit)
    : /\s/u.test(index.text.charAt(unit))
      ? null
      : near.find((part) => part.end > unit);
  const isWithin = word && word.start < unit && unit < word.end;
  const shown = word && !isWithin ? word : { start: unit, end: characterAfter(index.text, unit) };
  return shown.start < shown.end ? spanFromUnits(index, shown) : null;
}

/** The paragraphs (lines) that a span lies in, without white space at their ends; null where there are no words. */
export function paragraphSpanOf(index: TextIndex, span: Span): Span | null {
  const { text } = index;
  const start = lineAt(text, index.unitFromCodePoint(span.start)).start;
  const { end } = lineAt(text, index.unitFromCodePoint(Math.max(span.start, span.end - 1)));
  const words = trimmed(text, { start, end });
  return words && spanFromUnits(index, words);
}

const spanFromUnits = (index: TextIndex, { start, end }: Span): Span => ({
  start: index.codePointFromUnit(start),
  end: index.codePointFromUnit(end),
});

const isToEdge = (unit: CaretUnit): boolean => unit === 'edge of paragraph' || unit === 'edge of text';

/** Code points in and out. An edge that is hidden gives way to the nearest place that is shown. */
function edgeAfter(
  index: TextIndex,
  at: number,
  { unit, direction }: CaretMove,
  hidden: readonly Span[],
): number {
  const { text } = index;
  const around =
    unit === 'edge of text' ? { start: 0, end: text.length } : lineAt(text, index.unitFromCodePoint(at));
  let words = trimmed(text, around);
  for (const gap of direction === 'back' ? hidden : [...hidden].reverse()) {
    if (!words) return at;
    const start = index.unitFromCodePoint(gap.start);
    const end = index.unitFromCodePoint(gap.end);
    if (direction === 'back' && start <= words.start && words.start < end)
      words = trimmed(text, { start: end, end: words.end });
    else if (direction === 'forward' && start < words.end && words.end <= end)
      words = trimmed(text, { start: words.start, end: start });
  }
  if (!words) return at;
  return index.codePointFromUnit(direction === 'back' ? words.start : words.end);
}

/** The end of the grapheme that begins at a place between two; code units. At most the text's length. */
function characterAfter(text: string, at: number): number {
  const next = Math.min(at + 1, text.length);
  return graphemeAround(text, next)?.end ?? next;
}

/** One grapheme on or back; where a line ends, to the next one with words in it. */
function nextCharacter(text: string, at: number, direction: CaretMove['direction']): number {
  if (direction === 'forward') {
    const [blank = ''] = /^[^\S\n]*\n\s*/u.exec(text.slice(at)) ?? [];
    if (blank) return at + blank.length < text.length ? at + blank.length : at;
    return text.slice(at, at + REACH).trim() || text.slice(at).trim() ? characterAfter(text, at) : at;
  }
  const before = text.slice(0, at);
  const words = before.trimEnd();
  if (before.slice(words.length).includes('\n')) return words.length || at;
  if (at === 0) return 0;
  return graphemeAround(text, at - 1)?.start ?? at - 1;
}

function isHidden(at: number, hidden: readonly Span[]): boolean {
  return hidden.some((span) => span.start <= at && at < span.end);
}

/** Code units in and out. */
function stopAfter(text: string, at: number, move: CaretMove): number {
  if (move.unit === 'character') return nextCharacter(text, at, move.direction);
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
