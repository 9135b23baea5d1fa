import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjudicationUnits,
  isMergeable,
  letterOf,
  progressOf,
  type RevealedPass,
  type UnitDecision,
} from '@/lib/domain/adjudication/adjudication-unit';
import { agreedAnnotation } from '@/lib/domain/adjudication/agreed-annotation';
import { contentKey, differingFields } from '@/lib/domain/adjudication/mark-content';
import { closestPairs, haveSameSpans, markJaccard } from '@/lib/domain/adjudication/mark-match';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import type { Span } from '@/lib/domain/span';
import { ADJUDICATION_OUTCOMES, type Kind, KINDS } from '@/lib/domain/vocabulary';

let made = 0;
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function mark(
  kind: Kind,
  spans: readonly (readonly [number, number])[],
  more: Partial<Annotation> = {},
): Annotation {
  return {
    id: idOf(++made),
    articleId: idOf(1),
    revisionId: idOf(2),
    layer: 'a pass',
    kind,
    spans: spans.map(([start, end]) => ({
      start,
      end,
      exact: 'x'.repeat(end - start),
      prefix: '',
      suffix: '',
    })),
    status: kind === 'prediction' ? 'pending' : 'unverified',
    attribution: [],
    [kind]: EMPTY_DETAILS[kind],
    tags: [],
    attributes: {},
    guidelineVersion: null,
    author: { id: idOf(3), name: 'Mara' },
    version: 1,
    seq: 1,
    anchor: 'exact',
    recheck: null,
    discussion: NO_DISCUSSION,
    createdAt: '2026-03-01T10:00:00.000Z',
    updatedAt: '2026-03-01T10:00:00.000Z',
    deletedAt: null,
    ...more,
  } as Annotation;
}

const passOf = (name: string, annotations: readonly Annotation[], day = 1): RevealedPass => ({
  annotator: { id: `annotator ${name}`, name },
  revealedAt: `2026-03-${String(day + 10).padStart(2, '0')}T10:00:00.000Z`,
  openedAt: '2026-03-01T10:00:00.000Z',
  completeKinds: KINDS,
  annotations,
});

const saidBy = (name: string): Partial<Annotation> => ({
  attribution: [{ source: { id: idOf(++made), name, type: 'person' }, cue: null, mode: 'named' }],
});

const shapeOf = (passes: readonly RevealedPass[], decisions: readonly UnitDecision[] = []) =>
  adjudicationUnits(passes, decisions).map(({ members, agreement, state }) => ({
    ids: members.map(({ annotation }) => annotation.id),
    agreement,
    state,
  }));

describe('units of two passes', () => {
  test('say how far the marks agree', () => {
    const [exactA, exactB] = [
      mark('claim', [[0, 10]], saidBy('Ada Brandt')),
      mark('claim', [[0, 10]], saidBy('ada brandt')),
    ];
    const [spansA, spansB] = [mark('quote', [[20, 30]], saidBy('Ada Brandt')), mark('quote', [[20, 30]])];
    const [overlapA, overlapB] = [mark('claim', [[40, 60]]), mark('claim', [[45, 60]])];
    const [kindsA, kindsB] = [mark('claim', [[70, 80]]), mark('prediction', [[70, 80]])];
    const alone = mark('claim', [[90, 95]]);
    const a = passOf('A', [exactA, spansA, overlapA, kindsA, alone]);
    const b = passOf('B', [kindsB, overlapB, spansB, exactB]);
    expect(shapeOf([a, b])).toEqual([
      { ids: [exactA.id, exactB.id], agreement: 'exact', state: 'open' },
      { ids: [spansA.id, spansB.id], agreement: 'spans', state: 'open' },
      { ids: [overlapA.id, overlapB.id], agreement: 'overlap', state: 'open' },
      { ids: [kindsA.id, kindsB.id], agreement: 'kinds', state: 'open' },
      { ids: [alone.id], agreement: 'alone', state: 'open' },
    ]);
    expect(adjudicationUnits([a, b], []).map(({ missing, differsIn }) => [missing, differsIn])).toEqual([
      [[], []],
      [[], ['attribution']],
      [[], []],
      [[], []],
      [['annotator B'], []],
    ]);
  });

  test('keep an annotation of several spans whole', () => {
    const a = mark('quote', [
      [0, 10],
      [50, 60],
    ]);
    const b = mark('quote', [
      [0, 10],
      [50, 62],
    ]);
    const part = mark('quote', [[0, 10]]);
    expect(shapeOf([passOf('A', [a]), passOf('B', [b, part])])).toEqual(
      [
        { ids: [part.id], agreement: 'alone', state: 'open' },
        { ids: [a.id, b.id], agreement: 'overlap', state: 'open' },
      ].sort((x) => (x.ids.length === 1 ? -1 : 1)),
    );
  });

  test('put two marks of the same words with those that say the same', () => {
    const [a1, a2] = [
      mark('claim', [[0, 10]], saidBy('Ada Brandt')),
      mark('claim', [[0, 10]], saidBy('Ivo Lund')),
    ];
    const [b1, b2] = [
      mark('claim', [[0, 10]], saidBy('Ivo Lund')),
      mark('claim', [[0, 10]], saidBy('Ada Brandt')),
    ];
    expect(shapeOf([passOf('A', [a1, a2]), passOf('B', [b1, b2])]).map(({ agreement }) => agreement)).toEqual(
      ['exact', 'exact'],
    );
  });

  test('a kind that an annotator was not asked for is not missing', () => {
    const alone = mark('claim', [[0, 10]]);
    const b = { ...passOf('B', []), completeKinds: ['quote'] as const };
    expect(adjudicationUnits([passOf('A', [alone]), b], [])[0]!.missing).toEqual([]);
  });
});

