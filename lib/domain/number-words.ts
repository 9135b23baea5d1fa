const ONES: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, number) => [word, number]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
);
const ONE = `(?:${Object.keys(ONES).join('|')})`;
const TEN = `(?:${Object.keys(TENS).join('|')})`;
const NUMBER = new RegExp(`\\b(?:(${TEN})(?:[- ](${ONE}))?|(${ONE}))\\b`, 'g');
const UNIT = '(?:hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?)';

/**
 * Words with the numbers up to 99 that are written out as digits, and "a year", "half a year", "a year and a half" before
 * a unit of time as numbers of it. `words` are lower case.
 */
export function numberFromWords(words: string): string {
  return words
    .replace(new RegExp(`\\bhalf (?:a|an) (${UNIT})\\b`, 'g'), '0.5 $1')
    .replace(new RegExp(`\\b(?:a|an|one) (${UNIT}) and a half\\b`, 'g'), '1.5 $1')
    .replace(new RegExp(`\\b(?:a|an) (${UNIT})\\b`, 'g'), '1 $1')
    .replace(/\ba dozen\b/g, '12')
    .replace(NUMBER, (_, ten: string | undefined, one: string | undefined, alone: string | undefined) =>
      String(ten ? TENS[ten]! + (one ? ONES[one]! : 0) : ONES[alone!]!),
    )
    .replace(
      new RegExp(`\\b(\\d+) and a half (${UNIT})\\b`, 'g'),
      (_, whole: string, unit: string) => `${whole}.5 ${unit}`,
    );
}
