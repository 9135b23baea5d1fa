import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HeldValues, HeldWords } from '@/lib/export/held-cells';

const MOST = 40;
const word = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'rents', '\ufeffrents', 'No. 1 📈'));
const cell = fc.oneof(word, fc.constantFrom(null, undefined));

test('words come back as they were put in, group after group, and what is missing is null', () =>
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: MOST }), { maxLength: 4 }), (groups) => {
      const held = new HeldWords(MOST);
      for (const cells of groups) {
        for (const each of cells) held.add(each);
        expect(held.cells()).toEqual(cells.map((each) => each?.toWellFormed() ?? null));
        held.clear();
      }
    }),
  ));

test('a lone surrogate becomes the sign for what cannot be shown', () => {
  const held = new HeldWords(1);
  held.add('a\ud800b');
  expect(held.cells()).toEqual(['a\ufffdb']);
});

test('numbers and truth values come back too, without those of an earlier group', () => {
  const held = new HeldValues();
  for (const each of [1, null, 0.5, true]) held.add(each);
  expect(held.cells()).toEqual([1, null, 0.5, true]);
  held.clear();
  held.add(undefined);
  expect(held.cells()).toEqual([null]);
});