describe('what is merged without being looked at', () => {
  const [a, b] = [mark('claim', [[0, 10]]), mark('claim', [[0, 10]])];
  const unitOf = (...passes: RevealedPass[]) => adjudicationUnits(passes, [])[0]!;

  test('is what all annotators marked in the very same way', () => {
    expect(isMergeable(unitOf(passOf('A', [a]), passOf('B', [b])), 'exact')).toBe(true);
    expect(isMergeable(unitOf(passOf('A', [a]), passOf('B', [b]), passOf('C', [])), 'exact')).toBe(false);
    expect(isMergeable(unitOf(passOf('A', [a])), 'exact')).toBe(false);
  });

  test('and, when asked, what differs in what is said of it alone', () => {
    const unit = unitOf(passOf('A', [mark('claim', [[0, 10]], { tags: ['x'] })]), passOf('B', [b]));
    expect([isMergeable(unit, 'exact'), isMergeable(unit, 'spans')]).toEqual([false, true]);
  });

  test('of what differs nothing is taken over', () => {
    const one = mark('prediction', [[0, 10]], {
      ...saidBy('Ada Brandt'),
      tags: ['harbour', 'ferry'],
      attributes: { tone: 'calm', topic: 'sea' },
      prediction: {
        ...EMPTY_DETAILS.prediction,
        deadline: '2027-01-01',
        deadlineBasis: 'stated',
        polarity: 'will',
      },
    });
    const other = mark('prediction', [[0, 10]], {
      tags: ['ferry'],
      attributes: { tone: 'calm' },
      prediction: { ...EMPTY_DETAILS.prediction, polarity: 'will' },
    });
    expect(differingFields([one, other]).sort()).toEqual(
      ['attribution', 'tags', 'deadline', 'deadlineBasis', 'attribute topic'].sort(),
    );
    const agreed = agreedAnnotation([one, other]);
    expect(agreed).toMatchObject({ attribution: [], tags: ['ferry'], attributes: { tone: 'calm' } });
    expect(agreed.prediction).toEqual({ ...EMPTY_DETAILS.prediction, polarity: 'will' });
  });
});

test('letters go on after Z', () => {
  expect([0, 1, 25, 26, 27, 52].map(letterOf)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'BA']);
});

const LENGTH = 40;
const spanArbitrary = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): [number, number] => [start, Math.min(LENGTH, start + length)]);
/** One or two disjoint spans. */
const spansArbitrary = fc.oneof(
  spanArbitrary.map((span) => [span]),
  fc
    .tuple(spanArbitrary, spanArbitrary)
    .map((pair) => pair.sort(([a], [b]) => a - b))
    .filter(([a, b]) => a![1] <= b![0]),
);
const markArbitrary = fc
  .tuple(fc.constantFrom(...KINDS), spansArbitrary, fc.subarray(['x', 'y']))
  .map(([kind, spans, tags]) => mark(kind, spans, { tags }));
const passesArbitrary = fc
  .array(fc.tuple(fc.array(markArbitrary, { maxLength: 7 }), fc.nat(3)), { minLength: 1, maxLength: 4 })
  .map((passes) => passes.map(([annotations, day], i) => passOf(`${i}`, annotations, day)));
const RUNS = { numRuns: 200 };

