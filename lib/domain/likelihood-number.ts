import type { Interval } from './likelihood-scale';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, i) => [word, i] as const),
  ...TENS.flatMap((word, i) => [
    [word, (i + 2) * 10] as const,
    ...UNITS.slice(1, 10).map((unit, j) => [`${word} ${unit}`, (i + 2) * 10 + j + 1] as const),
  ]),
  ['hundred', 100],
  ['one hundred', 100],
  ['a hundred', 100],
]);

// Longest first, so that "twenty one" is not read as "twenty".
const NUMBER = `(?:\\d{1,3}(?:[.,]\\d+)?|${[...WORD_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const PERCENT = '(?:%|per ?cent|pct)';
const RANGE = new RegExp(
  `(?<![\\p{L}\\d.,])(${NUMBER})\\s*${PERCENT}?\\s*(?:-|to|and|or)\\s*(${NUMBER})\\s*${PERCENT}`,
  'u',
);
const SINGLE = new RegExp(`(?<![\\p{L}\\d.,])(${NUMBER})\\s*${PERCENT}`, 'u');
const RATIO = new RegExp(
  `(?<![\\p{L}\\d.,])\\b(${NUMBER})\\s*(?:in|out of|chances? in|chances? out of)\\s*(${NUMBER})\\b(?![.,]?\\d)`,
  'u',
);
const DECIMAL = /(?<![\d.,])([01]?\.\d+)(?![\d.,]|\s*%)/u;
const FIFTY_FIFTY = /\bfifty fifty\b|(?<!\d)50\s?[-/]\s?50(?!\d)/u;
const AT_LEAST =
  /\b(?:at least|more than|over|above|better than|greater than|upwards of|no less than|not less than)\s*(?:an?\s)?$/u;
const AT_MOST =
  /\b(?:at most|less than|under|below|up to|no more than|not more than|no better than|fewer than)\s*(?:an?\s)?$/u;

/**
 * The probability that words print as a number, or null when they print none: "70%", "60 to 70 per cent", "two in
 * three", "1 out of 4", "fifty-fifty", "a probability of 0.7"; "at least", "more than", "up to" and the like make an
 * interval to 1 or from 0. Numbers above 100 per cent, and ratios above one, are none.
 */
export function numberInWords(words: string): Interval | null {
  const text = folded(words);
  const even = FIFTY_FIFTY.exec(text);
  if (even) return bounded(text, even, 0.5);
  const range = RANGE.exec(text);
  if (range) return ordered(percent(range[1]!), percent(range[2]!));
  const ratio = RATIO.exec(text);
  if (ratio) return bounded(text, ratio, share(ratio[1]!, ratio[2]!));
  const single = SINGLE.exec(text);
  if (single) return bounded(text, single, percent(single[1]!));
  const decimal = /\b(?:probability|chance|likelihood|odds)\b/u.test(text) ? DECIMAL.exec(text) : null;
  return decimal ? bounded(text, decimal, Number(decimal[1])) : null;
}

const folded = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/-(?=\p{L})|(?<=\p{L})-/gu, ' ')
    .replace(/\s+/gu, ' ');

const valueOf = (number: string): number => WORD_NUMBERS.get(number) ?? Number(number.replace(',', '.'));
const percent = (number: string): number => round(valueOf(number) / 100);
const share = (part: string, whole: string): number => round(valueOf(part) / valueOf(whole));
/** A hundredth of a decimal is not always the nearest number to it: 7 % is 0.07. */
const round = (value: number): number => Math.round(value * 1e12) / 1e12;

const isProbability = (value: number): boolean => value >= 0 && value <= 1;

const ordered = (a: number, b: number): Interval | null =>
  isProbability(a) && isProbability(b) ? { low: Math.min(a, b), high: Math.max(a, b) } : null;

function bounded(text: string, match: RegExpExecArray, value: number): Interval | null {
  if (!isProbability(value)) return null;
  const before = text.slice(0, match.index);
  // First: "no more than" ends with "more than".
  if (AT_MOST.test(before)) return { low: 0, high: value };
  if (AT_LEAST.test(before)) return { low: value, high: 1 };
  return { low: value, high: value };
}
