import type { DatePrecision } from '@/lib/domain/vocabulary';
import { spanInLine } from './finding';
import type { Finding, MetadataHints, ReadLines } from './finding';
import { daysBetween, isoDateFrom, printedDatesIn } from './calendar-date';
import type { PrintedDate } from './calendar-date';
import { findDateLine } from './date-line';
import { findDateline } from './dateline';
import type { TextLine } from './text-line';

/** A day, month or year in which a text was published. */
export interface PublicationDate {
  /** YYYY-MM-DD; the first day of its month or year where the precision is coarser. */
  date: string;
  precision: DatePrecision;
}
type DateFinding = Finding<PublicationDate>;

/** A day without a year takes the year of a full date of the text, if that lies this many days before it … */
const LONGEST_BEFORE = 92;
/** … or this many after: a report can announce what comes. */
const LONGEST_AFTER = 31;
/** Lines searched for full dates; an article's head and foot are among them. */
const MOST_LINES = 4_000;

/**
 * When the text was published. Stated where a line says so in full, or its dateline does. Inferred from a line
 * that names the last update, from the page's address, from a day without a year whose year another date of the
 * text gives, and from the year of the copyright notice. The date of a picture or of an event alone is no clue.
 */
export function publicationDateFrom(
  read: ReadLines,
  hints: MetadataHints,
  language: string | null,
): DateFinding | null {
  const candidates = dateLinesOf(read, language);
  const dateline = datelineOf(read);
  return (
    candidates
      .find(({ label, date }) => label === 'published' && date.year !== null && !date.ambiguous)
      ?.finding('stated') ??
    candidates
      .find(({ label, date }) => label === 'bare' && date.year !== null && !date.ambiguous)
      ?.finding('stated') ??
    (dateline && dateline.date.year !== null ? findingOf(dateline.line, dateline.date, 'stated') : null) ??
    candidates.find(({ date }) => date.year !== null && !date.ambiguous)?.finding('inferred') ??
    findInUrl(hints.url) ??
    findWithYearOfText(read, [
      ...candidates.map(({ line, date }) => ({ line, date })),
      ...(dateline ? [dateline] : []),
    ]) ??
    candidates.find(({ date }) => date.ambiguous)?.finding('inferred') ??
    findCopyrightYear(read)
  );
}

interface DatedLine {
  line: TextLine;
  date: PrintedDate;
}
interface Candidate extends DatedLine {
  label: 'published' | 'updated' | 'bare';
  finding(basis: 'stated' | 'inferred'): DateFinding;
}

function dateLinesOf({ lines, readings }: ReadLines, language: string | null): Candidate[] {
  const candidates: Candidate[] = [];
  for (let i = 0; i < lines.length; i++) {
    const { role, sign } = readings[i]!;
    if (role !== 'metadata' && role !== 'byline') continue;
    const line = lines[i]!;
    const read = sign === 'byline' ? dateOfByline(line.text) : findDateLine(line.text);
    if (!read?.date) continue;
    const date = { ...settled(read.date, line.text, language), start: 0, end: 0 };
    candidates.push({
      line,
      date,
      label: read.label,
      finding: (basis) => findingWith(line, date, basis, line.text, 0),
    });
  }
  return candidates;
}

/** A byline can hold the date; a line with an author's contact too. */
function dateOfByline(text: string): { label: Candidate['label']; date: PrintedDate | null } {
  const label = /updated|aktualisiert|mis à jour|actualizado|atualizado|aggiornato/iu.test(text)
    ? 'updated'
    : 'bare';
  return { label, date: printedDatesIn(text)[0] ?? null };
}

/** 03/04/2024 is the third of April but in English, where nothing tells; a dot goes with the day first. */
function settled(date: PrintedDate, text: string, language: string | null): PrintedDate {
  if (!date.ambiguous || language === null || language === 'en') return date;
  const numbers = /(\d{1,2})[./-](\d{1,2})[./-]\d{4}/u.exec(text);
  return numbers ? { ...date, day: Number(numbers[1]), month: Number(numbers[2]), ambiguous: false } : date;
}

