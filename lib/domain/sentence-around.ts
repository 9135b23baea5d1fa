import type { Span } from './span';

/** A sentence is cut off this many code units before and after the span; a list of names can be one "sentence". */
const REACH = 800;
/** Lines between these lengths may have been broken by a column width: their end says nothing about a sentence. */
const WRAPPED_LINE = { shortest: 25, longest: 100 };

/** Words after which a full stop ends no sentence. A single letter is an initial. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr st gen sen rep gov lt col sgt capt prof rev hon pres jr sr vs no inc co corp ltd jan feb mar apr jun ' +
    'jul aug sep sept oct nov dec etc al approx dept est fig mt bzw ca usw evtl inkl nr str hr fr mme mlle sra dra'
  ).split(' '),
);
const CLOSER = /["'”’»)\]」』）】]/u;
const WIDE_TERMINATOR = /[。！？｡]/u;
const TERMINATOR = /[.!?؟।…]/u;

/**
 * The whole sentences that a stretch of text lies in, in the same unit as the stretch: UTF-16 code units.
 * Where it is not certain that a sentence ends it goes on (abbreviations, a quoted question before "he asked",
 * lines that may be wrapped), because the words before and after decide whether a claim is affirmed or denied.
 */
export function sentenceAround(text: string, stretch: Span): Span {
  let { start, end } = stretch;
  const lowest = Math.max(0, start - REACH);
  const highest = Math.min(text.length, end + REACH);
  while (start > lowest && !isSentenceBreak(text, start)) start--;
  while (end < highest && !isSentenceBreak(text, end)) end++;
  while (start < stretch.start && /\s/u.test(text[start]!)) start++;
  while (end > stretch.end && /\s/u.test(text[end - 1]!)) end--;
  return { start, end };
}

/** Whether a sentence ends just before the code unit at `at`. */
function isSentenceBreak(text: string, at: number): boolean {
  const next = text[at]!;
  const previous = text[at - 1]!;
  if (previous === '\n' || previous === '\u2029') return isLineBreakFinal(text, at - 1);
  if (WIDE_TERMINATOR.test(previous)) return !CLOSER.test(next) && !WIDE_TERMINATOR.test(next);
  return /\s/u.test(next) && endsSentence(text, at);
}

/**
 * Whether the line break at `at` ends a paragraph: a blank line, or a line that no column width has broken and
 * that the next one does not go on with.
 */
function isLineBreakFinal(text: string, at: number): boolean {
  const following = text.slice(at + 1, at + 40);
  if (/^[^\S\n]*\n/u.test(following)) return true;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim();
  if (/,$/u.test(line) || /^\s*\p{Ll}/u.test(following)) return false;
  return line.length < WRAPPED_LINE.shortest || line.length > WRAPPED_LINE.longest;
}

/** Whether the text before the white space at `at` ends in a terminator that ends a sentence. */
function endsSentence(text: string, at: number): boolean {
  let last = at - 1;
  while (last > 0 && CLOSER.test(text[last]!)) last--;
  if (!TERMINATOR.test(text[last]!)) return false;
  const following = /^\s+["'“‘«(\[¿¡]*(.)/u.exec(text.slice(at, at + 24))?.[1] ?? '';
  if (/\p{Ll}/u.test(following)) return false;
  return text[last] !== '.' || !isAbbreviation(text, last);
}

function isAbbreviation(text: string, stop: number): boolean {
  const word = /[^\s"“”«»()]*$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  return /^\p{L}$/u.test(word) || word.includes('.') || ABBREVIATIONS.has(word.toLowerCase());
}
