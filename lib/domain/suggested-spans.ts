import { overlaps, type Span } from './span';
import { paragraphSpanOf } from './text-caret';
import type { TextIndex } from './text-index';
import type { Kind } from './vocabulary';
import { widenedSpan } from './widened-span';

/** Opening and closing marks of quotations. A straight mark opens and closes. */
const QUOTED = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"\n]*"|「[^「」]*」/gu;
/** Fewer words between marks are rather a name or a term, unless the caret stands in them. */
const FEWEST_WORDS = 3;

/**
 * What somebody means who marks without having selected anything: the sentence at the caret, within its line. For a quote
 * it is what is quoted at the caret or, when the caret stands beside it, in that sentence, marks included (more than one
 * stretch where the speaker is named in between), else the sentence. In code points, sorted and disjoint; empty where
 * there is no word.
 */
export function suggestedSpans(index: TextIndex, at: number, kind: Kind): Span[] {
  const caret = { start: at, end: at };
  const line = paragraphSpanOf(index, caret);
  const around = widenedSpan(index, caret)?.span;
  if (!line || !around) return [];
  const sentence = { start: Math.max(around.start, line.start), end: Math.min(around.end, line.end) };
  const quoted = kind === 'quote' ? quotedSpans(index, line, sentence, at) : [];
  return quoted.length > 0 ? quoted : [sentence];
}

function quotedSpans(index: TextIndex, line: Span, sentence: Span, at: number): Span[] {
  const unit = index.unitFromCodePoint(line.start);
  return [...index.slice(line.start, line.end).matchAll(QUOTED)]
    .map((match) => ({
      start: index.codePointFromUnit(unit + match.index),
      end: index.codePointFromUnit(unit + match.index + match[0].length),
      words: match[0].split(/\s+/).length,
    }))
    .filter(({ start, end }) => overlaps({ start, end }, sentence))
    .filter(({ start, end, words }) => words >= FEWEST_WORDS || (start <= at && at < end))
    .map(({ start, end }) => ({ start, end }));
}
