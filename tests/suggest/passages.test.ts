import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areSortedAndDisjoint } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { LONGEST_PASSAGE, passagesOf } from '@/lib/suggest/passages';

const passagesIn = (text: string): string[] => {
  const index = new TextIndex(text);
  return passagesOf(index, [{ start: 0, end: index.length, role: 'body' }]).map(({ start, end }) =>
    index.slice(start, end),
  );
};

describe('passagesOf', () => {
  test('a short paragraph is one passage, without the white space around it', () => {
    expect(passagesIn('  The quay is shut.  \n\n It will reopen. Mr. Brook said so.\n')).toEqual([
      'The quay is shut.',
      'It will reopen. Mr. Brook said so.',
    ]);
  });

  test('a long paragraph is cut between sentences, as few times as can be', () => {
    const sentence = (letter: string): string => `${letter.toUpperCase()}${letter.repeat(148)}.`;
    const [a, b, c] = [sentence('a'), sentence('b'), sentence('c')];
    expect(passagesIn(`${a} ${b} ${c}`)).toEqual([`${a} ${b}`, c]);
  });

  test('a sentence that is too long is cut between words', () => {
    const text = 'word '.repeat(200).trim();
    const found = passagesIn(text);
    expect(found.length).toBe(3);
    expect(found.join(' ')).toBe(text);
  });

  test('what the reading room hides, and who wrote it when, is left out', () => {
    const text = 'Menu\nThe quay is shut\nBy Ada Brook\nIt is.';
    const index = new TextIndex(text);
    const found = passagesOf(index, [
      { start: 0, end: 4, role: 'boilerplate' },
      { start: 5, end: 21, role: 'headline' },
      { start: 22, end: 34, role: 'byline' },
      { start: 35, end: 41, role: 'body' },
    ]);
    expect(found.map(({ start, end }) => index.slice(start, end))).toEqual(['The quay is shut', 'It is.']);
  });

  test('in any text they are in order, disjoint, short enough, and leave out nothing but white space', () => {
    const words = fc.constantFrom(
      'pier ',
      'It’s shut. ',
      'Why? ',
      '🌉',
      'é',
      '\n',
      '\n\n',
      'ש',
      'Dr. ',
      'x'.repeat(500),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const index = new TextIndex(parts.join(''));
        const spans = passagesOf(index, [{ start: 0, end: index.length, role: 'body' }]);
        if (spans.length > 0) expect(areSortedAndDisjoint(spans)).toBe(true);
        for (const { start, end } of spans) expect(end - start).toBeLessThanOrEqual(LONGEST_PASSAGE);
        const kept = spans.map(({ start, end }) => index.slice(start, end)).join('');
        expect(kept.replace(/\s/g, '')).toBe(index.text.replace(/\s/g, ''));
      }),
    );
  });
});
