import { type Day, dayFrom, daysAfter, daysInMonth, monthsAfter, partsOf } from './calendar-day';
import { type NamedPeriod, periodNamed } from './horizon-period';
import { numberFromWords } from './number-words';
import type { Basis, DatePrecision } from './vocabulary';

/** When an article was published, as far as that is known. */
export interface SaidOn {
  publishedAt: Day | null;
  precision: DatePrecision | null;
  basis: Basis | null;
}

/**
 * What words of time say of a prediction. `earliest` and `latest` are the window in which it is said to come true;
 * `earliest` is null where the words name the last day alone. `deadline` is the last day that the words allow,
 * whichever way they are read, or null where they give no day. `uncertainty` is set where the deadline depends on a
 * date of the article that is not known to the day: the earliest and the latest that it may be.
 */
export interface ReadHorizon {
  words: string;
  earliest: Day | null;
  latest: Day | null;
  deadline: Day | null;
  /** `stated` where the words print the date or year themselves, else `inferred`. Null without a deadline. */
  basis: 'stated' | 'inferred' | null;
  uncertainty: { earliest: Day; latest: Day } | null;
  reason: string;
}

/** So many days either side may a day be off that was concluded from the text, not printed in it. */
export const CONCLUDED_DAYS = 3;

/** Longer words than any horizon: nothing is read from them. */
const LONGEST = 200;

/** What is farther ahead is no deadline. */
const FARTHEST_DAYS = 365_000;

/**
 * Reads words of time relative to an article's date. Null for words that say nothing about time that is known here.
 * Conventions: decision 030. English alone.
 */
export function horizonFromWords(words: string, said: SaidOn): ReadHorizon | null {
  if (words.length > 4 * LONGEST) return null;
  const bare = bareWords(words);
  const plain = plainWords(bare);
  if (!plain || plain.length > LONGEST) return null;
  if (NO_DAY.test(bare)) return without(words, `“${bare}” gives no day`);
  const candidates = possibleDays(said);
  if (!candidates) return horizonWithoutDate(words, plain);
  const read = candidates.map((day) => windowFrom(plain, day));
  const [first, last] = [read[0]!, read.at(-1)!];
  if (!first || !last) return null;
  if (first.latest === null) return without(words, first.reason);
  if (last.latest === null) return without(words, last.reason);
  if (last.latest < candidates[0])
    return without(
      words,
      `the words end on ${last.latest}, before the article: write a deadline if there is one`,
    );
  const isShifted = first.latest !== last.latest;
  return {
    words,
    // What is left of a period that is over is its last day.
    earliest: first.earliest !== null && first.earliest > last.latest ? null : first.earliest,
    latest: last.latest,
    deadline: last.latest,
    basis: first.isPrinted && !isShifted ? 'stated' : 'inferred',
    uncertainty: isShifted ? { earliest: first.latest, latest: last.latest } : null,
    reason: [first.reason, isShifted && unsureOf(said)].filter(Boolean).join('; '),
  };
}

/** Where no date of the article is known, only what the words print themselves can be read: it is the same on any day. */
function horizonWithoutDate(words: string, plain: string): ReadHorizon | null {
  const [early, late] = [windowFrom(plain, '1950-06-15'), windowFrom(plain, '2090-06-15')];
  if (!early || !late) return null;
  if (early.latest === null) return without(words, early.reason);
  if (early.latest !== late.latest || early.earliest !== late.earliest || !early.isPrinted)
    return without(words, 'the article has no date from which these words could be counted');
  const { earliest, latest, reason } = early;
  return { words, earliest, latest, deadline: latest, basis: 'stated', uncertainty: null, reason };
}

const without = (words: string, reason: string): ReadHorizon => ({
  words,
  earliest: null,
  latest: null,
  deadline: null,
  basis: null,
  uncertainty: null,
  reason,
});

/** The first and last day on which the article may have appeared; one day where it is known. */
function possibleDays({ publishedAt, precision, basis }: SaidOn): [Day] | [Day, Day] | null {
  // Counting from other years would leave those of four digits.
  if (!publishedAt || !/^[1-8]\d{3}-/.test(publishedAt)) return null;
  const { year, month } = partsOf(publishedAt);
  if (precision === 'year') return [dayFrom(year, 1, 1)!, dayFrom(year, 12, 31)!];
  if (precision === 'month')
    return [dayFrom(year, month, 1)!, dayFrom(year, month, daysInMonth(year, month))!];
  return basis === 'inferred'
    ? [daysAfter(publishedAt, -CONCLUDED_DAYS), daysAfter(publishedAt, CONCLUDED_DAYS)]
    : [publishedAt];
}

