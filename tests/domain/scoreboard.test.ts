import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALLEST_RANKED, scoreboardOf } from '@/lib/domain/scoreboard';
import { type Grouping, GROUPINGS, scoreboardSchema } from '@/lib/domain/scoreboard-schema';
import { type PredictionRow, scoringUnits } from '@/lib/domain/scoring-unit';
import { ICD_203_2015, KENT_1964, SHIPPED_SCALES } from '@/lib/domain/shipped-scales';
import { STATUSES } from '@/lib/domain/vocabulary';
import { aPredictionRow } from '@/tests/support/prediction-rows';

const TODAY = '2026-11-22';
const board = (rows: PredictionRow[], by: Grouping = 'source', scale = KENT_1964) =>
  scoreboardOf(scoringUnits(rows), { by, scale, today: TODAY });
const figures = (...rows: Partial<PredictionRow>[]) => board(rows.map(aPredictionRow)).total;

describe('what is counted', () => {
  test('the states make up n, and a hedge is one of them', () => {
    const counted = figures(
      { status: 'came_true', likelihoodWords: 'will' },
      { status: 'pending', deadline: '2027-01-01' },
      { status: 'pending', deadline: '2026-11-25' },
      { status: 'pending', deadline: '2026-11-21', likelihoodWords: 'may' },
      { status: 'condition_not_met' },
      { status: 'unresolvable' },
    );
    expect(counted).toMatchObject({ n: 6, resolved: 1, open: 2, overdue: 1, void: 2 });
    expect(counted.hedges).toMatchObject({ count: 1, n: 6 });
  });

  test('hedges and void ones enter no score', () => {
    const scored = figures(
      { status: 'came_true', likelihoodWords: 'could' },
      { status: 'did_not_come_true', likelihoodWords: 'may' },
      { status: 'condition_not_met', likelihoodWords: 'almost certain' },
      { status: 'unresolvable', likelihoodWords: 'probably' },
    );
    expect(scored).toMatchObject({ resolved: 2, void: 2, hitRate: null, brier: null, calibration: [] });
    expect(scored.hitRateIfOverdueFailed).toBeNull();
  });

  test('a flat “will” enters the hit rate alone', () => {
    const scored = figures(
      { status: 'came_true', likelihoodWords: 'will' },
      { status: 'did_not_come_true', likelihoodWords: 'is expected to' },
      { status: 'came_true' },
    );
    expect(scored.hitRate).toMatchObject({ count: 2, n: 3 });
    expect(scored.brier).toBeNull();
  });
});

describe('scores, by hand', () => {
  test('“probably” that came true and “unlikely” that did not happen', () => {
    // Kent: probably 63–87 %. Unlikely, turned to what was said: 60–80 %, and it came true.
    const { brier, hitRate } = figures(
      { status: 'came_true', likelihoodWords: 'probably' },
      { status: 'came_true', likelihoodWords: 'is unlikely to' },
    );
    expect(brier!.low).toBeCloseTo((0.13 ** 2 + 0.2 ** 2) / 2, 12);
    expect(brier!.mid).toBeCloseTo((0.25 ** 2 + 0.3 ** 2) / 2, 12);
    expect(brier!.high).toBeCloseTo((0.37 ** 2 + 0.4 ** 2) / 2, 12);
    expect(hitRate).toMatchObject({ count: 2, n: 2 });
  });

  test('a printed chance below even was right when nothing came of it; one of even is no hit and no miss', () => {
    const scored = figures(
      { status: 'did_not_come_true', probability: 0.3 },
      { status: 'came_true', likelihoodWords: 'fifty-fifty' },
    );
    expect(scored.hitRate).toMatchObject({ count: 1, n: 1 });
    expect(scored.brier!.mid).toBeCloseTo((0.09 + 0.25) / 2, 12);
  });

  test('what came true in part stands apart, and as bounds', () => {
    const scored = figures(
      { status: 'came_true', probability: 0.8 },
      { status: 'partly_true', probability: 0.7 },
    );
    expect(scored).toMatchObject({ resolved: 2, cameTrue: 1, partlyTrue: 1 });
    expect(scored.brier).toMatchObject({ n: 1 });
    expect(scored.brierWithPartial!.n).toBe(2);
    expect(scored.brierWithPartial!.low).toBeCloseTo((0.04 + 0.09) / 2, 12);
    expect(scored.brierWithPartial!.high).toBeCloseTo((0.04 + 0.49) / 2, 12);
    expect(scored.hitRate).toMatchObject({ count: 1, n: 1 });
    expect(scored.hitRateWithPartial).toEqual({ n: 2, low: 0.5, high: 1 });
  });

  test('if all that is overdue had failed', () => {
    const scored = figures(
      { status: 'came_true', probability: 0.9 },
      { status: 'pending', probability: 0.8, deadline: '2026-01-01' },
      { status: 'pending', probability: 0.2, deadline: '2026-01-01' },
      { status: 'pending', likelihoodWords: 'will', deadline: '2026-01-01' },
      { status: 'pending', likelihoodWords: 'may', deadline: '2026-01-01' },
    );
    expect(scored.hitRate).toMatchObject({ count: 1, n: 1 });
    expect(scored.hitRateIfOverdueFailed).toMatchObject({ count: 1, n: 4 });
    // 0.1², 0.8² for what did not come, and 0.8² for what came though only 20 % were given to it.
    expect(scored.brierIfOverdueFailed!.mid).toBeCloseTo((0.01 + 0.64 + 0.64) / 3, 12);
  });
});

