import { expect, test } from 'vitest';
import { sizeInWords } from '@/app/_marks/release-words';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1.0 kB'],
  [9_940, '9.9 kB'],
  [12_345, '12 kB'],
  [99_600, '100 kB'],
  [123_456_789, '123 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