function unsureOf({ precision }: SaidOn): string {
  if (precision === 'year') return 'of the article’s date only the year is known';
  if (precision === 'month') return 'of the article’s date only the month is known';
  return `the article’s date was concluded and may be ${CONCLUDED_DAYS} days off`;
}

interface Window {
  earliest: Day | null;
  /** Null where the words give no last day. */
  latest: Day | null;
  isPrinted: boolean;
  reason: string;
}

const NO_DAY =
  /^(?:very |quite )?(?:soon|sooner or later|shortly|any (?:moment|minute|time|day)(?: now| soon)?|at any (?:moment|time)|eventually|one day|some day|someday|in (?:the )?(?:near |foreseeable |distant |not[ -]too[ -]distant )?future|in the (?:short|medium|long|longer) (?:term|run)|before long|in due course|in time|imminently|immediately|ever|never|always|forever|for ever|for good|for now|for the time being|indefinitely|in the end|at some point|ultimately|in (?:our|his|her|their|my) lifetime|again|no longer|anymore)$/;

/** Words that may stand before a date without saying more. */
const LEAD =
  '(?:(?:possibly|probably|perhaps|likely|maybe|expected|scheduled|due|planned|set|as|some ?time|somewhere|already|only|some|about|around|roughly|approximately|at|on|in|during|over|throughout|within|for|this coming|from|starting|beginning|to|the period) )*';

/** What plain words say, seen from one day. Null for words that are not read here. */
function windowFrom(plain: string, said: Day): Window | null {
  const earliestOnly =
    /^(?:as (?:early|soon) as|not (?:before|until)|no (?:earlier|sooner) than|at the earliest) (.+)$/.exec(
      plain,
    );
  if (earliestOnly) return open(`“${plain}” says when it may begin, not by when`);
  return (
    windowBefore(plain, said) ??
    windowAfter(plain, said) ??
    windowOfDuration(plain, said) ??
    windowBetween(plain, said) ??
    windowOfPeriod(plain, said) ??
    windowOfPart(plain, said)
  );
}

const open = (reason: string): Window => ({ earliest: null, latest: null, isPrinted: false, reason });

/** "By May", "before the election", "until the end of June", "no later than 2030". */
function windowBefore(plain: string, said: Day): Window | null {
  const match =
    /^(?:(?:possibly|probably|perhaps|likely|maybe|at the latest|some ?time|ready|complete|over) )*((?:on|at|in|by) or before|before or (?:on|at|in)|by|before|until|till|up to|up until|through|prior to|ahead of|(?:at the latest|no|not) later than|at (?:the )?latest(?: by| in| on)?) (.+?)(?: at the latest)?$/.exec(
      plain,
    );
  const trailing = match ? null : /^(?:on |in |by )?(.+) at the latest$/.exec(plain);
  const [how, what] = match ? [match[1]!, match[2]!] : trailing ? ['by', trailing[1]!] : [null, null];
  if (how === null || what === null) return null;
  const isExclusive = /^(?:before|prior to|ahead of)$/.test(how);
  const isEnd = /^(?:(?:the )?end\b|the close|the year’s end|the month’s end|(?:year|month)[ -]?end)/.test(
    what,
  );
  const period = namedOrCounted(what, said) ?? choiceNamed(what, said);
  if (!period) return hangsOn(what);
  const isOneDay = period.start === period.end;
  if (isExclusive) {
    const latest = isEnd ? period.end : daysAfter(period.start, -1);
    return {
      earliest: null,
      latest,
      isPrinted: period.isPrinted,
      reason: reasonOf(period, `the last day before “${what}”`),
    };
  }
  // "By May" may mean until it begins or until it ends: the last day is the fair one.
  const reason = isOneDay ? 'the last day that the words name' : `until “${what}” ends at the latest`;
  return {
    earliest: isOneDay || period.start <= said ? null : daysAfter(period.start, -1),
    latest: period.end,
    isPrinted: period.isPrinted,
    reason: reasonOf(period, reason),
  };
}

/** "After the war", "once the talks end", "if …": nothing that has a date. */
function windowAfter(plain: string, said: Day): Window | null {
  const match =
    /^(?:only |right |shortly |soon |immediately |some ?time )?((?:(?:on|at|in) or )?after|once|when|as soon as|following|if|unless|since|as long as|while|whenever) (.+)$/.exec(
      plain,
    );
  if (!match) return null;
  const [, how, what] = match;
  if (how!.endsWith('after') && namedOrCounted(what!, said))
    return open(`“${plain}” says when it begins, not by when`);
  return hangsOn(what!);
}

