import {
  type Day,
  dayFrom,
  daysAfter,
  daysInMonth,
  easterOf,
  monthsAfter,
  partsOf,
  weekdayOf,
} from './calendar-day';

/** A stretch of days that words name, both ends included, and whether the words print a date or a year themselves. */
export interface NamedPeriod {
  start: Day;
  end: Day;
  isPrinted: boolean;
  /** How it was read, where the words leave a choice. */
  note?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?';
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const YEAR = '((?:1[89]|20|21)\\d\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

interface Form {
  pattern: RegExp;
  read: (groups: (string | undefined)[], said: Day) => NamedPeriod | null;
}
const form = (source: string, read: Form['read']): Form => ({ pattern: new RegExp(`^${source}$`), read });

const monthNumber = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const single = (day: Day | null, isPrinted: boolean, note?: string): NamedPeriod | null =>
  day === null ? null : { start: day, end: day, isPrinted, ...(note && { note }) };
const yearPeriod = (year: number, isPrinted: boolean): NamedPeriod => ({
  start: dayFrom(year, 1, 1)!,
  end: dayFrom(year, 12, 31)!,
  isPrinted,
});
const monthPeriod = (year: number, month: number, isPrinted: boolean): NamedPeriod => ({
  start: dayFrom(year, month, 1)!,
  end: dayFrom(year, month, daysInMonth(year, month))!,
  isPrinted,
});
const mondayOf = (day: Day): Day => daysAfter(day, 1 - weekdayOf(day));
const weekPeriod = (said: Day, weeks: number): NamedPeriod => {
  const start = daysAfter(mondayOf(said), 7 * weeks);
  return { start, end: daysAfter(start, 6), isPrinted: false };
};
/** The same year, or the next one where the month has passed. */
const yearOfMonth = (said: Day, month: number): number =>
  partsOf(said).year + (month < partsOf(said).month ? 1 : 0);

/** A day and a month without a year: the first such day that is not before the article. */
function dayOfNoYear(said: Day, month: number, day: number): NamedPeriod | null {
  const { year } = partsOf(said);
  const here = dayFrom(year, month, day);
  if (here && here >= said) return single(here, true);
  const next = dayFrom(year + 1, month, day);
  return single(next ?? here, true, 'the year is the first in which that day was still to come');
}

function seasonPeriod(said: Day, name: string, step: 'this' | 'next' | number): NamedPeriod {
  const first = SEASONS[name]!;
  const startIn = (year: number): Day => dayFrom(year, first, 1)!;
  const endIn = (year: number): Day => daysAfter(monthsAfter(startIn(year), 3), -1);
  let year = typeof step === 'number' ? step : partsOf(said).year;
  if (typeof step !== 'number') {
    // Winter runs over the new year: in January "this winter" began last December.
    if (endIn(year - 1) >= said) year -= 1;
    else if (endIn(year) < said) year += 1;
    if (step === 'next' && startIn(year) <= said) year += 1;
  }
  return {
    start: startIn(year),
    end: endIn(year),
    isPrinted: typeof step === 'number',
    note: 'seasons are those of the northern half of the world, by whole months',
  };
}

const weekdayNumber = (name: string): number => WEEKDAYS.indexOf(name.slice(0, 3)) + 1;

const FORMS: readonly Form[] = [
  form('(?:today|tonight|this (?:morning|afternoon|evening)|later today|overnight|the day)', (_, said) =>
    single(said, false),
  ),
  form('(?:tomorrow(?: (?:morning|afternoon|evening|night))?)', (_, said) =>
    single(daysAfter(said, 1), false),
  ),
  form('the day after tomorrow', (_, said) => single(daysAfter(said, 2), false)),
  form(`(?:the )?(?:coming |this )?${WEEKDAY}(?: (?:morning|afternoon|evening|night))?`, ([name], said) => {
    const ahead = (weekdayNumber(name!) - weekdayOf(said) + 7) % 7;
    return single(
      daysAfter(said, ahead),
      false,
      ahead === 0 ? 'the day of the article itself' : 'the first such day after the article',
    );
  }),
  form(`(?:next ${WEEKDAY}|${WEEKDAY} (?:of )?next week)`, ([a, b], said) =>
    single(
      daysAfter(mondayOf(said), 6 + weekdayNumber((a ?? b)!)),
      false,
      'the one in the week after the article’s',
    ),
  ),
  form(`(?:${WEEKDAY},? )?${DAY}(?: of)? ${MONTH},? ${YEAR}`, ([, d, m, y]) =>
    single(dayFrom(Number(y), monthNumber(m!), Number(d)), true),
  ),
  form(`(?:${WEEKDAY},? )?${MONTH} ${DAY},? ${YEAR}`, ([, m, d, y]) =>
    single(dayFrom(Number(y), monthNumber(m!), Number(d)), true),
  ),
  form('([12]\\d{3})-(\\d{2})-(\\d{2})', ([y, m, d]) =>
    single(dayFrom(Number(y), Number(m), Number(d)), true),
  ),
  form(`(?:${WEEKDAY},? )?(?:the )?${DAY}(?: of)? ${MONTH}`, ([, d, m], said) =>
    dayOfNoYear(said, monthNumber(m!), Number(d)),
  ),
  form(`(?:${WEEKDAY},? )?${MONTH} (?:the )?${DAY}`, ([, m, d], said) =>
    dayOfNoYear(said, monthNumber(m!), Number(d)),
  ),
  form(`the (\\d{1,2})(?:st|nd|rd|th)(?: of (?:the|this) month)?`, ([d], said) => {
    const { year, month, day } = partsOf(said);
    const isPast = Number(d) < day;
    const at = isPast ? partsOf(monthsAfter(dayFrom(year, month, 1)!, 1)) : { year, month };
    return single(dayFrom(at.year, at.month, Number(d)), false, 'of the article’s month, or of the next');
  }),
  form(`${MONTH},? (?:of )?${YEAR}`, ([m, y]) => monthPeriod(Number(y), monthNumber(m!), true)),
  form(`${MONTH} (?:of )?next year`, ([m], said) =>
    monthPeriod(partsOf(said).year + 1, monthNumber(m!), false),
  ),
  form(`${MONTH} (?:of )?this year`, ([m], said) => monthPeriod(partsOf(said).year, monthNumber(m!), false)),
  form(`(?:the month of |this |this coming )?${MONTH}`, ([m], said) =>
    monthPeriod(yearOfMonth(said, monthNumber(m!)), monthNumber(m!), true),
  ),
  form(`next ${MONTH}`, ([m], said) => {
    const { year, month } = partsOf(said);
    return monthPeriod(year + (monthNumber(m!) <= month ? 1 : 0), monthNumber(m!), false);
  }),
  form('(?:this|the|the current|the rest of (?:this|the)) week', (_, said) => ({
    ...weekPeriod(said, 0),
    start: said,
  })),
  form('(?:(?:the )?next|the following) week', (_, said) => weekPeriod(said, 1)),
  form('the week after next', (_, said) => weekPeriod(said, 2)),
  form('(?:this|the|the coming|this coming) weekend', (_, said) => {
    const { start, end } = weekPeriod(said, 0);
    return { start: daysAfter(start, 5), end, isPrinted: false };
  }),
  form('next weekend', (_, said) => {
    const { start, end } = weekPeriod(said, 1);
    return { start: daysAfter(start, 5), end, isPrinted: false };
  }),
  form('(?:this|the|the current|the rest of (?:this|the)) month', (_, said) => {
    const { year, month } = partsOf(said);
    return { ...monthPeriod(year, month, false), start: said };
  }),
  form('(?:(?:the )?next|the following) month', (_, said) => {
    const { year, month } = partsOf(monthsAfter(said, 1));
    return monthPeriod(year, month, false);
  }),
  form('(?:this|the|the current|the rest of (?:this|the)) year', (_, said) => ({
    ...yearPeriod(partsOf(said).year, false),
    start: said,
  })),
  form('(?:(?:the )?next|the following) year', (_, said) => yearPeriod(partsOf(said).year + 1, false)),
  form('the year after next', (_, said) => yearPeriod(partsOf(said).year + 2, false)),
  form(`(?:the year )?${YEAR}`, ([y]) => yearPeriod(Number(y), true)),
  form('the new year', (_, said) => {
    const year = partsOf(said).year + 1;
    return {
      start: dayFrom(year, 1, 1)!,
      end: dayFrom(year, 3, 31)!,
      isPrinted: false,
      note: 'its first three months',
    };
  }),
  form('new year’?s? ?(?:day)?', (_, said) => single(dayFrom(partsOf(said).year + 1, 1, 1), false)),
  form('new year’?s? eve', (_, said) => single(dayFrom(partsOf(said).year, 12, 31), false)),
  form('the turn of the year', (_, said) => single(dayFrom(partsOf(said).year, 12, 31), false)),
  form('(?:this |next )?christmas(?: day)?', (_, said) => {
    const here = dayFrom(partsOf(said).year, 12, 25)!;
    return single(here >= said ? here : dayFrom(partsOf(said).year + 1, 12, 25), false);
  }),
  form('(?:this |next )?easter(?: sunday)?', (_, said) => {
    const here = easterOf(partsOf(said).year);
    return single(here >= said ? here : easterOf(partsOf(said).year + 1), false);
  }),
  form('(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (.+)', ([name, of], said) => {
    const whole = yearNamed(of!, said);
    return whole && { ...seasonPeriod(said, name!, partsOf(whole.start).year), isPrinted: whole.isPrinted };
  }),
  form(
    '(?:the )?(?:(this|next|coming) |this coming )?(spring|summer|autumn|fall|winter)',
    ([step, name], said) => seasonPeriod(said, name!, step === 'next' ? 'next' : 'this'),
  ),
  form(`(?:the )?(first|second|third|fourth|last) quarter(?: of)? (.+)`, ([nth, of], said) => {
    const whole = yearNamed(of!, said);
    const at = nth === 'last' ? 4 : ['first', 'second', 'third', 'fourth'].indexOf(nth!) + 1;
    return whole && quarter(whole, at);
  }),
  form(`q([1-4]) (?:of )?(.+)`, ([nth, of], said) => {
    const whole = yearNamed(of!, said);
    return whole && quarter(whole, Number(nth));
  }),
  form(`(?:the )?(first|second) half(?: of)? (.+)`, ([nth, of], said) => {
    const whole = yearNamed(of!, said) ?? periodNamed(of!, said);
    return whole && halfOf(whole, nth === 'first' ? 0 : 1);
  }),
  form('(?:this|the) decade', (_, said) => {
    const start = Math.floor(partsOf(said).year / 10) * 10;
    return { start: said, end: dayFrom(start + 9, 12, 31)!, isPrinted: false };
  }),
  form('next decade', (_, said) => {
    const start = Math.floor(partsOf(said).year / 10) * 10 + 10;
    return { start: dayFrom(start, 1, 1)!, end: dayFrom(start + 9, 12, 31)!, isPrinted: false };
  }),
  form('the ((?:19|20|21)\\d)0s', ([decade]) => ({
    start: dayFrom(Number(decade) * 10, 1, 1)!,
    end: dayFrom(Number(decade) * 10 + 9, 12, 31)!,
    isPrinted: true,
  })),
  form('(?:this|the) century', (_, said) => {
    const start = Math.floor(partsOf(said).year / 100) * 100;
    return { start: said, end: dayFrom(start + 99, 12, 31)!, isPrinted: false };
  }),
  form(
    '(?:the )?(early|mid|late|later|(?:beginning|start|middle|end|close) of|end)(?: in)?[ -](.+)',
    ([part, of], said) => partOf(part!, of!, said),
  ),
  form('(?:year[ -]?end|(?:the )?year’s end)', (_, said) => partOf('end of', 'this year', said)),
  form('(?:month[ -]?end|(?:the )?month’s end)', (_, said) => partOf('end of', 'this month', said)),
  form('(?:week[ -]?end)', (_, said) => periodNamed('this weekend', said)),
  form('mid-?century', (_, said) =>
    single(
      dayFrom(Math.floor(partsOf(said).year / 100) * 100 + 50, 12, 31),
      false,
      'the year 50 of the century',
    ),
  ),
];

const quarter = ({ start, isPrinted }: NamedPeriod, nth: number): NamedPeriod => {
  const first = monthsAfter(start, 3 * (nth - 1));
  return { start: first, end: daysAfter(monthsAfter(first, 3), -1), isPrinted };
};
function halfOf(period: NamedPeriod, nth: 0 | 1): NamedPeriod {
  const { start, end, isPrinted } = period;
  const isYear = start.endsWith('-01-01') && end.endsWith('-12-31');
  const middle = isYear ? monthsAfter(start, 6) : daysAfter(start, Math.ceil((lengthOf(period) + 1) / 2));
  return nth === 0 ? { start, end: daysAfter(middle, -1), isPrinted } : { start: middle, end, isPrinted };
}

/** Days from the first to the last. */
const lengthOf = ({ start, end }: NamedPeriod): number =>
  Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / 86_400_000);

