import type { Span } from '@/lib/domain/span';
import type { Basis } from '@/lib/domain/vocabulary';
import type { LineReading } from './line-roles';
import { codePointsOf } from './text-line';
import type { TextLine } from './text-line';

/** What is known besides the text: its address, and the names of the workspace's publishers. */
export interface MetadataHints {
  url?: string;
  knownPublishers?: string[];
}

/** A text cut into lines with their roles; `datelineAt` is the line whose head is a dateline. */
export interface ReadLines {
  lines: readonly TextLine[];
  readings: readonly LineReading[];
  datelineAt: number | null;
}

/** A value, how it is known, the words it was read from, and where the first of them stand. */
export interface Finding<T = string> {
  value: T;
  basis: Basis;
  words: string;
  span: Span | null;
}

/** The span of words that stand in a line, given by their code-unit offset in it. */
export function spanInLine(line: TextLine, unit: number, words: string): Span {
  const start = line.start + codePointsOf(line.text.slice(0, unit));
  return { start, end: start + codePointsOf(words) };
}
