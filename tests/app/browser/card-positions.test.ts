import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardPositions } from '@/app/(workspace)/[workspace]/articles/[article]/_margin/card-positions';

const GAP = 10;
const cards = fc.array(
  fc.record({ height: fc.integer({ min: 1, max: 300 }), anchor: fc.integer({ min: 0, max: 4_000 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);
const sorted = (list: { height: number; anchor: number }[]) => {
  const anchors = list.map(({ anchor }) => anchor).sort((a, b) => a - b);
  return { heights: list.map(({ height }) => height), anchors };
};

describe('cardPositions', () => {
  it('leaves cards at their words where there is room', () => {
    expect(cardPositions([40, 40, 40], [0, 100, 300], null, GAP)).toEqual([0, 100, 300]);
  });

  it('pushes two that collide apart by the same amount', () => {
    expect(cardPositions([40, 40], [100, 100], null, GAP)).toEqual([75, 125]);
  });

  it('keeps the active one at its words and moves the others', () => {
    expect(cardPositions([40, 40, 40], [100, 100, 100], 1, GAP)).toEqual([50, 100, 150]);
  });

  it('moves the active one down when those above it need the room', () => {
    expect(cardPositions([40, 40, 40], [0, 0, 0], 2, GAP)).toEqual([0, 50, 100]);
  });

  it('has nothing to place in an empty margin', () => {
    expect(cardPositions([], [], null, GAP)).toEqual([]);
    expect(cardPositions([], [], 0, GAP)).toEqual([]);
  });

  it('never lets cards overlap, change their order or leave the margin', () => {
    fc.assert(
      fc.property(cards, fc.option(fc.nat()), (list, pick) => {
        const { heights, anchors } = sorted(list);
        const tops = cardPositions(heights, anchors, pick === null ? null : pick % list.length, GAP);
        expect(tops).toHaveLength(list.length);
        expect(tops[0]).toBeGreaterThanOrEqual(0);
        for (let i = 1; i < tops.length; i++)
          expect(tops[i]! - tops[i - 1]!).toBeGreaterThanOrEqual(heights[i - 1]! + GAP - 1e-6);
      }),
    );
  });

  it('puts the active card exactly at its words unless those above fill the margin', () => {
    fc.assert(
      fc.property(cards, fc.nat(), (list, pick) => {
        const { heights, anchors } = sorted(list);
        const active = pick % list.length;
        const above = heights.slice(0, active).reduce((sum, height) => sum + height + GAP, 0);
        const tops = cardPositions(heights, anchors, active, GAP);
        expect(tops[active]).toBeCloseTo(Math.max(anchors[active]!, above), 6);
      }),
    );
  });
});
