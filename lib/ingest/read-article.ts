import type { Region } from '@/lib/domain/region';
import { articleMetadataFrom } from './article-metadata';
import type { ArticleMetadata } from './article-metadata';
import { findDateline } from './dateline';
import { findDoubled } from './doubled';
import type { MetadataHints } from './finding';
import { lineRolesOf } from './line-roles';
import type { LineReading } from './line-roles';
import { codePointsOf, textLinesOf } from './text-line';
import type { TextLine } from './text-line';

/** How many of the first paragraphs may open with a dateline: a summary can stand before the report. */
const PARAGRAPHS_WITH_DATELINE = 3;

/** What a raw text was taken for. */
export interface ReadArticle {
  text: string;
  /** Sorted, disjoint, in code points; they cover every character that is not blank. A line, or a part of one, each. */
  regions: Region[];
  metadata: ArticleMetadata;
}

/**
 * Reads a raw scraped text (as `rawTextFrom` gives it): which line is headline, standfirst, byline, dateline,
 * caption, body, metadata, boilerplate or a copy, and what the text tells of publisher, author and date. The
 * text is not changed. Never fails; linear in its length.
 */
export function readArticle(text: string, hints: MetadataHints = {}): ReadArticle {
  const lines = textLinesOf(text);
  const readings = lineRolesOf(lines, hints.knownPublishers);
  const datelineAt = findDatelineLine(lines, readings);
  const regions = lines.flatMap((line, i) => regionsOf(line, readings[i]!, i === datelineAt));
  return { text, regions, metadata: articleMetadataFrom({ lines, readings, datelineAt }, hints) };
}

function findDatelineLine(lines: readonly TextLine[], readings: readonly LineReading[]): number | null {
  let paragraphs = 0;
  for (let i = 0; i < lines.length && paragraphs < PARAGRAPHS_WITH_DATELINE; i++) {
    if (readings[i]!.role !== 'body') continue;
    paragraphs++;
    if (findDateline(lines[i]!.text)) return i;
  }
  return null;
}

function regionsOf(line: TextLine, { role }: LineReading, hasDateline: boolean): Region[] {
  if (hasDateline) return datelineRegionsOf(line);
  const doubled = role === 'caption' ? findDoubled(line.text) : null;
  return doubled
    ? doubledRegionsOf(line, doubled.firstEnd, doubled.secondEnd)
    : [regionOf(line, 0, line.text.length, role)];
}

function datelineRegionsOf(line: TextLine): Region[] {
  const { length } = findDateline(line.text)!;
  const rest = length + (line.text.length - length - line.text.slice(length).trimStart().length);
  return [regionOf(line, 0, length, 'dateline'), regionOf(line, rest, line.text.length, 'body')];
}

/** The copy takes the blanks before it; a credit behind it is the caption's again. */
function doubledRegionsOf(line: TextLine, firstEnd: number, secondEnd: number): Region[] {
  const regions = [regionOf(line, 0, firstEnd, 'caption'), regionOf(line, firstEnd, secondEnd, 'duplicate')];
  return secondEnd < line.text.length
    ? [...regions, regionOf(line, secondEnd, line.text.length, 'caption')]
    : regions;
}

/** A region of a part of a line, given in the line's code units. */
function regionOf(line: TextLine, from: number, to: number, role: Region['role']): Region {
  const start = line.start + codePointsOf(line.text.slice(0, from));
  return { start, end: start + codePointsOf(line.text.slice(from, to)), role };
}
