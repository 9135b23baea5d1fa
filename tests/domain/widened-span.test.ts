import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeEdge } from '@/lib/domain/grapheme-edge';
import { contains } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { widenedSpan } from '@/lib/domain/widened-span';

const TEXT = 'Quay news\n\nThe boat sails. It was late on Monday. Nobody knew.\n\nThe end.\n';
const index = new TextIndex(TEXT);
const around = (words: string) => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const widened = (span: { start: number; end: number }): string | null => {
  const found = widenedSpan(index, span);
  return found && `${found.to}: ${index.slice(found.span.start, found.span.end)}`;
};

describe('first the sentence, then the paragraph, then no more', () => {
  const paragraph = 'The boat sails. It was late on Monday. Nobody knew.';

  test('from words', () => {
    expect(widened(around('was late'))).toBe('sentence: It was late on Monday.');
    expect(widened(around('It was late on Monday.'))).toBe(`paragraph: ${paragraph}`);
    expect(widened(around(paragraph))).toBeNull();
  });

  test('over two sentences', () => {
    expect(widened(around('sails. It'))).toBe('sentence: The boat sails. It was late on Monday.');
  });

  test('from a caret: within a word, between two sentences, behind the last word, on an empty line', () => {
    const at = (where: number) => widened({ start: where, end: where });
    expect(at(TEXT.indexOf('ate on'))).toBe('sentence: It was late on Monday.');
    expect(at(TEXT.indexOf(' It was'))).toMatch(/^sentence: (The boat sails|It was late on Monday)\.$/);
    expect(at(around('knew.').end)).toBe('sentence: Nobody knew.');
    expect(at(TEXT.indexOf('\n\n') + 1)).toBeNull();
  });
});

test('whatever the text and the place: it grows, stays within the text, and never cuts a grapheme', () => {
  const parts = fc.array(
    fc.constantFrom('sky ', 'It is. ', '\n', '👩‍👩‍👧 ', 'é', '天空。', 'ירוק. ', 'قال ', '“No?” ', 'Mr. '),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(parts, fc.nat(60), fc.nat(20), (words, start, length) => {
      const text = new TextIndex(words.join(''));
      const span = { start: Math.min(start, text.length), end: Math.min(start + length, text.length) };
      const found = widenedSpan(text, span);
      if (!found) return;
      expect(contains(span, found.span)).toBe(false);
      for (const at of [found.span.start, found.span.end])
        expect(isGraphemeEdge(text.text, text.unitFromCodePoint(at))).toBe(true);
      const again = widenedSpan(text, found.span);
      expect(again === null || !contains(found.span, again.span)).toBe(true);
    }),
  );
});
