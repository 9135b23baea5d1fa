import { describe, expect, test } from 'vitest';
import { suggestedSpans } from '@/lib/domain/suggested-spans';
import { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';

/** What is suggested at the `|` of a text, its stretches joined by an ellipsis. */
function suggested(marked: string, kind: Kind = 'claim'): string {
  const at = [...marked].indexOf('|');
  const index = new TextIndex(marked.replace('|', ''));
  return suggestedSpans(index, at, kind)
    .map(({ start, end }) => index.slice(start, end))
    .join(' … ');
}

describe('the sentence at the caret', () => {
  test('from within, from its first word, and after the last one', () => {
    expect(suggested('Fares rose. The ferry |sank on Mr. Voss. Nobody minds.')).toBe(
      'The ferry sank on Mr. Voss.',
    );
    expect(suggested('Fares rose. |The ferry sank.')).toBe('The ferry sank.');
    expect(suggested('Fares rose.| The ferry sank.')).toBe('The ferry sank.');
    expect(suggested('Fares rose.|\n\nThe ferry sank.')).toBe('Fares rose.');
  });

  test('ends with its line, as a headline does', () => {
    expect(suggested('Council to |vote on the new ferry\nBy Noor Valk of the Gull\nFares rose.')).toBe(
      'Council to vote on the new ferry',
    );
  });

  test('counts code points', () => {
    expect(suggested('🎉🎉 opens. The 🎉 |pier opens.')).toBe('The 🎉 pier opens.');
  });

  test('is empty in a text without words', () => {
    expect(suggestedSpans(new TextIndex(' \n'), 0, 'claim')).toEqual([]);
  });
});

describe('for a quote', () => {
  test('what is quoted around the caret, over its sentences, with the marks', () => {
    expect(suggested('“It leaks. It |always did,” said Pike. Fares rose.', 'quote')).toBe(
      '“It leaks. It always did,”',
    );
    expect(suggested('He said "it |leaks" and left.', 'quote')).toBe('"it leaks"');
    expect(suggested('The "sun|shine" policy ended.', 'quote')).toBe('"sunshine"');
  });

  test('what the sentence quotes, when the caret stands beside it', () => {
    expect(suggested('|Pike said: “It leaks like a sieve.” Fares rose.', 'quote')).toBe(
      '“It leaks like a sieve.”',
    );
  });

  test('both stretches that the cue interrupts', () => {
    expect(suggested('|“The old ferry leaks,” said Pike, “and so does the new one.”', 'quote')).toBe(
      '“The old ferry leaks,” … “and so does the new one.”',
    );
  });

  test('the sentence where nothing or one word is quoted', () => {
    expect(suggested('|The ferry leaks, Pike said. “No,” he added.', 'quote')).toBe(
      'The ferry leaks, Pike said.',
    );
    expect(suggested('|The “sunshine” policy ended, he said.', 'quote')).toBe(
      'The “sunshine” policy ended, he said.',
    );
  });
});