/** A whole year, also where the article's day would cut it: "the first half of this year". */
function yearNamed(words: string, said: Day): NamedPeriod | null {
  if (/^(?:(?:this|the) )?year$/.test(words)) return yearPeriod(partsOf(said).year, false);
  if (/^(?:the )?next year$/.test(words)) return yearPeriod(partsOf(said).year + 1, false);
  const printed = new RegExp(`^(?:the year )?${YEAR}$`).exec(words)?.[1];
  return printed ? yearPeriod(Number(printed), true) : null;
}

/** The whole of a period that "early" or "the end of" cut a part from, not what the article's day leaves of it. */
function wholeNamed(words: string, said: Day): NamedPeriod | null {
  const { year, month } = partsOf(said);
  if (/^(?:(?:this|the) )?week$/.test(words)) return weekPeriod(said, 0);
  if (/^(?:(?:this|the) )?month$/.test(words)) return monthPeriod(year, month, false);
  const decade = Math.floor(year / 10) * 10;
  if (/^(?:(?:this|the) )?decade$/.test(words))
    return { start: dayFrom(decade, 1, 1)!, end: dayFrom(decade + 9, 12, 31)!, isPrinted: false };
  return yearNamed(words, said) ?? periodNamed(words, said);
}

/**
 * A part of a period. Of a year "early" are its first three months and "late" its last three; of anything else a third;
 * "later" is what remains of it after the article; "the end" is its last day, at the end of its last third.
 */
