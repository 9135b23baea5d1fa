import { describe, expect, test } from 'vitest';
import { attributeAgreement, type ValuePair } from '@/lib/domain/agreement/attribute-agreement';
import {
  attributesOf,
  comparedAttributes,
  type OwnAttribute,
  type Scale,
} from '@/lib/domain/agreement/attribute';

const saidBy = (name: string, type: 'person' | 'author') =>
  attributesOf({
    kind: 'claim',
    status: 'unverified',
    attribution: [{ source: { name, type }, mode: 'named' }],
  });

test('a source is the same by type and folded name, an author by being the author', () => {
  expect(saidBy('Mara  O’Neill', 'person').source).toBe(saidBy("mara o'neill", 'person').source);
  expect(saidBy('Mara', 'person').source).not.toBe(saidBy('Ivo', 'person').source);
  expect(saidBy('the author', 'author').source).toBe(saidBy('Mara Lindt', 'author').source);
});

test('what is not there is none where that says something, and absent where it was not answered', () => {
  const none = attributesOf({
    kind: 'prediction',
    status: 'pending',
    attribution: [],
    prediction: { deadline: null, likelihoodWords: null, probability: null, polarity: null },
  });
  expect(none).toEqual({
    status: 'pending',
    source: 'none',
    mode: 'none',
    hops: 0,
    tags: [],
    deadline: 'none',
    likelihoodWords: 'none',
    probability: 'none',
  });
});

test('tags are a set, and a workspace’s own attributes go by their keys', () => {
  const values = attributesOf({
    kind: 'quote',
    status: 'accurate',
    attribution: [
      { source: { name: 'Mara', type: 'person' }, mode: 'named' },
      { source: { name: 'The Courier', type: 'outlet' }, mode: 'named' },
    ],
    tags: ['pier', 'ferry', 'pier'],
    attributes: { tone: 'calm', length: 3 },
  });
  expect(values).toMatchObject({
    hops: 2,
    tags: ['ferry', 'pier'],
    'attributes.tone': 'calm',
    'attributes.length': 3,
  });
});

test('what is compared, and on which scale, is for the kind and the guideline to say; texts are not', () => {
  const own = (key: string, type: OwnAttribute['type'], more: Partial<OwnAttribute> = {}): OwnAttribute => ({
    ...{ key, type, kinds: ['claim'], options: [], ordered: false },
    ...more,
  });
  const { claim, quote } = comparedAttributes([
    own('urgency', 'choice', { options: ['low', 'high'], ordered: true }),
    own('beat', 'choice', { options: ['sea', 'land'], kinds: ['claim', 'quote'] }),
    own('count', 'number'),
    own('since', 'date'),
    own('note', 'text'),
  ]);
  const ownOf = (compared: typeof claim) =>
    compared.filter(({ name }) => name.startsWith('attributes.')).map(({ name, scale }) => [name, scale]);
  expect(ownOf(claim)).toEqual([
    ['attributes.urgency', { type: 'order', order: ['low', 'high'] }],
    ['attributes.beat', { type: 'nominal' }],
    ['attributes.count', { type: 'numbers' }],
    ['attributes.since', { type: 'days' }],
  ]);
  expect(ownOf(quote)).toEqual([['attributes.beat', { type: 'nominal' }]]);
  expect(claim.find(({ name }) => name === 'status')!.scale).toEqual({
    type: 'order',
    order: ['refuted', 'conflicting', 'supported'],
  });
  expect(quote.find(({ name }) => name === 'status')!.scale).toEqual({ type: 'nominal' });
});

describe('by the scale of the values', () => {
  const on = (scale: Scale, pairs: readonly ValuePair[]) => attributeAgreement({ scale, pairs });

  test('days are days apart, and a deadline that one found not to be there is none', () => {
    const pairs: ValuePair[] = [
      ['2026-03-01', '2026-03-01'],
      ['2026-02-27', '2026-03-01'],
      ['none', '2026-03-01'],
    ];
    // Days 0, 0, −2, 0: of the pair that differs 4 · 2; of all pairs 3 · 4 · 2.
    expect(on({ type: 'days' }, pairs)).toMatchObject({ n: 3, agreed: 1, intervalAlpha: 1 - (3 * 8) / 24 });
  });

  test('numbers: ordinal, interval, and ratio unless one is negative', () => {
    const pairs: ValuePair[] = [
      [1, 2],
      [4, 4],
    ];
    const figures = on({ type: 'numbers' }, pairs);
    // Interval: 1 and 2 differ by 1, twice; all pairs: 2 · (1 + 9 + 9 + 4 + 4).
    expect(figures.intervalAlpha).toBeCloseTo(1 - (3 * 2) / 54, 12);
    // Ratio: 1/9 twice; all pairs: 2 · (1/9 + 9/25 + 9/25 + 1/9 + 1/9).
    expect(figures.ratioAlpha).toBeCloseTo(1 - (3 * (2 / 9)) / (2 * (3 / 9 + 18 / 25)), 12);
    expect(on({ type: 'numbers' }, [...pairs, [-1, 0]])).toMatchObject({ ratioAlpha: null });
    expect(on({ type: 'numbers' }, [['none', 0.5]])).toMatchObject({ n: 1, intervalAlpha: null, kappa: 0 });
  });

  test('sets: by what they share', () => {
    const pairs: ValuePair[] = [
      [['ferry', 'pier'], ['pier']],
      [['mayor'], ['mayor']],
      [[], ['pier']],
    ];
    const figures = on({ type: 'sets' }, pairs);
    expect(figures).toMatchObject({ n: 3, agreed: 1 });
    // Within: 1/2, 0, 1, each twice, of 6 values; over all 30 pairs 24.
    expect(figures.jaccardAlpha).toBeCloseTo(1 - 3 / 6 / (24 / 30), 12);
    // MASI of the first: 1 − 1/2 · 2/3.
    expect(figures.masiAlpha).toBeCloseTo(12 / 37, 12);
  });

  test('options that a later version dropped have no place in the order', () => {
    const scale: Scale = { type: 'order', order: ['low', 'middle', 'high'] };
    const figures = on(scale, [
      ['low', 'high'],
      ['middle', 'middle'],
      ['old', 'low'],
    ]);
    // Middle ranks 1/2, 2 and 7/2: low and high differ by 3, twice; all pairs: 2 · (4 · 1.5² + 3²).
    expect(figures).toMatchObject({ n: 3, agreed: 1 });
    expect(figures.ordinalAlpha).toBeCloseTo(1 - (3 * 18) / (2 * (4 * 2.25 + 9)), 12);
  });
});
