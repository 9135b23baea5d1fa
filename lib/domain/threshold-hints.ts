import { numberFromWords } from './number-words';
import type { Threshold } from './threshold';
import type { Comparator, Polarity } from './vocabulary';

/** What the words of a prediction suggest for its fields: offered, never filled in by itself. */
export interface MeasureHints {
  polarity: { value: Polarity; words: string } | null;
  /** Without the quantity, which a person says. */
  threshold: (Omit<Threshold, 'quantity'> & { words: string }) | null;
}

const NOT =
  /\b(?:will|would|shall|is going to|are going to|is|are|do|does|can|could|may|might)\s+(?:\w+ly\s+)?(?:not|never|no longer)\b|\b(?:won|wouldn|shan|isn|aren|can|couldn|don|doesn)[’']t\b|\bcannot\b|\bno chance\b|\bunlikely to\b|\bruled? out\b|\bnever\b|\bwill (?:fail|refuse|decline) to\b/i;
const WILL =
  /\b(?:will|would|shall|is going to|are going to|is set to|are set to|is expected to|are expected to|is likely to|are likely to|is due to|are due to|[’']ll)\b/i;

const NUMBER = '(\\d+(?:[ ,.\\u00a0\\u202f]\\d{3})*(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)';
const SCALE = '(?:[ -]?(hundred|thousand|million|billion|trillion|bn|mn|m|k)\\b)?';
const CURRENCY = '([$€£¥₩₽₹])?';
const UNIT =
  '(?:\\s*(%|percentage points?|per ?cent\\b|percent\\b)|\\s+((?!(?:and|or|by|in|on|at|to|of|for|from|with|within|before|after|next|this|the|a|an|as|per|more|than|if|when|times?)\\b)[\\p{L}-]+))?';
const AMOUNT = `${CURRENCY}${NUMBER}${SCALE}${UNIT}`;

const COMPARISONS: readonly (readonly [string, Comparator])[] = [
  ['at least|no fewer than|no less than|not less than|a minimum of|as many as|as much as', '>='],
  ['at most|no more than|not more than|up to|a maximum of', '<='],
  [
    'more than|over|above|greater than|higher than|in excess of|exceed(?:s|ing)?|surpass(?:es|ing)?|beyond|top(?:s|ping)?',
    '>',
  ],
  ['fewer than|less than|under|below|lower than', '<'],
  ['exactly|precisely', '='],
];

const BETWEEN = new RegExp(`\\b(?:between|from) ${AMOUNT} (?:and|to) ${AMOUNT}`, 'iu');
const COMPARED = COMPARISONS.map(([how, comparator]) => ({
  pattern: new RegExp(`\\b(?:${how})\\s+(?:about |some |around |the )?${AMOUNT}`, 'iu'),
  comparator,
}));
/** "4,000 people or more", "3 per cent or less". */
const TRAILING = new RegExp(`${AMOUNT},? or (more|less|fewer|higher|lower|above|below)\\b`, 'iu');

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/**
 * Direction and number as the words of a prediction suggest them. English alone. “As many as” is read as at least. A
 * number that nothing compares is no threshold: it may be a date, an age, a name.
 */
export function measureHints(words: string): MeasureHints {
  const plain = words.normalize('NFKC').replace(/[\u00a0\u202f]/g, ' ');
  return { polarity: polarityIn(plain), threshold: thresholdIn(numberedWords(plain)) };
}

function polarityIn(words: string): MeasureHints['polarity'] {
  const denied = NOT.exec(words);
  if (denied) return { value: 'will_not', words: denied[0] };
  const said = WILL.exec(words);
  return said && { value: 'will', words: said[0] };
}

function thresholdIn(words: string): MeasureHints['threshold'] {
  const range = BETWEEN.exec(words);
  if (range) {
    const [low, high] = [amountFrom(range.slice(1, 6)), amountFrom(range.slice(6, 11))];
    // "between 2 and 3 million": the scale and the unit stand once, at the end.
    const value = range[3] ? low.value : low.value * scaleOf(range[8]);
    if (high.value > value)
      return {
        comparator: 'between',
        value,
        upper: high.value,
        unit: high.unit ?? low.unit,
        words: range[0],
      };
  }
  for (const { pattern, comparator } of COMPARED) {
    const match = pattern.exec(words);
    if (match) return { comparator, ...amountFrom(match.slice(1, 6)), upper: null, words: match[0] };
  }
  const trailing = TRAILING.exec(words);
  if (!trailing) return null;
  const isUpward = /more|higher|above/i.test(trailing[6]!);
  return {
    comparator: isUpward ? '>=' : '<=',
    ...amountFrom(trailing.slice(1, 6)),
    upper: null,
    words: trailing[0],
  };
}

function amountFrom([currency, number, scale, percent, noun]: (string | undefined)[]): {
  value: number;
  unit: string | null;
} {
  const value = Number(number!.replace(/[ ,](?=\d{3})/g, '')) * scaleOf(scale);
  const share = percent && (/point/.test(percent) ? 'percentage points' : '%');
  return { value: Math.round(value * 1e6) / 1e6, unit: currency ?? share ?? noun ?? null };
}

const scaleOf = (word: string | undefined): number => SCALES[word?.toLowerCase() ?? ''] ?? 1;

/** Numbers written out as digits; “a third” and the like are left as they are. */
const numberedWords = (words: string): string =>
  words.replace(/\b\p{L}+(?:-\p{L}+)?\b/gu, (word) => {
    const number = numberFromWords(word.toLowerCase());
    return /^\d+$/.test(number) ? number : word;
  });
