import { describe, expect, test } from 'vitest';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type {
  AnnotatedArticle,
  AnnotatedPass,
  PassAnnotation,
} from '@/lib/domain/agreement/annotated-article';
import { comparedAttributes } from '@/lib/domain/agreement/attribute';
import { disagreements, isBehind } from '@/lib/domain/agreement/disagreements';
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
    const attributes = comparedAttributes().claim;
    expect(
      disagreements([ivo, mara], 'claim', attributes).map(({ a, b }) => [a?.start ?? null, b?.start ?? null]),
    ).toEqual([
      [22, 20],
      [null, 50],
    ]);
    expect(disagreements([mara, mara], 'claim', attributes)).toEqual([]);
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
  const { overall } = agreementReport([...articles, article('alone', pass('Zoe'))], {
    bootstrap: { seed: 7, draws: 200 },
  });
  const [pair] = overall.pairs;
  expect(pair).toMatchObject({
    articles: 12,
    kinds: { claim: { n: [24, 36], exact: { tp: 12, f1: 2 / 5 } } },
  });
  // All articles are alike, so that every draw gives the same F1.
  expect(pair!.intervals!.claim.exactF1).toEqual({ low: 2 / 5, high: 2 / 5 });
  expect(pair!.intervals!.prediction.alphaU).toBeNull();
  expect(agreementReport(articles, { bootstrap: { seed: 7, draws: 200 } }).overall).toEqual(overall);
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

test('a kind counts only where both passes are whole in it', () => {
  const claims = marked('claim', [[0, 10]]);
  const half = { ...pass('Bo', claims, marked('quote', [[20, 30]])), completeKinds: ['claim'] as const };
  const both = [
    article('one', pass('Ana', claims), half),
    article('two', pass('Ana', claims), pass('Bo', claims)),
  ];
  const { articles, overall } = agreementReport(both);
  expect(articles[0]!.pairs[0]!.kinds).toMatchObject({
    claim: { articles: 1, n: [1, 1], exact: { f1: 1 } },
    quote: {
      articles: 0,
      n: [0, 0],
      exact: { f1: null },
      undefined: { 'exact.f1': 'not_whole', alphaU: 'not_whole' },
    },
  });
  expect(overall.pairs[0]).toMatchObject({
    articles: 2,
    kinds: { claim: { articles: 2 }, quote: { articles: 1 } },
  });
  expect(overall.joint.quote).toMatchObject([{ annotators: 2, articles: 1 }]);
});

describe('three annotators', () => {
  const three = article(
    'bridge',
    pass('Ana', marked('claim', [[0, 10]])),
    pass('Bo', marked('claim', [[0, 10]])),
    pass('Cy', marked('claim', [[0, 5]])),
  );

  test('stand in three pairs, and together in one alpha', () => {
    const { articles, overall } = agreementReport([three, overTwo]);
    expect(articles[0]!.pairs.map(({ a, b }) => a.name + b.name)).toEqual(['AnaBo', 'AnaCy', 'BoCy']);
    const [joint] = articles[0]!.joint.claim;
    expect(joint).toMatchObject({ annotators: 3, articles: 1, n: 3, undefined: {} });
    // 25 of 300 values are marks; 5 of 100 code points have two marks of three, and so 2 · 1 / 2 of disagreement each.
    expect(joint!.charAlpha).toBeCloseTo(1 - (299 * 5) / (25 * 275), 12);
    expect(overall.joint.claim.map(({ annotators, articles: n }) => [annotators, n])).toEqual([
      [2, 1],
      [3, 1],
    ]);
    expect(articles[0]!.joint.quote).toMatchObject([
      { alphaU: null, charAlpha: null, undefined: { alphaU: 'nothing_marked', charAlpha: 'nothing_marked' } },
    ]);
  });

  test('of whom one is left out are two', () => {
    const isCompared = (a: AnnotatedPass, b: AnnotatedPass) =>
      ![a, b].some(({ annotator }) => annotator.id === 'Cy');
    const { articles } = agreementReport([three], { isCompared });
    expect(articles[0]!.pairs).toHaveLength(1);
    expect(articles[0]!.joint.claim).toMatchObject([{ annotators: 2, alphaU: 1 }]);
  });
});

describe('over time', () => {
  const on = (articleId: string, ana: string, bo: string, end: number): AnnotatedArticle =>
    article(
      articleId,
      { ...pass('Ana', marked('claim', [[0, 10]])), submittedAt: ana },
      { ...pass('Bo', marked('claim', [[0, end]])), submittedAt: bo },
    );
  const months = agreementReport(
    [
      on('first', '2025-11-02T10:00:00.000Z', '2025-11-30T23:30:00.000Z', 4),
      on('second', '2026-02-10T10:00:00.000Z', '2025-10-01T10:00:00.000Z', 10),
    ],
    { overTime: { timeZone: 'Europe/Berlin' } },
  ).overTime![0]!.months;

  test('an article counts in the month of the later submission, in the workspace’s time zone', () => {
    expect(months.map(({ month, articles, kinds }) => [month, articles, kinds.claim.overlapF1])).toEqual([
      ['2025-12', 1, 0],
      ['2026-01', 0, null],
      ['2026-02', 1, 1],
    ]);
    expect(months[1]!.kinds.claim).toMatchObject({
      n: [0, 0],
      alphaU: null,
      undefined: { overlapF1: 'no_articles', alphaU: 'no_articles' },
    });
  });

  test('and all since the first one stand beside it', () => {
    expect(months.map(({ sinceStart }) => [sinceStart.articles, sinceStart.kinds.claim.overlapF1])).toEqual([
      [1, 0],
      [1, 0],
      [2, 1 / 2],
    ]);
  });
});

test('behind a figure stand the disagreements that count against it', () => {
  const passes = [
    pass('Ana', marked('claim', [[0, 10]], { status: 'supported' }), marked('claim', [[50, 60]])),
    pass('Bo', marked('claim', [[0, 9]], { status: 'refuted' }), marked('claim', [[80, 90]])),
  ] as const;
  const all = disagreements([passes[0], passes[1]], 'claim', comparedAttributes().claim);
  const startsOf = (filter: Parameters<typeof isBehind>[1]) =>
    all.filter((one) => isBehind(one, filter)).map(({ a, b }) => a?.start ?? b?.start);
  expect(startsOf({})).toEqual([0, 50, 80]);
  expect(startsOf({ spans: 'exact' })).toEqual([0, 50, 80]);
  expect(startsOf({ spans: 'overlap' })).toEqual([50, 80]);
  expect(startsOf({ attribute: 'status' })).toEqual([0]);
  expect(startsOf({ attribute: 'source' })).toEqual([]);
});
