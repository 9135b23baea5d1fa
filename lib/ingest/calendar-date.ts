/** A date as printed; parts that are not printed (or that cannot be told apart) are null. */
export interface PrintedDate {
  year: number | null;
  month: number | null;
  day: number | null;
  /** Day and month are both printed as numbers of at most 12, in an order that nothing tells. */
  ambiguous: boolean;
  /** Half-open, in code units of the text searched. */
  start: number;
  end: number;
}

/** Names of months, full and short, in the languages that the reader of dates knows. */
const MONTHS: readonly (readonly string[])[] = [
  `january jan januar jänner jän janvier janv enero ene janeiro gennaio gen januari stycznia января янв
   січня ocak leden ledna tammikuuta ianuarie január يناير`,
  `february feb februar février févr fevrier febrero fevereiro fev febbraio februari lutego февраля фев
   лютого şubat února helmikuuta februarie február فبراير`,
  `march mar märz mars marzo março maart mrt marca марта мар березня mart března maaliskuuta martie március
   maret مارس`,
  `april apr avril avr abril abr aprile kwietnia апреля апр квітня nisan dubna huhtikuuta aprilie április
   أبريل`,
  `may mai mayo maio maggio mag mei maj maja мая травня mayıs května toukokuuta május مايو`,
  `june jun juni juin junio junho giugno giu czerwca июня июн червня haziran června kesäkuuta iunie június
   يونيو`,
  `july jul juli juillet juil julio julho luglio lug lipca июля июл липня temmuz července heinäkuuta iulie
   július يوليو`,
  `august aug août aout agosto ago augustus augusti sierpnia августа авг серпня ağustos srpna elokuuta
   augusztus agustus أغسطس`,
  `september sept sep septembre septiembre setembro set settembre sett września сентября сен вересня eylül
   září syyskuuta septembrie szeptember سبتمبر`,
  `october oct oktober okt octobre octubre outubro out ottobre ott października октября окт жовтня ekim
   října lokakuuta octombrie október أكتوبر`,
  `november nov novembre noviembre novembro listopada ноября ноя листопада kasım listopadu marraskuuta
   noiembrie نوفمبر`,
  `december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre grudnia декабря дек
   грудня aralık prosince joulukuuta decembrie desember des ديسمبر`,
].map((names) => names.split(/\s+/u));

const monthNumbers = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const MONTH = `(${[...monthNumbers.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const YEAR = '((?:1[6-9]|20|21)\\d{2})';
const DAY = '(\\d{1,2})';
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}])';
const OF = '(?:\\s+(?:de|del|of|da))?';

interface DateForm {
  why: string;
  pattern: RegExp;
  read(groups: readonly string[]): Omit<PrintedDate, 'start' | 'end'> | null;
}

const form = (why: string, source: string, read: DateForm['read']): DateForm => ({
  why,
  pattern: new RegExp(BEFORE + source, 'giu'),
  read,
});
const dated = (year: string | null, month: number | null, day: string | null) =>
  checked(year === null ? null : Number(year), month, day === null ? null : Number(day));

/** Tried in this order; an earlier form keeps its place in the text. */
const FORMS: readonly DateForm[] = [
  form(
    '2024-06-16, 2024.6.16, 2024/06/16, also before a time',
    `${YEAR}\\s?[-./]\\s?${DAY}\\s?[-./]\\s?${DAY}(?!\\d)`,
    ([y, m, d]) => dated(y!, Number(m), d!),
  ),
  form(
    '2024年6月16日, 2024년 6월 16일',
    `${YEAR}\\s*[年년]\\s*${DAY}\\s*[月월]\\s*${DAY}\\s*[日일]`,
    ([y, m, d]) => dated(y!, Number(m), d!),
  ),
  form(
    '16 June 2024, 16. Juni 2024, 16 de junio de 2024, 1st of May, 2024',
    `${DAY}(?:st|nd|rd|th|er|º|°|ª)?[.,]?${OF}[\\s-]+${MONTH}[.,]?${OF}[\\s,-]+${YEAR}${AFTER}`,
    ([d, m, y]) => dated(y!, monthOf(m!), d!),
  ),
  form('June 16, 2024', `${MONTH}\\.?\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}${AFTER}`, ([m, d, y]) =>
    dated(y!, monthOf(m!), d!),
  ),
  form('16.06.2024, 16/06/2024, 6/16/2024', `${DAY}([./-])${DAY}\\2${YEAR}${AFTER}`, ([a, , b, y]) =>
    numbered(Number(a), Number(b), Number(y)),
  ),
  form('June 2024, junio de 2024', `${MONTH}\\.?,?${OF}\\s+${YEAR}${AFTER}`, ([m, y]) =>
    dated(y!, monthOf(m!), null),
  ),
  form('June 16, Nov. 26', `${MONTH}\\.?\\s+${DAY}(?:st|nd|rd|th)?${AFTER}`, ([m, d]) =>
    dated(null, monthOf(m!), d!),
  ),
  form('16 June, 5 de junio', `${DAY}(?:st|nd|rd|th|er|º|°)?\\.?${OF}\\s+${MONTH}${AFTER}`, ([d, m]) =>
    dated(null, monthOf(m!), d!),
  ),
  form('6月16日, 6월 16일', `${DAY}\\s*[月월]\\s*${DAY}\\s*[日일]`, ([m, d]) => dated(null, Number(m), d!)),
];

/**
 * The dates printed in a text, in order and disjoint: with year, month and day, or with a part of them. A
 * date that the calendar does not have is none. The text should be a line; cost is linear in its length.
 */
export function printedDatesIn(text: string): PrintedDate[] {
  if (!/\d/.test(text)) return [];
  // A date that the calendar lacks keeps its place: "30 February 2024" is not a month either.
  const found: { start: number; end: number; date: Omit<PrintedDate, 'start' | 'end'> | null }[] = [];
  for (const { pattern, read } of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => other.start < end && start < other.end)) continue;
      found.push({ start, end, date: read(match.slice(1)) });
    }
  }
  return found
    .flatMap(({ date, start, end }) => (date ? [{ ...date, start, end }] : []))
    .sort((a, b) => a.start - b.start);
}

/** `YYYY-MM-DD`, with the first day where month or day is not known. */
export const isoDateFrom = (year: number, month: number | null, day: number | null): string =>
  `${year}-${twoDigits(month ?? 1)}-${twoDigits(day ?? 1)}`;

/** Days between two dates of the Gregorian calendar; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const monthOf = (name: string): number | null => monthNumbers.get(name.toLowerCase()) ?? null;

function numbered(a: number, b: number, year: number): Omit<PrintedDate, 'start' | 'end'> | null {
  if (a > 12) return checked(year, b, a);
  if (b > 12) return checked(year, a, b);
  if (a === b) return checked(year, a, b);
  return a >= 1 && b >= 1 ? { year, month: null, day: null, ambiguous: true } : null;
}

function checked(year: number | null, month: number | null, day: number | null) {
  if (month === null || month < 1 || month > 12) return null;
  // A leap year stands in where the year is not printed.
  const days = new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > days)) return null;
  return { year, month, day, ambiguous: false };
}
