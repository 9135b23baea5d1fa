import type { Threshold } from './threshold';
import type { Comparator, Polarity } from './vocabulary';

const COMPARED: Record<Exclude<Comparator, 'between'>, string> = {
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '>=': 'at least',
  '>': 'more than',
};
const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });
const CURRENCY = /^[$€£¥₩₽₹]$/;

/** A threshold as it is read: “at least 4,000 people”, “between 2 % and 3 %”, “more than $5”. Without its quantity. */
export function thresholdInWords({ comparator, value, upper, unit }: Threshold): string {
  if (comparator !== 'between' || upper === null)
    return `${comparator === 'between' ? 'exactly' : COMPARED[comparator]} ${amountInWords(value, unit)}`;
  const isAttached = unit !== null && (CURRENCY.test(unit) || unit === '%');
  return isAttached
    ? `between ${amountInWords(value, unit)} and ${amountInWords(upper, unit)}`
    : `between ${NUMBER.format(value)} and ${amountInWords(upper, unit)}`;
}

function amountInWords(value: number, unit: string | null): string {
  const number = NUMBER.format(value);
  if (unit === null) return number;
  if (CURRENCY.test(unit)) return value < 0 ? `-${unit}${number.slice(1)}` : `${unit}${number}`;
  return `${number}\u00a0${unit}`;
}

/** How a comparison is called in a choice. */
export const comparatorInWords = (comparator: Comparator): string =>
  comparator === 'between' ? 'between' : COMPARED[comparator];

/** What a prediction is judged by, where it was said as fields: “will not: visitors, at least 4,000 people”. Null for none. */
export function measureInWords(prediction: {
  polarity: Polarity | null;
  threshold: Threshold | null;
}): string | null {
  const { polarity, threshold } = prediction;
  const figure = threshold && `${threshold.quantity}: ${thresholdInWords(threshold)}`;
  const way = polarity === 'will_not' ? 'will not' : polarity === 'will' ? 'will' : null;
  return [way, figure].filter(Boolean).join(' · ') || null;
}
