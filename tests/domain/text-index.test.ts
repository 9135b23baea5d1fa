import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTEXT, excerptOf } from '@/lib/domain/excerpt';
import { TextIndex } from '@/lib/domain/text-index';

const FAMILY = '👩‍👩‍👧';

describe('TextIndex', () => {
  test('counts code points, not code units or graphemes', () => {
    expect(new TextIndex('abc').length).toBe(3);
    expect(new TextIndex(FAMILY).length).toBe(5);
    expect(new TextIndex('e\u0301').length).toBe(2);
    expect(new TextIndex('漢字 עברית').length).toBe(8);
  });

  test('an offset inside a surrogate pair counts as its start', () => {
    const index = new TextIndex('a🎉b');
    expect([0, 1, 2, 3, 4].map((unit) => index.codePointFromUnit(unit))).toEqual([0, 1, 1, 2, 3]);
  });

  test('converts both ways as spreading the string does, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const index = new TextIndex(text);
        const points = [...text];
        expect(index.length).toBe(points.length);
        let unit = 0;
        for (let i = 0; i <= points.length; i++) {
          expect(index.unitFromCodePoint(i)).toBe(unit);
          expect(index.codePointFromUnit(unit)).toBe(i);
          unit += points[i]?.length ?? 0;
        }
      }),
    );
  });

  test('slices by code points, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(30), (text, a, b) => {
        const points = [...text];
        const [start, end] = [Math.min(a, b, points.length), Math.min(Math.max(a, b), points.length)];
        expect(new TextIndex(text).slice(start, end)).toBe(points.slice(start, end).join(''));
      }),
    );
  });
});

test('an excerpt is the words and what stands around them', () => {
  const index = new TextIndex(`${'x'.repeat(40)}🎉the pier${'y'.repeat(5)}`);
  expect(excerptOf(index, { start: 41, end: 49 })).toEqual({
    exact: 'the pier',
    prefix: `${'x'.repeat(CONTEXT - 1)}🎉`,
    suffix: 'yyyyy',
  });
});
