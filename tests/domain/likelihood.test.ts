import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complementOf, likelihoodOf } from '@/lib/domain/likelihood';
import { likelihoodEntrySchema, midpointOf, newScaleSchema } from '@/lib/domain/likelihood-scale';
import { ICD_203_2015, IPCC_2010, KENT_1964, SHIPPED_SCALES } from '@/lib/domain/shipped-scales';

const read = (likelihoodWords: string | null, scale = KENT_1964, probability: number | null = null) =>
  likelihoodOf({ likelihoodWords, probability }, scale);
const interval = (words: string, scale = KENT_1964) => {
  const likelihood = read(words, scale);
  return likelihood.class === 'number'
    ? [likelihood.interval.low, likelihood.interval.high]
    : likelihood.class;
};

describe('the shipped scales hold what their publications print', () => {
  test.each([
    ['certain', 1, 1],
    ['almost certain', 0.87, 0.99],
    ['probable', 0.63, 0.87],
    ['chances about even', 0.4, 0.6],
  ])('Kent 1964: %s', (words, low, high) => expect(interval(words)).toEqual([low, high]));

  test.each([
    ['almost certain', 0.95, 0.99],
    ['nearly certain', 0.95, 0.99],
    ['very likely', 0.8, 0.95],
    ['likely', 0.55, 0.8],
    ['probable', 0.55, 0.8],
    ['roughly even odds', 0.45, 0.55],
  ])('ICD 203: %s', (words, low, high) => expect(interval(words, ICD_203_2015)).toEqual([low, high]));

  test.each([
    ['virtually certain', 0.99, 1],
    ['extremely likely', 0.95, 1],
    ['very likely', 0.9, 1],
    ['likely', 0.66, 1],
    ['more likely than not', 0.5, 1],
    ['about as likely as not', 0.33, 0.66],
  ])('IPCC: %s', (words, low, high) => expect(interval(words, IPCC_2010)).toEqual([low, high]));

  test('an entry below even is stored as its publication prints it', () => {
    const entries = (scale = KENT_1964) =>
      Object.fromEntries(
        scale.entries.flatMap(({ words, low, high }) => words.map((word) => [word, [low, high]])),
      );
    expect(entries()['probably not']).toEqual([0.2, 0.4]);
    expect(entries()['almost certainly not']).toEqual([0.02, 0.12]);
    expect(entries(ICD_203_2015)['remote']).toEqual([0.01, 0.05]);
    expect(entries(ICD_203_2015)['very unlikely']).toEqual([0.05, 0.2]);
    expect(entries(ICD_203_2015)['improbable']).toEqual([0.2, 0.45]);
    expect(entries(IPCC_2010)['unlikely']).toEqual([0, 0.33]);
    expect(entries(IPCC_2010)['exceptionally unlikely']).toEqual([0, 0.01]);
  });

  test('each names its source and would pass as a workspace’s own', () => {
    for (const { name, source, entries } of SHIPPED_SCALES) {
      expect(source.length).toBeGreaterThan(40);
      expect(newScaleSchema.safeParse({ basedOn: 0, name, source, entries }).error).toBeUndefined();
    }
  });
});

describe('words as they stand in articles', () => {
  test.each([
    ['will probably', [0.63, 0.87]],
    ['is likely to', [0.63, 0.87]],
    ['is almost certain to', [0.87, 0.99]],
    ['will almost certainly', [0.87, 0.99]],
    ['Very likely', [0.87, 0.99]],
    ['may well be likely', [0.63, 0.87]],
  ])('“%s” has a number', (words, expected) => expect(interval(words)).toEqual(expected));

  test.each([
    ['unlikely', [0.6, 0.8]],
    ['is unlikely to', [0.6, 0.8]],
    ['is not likely to', [0.6, 0.8]],
    ["isn't likely to", [0.6, 0.8]],
    ['probably not', [0.6, 0.8]],
    ["probably won't", [0.6, 0.8]],
    ['will probably not', [0.6, 0.8]],
    ['highly doubtful', [0.88, 0.98]],
    ['will almost certainly not', [0.88, 0.98]],
    ['likely not', [0.63, 0.87]],
    ['certainly not', [1, 1]],
  ])('“%s” is said of what will not be', (words, expected) => expect(interval(words)).toEqual(expected));

  test.each(['will', 'would', "won't", 'will not', 'would not', 'is going to', '’ll', 'cannot', 'shall'])(
    '“%s” is flat: it has no number',
    (words) => expect(read(words).class).toBe('categorical'),
  );

  test.each([
    'could',
    'may',
    'might',
    'possible',
    'might not',
    'is possible',
    'perhaps',
    'can not be ruled out',
  ])('a bare “%s” is a hedge', (words) => expect(read(words).class).toBe('hedge'));

  test.each([
    'is expected to',
    'on course to',
    'not unlikely',
    'not certain',
    'less likely',
    'as likely as not',
    'more likely than not',
  ])('“%s” is not among Kent’s words', (words) => expect(read(words).class).toBe('unscaled'));

  test.each([null, '', '  '])('nothing written down is told apart: %j', (words) =>
    expect(read(words).class).toBe('unstated'),
  );
});

