import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralizedCell, originalCell } from '@/lib/export/formula';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\rwords',
  '\nwords',
  '  =1+1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff@x',
  '＝1',
  '－2',
])('%j is neutralised', (cell) => {
  expect(neutralizedCell(cell)).toBe(`'${cell}`);
});

test.each([
  '',
  'plain',
  '1-2',
  '5 per cent',
  "'tis so",
  '"=1"',
  '— so he said',
  '（=1）',
  '[{"exact":"=1"}]',
])('%j stays as it is', (cell) => {
  expect(neutralizedCell(cell)).toBe(cell);
});

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\r', '\n', 'a', '\u200b'), { maxLength: 6 })
    .map((characters) => characters.join('')),
);

test('what was neutralised can be restored', () => {
  fc.assert(fc.property(cells, (cell) => originalCell(neutralizedCell(cell)) === cell));
});

test('no neutralised cell begins with a trigger, spaces or not', () => {
  fc.assert(fc.property(cells, (cell) => !/^(?:[\t\r\n]|\s*[=+\-@])/.test(neutralizedCell(cell))));
});