const hangsOn = (what: string): Window =>
  COUNTED.test(what)
    ? TOO_FAR
    : open(`it hangs on “${what}”, which has no date here: write a deadline once it has one`);

const TOO_FAR = open('it is more than 1,000 years ahead, which is no deadline');

/** "2 weeks" as a day that can be counted to, else a named period. */
function namedOrCounted(words: string, said: Day): NamedPeriod | null {
  return periodNamed(words, said) ?? countedFrom(words, said);
}

const UNIT = '(hour|day|night|week|fortnight|month|quarter|year|decade)s?';
type Unit = 'hour' | 'day' | 'night' | 'week' | 'fortnight' | 'month' | 'quarter' | 'year' | 'decade';

/** What "days", "weeks", "months" without a number are read as, at most; a convention. */
const VAGUE: Readonly<Record<Unit, [count: number, unit: Unit]>> = {
  hour: [1, 'day'],
  day: [7, 'day'],
  night: [7, 'day'],
  week: [4, 'week'],
  fortnight: [8, 'week'],
  month: [6, 'month'],
  quarter: [12, 'month'],
  year: [5, 'year'],
  decade: [30, 'year'],
};

const DAYS_IN: Readonly<Record<Unit, number>> = {
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 30.4,
  quarter: 91.25,
  year: 365,
  decade: 3650,
};

/** Null for more than 1,000 years. */
function later(said: Day, count: number, unit: Unit): Day | null {
  return count * DAYS_IN[unit] > FARTHEST_DAYS ? null : laterDay(said, count, unit);
}
function laterDay(said: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'hour':
      return daysAfter(said, Math.ceil(count / 24));
    case 'day':
    case 'night':
      return daysAfter(said, Math.ceil(count));
    case 'week':
      return daysAfter(said, Math.ceil(7 * count));
    case 'fortnight':
      return daysAfter(said, Math.ceil(14 * count));
    case 'month':
      return fractionalMonths(said, count);
    case 'quarter':
      return fractionalMonths(said, 3 * count);
    case 'year':
      return fractionalMonths(said, 12 * count);
    case 'decade':
      return fractionalMonths(said, 120 * count);
  }
}
/** Half a month is fifteen days. */
function fractionalMonths(said: Day, months: number): Day {
  const whole = Math.floor(months);
  return daysAfter(monthsAfter(said, whole), Math.round((months - whole) * 30));
}

const COUNTED = new RegExp(
  `^(?:another |the (?:next|coming) )?(\\d+(?:\\.\\d+)?)[ -](?:more )?${UNIT}(?:’s?)?(?: time| from now| from today)?$`,
);

/** "2 weeks from now", "10 days’ time". Null also for what is too far ahead. */
function countedFrom(words: string, said: Day): NamedPeriod | null {
  const match = COUNTED.exec(words);
  const day = match && later(said, Number(match[1]), match[2] as Unit);
  return day ? { start: day, end: day, isPrinted: false } : null;
}

const COMING = '(?:next|coming|following|ensuing|upcoming|remaining)';
const SOME = '(?:a few|few|several|some|a couple of|couple of|a handful of|a matter of|mere|just|many)';

/** "Within 2 months", "in the coming days", "over the next year", "in 3 to 5 years", "within weeks". */
function windowOfDuration(plain: string, said: Day): Window | null {
  // No two of these begin alike: a run of them is read in one way only.
  const how =
    '(?:in|within|inside|over|during|for|at most|as little as|less than|under|no more than|just|some|about|around|roughly)';
  const many = new RegExp(
    `^(?:${how} )*(?:the )?(?:${COMING} )?(?:(\\d+(?:\\.\\d+)?)(?: ?(?:to|or|-|–) ?(\\d+(?:\\.\\d+)?))?)[ -](?:more |or so )?${UNIT}(?:’s?)?(?: or so| time| from now| from today| ahead| to come| or less)?$`,
  ).exec(plain);
  if (many) {
    const [, low, high, unit] = many;
    const latest = later(said, Number(high ?? low), unit as Unit);
    const earliest = high ? later(said, Number(low), unit as Unit) : null;
    if (latest === null || (high && earliest === null)) return TOO_FAR;
    return { earliest, latest, isPrinted: false, reason: 'counted from the article’s date' };
  }
  const couple = new RegExp(
    `^(?:${how} )*(?:the )?(?:${COMING} )?(?:a )?couple (?:of )?${UNIT}(?:’ time)?$`,
  ).exec(plain);
  if (couple) return vague(said, 2, couple[1] as Unit, `“a couple” is read as at most two`);
  const one = new RegExp(`^(?:${how} )*(?:the ${COMING}) ${UNIT}$`).exec(plain);
  if (one && !plain.endsWith('s')) {
    const latest = laterDay(said, 1, one[1] as Unit);
    return {
      earliest: daysAfter(said, 1),
      latest,
      isPrinted: false,
      reason: 'counted from the article’s date',
    };
  }
  const some = new RegExp(
    `^(?:${how} )*(?:the )?(?:${COMING} )?(?:${SOME} )?${UNIT.replace('s?', 's')}(?:’ time)?(?: (?:or|and) (?:hour|day|week|month|year)s)?(?: ahead| to come| from now| time)?$`,
  ).exec(plain);
  if (some) {
    const isHinted =
      /\b(?:in|within|over|during|inside|for|next|coming|upcoming|ahead|few|several|matter|couple)\b/.test(
        plain,
      );
    const later2 = /\b(?:or|and) (hour|day|week|month|year)s/.exec(plain)?.[1] as Unit | undefined;
    const unit = later2 ?? (some[1] as Unit);
    if (isHinted)
      return vague(
        said,
        ...VAGUE[unit],
        `“${unit}s” is read as at most ${VAGUE[unit].join(' ')}s, a convention`,
      );
  }
  return null;
}

