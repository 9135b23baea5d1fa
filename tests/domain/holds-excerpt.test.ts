import { expect, test } from 'vitest';
import { fileTypeOf } from '@/lib/domain/file-type';
import { holdsExcerpt } from '@/lib/domain/holds-excerpt';

const TEXT =
  'The harbour office said on Monday:\n\n“The ferry ran — it was full… and late.”  Nobody asked why.';

test.each([
  ['the very words', 'The harbour office said on Monday', true],
  ['other quotation marks, hyphens and white space', '"the ferry ran - it was  full', true],
  ['an ellipsis for what was left out', 'The harbour office … it was full ... Nobody asked', true],
  ['parts in another order', 'Nobody asked … The harbour office', false],
  ['another word', 'The harbour office said on Tuesday', false],
  ['nothing but an ellipsis', '…', false],
  ['nothing', '  ', false],
])('an excerpt of %s', (_, excerpt, is) => expect(holdsExcerpt(TEXT, excerpt)).toBe(is));

test.each([
  ['%PDF-1.7\n', 'application/pdf'],
  ['<!DOCTYPE html><p>Hello', 'text/html'],
  ['\ufeff  <html lang="en">', 'text/html'],
  ['Minutes of the council: < 5 present', 'text/plain'],
  ['\u0000\u0001PK', null],
  ['GIF89a\u0001\u0000', null],
])('a file that begins with %j is %s, whatever its name', (words, type) =>
  expect(fileTypeOf(new TextEncoder().encode(words))).toBe(type),
);
