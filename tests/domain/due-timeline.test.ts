import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '@/lib/domain/calendar-day';
import { dueLayout, MOST_BARS } from '@/lib/domain/due-timeline';

const TODAY = '2026-11-22';
const due = (deadline: string, earliest: string | null = null, id = deadline) => ({ id, deadline, earliest });

test('a bar reaches from the first to the last day of what is named; a deadline alone is one day', () => {
  const { bars, range, today } = dueLayout([due('2026-11-30'), due('2026-12-31', '2026-12-01')], TODAY);
  expect(range).toEqual({ from: '2026-11-20', to: '2027-01-02' });
  const days = 44;
  expect(bars.map(({ start, end }) => [Math.round(start * days), Math.round(end * days)])).toEqual([
    [10, 11],
    [11, 42],
  ]);
  expect(Math.round(today! * days)).toBe(2);
});

test('what is far off is counted, so that it does not press the rest together', () => {
  const { bars, later, earlier } = dueLayout(
    [due('2025-01-01'), due('2026-11-30'), due('2039-12-31')],
    TODAY,
  );
  expect([bars.length, earlier, later]).toEqual([1, 1, 1]);
  expect(dueLayout([due('2039-12-31')], TODAY, { from: '2039-01-01', to: '2039-12-31' }).bars).toHaveLength(
    1,
  );
});

test('many are gathered by week or by month, and none is lost', () => {
  const soon = Array.from({ length: MOST_BARS + 6 }, (_, i) => due(daysAfter(TODAY, i), null, String(i)));
  const weekly = dueLayout(soon, TODAY);
  expect(weekly.bars).toEqual([]);
  expect(weekly.clusters[0]).toMatchObject({ from: '2026-11-16', to: '2026-11-22', count: 1 });
  expect(weekly.clusters[1]).toMatchObject({ from: '2026-11-23', to: '2026-11-29', count: 7 });
  const monthly = dueLayout(
    Array.from({ length: 40 }, (_, i) => due(daysAfter(TODAY, 10 * i), null, String(i))),
    TODAY,
  );
  expect(monthly.clusters[0]).toMatchObject({ from: '2026-11-01', to: '2026-11-30', count: 1 });
  expect(monthly.clusters.reduce((sum, { count }) => sum + count, 0)).toBe(40);
});

test('whatever falls due: all stands on the line, in order, with few ticks', () => {
  const day = fc.integer({ min: -400, max: 9000 }).map((days) => daysAfter(TODAY, days));
  const item = fc
    .tuple(day, fc.nat(400))
    .map(([deadline, before]) => due(deadline, daysAfter(deadline, -before)));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 60 }), (items) => {
      const sorted = items.sort((a, b) => (a.deadline < b.deadline ? -1 : 1));
      const { bars, clusters, ticks, later, earlier } = dueLayout(sorted, TODAY);
      for (const { start, end } of [...bars, ...clusters]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(1);
      }
      const shown = bars.length + clusters.reduce((sum, { count }) => sum + count, 0);
      expect(shown + later + earlier).toBe(items.length);
      expect(ticks.length).toBeLessThanOrEqual(10);
    }),
  );
});