function vague(said: Day, count: number, unit: Unit, reason: string): Window {
  return { earliest: daysAfter(said, 1), latest: laterDay(said, count, unit), isPrinted: false, reason };
}

/** "Between 5 and 10 May", "May or June", "from Monday to Friday", "5-10 May". */
function windowBetween(plain: string, said: Day): Window | null {
  const match = new RegExp(
    `^${LEAD}(?:either |between |from )?(.+?)(?: (?:and|or|to|until|through) | ?[–-] ?)(.+)$`,
  ).exec(plain);
  if (!match) return null;
  const [from, to] = [match[1]!, match[2]!].map((side) => side.replace(/^(?:in|on|at|by) /, ''));
  const last =
    namedOrCounted(to!, said) ??
    (/^\d{1,2}$/.test(to!) ? periodNamed(from!.replace(/\d{1,2}(?:st|nd|rd|th)?$/, to!), said) : null);
  if (!last) return null;
  const bare = /^\d{1,2}$/.test(from!)
    ? periodNamed(to!.replace(/\d{1,2}(?:st|nd|rd|th)?/, from!), said)
    : null;
  const first = bare ?? periodNamed(withYearOf(from!, to!), said) ?? namedOrCounted(from!, said);
  if (!first || first.start > last.end) return null;
  return {
    earliest: first.start,
    latest: last.end,
    isPrinted: first.isPrinted && last.isPrinted,
    reason: 'from the first day to the last that the words name',
  };
}

/** "May or June", as the days from the first of them to the last. */
function choiceNamed(words: string, said: Day): NamedPeriod | null {
  const found = windowBetween(words, said);
  if (!found?.earliest || !found.latest) return null;
  return { start: found.earliest, end: found.latest, isPrinted: found.isPrinted };
}

/** "May or June 2026": the year counts for both. */
function withYearOf(words: string, other: string): string {
  const year = /\b(?:18|19|20|21)\d\d$/.exec(other)?.[0];
  return year && !/\d{4}/.test(words) ? `${words} ${year}` : words;
}

/** "Next week", "on Friday", "in early 2026", "9 May". */
function windowOfPeriod(plain: string, said: Day): Window | null {
  const rest = new RegExp(`^${LEAD}(.+)$`).exec(plain)![1]!;
  const period = periodNamed(plain, said) ?? periodNamed(rest, said) ?? periodNamed(`the ${rest}`, said);
  if (!period) return null;
  return {
    earliest: period.start,
    latest: period.end,
    isPrinted: period.isPrinted,
    reason: reasonOf(
      period,
      period.start === period.end ? 'the day that the words name' : 'the last day of what the words name',
    ),
  };
}

const reasonOf = ({ note }: NamedPeriod, what: string): string => (note ? `${what}; ${note}` : what);

/**
 * Words of time among others ("will open next week, he said"): the longest run of words that is read, unless its
 * neighbours change what it says.
 */