describe('rows', () => {
  const many = (n: number, name: string, right: number): PredictionRow[] =>
    Array.from({ length: n }, (_, i) =>
      aPredictionRow({
        source: { id: `source-${name}`, name, type: 'person' },
        status: i < right ? 'came_true' : 'did_not_come_true',
        likelihoodWords: 'probably',
      }),
    );

  test(`nobody is ranked below n = ${SMALLEST_RANKED}`, () => {
    const { rows } = board([...many(10, 'Ada', 6), ...many(12, 'Ben', 9), ...many(9, 'Cleo', 9)]);
    expect(rows.map(({ label, rank }) => [label, rank])).toEqual([
      ['Ben', { hitRate: 1, brier: 1 }],
      ['Ada', { hitRate: 2, brier: 2 }],
      ['Cleo', { hitRate: null, brier: null }],
    ]);
  });

  test('equal records have equal ranks', () => {
    const { rows } = board([...many(10, 'Ada', 5), ...many(10, 'Ben', 5), ...many(10, 'Cleo', 2)]);
    expect(rows.map(({ rank }) => rank.brier)).toEqual([1, 1, 3]);
  });

  test('ranks are none in time', () => {
    const { rows } = board(many(12, 'Ada', 5), 'time');
    expect(rows).toMatchObject([{ label: '2026-Q1', rank: { hitRate: null, brier: null } }]);
  });

  test('anonymous sources stand alone, each with its article', () => {
    const source = (id: string) => ({ id, name: 'observers', type: 'anonymous' as const });
    const { rows } = board([
      aPredictionRow({ source: source('a') }),
      aPredictionRow({ source: source('b') }),
    ]);
    expect(rows.map(({ label, figures: { n }, article }) => [label, n, article !== null])).toEqual([
      ['observers', 1, true],
      ['observers', 1, true],
    ]);
  });

  test('a unit stands under each of its topics, and once in the total', () => {
    const { rows, total } = board([aPredictionRow({ tags: ['ferry', 'fares'] }), aPredictionRow()], 'topic');
    expect(rows.map(({ label, figures: { n } }) => [label, n])).toEqual([
      ['fares', 1],
      ['ferry', 1],
      [null, 1],
    ]);
    expect(total.n).toBe(2);
  });
});

test('the words that the scale does not hold are named, the most frequent first', () => {
  const rows = ['is expected to', 'on course', 'is expected to', 'will', 'probably'].map((likelihoodWords) =>
    aPredictionRow({ likelihoodWords }),
  );
  expect(board(rows).unscaledWords).toEqual([
    { words: 'is expected to', count: 2 },
    { words: 'on course', count: 1 },
  ]);
});

test('another scale gives another score, and never both', () => {
  const rows = [aPredictionRow({ status: 'came_true', likelihoodWords: 'likely' })];
  expect(board(rows, 'source', KENT_1964).total.brier!.mid).toBeCloseTo(0.0625, 12);
  expect(board(rows, 'source', ICD_203_2015).total.brier!.mid).toBeCloseTo(0.325 ** 2, 12);
});

test('for any predictions the counts add up, every bound holds, and the description of the API is right', () => {
  const row = fc
    .record({
      status: fc.constantFrom(...STATUSES.prediction),
      likelihoodWords: fc.constantFrom(null, 'will', 'may', 'probably', 'unlikely', '40 per cent', 'set to'),
      deadline: fc.constantFrom(null, '2026-01-01', '2027-01-01'),
      tags: fc.subarray(['ferry', 'fares']),
      source: fc.constantFrom(null, {
        id: '0195e000-0000-7000-8000-00000000000a',
        name: 'Ada',
        type: 'person' as const,
      }),
    })
    .map((given) =>
      aPredictionRow({
        ...given,
        article: {
          id: '0195e000-0000-7000-8000-00000000000b',
          title: 'The pier',
          publisher: null,
          publishedAt: '2026-03-01',
        },
      }),
    );
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 30 }),
      fc.constantFrom(...GROUPINGS),
      fc.constantFrom(...SHIPPED_SCALES),
      (rows, by, scale) => {
        const made = board(rows, by, scale);
        expect(() =>
          scoreboardSchema.parse({ ...made, by, asOf: null, knownAsOf: null, today: TODAY, scale }),
        ).not.toThrow();
        for (const { n, resolved, open, overdue, void: empty, brier, decomposition, hitRate } of [
          made.total,
          ...made.rows.map((one) => one.figures),
        ]) {
          expect(resolved + open + overdue + empty).toBe(n);
          expect(hitRate?.n ?? 0).toBeLessThanOrEqual(resolved);
          if (!brier) continue;
          expect(brier.low).toBeLessThanOrEqual(brier.mid + 1e-12);
          expect(brier.mid).toBeLessThanOrEqual(brier.high + 1e-12);
          expect(decomposition!.brier).toBeCloseTo(brier.mid, 12);
        }
        if (by === 'source' || by === 'time')
          expect(made.rows.reduce((sum, one) => sum + one.figures.n, 0)).toBe(made.total.n);
      },
    ),
  );
});