describe('numbers', () => {
  test.each([
    ['70%', 0.7, 0.7],
    ['a 70 percent chance', 0.7, 0.7],
    ['60 per cent chance', 0.6, 0.6],
    ['seventy-five per cent', 0.75, 0.75],
    ['2.5 %', 0.025, 0.025],
    ['60-70%', 0.6, 0.7],
    ['between 60 and 70 percent', 0.6, 0.7],
    ['60% to 70%', 0.6, 0.7],
    ['two in three', 2 / 3, 2 / 3],
    ['one in five', 0.2, 0.2],
    ['a 1-in-4 chance', 0.25, 0.25],
    ['nine chances out of ten', 0.9, 0.9],
    ['fifty-fifty', 0.5, 0.5],
    ['a 50-50 chance', 0.5, 0.5],
    ['at least 80 percent', 0.8, 1],
    ['less than a 10% chance', 0, 0.1],
    ['no more than one in ten', 0, 0.1],
    ['a probability of 0.35', 0.35, 0.35],
  ])('“%s” is read as a number', (words, low, high) => {
    const likelihood = read(words);
    expect(likelihood).toMatchObject({ class: 'number', basis: 'printed' });
    const [actualLow, actualHigh] = interval(words) as [number, number];
    expect(actualLow).toBeCloseTo(low, 10);
    expect(actualHigh).toBeCloseTo(high, 10);
  });

  test.each([
    'will rise by 4.5 points',
    '250 percent',
    'in 2027',
    'three in May',
    'five in two',
    'odds of 3 to 1',
  ])('“%s” prints no probability', (words) => expect(read(words).class).not.toBe('number'));

  test('the annotation’s own probability comes before all words', () => {
    expect(read('could', KENT_1964, 0.3)).toEqual({
      class: 'number',
      interval: { low: 0.3, high: 0.3 },
      basis: 'probability',
    });
    expect(read('70 percent', KENT_1964, 0.6)).toMatchObject({ interval: { low: 0.6, high: 0.6 } });
  });

  test('any whole percentage is read as itself, in digits, whichever the scale', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...SHIPPED_SCALES), (percent, scale) => {
        expect(interval(`a ${percent} per cent chance`, scale)).toEqual([percent / 100, percent / 100]);
      }),
    ));
});

test('words of a scale are never said to lean against themselves: the interval lies at even or above', () => {
  for (const scale of SHIPPED_SCALES)
    for (const words of scale.entries.flatMap((entry) => entry.words)) {
      const likelihood = read(words, scale);
      expect({ words, class: likelihood.class }).toEqual({ words, class: 'number' });
      if (likelihood.class === 'number') expect(midpointOf(likelihood.interval)).toBeGreaterThanOrEqual(0.49);
    }
});

test('the complement of the complement is the interval', () =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
      const given = { low: Math.min(a, b) / 100, high: Math.max(a, b) / 100 };
      expect(complementOf(complementOf(given))).toEqual(given);
    }),
  ));

test('any words are read without an error', () =>
  fc.assert(fc.property(fc.string(), (words) => void read(words))));

describe('a workspace’s own scale', () => {
  const scale = (entries: unknown) => newScaleSchema.safeParse({ basedOn: 0, name: 'Ours', entries });
  test('takes no interval upside down, nor beyond 0 and 1', () => {
    expect(likelihoodEntrySchema.safeParse({ words: ['sure'], low: 0.9, high: 0.8 }).success).toBe(false);
    expect(likelihoodEntrySchema.safeParse({ words: ['sure'], low: 0.9, high: 1.2 }).success).toBe(false);
  });
  test('takes no words twice', () =>
    expect(scale([{ words: ['sure', 'Sure'], low: 0.9, high: 1 }]).error?.issues[0]?.message).toContain(
      'twice',
    ));
  test.each(['will', 'may', 'could not', 'possibly'])('takes no number for “%s”', (words) =>
    expect(scale([{ words: [words], low: 0.9, high: 1 }]).success).toBe(false),
  );
});