function windowOfPart(plain: string, said: Day): Window | null {
  const written = plain.split(' ');
  const words = written.map((word) => word.replace(/[,;:!?()]|\.(?!\d)/g, ''));
  if (words.length < 2 || words.length > 24) return null;
  for (let length = words.length - 1; length >= 1; length--)
    for (let at = 0; at + length <= words.length; at++) {
      const part = words.slice(at, at + length).join(' ');
      // A month's name alone may be a verb: "may", "march".
      if (length === 1 && !/^(?:today|tonight|tomorrow|\d{4})$/.test(part)) continue;
      const found =
        windowBefore(part, said) ??
        windowOfDuration(part, said) ??
        windowBetween(part, said) ??
        windowOfPeriod(part, said);
      if (found === TOO_FAR) return found;
      if (!found || found.latest === null) continue;
      const end = at + length;
      const isBroken = /[,;:!?()]$/.test(written[end - 1]!);
      const before = words.slice(0, at).join(' ');
      const next = isBroken ? '' : (words[end] ?? '');
      if (IS_PAST.test(next) || IS_OTHERWISE.test(before)) continue;
      if (/^\d/.test(part) && IS_NUMBER.test(before)) continue;
      if (/\b(?:after|since)$/.test(before)) return open(`“after ${part}” says when it begins, not by when`);
      if (/^(?:before|prior|ahead)\b/.test(part) && /\d [a-z]+$/.test(before) && UNIT_LAST.test(before))
        return countedElsewhere(part);
      if (!IS_OPEN.test(next)) return found;
      const other = words.slice(end + 1).join(' ');
      return other && namedOrCounted(other, said)
        ? countedElsewhere(`${next} ${other}`)
        : hangsOn(other || plain);
    }
  return null;
}

/** Behind words of time: what they are counted from, or another choice, follows. */
const IS_OPEN = /^(?:or|of|after|before|from|following|since)$/;
/** Behind words of time: they tell of the past, or of another day than the article's. */
const IS_PAST = /^(?:ago|earlier|later|old)$/;
/** Before words of time: they do not name the last day, or are a half of what is said. */
const IS_OTHERWISE =
  /(?:^| )(?:not|never|as|by|until|till|before|past|last|previous|(?:earlier|sooner|more|longer|later) than)$/;
/** Before a number: it is the end of a larger one, or the least. */
const IS_NUMBER = /(?:^| )(?:(?:hundred|thousand|million|billion|\d+)(?: and)?|at least)$/;
const UNIT_LAST = new RegExp(` ${UNIT}$`);

const countedElsewhere = (from: string): Window =>
  open(`it is counted from another day than the article’s (“${from}”): work the day out and write it`);

/** Lower case, one kind of apostrophe and space, thousands without a sign between, without quotation marks around. */
function bareWords(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’'`´]/g, '’')
    .replace(/[“”"„«»]/g, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\b(a\.m|p\.m)\.?/g, '$1')
    .replace(/\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun)\./g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:.…-]+|[\s,;:.…!?-]+$/g, '')
    .replace(THOUSANDS, (number) => number.replace(/[, ]/g, ''));
}

/** "1,000 days", "10 000 to 20 000 years"; a year behind a day ("9 2026") has four digits. */
const THOUSANDS = new RegExp(
  `(?<![\\d.,])\\d{1,3}(?:(?:,\\d{3})+|(?: \\d{3})+)(?= ?(?:to |or |- ?)?(?:\\d[\\d, ]*)?[ -](?:more |or so )?${UNIT}\\b)`,
  'g',
);

const PERIOD = '(week|weekend|month|year|decade)';

/** Bare words with numbers as digits, and with what "or two", "or next" and "one day" leave to be understood. */
function plainWords(bare: string): string {
  return numberFromWords(
    bare
      .replace(
        /(?<!\b(?:in|within|inside|under|than|least|most|about|around|for|by|next|coming|over|only|just|or|to) )\bone day\b(?!’|-| (?:or|to|from|before|after|later|earlier|ago|more|ahead|of|and)\b)/g,
        'someday',
      )
      .replace(/\bsome day\b/g, 'someday')
      .replace(/,? or (?:even |possibly |perhaps )?(?:so|thereabouts|earlier|sooner)\b(?! than)/g, '')
      .replace(
        new RegExp(`\\b(next|coming|following) ${UNIT} or (?=(?:two|three|four|five|\\d)\\b)`, 'g'),
        '$1 1 $2 or ',
      )
      .replace(/\b(beginning|start|middle|end|close)[ -]of[ -]/g, '$1 of ')
      .replace(
        new RegExp(`\\bthis ${PERIOD},? (or|and) (early |late |mid-?|later )?next\\b(?! (?:\\p{L}))`, 'gu'),
        'this $1 $2 $3next $1',
      ),
  ).replace(
    new RegExp(`\\b(\\d+) ${UNIT} or (\\d{1,2})\\b(?! ?(?:${UNIT}|\\p{L}{3}))`, 'gu'),
    '$1 or $3 $2s',
  );
}