describe('for any passes', () => {
  test('every mark is in exactly one unit, at most one of each annotator', () => {
    fc.assert(
      fc.property(passesArbitrary, (passes) => {
        const units = adjudicationUnits(passes, []);
        const ids = units.flatMap(({ members }) => members.map(({ annotation }) => annotation.id));
        expect(ids.sort()).toEqual(
          passes.flatMap(({ annotations }) => annotations.map(({ id }) => id)).sort(),
        );
        for (const { members } of units)
          expect(new Set(members.map(({ annotatorId }) => annotatorId)).size).toBe(members.length);
      }),
      RUNS,
    );
  });

  test('units are in the order of the text, whatever the order of what is given', () => {
    fc.assert(
      fc.property(passesArbitrary, fc.nat(), (passes, seed) => {
        const units = adjudicationUnits(passes, []);
        const starts = units.map(({ members }) =>
          Math.min(...members.map(({ annotation }) => annotation.spans[0]!.start)),
        );
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const turned = [...passes.slice(seed % passes.length), ...passes.slice(0, seed % passes.length)].map(
          (pass) => ({ ...pass, annotations: [...pass.annotations].reverse() }),
        );
        expect(adjudicationUnits(turned, [])).toEqual(
          units.map((unit) => ({ ...unit, missing: expect.anything() })),
        );
      }),
      RUNS,
    );
  });

  test('a pass that is revealed later adds marks and units, and takes none apart', () => {
    fc.assert(
      fc.property(passesArbitrary, fc.array(markArbitrary, { maxLength: 7 }), (passes, annotations) => {
        const before = adjudicationUnits(passes, []);
        const later = passOf('later', annotations, 9);
        const after = adjudicationUnits([later, ...passes], []);
        const withoutLater = after
          .map(({ key, members }) => ({
            key,
            ids: members
              .filter(({ annotatorId }) => annotatorId !== 'annotator later')
              .map(({ annotation }) => annotation.id),
          }))
          .filter(({ ids }) => ids.length > 0);
        const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
        expect(withoutLater.sort(byKey)).toEqual(
          before
            .map(({ key, members }) => ({ key, ids: members.map(({ annotation }) => annotation.id) }))
            .sort(byKey),
        );
      }),
      RUNS,
    );
  });

  test('no decision is lost by a later pass: its unit is decided, or says that a mark was added', () => {
    fc.assert(
      fc.property(
        passesArbitrary,
        fc.array(markArbitrary, { maxLength: 7 }),
        fc.infiniteStream(fc.option(fc.constantFrom(...ADJUDICATION_OUTCOMES))),
        (passes, annotations, outcomes) => {
          const decisions = adjudicationUnits(passes, []).flatMap(({ members }) => {
            const outcome = outcomes.next().value as (typeof ADJUDICATION_OUTCOMES)[number] | null;
            const origins = members.map(({ annotation }) => ({ annotationId: annotation.id }));
            return outcome ? [{ outcome, origins }] : [];
          });
          const again = adjudicationUnits(passes, decisions);
          expect(progressOf(again).decided).toBe(decisions.length);
          const after = adjudicationUnits([...passes, passOf('later', annotations, 9)], decisions);
          expect(after.flatMap(({ decision }) => decision ?? []).length).toBe(decisions.length);
          for (const { state, decision, members } of after) {
            const isJoined = members.some(({ annotatorId }) => annotatorId === 'annotator later');
            const kept = decision?.outcome === 'disagreement' ? 'disagreement' : 'decided';
            expect(state).toBe(!decision ? 'open' : isJoined ? 'changed' : kept);
          }
        },
      ),
      RUNS,
    );
  });

  test('pairs of two passes are as many as there can be of one kind', () => {
    fc.assert(
      fc.property(
        fc.array(spanArbitrary, { maxLength: 6 }),
        fc.array(spanArbitrary, { maxLength: 6 }),
        (a, b) => {
          const [first, second] = [a, b].map((spans) => spans.map((span) => mark('claim', [span])));
          const units = adjudicationUnits([passOf('A', first!), passOf('B', second!)], []);
          const pairs = units.filter(({ members }) => members.length === 2).length;
          expect(pairs).toBe(mostPairs(first!, second!));
        },
      ),
      RUNS,
    );
  });
});

/** By trying everything: equal ones first, one to one, which costs no pair where the rest may choose. */
function mostPairs(a: readonly Annotation[], b: readonly Annotation[]): number {
  const [restA, restB] = [[...a], [...b]];
  let equal = 0;
  for (const one of a) {
    const j = restB.findIndex(({ spans }) => haveSameSpans(spans, one.spans));
    if (j < 0) continue;
    restB.splice(j, 1);
    restA.splice(restA.indexOf(one), 1);
    equal++;
  }
  const best = (i: number, taken: ReadonlySet<number>): number => {
    if (i === restA.length) return 0;
    let most = best(i + 1, taken);
    restB.forEach((other, j) => {
      if (!taken.has(j) && markJaccard(restA[i]!.spans, other.spans) >= 0.5)
        most = Math.max(most, 1 + best(i + 1, new Set([...taken, j])));
    });
    return most;
  };
  return equal + best(0, new Set());
}

describe('parts', () => {
  test('what two marks share is counted in code points over all their spans', () => {
    fc.assert(
      fc.property(spansArbitrary, spansArbitrary, (a, b) => {
        const points = (spans: readonly (readonly [number, number])[]): Set<number> =>
          new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
        const [x, y] = [points(a), points(b)];
        const shared = [...x].filter((point) => y.has(point)).length;
        const spans = (pairs: readonly (readonly [number, number])[]): Span[] =>
          pairs.map(([start, end]) => ({ start, end }));
        expect(markJaccard(spans(a), spans(b))).toBeCloseTo(shared / (x.size + y.size - shared), 12);
      }),
      RUNS,
    );
  });

  test('a closer pair gives way where that makes one pair more', () => {
    const pairs = closestPairs([
      { a: 0, b: 0, closeness: 0.9 },
      { a: 0, b: 1, closeness: 0.6 },
      { a: 1, b: 0, closeness: 0.6 },
    ]);
    expect([...pairs].sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('a source that each named for himself is the same', () => {
    expect(contentKey(mark('claim', [[0, 1]], saidBy('Ada  Brandt')))).toBe(
      contentKey(mark('claim', [[5, 9]], saidBy('ada brandt'))),
    );
  });
});
