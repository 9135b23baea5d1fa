import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import {
  type AnnotatedArticle,
  type AnnotatedPass,
  type PassAnnotation,
  unitsOf,
} from '@/lib/domain/agreement/annotated-article';
import {
  type AttributeValue,
  comparedAttributes,
  type OwnAttribute,
  type Scale,
} from '@/lib/domain/agreement/attribute';
import type { AttributeAgreement } from '@/lib/domain/agreement/attribute-agreement';
import type { JointFigures } from '@/lib/domain/agreement/joint-agreement';
import type { KindFigures, TrendFigures } from '@/lib/domain/agreement/kind-figures';
import { overlapMatches } from '@/lib/domain/agreement/span-matching';
import type { Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { type Kind, KINDS, STATUSES } from '@/lib/domain/vocabulary';
import {
  maskOf,
  naiveAlpha,
  naiveDisagreements,
  naiveJaccard,
  naiveJaccardOfSets,
  naiveKappa,
  naiveMasi,
  naiveMatchCountByPaths,
  naiveOrdinalDifference,
} from './naive-agreement';

/** Every figure of the report, held to the definitions written out naïvely in `naive-agreement.ts`, to 1e-9. */

const OWN: readonly OwnAttribute[] = [
  {
    key: 'urgency',
    kinds: ['claim', 'prediction'],
    type: 'choice',
    options: ['low', 'middle', 'high'],
    ordered: true,
  },
  { key: 'people', kinds: ['claim', 'quote'], type: 'number', options: [], ordered: false },
  { key: 'since', kinds: ['claim'], type: 'date', options: [], ordered: false },
];
const COMPARED = comparedAttributes(OWN);

type Pair = { a: AnnotatedPass; b: AnnotatedPass; length: number };

function equals(figure: number | null | undefined, naive: number | null, what: string): void {
  if (naive === null) expect({ [what]: figure }).toEqual({ [what]: null });
  else expect(Math.abs(figure! - naive), `${what}: ${figure} and ${naive}`).toBeLessThan(1e-9);
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const alphaUOf = (texts: readonly { observers: Span[][]; length: number }[]): number | null => {
  if (texts.length === 0) return null;
  const { observed, expected } = naiveDisagreements(texts);
  return expected === 0 || Number.isNaN(expected) ? null : 1 - observed / expected;
};

const masksOf = (texts: readonly { observers: Span[][]; length: number }[]): boolean[][] =>
  texts.flatMap(({ observers, length }) => {
    const masks = observers.map((spans) => maskOf(spans, length));
    return Array.from({ length }, (_, at) => masks.map((mask) => mask[at]!));
  });

const differs = <V>(c: V, k: V): number => (c === k ? 0 : 1);

/** The spans of a kind in each pair, without what they belong to. */
const spansIn = (pairs: readonly Pair[], kind: Kind) =>
  pairs.map(({ a, b, length }) => ({
    length,
    observers: [a, b].map((pass) => unitsOf(pass, kind).map(({ start, end }) => ({ start, end }))),
  }));

function expectSpanFigures(figures: KindFigures, pairs: readonly Pair[], kind: Kind): void {
  const texts = spansIn(pairs, kind);
  const count = (of: (a: Span[], b: Span[]) => number): number =>
    texts.reduce((sum, { observers: [a, b] }) => sum + of(a!, b!), 0);
  const [nA, nB] = [count((a) => a.length), count((_, b) => b.length)];
  expect(figures).toMatchObject({ articles: pairs.length, n: [nA, nB] });
  const isSame = {
    exact: (a: Span, b: Span) => a.start === b.start && a.end === b.end,
    overlap: (a: Span, b: Span) => naiveJaccard(a, b) >= 0.5,
  };
  for (const name of ['exact', 'overlap'] as const) {
    const tp = count((a, b) => naiveMatchCountByPaths(a, b, isSame[name]));
    expect(figures[name].tp).toBe(tp);
    equals(figures[name].precision, share(tp, nB), `${name}.precision`);
    equals(figures[name].recall, share(tp, nA), `${name}.recall`);
    equals(figures[name].f1, share(2 * tp, nA + nB), `${name}.f1`);
  }
  const masks = masksOf(texts);
  equals(figures.alphaU, alphaUOf(texts), 'alphaU');
  equals(figures.charKappa, naiveKappa(masks.map(([a, b]) => [a!, b!] as const)), 'charKappa');
  equals(figures.charAlpha, naiveBinaryAlpha(masks), 'charAlpha');
}

/** Too many values to pair them one by one: of two values the differences are counted. */
function naiveBinaryAlpha(units: readonly (readonly boolean[])[]): number | null {
  const all = units.flat();
  const marked = all.filter(Boolean).length;
  const observed =
    units.reduce((sum, values) => {
      const marks = values.filter(Boolean).length;
      return sum + (2 * marks * (values.length - marks)) / (values.length - 1);
    }, 0) / all.length;
  const expected = (2 * marked * (all.length - marked)) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

type Value = string | number | boolean | readonly string[];

function expectAttributeFigures(figures: KindFigures, pairs: readonly Pair[], kind: Kind): void {
  const matched = pairs.flatMap(({ a, b }) => {
    const [unitsA, unitsB] = [unitsOf(a, kind), unitsOf(b, kind)];
    const matches = overlapMatches(unitsA, unitsB);
    // Which pairs of spans are taken is held to what a greatest matching is; there may be several.
    expect(new Set(matches.map(([i]) => i)).size).toBe(matches.length);
    expect(new Set(matches.map(([, j]) => j)).size).toBe(matches.length);
    for (const [i, j] of matches) expect(naiveJaccard(unitsA[i]!, unitsB[j]!)).toBeGreaterThanOrEqual(0.5);
    return matches.map(([i, j]) => [unitsA[i]!.annotation.attributes, unitsB[j]!.annotation.attributes]);
  });
  expect(Object.keys(figures.attributes)).toEqual(COMPARED[kind].map(({ name }) => name));
  for (const { name, scale } of COMPARED[kind]) {
    const values = matched.flatMap(([a, b]): [Value, Value][] =>
      a![name] === undefined || b![name] === undefined ? [] : [[a![name], b![name]]],
    );
    expectAttribute(figures.attributes[name]!, { values, scale, name });
  }
}

function expectAttribute(
  figures: AttributeAgreement,
  { values, scale, name }: { values: [Value, Value][]; scale: Scale; name: string },
): void {
  const labels = values.map(([a, b]) => [JSON.stringify(a), JSON.stringify(b)] as const);
  expect(figures).toMatchObject({
    n: values.length,
    agreed: labels.filter(([a, b]) => a === b).length,
  });
  equals(figures.kappa, naiveKappa(labels), `${name}.kappa`);
  equals(figures.alpha, naiveAlpha(labels, differs), `${name}.alpha`);
  const of = <V>(isOn: (value: Value) => value is Value & V): V[][] =>
    values.filter((pair) => pair.every(isOn)) as V[][];
  const interval = (units: number[][]): number | null => naiveAlpha(units, (c, k) => (c - k) ** 2);
  const expected: Partial<Record<keyof AttributeAgreement, number | null>> = {};
  if (scale.type === 'order') {
    const ordered = of((value): value is string => scale.order.includes(value));
    expected.ordinalAlpha = naiveAlpha(ordered, naiveOrdinalDifference(ordered, scale.order as string[]));
  }
  if (scale.type === 'numbers') {
    const numbers = of((value): value is number => typeof value === 'number');
    const order = [...new Set(numbers.flat())].sort((a, b) => a - b);
    expected.ordinalAlpha = naiveAlpha(numbers, naiveOrdinalDifference(numbers, order));
    expected.intervalAlpha = interval(numbers);
    expected.ratioAlpha = numbers.flat().some((value) => value < 0)
      ? null
      : naiveAlpha(numbers, (c, k) => (c === k ? 0 : ((c - k) / (c + k)) ** 2));
  }
  if (scale.type === 'days') {
    const days = of((value): value is string => value !== 'none').map((pair) =>
      pair.map((day) => new Date(`${String(day)}T12:00:00Z`).getTime() / 86_400_000),
    );
    expected.intervalAlpha = interval(days);
  }
  if (scale.type === 'sets') {
    const sets = of((value): value is readonly string[] => Array.isArray(value));
    expected.jaccardAlpha = naiveAlpha(sets, naiveJaccardOfSets);
    expected.masiAlpha = naiveAlpha(sets, naiveMasi);
  }
  for (const [figure, naive] of Object.entries(expected))
    equals(figures[figure as keyof AttributeAgreement], naive, `${name}.${figure}`);
}

function expectTrend(figures: TrendFigures, pairs: readonly Pair[], kind: Kind): void {
  const texts = spansIn(pairs, kind);
  const sizes = texts.flatMap(({ observers }) => observers.map((spans) => spans.length));
  const tp = texts.reduce(
    (sum, { observers: [a, b] }) => sum + naiveMatchCountByPaths(a!, b!, (x, y) => naiveJaccard(x, y) >= 0.5),
    0,
  );
  expect(figures.articles).toBe(pairs.length);
  equals(
    figures.overlapF1,
    share(
      2 * tp,
      sizes.reduce((sum, size) => sum + size, 0),
    ),
    'overlapF1',
  );
  equals(figures.alphaU, alphaUOf(texts), 'alphaU over time');
}

function expectJoint(
  figures: readonly JointFigures[],
  articles: readonly AnnotatedArticle[],
  kind: Kind,
): void {
  const texts = articles
    .map(({ passes, length }) => ({
      length,
      observers: passes
        .filter((pass) => isWholeIn(pass, kind))
        .map((pass) => unitsOf(pass, kind).map(({ start, end }) => ({ start, end }))),
    }))
    .filter(({ observers }) => observers.length > 1);
  const sizes = [...new Set(texts.map(({ observers }) => observers.length))].sort();
  expect(figures.map(({ annotators }) => annotators)).toEqual(sizes);
  for (const joint of figures) {
    const group = texts.filter(({ observers }) => observers.length === joint.annotators);
    expect(joint.articles).toBe(group.length);
    equals(joint.alphaU, alphaUOf(group), 'joint alphaU');
    equals(joint.charAlpha, naiveBinaryAlpha(masksOf(group)), 'joint charAlpha');
  }
}

const isWholeIn = ({ completeKinds }: AnnotatedPass, kind: Kind): boolean =>
  completeKinds === undefined || completeKinds.includes(kind);

/** All figures of a report over some articles. */
function expectReport(articles: readonly AnnotatedArticle[]): void {
  const report = agreementReport(articles, {
    ownAttributes: OWN,
    overTime: { timeZone: 'UTC' },
    bootstrap: { seed: 1, draws: 5 },
  });
  const pairsOf = (a: string, b: string, among = articles): Pair[] =>
    among.flatMap(({ passes, length }) => {
      const [first, second] = [a, b].map((id) => passes.find(({ annotator }) => annotator.id === id));
      return first && second ? [{ a: first, b: second, length }] : [];
    });
  const whole = (pairs: readonly Pair[], kind: Kind): Pair[] =>
    pairs.filter(({ a, b }) => isWholeIn(a, kind) && isWholeIn(b, kind));
  const monthOf = ({ a, b }: Pair): string => [a.submittedAt!, b.submittedAt!].sort()[1]!.slice(0, 7);
  for (const kind of KINDS) {
    for (const { articleId, pairs, joint } of report.articles) {
      const among = articles.filter((article) => article.articleId === articleId);
      for (const { a, b, kinds } of pairs) {
        expectSpanFigures(kinds[kind], whole(pairsOf(a.id, b.id, among), kind), kind);
        expectAttributeFigures(kinds[kind], whole(pairsOf(a.id, b.id, among), kind), kind);
      }
      expectJoint(joint[kind], among, kind);
    }
    for (const { a, b, kinds, articles: count } of report.overall.pairs) {
      const pairs = pairsOf(a.id, b.id);
      expect(count).toBe(pairs.length);
      expectSpanFigures(kinds[kind], whole(pairs, kind), kind);
      expectAttributeFigures(kinds[kind], whole(pairs, kind), kind);
    }
    expectJoint(report.overall.joint[kind], articles, kind);
    for (const { a, b, months } of report.overTime!)
      for (const { month, kinds, sinceStart } of months) {
        const pairs = whole(pairsOf(a.id, b.id), kind);
        expectTrend(
          kinds[kind],
          pairs.filter((pair) => monthOf(pair) === month),
          kind,
        );
        expectTrend(
          sinceStart.kinds[kind],
          pairs.filter((pair) => monthOf(pair) <= month),
          kind,
        );
      }
  }
}

const LENGTH = 30;

const annotationArbitrary = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    start: fc.nat({ max: LENGTH - 2 }),
    size: fc.integer({ min: 1, max: 9 }),
    status: fc.nat(),
    source: fc.constantFrom('none', 'person mara', 'anonymous observers'),
    hops: fc.nat({ max: 2 }),
    checkworthy: fc.option(fc.boolean(), { nil: undefined }),
    form: fc.option(fc.constantFrom('direct', 'indirect'), { nil: undefined }),
    deadline: fc.constantFrom('none', '2026-02-28', '2026-03-01', '2027-01-01'),
    probability: fc.constantFrom('none', 0, 0.25, 0.9),
    tags: fc.subarray(['ferry', 'mayor', 'pier']),
    urgency: fc.option(fc.constantFrom('low', 'middle', 'high', 'dropped'), { nil: undefined }),
    people: fc.option(fc.integer({ min: -1, max: 3 }), { nil: undefined }),
    since: fc.option(fc.constantFrom('2020-02-29', '2021-12-31'), { nil: undefined }),
  })
  .map(({ kind, start, size, status, urgency, people, since, ...values }): PassAnnotation => {
    const of: Record<string, AttributeValue | null | undefined> = {
      ...values,
      status: STATUSES[kind][status % STATUSES[kind].length],
      'attributes.urgency': urgency,
      'attributes.people': people,
      'attributes.since': since,
    };
    return {
      id: `${kind} ${start}`,
      kind,
      spans: [{ start, end: Math.min(LENGTH, start + size) }],
      attributes: Object.fromEntries(
        COMPARED[kind].flatMap(({ name }) => (of[name] == null ? [] : [[name, of[name]]])),
      ),
    };
  });

const passArbitrary = fc.record({
  annotations: fc.array(annotationArbitrary, { maxLength: 8 }),
  completeKinds: fc.oneof(
    { weight: 3, arbitrary: fc.constant([...KINDS]) },
    { weight: 1, arbitrary: fc.subarray([...KINDS]) },
  ),
  submittedAt: fc.constantFrom(
    '2026-01-15T10:00:00.000Z',
    '2026-03-31T23:59:00.000Z',
    '2026-04-01T00:00:00.000Z',
  ),
});

const articlesArbitrary = fc
  .array(fc.dictionary(fc.constantFrom('ana', 'bo', 'cy', 'di'), passArbitrary, { noNullPrototype: true }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all.map((passes, i): AnnotatedArticle => ({
      articleId: `article ${i}`,
      length: LENGTH,
      passes: Object.entries(passes).map(([id, pass]) => ({ annotator: { id, name: id }, ...pass })),
    })),
  );

test('over any articles, annotators and values every figure is what the definitions give', () =>
  fc.assert(fc.property(articlesArbitrary, expectReport), { numRuns: 40 }));

const shared = path.join(import.meta.dirname, '../../../../shared');
const isPresent = fs.existsSync(path.join(shared, 'gold'));
if (!isPresent)
  console.warn(
    'The annotated articles (../shared) are not here: part of tests/domain/agreement/independent.test.ts is skipped.',
  );

interface GoldLine {
  kind: Kind;
  start: number;
  end: number;
  status: string;
  attribution: { source: string; source_type: string };
}

function goldArticle(number: string): AnnotatedArticle {
  const seeds = path.join(shared, 'seeds');
  const file = fs.readdirSync(seeds).find((name) => name.startsWith(number))!;
  const passOf = (annotator: string): AnnotatedPass => ({
    annotator: { id: annotator, name: annotator },
    submittedAt: `2026-0${Number(number) + 1}-10T10:00:00.000Z`,
    annotations: fs
      .readFileSync(path.join(shared, `gold/annotator-${annotator}/${number}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line, i): PassAnnotation => {
        const { kind, start, end, status, attribution } = JSON.parse(line) as GoldLine;
        const source = `${attribution.source_type} ${attribution.source.toLowerCase()}`;
        return {
          id: `${number} ${annotator} ${i}`,
          kind,
          spans: [{ start, end }],
          attributes: { status, source, tags: [], hops: 1 },
        };
      }),
  });
  return {
    articleId: number,
    length: new TextIndex(fs.readFileSync(path.join(seeds, file), 'utf8')).length,
    passes: [passOf('a'), passOf('b')],
  };
}

describe.skipIf(!isPresent)('the articles that two people annotated apart from each other', () => {
  test('each by itself, both together and month by month', () =>
    expectReport([goldArticle('000'), goldArticle('003')]));
});
