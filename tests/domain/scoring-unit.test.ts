import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyGroups } from '@/lib/domain/copy-groups';
import { endOfDayIn } from '@/lib/domain/end-of-day';
import { rowsKnownAsOf } from '@/lib/domain/known-rows';
import { dayAfter, dayIn } from '@/lib/domain/prediction';
import { type PredictionRow, scoringUnits } from '@/lib/domain/scoring-unit';
import type { Source } from '@/lib/domain/source';
import { STATUSES } from '@/lib/domain/vocabulary';
import { aPredictionRow } from '@/tests/support/prediction-rows';

const article = (id: string, publishedAt: string | null = '2026-03-01', publisher = 'The Gull') => ({
  id,
  title: id,
  publisher,
  publishedAt,
});
const observers = (id: string): Source => ({ id, name: 'observers', type: 'anonymous' });
const words = 'The pier will open in May';

describe('proposition × source × date', () => {
  test('the same words of the same source on the same day are one unit, in whatever case and punctuation', () => {
    const units = scoringUnits([
      aPredictionRow({ words, article: article('a') }),
      aPredictionRow({
        words: '“the pier will open, in May”',
        article: article('b', '2026-03-01', 'The Tern'),
      }),
    ]);
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({ outlets: ['The Gull', 'The Tern'], saidOn: '2026-03-01' });
  });

  test('another day, another source or other words are another unit', () => {
    const rows = [
      aPredictionRow({ words }),
      aPredictionRow({ words, article: article('later', '2026-03-02') }),
      aPredictionRow({ words, source: { id: 'source-ida', name: 'Ida Fenwick', type: 'person' } }),
      aPredictionRow({ words: 'The pier will not open in May' }),
    ];
    expect(scoringUnits(rows)).toHaveLength(4);
  });

  test('a proposition joins different words, and tells equal ones apart', () => {
    const rows = [
      aPredictionRow({ propositionId: 'opening', words: 'It opens in May' }),
      aPredictionRow({ propositionId: 'opening', words }),
      aPredictionRow({ propositionId: 'another pier', words }),
    ];
    expect(
      scoringUnits(rows)
        .map(({ annotationIds }) => annotationIds.length)
        .sort(),
    ).toEqual([1, 2]);
  });

  test('a wire story that papers ran on two days was said once, on the first', () => {
    const rows = ['2026-03-02', '2026-03-01', '2026-03-03'].map((day, i) =>
      aPredictionRow({ words, article: article(`copy ${i}`, day, `Paper ${i}`), copyGroup: 'wire' }),
    );
    const [unit, ...others] = scoringUnits(rows);
    expect(others).toEqual([]);
    expect(unit).toMatchObject({ saidOn: '2026-03-01', article: { id: 'copy 1' } });
    expect(unit!.outlets).toHaveLength(3);
  });
});

describe('anonymous sources', () => {
  test('of two articles are never pooled, whatever they are called', () => {
    const rows = ['a', 'b'].map((id) =>
      aPredictionRow({ words, source: observers(id), article: article(id) }),
    );
    const units = scoringUnits(rows);
    expect(new Set(units.map(({ sourceKey }) => sourceKey)).size).toBe(2);
  });

  test('of copies of one story are the same mention', () => {
    const rows = ['a', 'b'].map((id) =>
      aPredictionRow({ words, source: observers(id), article: article(id), copyGroup: 'wire' }),
    );
    expect(scoringUnits(rows)).toHaveLength(1);
  });

  test('nor are those whom nobody named', () => {
    const rows = [aPredictionRow({ words, source: null }), aPredictionRow({ words, source: null })];
    expect(new Set(scoringUnits(rows).map(({ sourceKey }) => sourceKey)).size).toBe(2);
  });
});

