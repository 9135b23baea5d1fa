import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lanesOf, type Markable, segmentsOf } from '@/lib/domain/segments';
import { areSortedAndDisjoint, overlaps, type Span } from '@/lib/domain/span';

const BLOCK: Span = { start: 10, end: 60 };

/** `a 12-20` as a markable: the readable way to write fixtures here. */
const marks = (...lines: string[]): Markable[] =>
  lines.map((line) => {
    const [id, ...spans] = line.split(' ');
    return {
      id: id!,
      spans: spans.map((span) => {
        const [start, end] = span.split('-').map(Number);
        return { start: start!, end: end! };
      }),
    };
  });

const shown = (markables: Markable[]): string[] =>
  segmentsOf(BLOCK, markables).map(({ start, end, active, opens }) =>
    `${start}-${end} ${active.join('')}${opens.length ? ` +${opens.join('')}` : ''}`.trim(),
  );

describe('segmentsOf', () => {
  test('a block without annotations is one segment', () => {
    expect(shown([])).toEqual(['10-60']);
  });

  test('nested annotations: the outer one comes first', () => {
    expect(shown(marks('a 20-40', 'b 25-30'))).toEqual([
      '10-20',
      '20-25 a +a',
      '25-30 ab +b',
      '30-40 a',
      '40-60',
    ]);
  });

  test('crossing annotations', () => {
    expect(shown(marks('a 10-30', 'b 20-60'))).toEqual(['10-20 a +a', '20-30 ab +b', '30-60 b']);
  });

  test('one that began in an earlier block has no marker here', () => {
    expect(shown(marks('a 0-20'))).toEqual(['10-20 a', '20-60']);
  });

  test('only the first stretch of several has a marker', () => {
    expect(shown(marks('a 15-20 30-35'))).toEqual(['10-15', '15-20 a +a', '20-30', '30-35 a', '35-60']);
  });

  test('two over the same words', () => {
    expect(shown(marks('a 20-30', 'b 20-30'))).toEqual(['10-20', '20-30 ab +ab', '30-60']);
  });
});

const markables = fc
  .array(
    fc.uniqueArray(fc.nat(80), { minLength: 2, maxLength: 6 }).map((points) => {
      const sorted = points.sort((a, b) => a - b);
      const spans: Span[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2) spans.push({ start: sorted[i]!, end: sorted[i + 1]! });
      return spans;
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((spans, i) => ({ id: `a${i}`, spans })));

describe('for any annotations', () => {
  test('segments cover the block without gap or overlap, and know exactly who covers them', () => {
    fc.assert(
      fc.property(markables, (all) => {
        const segments = segmentsOf(BLOCK, all);
        expect(areSortedAndDisjoint(segments)).toBe(true);
        expect(segments[0]!.start).toBe(BLOCK.start);
        expect(segments.at(-1)!.end).toBe(BLOCK.end);
        for (const [i, segment] of segments.entries()) {
          if (i > 0) expect(segment.start).toBe(segments[i - 1]!.end);
          const covering = all
            .filter(({ spans }) => spans.some((span) => overlaps(span, segment)))
            .map(({ id }) => id);
          expect([...segment.active].sort()).toEqual(covering.sort());
        }
      }),
    );
  });

  test('each marker stands in the block where its annotation begins, once', () => {
    fc.assert(
      fc.property(markables, (all) => {
        const opened = [
          { start: 0, end: 30 },
          { start: 30, end: 81 },
        ].flatMap((block) => segmentsOf(block, all).flatMap(({ opens }) => opens));
        expect(opened.sort()).toEqual(
          all
            .filter(({ spans }) => spans.length > 0)
            .map(({ id }) => id)
            .sort(),
        );
      }),
    );
  });

  test('two annotations that overlap never share a lane', () => {
    fc.assert(
      fc.property(markables, (all) => {
        const lanes = lanesOf(all);
        const reach = ({ spans }: Markable): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end });
        for (const a of all)
          for (const b of all)
            if (a.id < b.id && a.spans.length && b.spans.length && overlaps(reach(a), reach(b)))
              expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
      }),
    );
  });
});
