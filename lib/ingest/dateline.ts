import { printedDatesIn } from './calendar-date';
import type { PrintedDate } from './calendar-date';
import { findOutlet } from './outlet-names';

/** The words at the head of a report that say where, when and by which agency it was filed. */
export interface Dateline {
  /** Code units of the line that the dateline takes, without the blank after it. */
  length: number;
  date: PrintedDate | null;
  agency: string | null;
}

const LONGEST = 120;
const CITY = "\\p{Lu}[\\p{L}.'’-]*(?:[ /]\\p{L}[\\p{L}.'’-]*){0,3}";
const CAPITALS = "\\p{Lu}{2}[\\p{Lu}.'’-]*(?:[ /]\\p{Lu}[\\p{Lu}.'’-]*){0,3}";
const MORE = '(?:, [\\p{L}\\p{N}. ]{2,24}){0,4}';
const AGENCY = '\\((?:[\\p{Lu}][\\p{L}\\p{N}. /&-]{1,30}|dpa(?:/\\w+)?)\\)';
const DASH = '(?:--+|[—–-]|:)';

interface DatelineRule {
  why: string;
  pattern: RegExp;
}
const RULES: readonly DatelineRule[] = [
  {
    why: 'PLACE, Country, Nov. 26 (AGENCY) --',
    pattern: new RegExp(`^${CITY}${MORE},? ?(${AGENCY})\\s?${DASH}`, 'u'),
  },
  { why: '(AGENCY) -', pattern: new RegExp(`^(${AGENCY})\\s?(?:--+|[—–-])`, 'u') },
  {
    why: 'PLACE, Nov. 26 — in capitals',
    pattern: new RegExp(`^${CAPITALS}${MORE}\\s?(?:--+|[—–])(?=\\s|\\p{L})`, 'u'),
  },
  {
    why: 'PLACE: or PLACE - in capitals',
    pattern: new RegExp(`^${CAPITALS}(?:, [\\p{L}. ]{2,20})?(?::| -)(?=\\s)`, 'u'),
  },
  {
    why: 'Place, 5 June 2024 (agency).-',
    pattern: new RegExp(`^${CITY}, [^()]{3,30}\\(\\p{L}{2,12}\\)\\.?\\s?[.–—-]+`, 'u'),
  },
  {
    why: '[Place=Agency] of Korean agencies, 【場所】 of Japanese ones',
    pattern:
      /^(?:[([【][^)\]】]{2,30}[=共時新][^)\]】]{1,20}[)\]】]|【[^】]{2,20}】)(?:\s?[^\s=]{2,10}\s?기자\s?=)?/u,
  },
];

/** Brackets in a dateline hold an agency: a known one, or its initials. */
const isAgency = (brackets: string | undefined): boolean => {
  const name = brackets?.slice(1, -1);
  return (
    name === undefined ||
    /^[\p{Lu}\d/ &-]{2,20}$/u.test(name) ||
    /^dpa/u.test(name) ||
    findOutlet(name) !== null
  );
};

/**
 * Reads the dateline at the head of a paragraph; null where there is none, and where nothing but the dateline
 * would be left of the paragraph.
 */
export function findDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST);
  for (const { pattern } of RULES) {
    const match = pattern.exec(head);
    if (!match || paragraph.length < 2.2 * match[0].length || !isAgency(match[1])) continue;
    const agency = match[1] ?? /\(([^()]{2,30})\)/u.exec(match[0])?.[1] ?? null;
    return {
      length: match[0].length,
      date: printedDatesIn(match[0])[0] ?? null,
      agency: agency?.replace(/^\(|\)$/gu, '') ?? null,
    };
  }
  return null;
}
