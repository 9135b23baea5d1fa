import { graphemeAround } from './grapheme-edge';
import { overlaps, type Span } from './span';
import type { TextIndex } from './text-index';

/** A word is looked for this many code units around an edge; longer unbroken runs are cut there. */
const REACH = 256;
const words = new Intl.Segmenter('en', { granularity: 'word' });

export interface SnapOptions {
  /** Whether an edge inside a word moves out to the word's edge. An edge inside a grapheme always moves out. */
  toWords: boolean;
  /** Stretches that the reader does not see, sorted and disjoint: a selection across one falls into two spans. */
  hidden?: readonly Span[];
}

/**
 * The spans that a reader means who selected a stretch of the text: without white space at the ends, never with a part
 * of a grapheme (Unicode UAX 29), by whole words if asked. In code points, sorted and disjoint; empty when the
 * stretch holds no words, or only hidden ones. `selected` may lie beyond the text, or be empty.
 */
export function snappedSpans(index: TextIndex, selected: Span, options: SnapOptions): Span[] {
  return visibleStretches(selected, options.hidden ?? []).flatMap(
    (stretch) => snappedSpan(index, stretch, options.toWords) ?? [],
  );
}

/** As {@link snappedSpans} for a stretch that is all visible; null when there are no words in it. */
export function snappedSpan(index: TextIndex, selected: Span, toWords: boolean): Span | null {
  const { text } = index;
  const stretch = {
    start: index.unitFromCodePoint(Math.min(Math.max(0, selected.start), index.length)),
    end: index.unitFromCodePoint(Math.min(Math.max(0, selected.end), index.length)),
  };
  const trimmed = trimmedStretch(text, stretch);
  if (!trimmed) return null;
  const start = outerEdge(text, trimmed.start, 'start', toWords);
  const end = outerEdge(text, trimmed.end, 'end', toWords);
  return { start: index.codePointFromUnit(start), end: index.codePointFromUnit(end) };
}

/** Code units: the stretch without white space at its ends, or null. */
function trimmedStretch(text: string, { start, end }: Span): Span | null {
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return start < end ? { start, end } : null;
}

/** White space, and the invisible characters that stand between words: zero-width space, word joiner, byte order mark. */
const isBlank = (text: string, at: number): boolean => /[\s\u200b\u2060\ufeff]/u.test(text.charAt(at));

function outerEdge(text: string, at: number, side: keyof Span, toWords: boolean): number {
  const grapheme = graphemeAround(text, at);
  const whole = grapheme ? grapheme[side] : at;
  const word = toWords ? wordAround(text, whole) : null;
  return word ? word[side] : whole;
}

/** The word that an edge splits, in code units; null where the edge lies between words. */
function wordAround(text: string, at: number): Span | null {
  if (at <= 0 || at >= text.length || isBlank(text, at) || isBlank(text, at - 1)) return null;
  let from = at - 1;
  while (from > 0 && at - from < REACH && !isBlank(text, from - 1)) from--;
  // A run without spaces is entered where no grapheme is cut.
  from = graphemeAround(text, from)?.start ?? from;
  const part = words.segment(text.slice(from, at + REACH)).containing(at - from);
  if (!part?.isWordLike || part.index === at - from) return null;
  return { start: from + part.index, end: from + part.index + part.segment.length };
}

/** What is left of a stretch without those that are hidden, which are sorted and disjoint. */
export function visibleStretches(selected: Span, hidden: readonly Span[]): Span[] {
  const stretches: Span[] = [];
  let { start } = selected;
  for (const gap of hidden.filter((each) => overlaps(each, selected))) {
    if (gap.start > start) stretches.push({ start, end: gap.start });
    start = Math.max(start, gap.end);
  }
  if (start < selected.end) stretches.push({ start, end: selected.end });
  return stretches;
}
