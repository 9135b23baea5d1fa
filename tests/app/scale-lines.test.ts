import { expect, test } from 'vitest';
import {
  linesFromEntries,
  scaleFromLines,
} from '@/app/(workspace)/[workspace]/settings/_components/scale-lines';
import { SHIPPED_SCALES } from '@/lib/domain/shipped-scales';
import { codeOf, valueOf } from '@/tests/support/failure-code';

test.each(SHIPPED_SCALES.map((scale) => [scale.name, scale] as const))(
  '%s can be written and read back',
  (_, scale) => {
    const entries = scale.entries.map(({ words, low, high }) => ({ words: [...words], low, high }));
    expect(valueOf(scaleFromLines(linesFromEntries(entries)))).toEqual(entries);
  },
);

test('people write it in their own ways', () => {
  expect(valueOf(scaleFromLines('63-87 %: probable , likely\n\n 100: sure\n2,5 to 7: hardly'))).toEqual([
    { words: ['probable', 'likely'], low: 0.63, high: 0.87 },
    { words: ['sure'], low: 1, high: 1 },
    { words: ['hardly'], low: 0.025, high: 0.07 },
  ]);
});

test('a line that cannot be read is named by its number', () => {
  const outcome = scaleFromLines('63–87: probable\nlikely');
  expect(codeOf(outcome)).toBe('bad_line');
  expect(outcome.ok ? '' : outcome.error.message).toContain('Line 2');
});
