/** A line that is not blank: its words without the blanks around them, and where they stand. */
export interface TextLine {
  readonly text: string;
  /** Half-open, in code points of the whole text. */
  readonly start: number;
  readonly end: number;
  /** Blank lines between the line before and this one; 0 where they touch. */
  readonly gap: number;
}

/** The lines of a text that hold a character that is not blank, in order. Lines end at LF only. Linear. */
export function textLinesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let lineStart = 0;
  let gap = 0;
  for (let unit = 0; unit <= text.length;) {
    const next = text.indexOf('\n', unit);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(unit, end);
    const trimmed = raw.trim();
    if (trimmed === '') gap++;
    else {
      // Blanks are never astral: before the first word code units and code points agree.
      const start = lineStart + (raw.length - raw.trimStart().length);
      lines.push({ text: trimmed, start, end: start + codePointsOf(trimmed), gap });
      gap = 0;
    }
    lineStart += codePointsOf(raw) + 1;
    unit = end + 1;
  }
  return lines;
}

/** The length of a text in code points. */
export function codePointsOf(text: string): number {
  let count = text.length;
  for (let i = 0; i + 1 < text.length; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) {
      count--;
      i++;
    }
  }
  return count;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
