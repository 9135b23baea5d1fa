import { describe, expect, test } from 'vitest';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type {
  AnnotatedArticle,
  AnnotatedPass,
  PassAnnotation,
} from '@/lib/domain/agreement/annotated-article';
import { disagreements } from '@/lib/domain/agreement/disagreements';
import type { Kind } from '@/lib/domain/vocabulary';

const marked = (
  kind: Kind,
  spans: readonly (readonly [number, number])[],
  attributes: PassAnnotation['attributes'] = { status: 'unverified', source: 'none', mode: 'none' },
): PassAnnotation => ({
  id: `${kind} ${spans.join(' ')}`,
  kind,
  spans: spans.map(([start, end]) => ({ start, end })),
  attributes,
});

const pass = (name: string, ...annotations: PassAnnotation[]): AnnotatedPass => ({
  annotator: { id: name, name },
  annotations,
});

const article = (articleId: string, ...passes: AnnotatedPass[]): AnnotatedArticle => ({
  articleId,
  length: 100,
  passes,
});

const overTwo = article(
  'harbour',
  pass(
    'Mara',
    marked('claim', [
      [0, 10],
      [20, 30],
    ]),
    marked('claim', [[50, 60]]),
  ),
  pass('Ivo', marked('claim', [[0, 10]]), marked('claim', [[22, 30]]), marked('quote', [[70, 80]])),
);

describe('one article and two annotators', () => {
  const { articles, overall } = agreementReport([overTwo]);
  const [pair] = articles[0]!.pairs;

  test('each span is a unit; a is the annotator whose id comes first', () => {
    expect([pair!.a.name, pair!.b.name]).toEqual(['Ivo', 'Mara']);
    expect(pair!.kinds.claim).toMatchObject({
      n: [2, 3],
      exact: { tp: 1, precision: 1 / 3, recall: 1 / 2, f1: 2 / 5 },
      overlap: { tp: 2, precision: 2 / 3, recall: 1, f1: 4 / 5 },
      undefined: { 'status.kappa': 'one_value', 'checkworthy.kappa': 'nothing_matched' },
    });
  });

  test('F1 is 0 where one marked nothing, and null where nobody did, each null with its reason', () => {
    const { quote, prediction } = pair!.kinds;
    expect(quote).toMatchObject({ n: [1, 0], exact: { tp: 0, precision: null, recall: 0, f1: 0 } });
    expect(quote.undefined).toMatchObject({ 'exact.precision': 'b_marked_nothing' });
    expect(quote.undefined).not.toHaveProperty('exact.f1');
    expect(quote.charKappa).toBe(0);
    expect(quote.alphaU).not.toBeNull();
    expect(prediction).toMatchObject({
      n: [0, 0],
      exact: { tp: 0, precision: null, recall: null, f1: null },
      alphaU: null,
      charKappa: null,
      charAlpha: null,
      undefined: { 'exact.f1': 'nothing_marked', alphaU: 'nothing_marked', charKappa: 'nothing_marked' },
    });
  });

  test('over one article there is nothing to draw from, and the figures are its own', () => {
    expect(overall.pairs).toHaveLength(1);
    expect(overall.pairs[0]).toMatchObject({ articles: 1, intervals: null, kinds: pair!.kinds });
  });

  test('behind the figures stand the very disagreements', () => {
    const [ivo, mara] = [overTwo.passes[1]!, overTwo.passes[0]!];
    expect(disagreements(ivo, mara, 'claim').map(({ a, b }) => [a?.start ?? null, b?.start ?? null])).toEqual(
      [
        [22, 20],
        [null, 50],
      ],
    );
    expect(disagreements(mara, mara, 'claim')).toEqual([]);
  });
});

test('attributes are compared on matched spans, and what one did not give is left out', () => {
  const values = (checkworthy?: boolean): PassAnnotation['attributes'] =>
    checkworthy === undefined ? {} : { checkworthy };
  const claims = (...given: (boolean | undefined)[]) =>
    given.map((value, i) => marked('claim', [[i * 10, i * 10 + 5]], values(value)));
  const { articles } = agreementReport([
    article(
      'ferry',
      pass('Ana', ...claims(true, true, false, false, true)),
      pass('Bo', ...claims(true, false, false, false, undefined)),
    ),
  ]);
  // po = 3/4, pe = (2 · 1 + 2 · 3) / 16 = 1/2; alpha: 1 − 7 · 1 / (3 · 5)
  expect(articles[0]!.pairs[0]!.kinds.claim.attributes.checkworthy).toEqual({
    n: 4,
    agreed: 3,
    kappa: 0.5,
    alpha: expect.closeTo(1 - 7 / 15, 12),
  });
});

test('only outcomes with an order count for ordinal alpha', () => {
  const outcomes = (...given: string[]) =>
    given.map((status, i) => marked('prediction', [[i * 10, i * 10 + 5]], { status }));
  const { articles } = agreementReport([
    article(
      'storm',
      pass('Ana', ...outcomes('came_true', 'did_not_come_true', 'partly_true', 'unresolvable')),
      pass('Bo', ...outcomes('came_true', 'did_not_come_true', 'came_true', 'pending')),
    ),
  ]);
  const status = articles[0]!.pairs[0]!.kinds.prediction.attributes.status!;
  expect(status).toMatchObject({ n: 4, agreed: 2 });
  // Values 2, 1 and 3 of them from worst to best: δ²(1,3) = 9 / 4 … of the one pair that differs: (1 + 3 − 2)² = 4.
  // Expected: 2·1·1.5² + 2·3·3.5² + 1·3·2², each twice.
  expect(status.ordinalAlpha).toBeCloseTo(1 - (5 * 2 * 4) / (2 * (2 * 2.25 + 6 * 12.25 + 3 * 4)), 12);
});

test('over several articles counts add up, and the same seed draws the same intervals', () => {
  const articles = Array.from({ length: 12 }, (_, i) => ({ ...overTwo, articleId: `harbour ${i}` }));
  const { overall } = agreementReport([...articles, article('alone', pass('Zoe'))], { seed: 7, draws: 200 });
  const [pair] = overall.pairs;
  expect(pair).toMatchObject({
    articles: 12,
    kinds: { claim: { n: [24, 36], exact: { tp: 12, f1: 2 / 5 } } },
  });
  // All articles are alike, so that every draw gives the same F1.
  expect(pair!.intervals!.claim.exactF1).toEqual({ low: 2 / 5, high: 2 / 5 });
  expect(pair!.intervals!.prediction.alphaU).toBeNull();
  expect(agreementReport(articles, { seed: 7, draws: 200 }).overall).toEqual(overall);
});

test('intervals hold the figure and lie within what single articles give', () => {
  const mixed = Array.from({ length: 20 }, (_, i) =>
    article(
      `mixed ${i}`,
      pass('Ana', marked('claim', [[0, 10]]), marked('claim', [[20, 40]])),
      pass(
        'Bo',
        marked('claim', [[0, 10]]),
        marked('claim', [[i % 3 === 0 ? 20 : 60, i % 3 === 0 ? 40 : 70]]),
      ),
    ),
  );
  const [pair] = agreementReport(mixed).overall.pairs;
  const { low, high } = pair!.intervals!.claim.exactF1!;
  const f1 = pair!.kinds.claim.exact.f1!;
  expect(low).toBeLessThan(f1);
  expect(high).toBeGreaterThan(f1);
  expect(low).toBeGreaterThanOrEqual(0.5);
  expect(high).toBeLessThanOrEqual(1);
});
