import type { Region } from './region';
import type { TextIndex } from './text-index';
import type { RegionRole } from './vocabulary';

/** A line of a text, or the part of a line that one region covers: what a person gives a role to. */
export interface Paragraph extends Region {
  /** True where it goes on in the line of the paragraph before it. */
  continuesLine: boolean;
}

/**
 * The regions of a text cut at its line ends, without the blanks around each piece; pieces of blanks alone are left
 * out. The paragraphs are valid regions themselves (sorted, disjoint, in code points) and cover the same words. Linear.
 */
export function paragraphsOf(index: TextIndex, regions: readonly Region[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lastEnd = 0;
  for (const region of regions) {
    for (const piece of linesOf(index, region)) {
      const isFirst = paragraphs.length === 0;
      const continuesLine = !isFirst && !index.slice(lastEnd, piece.start).includes('\n');
      paragraphs.push({ ...piece, role: region.role, continuesLine });
      lastEnd = piece.end;
    }
  }
  return paragraphs;
}

function linesOf(index: TextIndex, { start, end }: Region): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  const last = index.unitFromCodePoint(end);
  for (let unit = index.unitFromCodePoint(start); unit < last;) {
    const newline = index.text.indexOf('\n', unit);
    const lineEnd = newline < 0 ? last : Math.min(newline, last);
    const line = index.text.slice(unit, lineEnd);
    const words = line.trim();
    const from = unit + (line.length - line.trimStart().length);
    if (words)
      lines.push({
        start: index.codePointFromUnit(from),
        end: index.codePointFromUnit(from + words.length),
      });
    unit = lineEnd + 1;
  }
  return lines;
}

/** The paragraphs with another role for the chosen ones (by place in the list). Those that stay are the same objects. */
export function paragraphsWithRole(
  paragraphs: readonly Paragraph[],
  chosen: ReadonlySet<number>,
  role: RegionRole,
): Paragraph[] {
  return paragraphs.map((paragraph, i) =>
    chosen.has(i) && paragraph.role !== role ? { ...paragraph, role } : paragraph,
  );
}

/** The paragraphs as an import sends them: regions, one for each. */
export const regionsFromParagraphs = (paragraphs: readonly Paragraph[]): Region[] =>
  paragraphs.map(({ start, end, role }) => ({ start, end, role }));