function partOf(part: string, of: string, said: Day): NamedPeriod | null {
  const whole = wholeNamed(of, said);
  if (!whole) return null;
  const { start, end, isPrinted } = whole;
  const note = 'how early or late is a convention';
  const isYear = start.endsWith('-01-01') && end.endsWith('-12-31') && lengthOf(whole) < 366;
  const days = lengthOf(whole) + 1;
  if (days < 3) return whole;
  const third = Math.ceil(days / 3);
  switch (part) {
    case 'later':
      return { start: start > said ? start : minDay(daysAfter(said, 1), end), end, isPrinted };
    case 'early':
    case 'beginning of':
    case 'start of':
      return {
        start,
        end: isYear ? daysAfter(monthsAfter(start, 3), -1) : daysAfter(start, third - 1),
        isPrinted,
        note,
      };
    case 'mid':
    case 'middle of':
      return {
        start: isYear ? monthsAfter(start, 4) : daysAfter(start, third),
        end: isYear ? daysAfter(monthsAfter(start, 8), -1) : daysAfter(end, -third),
        isPrinted,
        note,
      };
    case 'late':
      return { start: isYear ? monthsAfter(start, 9) : daysAfter(end, 1 - third), end, isPrinted, note };
    default:
      return { start: end, end, isPrinted };
  }
}

const minDay = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * The days that words name, seen from the day of the article: "next week", "early 2026", "the end of the month", "9 May".
 * Words are lower case, with single spaces and “’” for apostrophes. Null for words that name no days.
 */
export function periodNamed(words: string, said: Day): NamedPeriod | null {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(words);
    const period = match && read(match.slice(1), said);
    if (period) return period;
  }
  return null;
}