function datelineOf({ lines, datelineAt }: ReadLines): DatedLine | null {
  const line = datelineAt === null ? undefined : lines[datelineAt];
  const date = line && findDateline(line.text)?.date;
  return line && date ? { line, date } : null;
}

const precisionOf = (date: PrintedDate): DatePrecision =>
  date.month === null ? 'year' : date.day === null ? 'month' : 'day';

function findingOf(line: TextLine, date: PrintedDate, basis: Finding['basis']): DateFinding {
  return findingWith(line, date, basis, line.text.slice(date.start, date.end), date.start);
}

function findingWith(
  line: TextLine,
  date: PrintedDate,
  basis: Finding['basis'],
  words: string,
  at: number,
): DateFinding {
  return {
    value: { date: isoDateFrom(date.year!, date.month, date.day), precision: precisionOf(date) },
    basis,
    words,
    span: spanInLine(line, at, words),
  };
}

/** "/2024/06/16/", "20240616" and the like in the page's address. */
function findInUrl(url: string | undefined): DateFinding | null {
  if (url === undefined) return null;
  const match = /(?<!\d)((?:19|20)\d{2})([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=\d{0,8}(?!\d))/u.exec(
    url,
  );
  if (!match) return null;
  const [words, year, , month, day] = match;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(date))) return null;
  return { value: { date, precision: 'day' }, basis: 'inferred', words, span: null };
}

/** Nov. 26 of a dateline, with the year of "Nov. 24, 2014" in a caption. */
function findWithYearOfText(read: ReadLines, partial: readonly DatedLine[]): DateFinding | null {
  const day = partial.find(({ date }) => date.year === null && date.month !== null && date.day !== null);
  if (!day) return null;
  const nearest = fullDatesOf(read)
    .flatMap((full) => [0, 1].map((later) => ({ full, year: full.date.year! + later })))
    .map(({ full, year }) => ({ full, year, gap: gapOf(full.date, year, day.date) }))
    .filter(({ gap }) => gap !== null && gap >= -LONGEST_AFTER && gap <= LONGEST_BEFORE)
    .sort((a, b) => Math.abs(a.gap!) - Math.abs(b.gap!))[0];
  if (!nearest) return null;
  const { full, year } = nearest;
  const words = `${wordsOf(day)}; ${wordsOf(full)}`;
  return {
    value: { date: isoDateFrom(year, day.date.month, day.date.day), precision: 'day' },
    basis: 'inferred',
    words,
    span: spanInLine(day.line, Math.max(0, day.line.text.indexOf(wordsOf(day))), wordsOf(day)),
  };
}

const wordsOf = ({ line, date }: DatedLine): string =>
  date.end > 0 ? line.text.slice(date.start, date.end) : line.text;

/** Days from a full date to the partial one in a given year; null where that year lacks the day. */
function gapOf(full: PrintedDate, year: number, partial: PrintedDate): number | null {
  const date = isoDateFrom(year, partial.month, partial.day);
  const to = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(to)) return null;
  return daysBetween(isoDateFrom(full.year!, full.month, full.day), date);
}

function fullDatesOf({ lines, readings }: ReadLines): DatedLine[] {
  const found: DatedLine[] = [];
  for (let i = 0; i < lines.length && i < MOST_LINES; i++) {
    const line = lines[i]!;
    if (readings[i]!.role === 'boilerplate' || readings[i]!.role === 'duplicate' || line.text.length > 5_000)
      continue;
    for (const date of printedDatesIn(line.text)) {
      if (date.year !== null && date.month !== null && date.day !== null) found.push({ line, date });
    }
  }
  return found;
}

/** One year, not a span of years: that says how old the site is. */
function findCopyrightYear({ lines, readings }: ReadLines): DateFinding | null {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (readings[i]!.role !== 'boilerplate' || line.text.length > 400) continue;
    const match = /(?:copyright|©|ⓒ|\(c\)|&copy;)[^\d]{0,20}((?:19|20)\d{2})(?!\d|\s?[-–]\s?\d)/iu.exec(
      line.text,
    );
    if (match) {
      const date = isoDateFrom(Number(match[1]), null, null);
      return {
        value: { date, precision: 'year' },
        basis: 'inferred',
        words: match[0],
        span: spanInLine(line, match.index, match[0]),
      };
    }
  }
  return null;
}
