const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Before Latin's combining marks (U+0300) every character but CR is a grapheme of its own. */
const isPlain = (unit: number): boolean => unit < 0x300 && unit !== 0x0d;
const REACH = 256;

/** Whether a grapheme (what a reader takes for one character) ends at this UTF-16 code unit offset. */
export const isGraphemeEdge = (text: string, at: number): boolean => graphemeAround(text, at) === null;

/** The grapheme that the offset splits, in UTF-16 code units of the text; null when it splits none. */
export function graphemeAround(text: string, at: number): { start: number; end: number } | null {
  if (at <= 0 || at >= text.length) return null;
  if (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1))) return null;
  let from = at - 1;
  while (from > 0 && at - from < REACH && !isPlain(text.charCodeAt(from))) from--;
  const part = graphemes.segment(text.slice(from, at + REACH)).containing(at - from);
  if (!part || part.index === at - from) return null;
  return { start: from + part.index, end: from + part.index + part.segment.length };
}