describe('what a unit says of its rows', () => {
  test('the latest decision holds, and a copy that nobody judged does not undo it', () => {
    const same = { words, article: article('a') };
    const [unit] = scoringUnits([
      aPredictionRow({ ...same, status: 'came_true', decidedAt: '2026-05-01T00:00:00.000Z' }),
      aPredictionRow({ ...same, status: 'did_not_come_true', decidedAt: '2026-05-02T00:00:00.000Z' }),
      aPredictionRow({ ...same, status: 'pending' }),
    ]);
    expect(unit!.status).toBe('did_not_come_true');
  });

  test('any rows, in any order, make the same units, and each row lies in exactly one', () => {
    const row = fc
      .record({
        words: fc.constantFrom('It will rain', 'It will not rain', 'it will rain.'),
        source: fc.constantFrom<Source | null>(null, observers('x'), observers('y'), {
          id: 'noor',
          name: 'Noor Valk',
          type: 'person',
        }),
        article: fc.constantFrom(article('a'), article('b', '2026-03-02'), article('c', null)),
        status: fc.constantFrom(...STATUSES.prediction),
      })
      .map((given) =>
        aPredictionRow({ ...given, copyGroup: given.article.id === 'b' ? 'a' : given.article.id }),
      );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const units = scoringUnits(rows);
        expect(scoringUnits([...rows].reverse())).toEqual(units);
        expect(units.flatMap(({ annotationIds }) => annotationIds).sort()).toEqual(
          rows.map(({ annotationId }) => annotationId).sort(),
        );
        expect(new Set(units.map(({ key }) => key)).size).toBe(units.length);
      }),
    );
  });
});

describe('near-copies', () => {
  test('hang together by pairs', () => {
    const groups = copyGroups([
      ['c', 'd'],
      ['a', 'b'],
      ['b', 'c'],
      ['x', 'y'],
    ]);
    expect(Object.fromEntries(groups)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'a', x: 'x', y: 'x' });
  });

  test('are grouped the same in whatever order the pairs come', () => {
    const pair = fc.tuple(fc.constantFrom(...'abcdefgh'), fc.constantFrom(...'abcdefgh'));
    const asObject = (pairs: [string, string][]) => new Map([...copyGroups(pairs)].sort());
    fc.assert(
      fc.property(fc.array(pair), (pairs) => {
        expect(asObject([...pairs].reverse())).toEqual(asObject(pairs));
        for (const [a, b] of pairs) expect(copyGroups(pairs).get(a)).toBe(copyGroups(pairs).get(b));
      }),
    );
  });
});

describe('as known on a day', () => {
  const known = (rows: PredictionRow[], day: string, timeZone = 'UTC') =>
    rowsKnownAsOf(rows, day, timeZone).map(({ status }) => status);
  const row = aPredictionRow({ status: 'came_true', outcomeKnownAt: '2026-05-01' });
  test('an outcome counts from the day it became known', () => {
    expect(known([row], '2026-04-30')).toEqual(['pending']);
    expect(known([row], '2026-05-01')).toEqual(['came_true']);
  });
  test('one without a date counts from the day of its recording, which begins where the workspace is', () => {
    const undated = { ...row, outcomeKnownAt: null, decidedAt: '2026-05-01T22:30:00.000Z' };
    expect(known([undated], '2026-05-01', 'UTC')).toEqual(['came_true']);
    expect(known([undated], '2026-05-01', 'Europe/Berlin')).toEqual(['pending']);
    expect(known([undated], '2026-05-02', 'Europe/Berlin')).toEqual(['came_true']);
  });
  test('what was said later is not there', () => {
    expect(known([row], '2026-02-28')).toEqual([]);
  });
});

test('a day ends with its last millisecond in its own time zone, summer time or not', () => {
  expect(endOfDayIn('UTC', '2026-03-01').toISOString()).toBe('2026-03-01T23:59:59.999Z');
  expect(endOfDayIn('Europe/Berlin', '2026-03-29').toISOString()).toBe('2026-03-29T21:59:59.999Z');
  expect(endOfDayIn('Pacific/Kiritimati', '2026-03-01').toISOString()).toBe('2026-03-01T09:59:59.999Z');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom(
        'America/St_Johns',
        'Asia/Kathmandu',
        'Australia/Lord_Howe',
        'Pacific/Niue',
        'Asia/Seoul',
      ),
      (days, zone) => {
        const day = dayAfter('1995-01-01', days);
        const end = endOfDayIn(zone, day);
        expect(dayIn(zone, end) <= day).toBe(true);
        expect(dayIn(zone, new Date(end.getTime() + 1)) > day).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});
