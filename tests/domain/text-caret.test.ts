import { describe, expect, test } from 'vitest';
import {
  caretAfter,
  type CaretMove,
  caretSpan,
  type CaretUnit,
  type TextCaret,
  wordAtCaret,
} from '@/lib/domain/text-caret';
import { TextIndex } from '@/lib/domain/text-index';

const TEXT = 'The sky is green. It rained on Mr. Voss.\n\nNobody minds — “at all”, she said.\n';
const index = new TextIndex(TEXT);

/** The caret after moves, written `>w` (forward by word), `<s` (back by sentence), `>>p` (selecting by paragraph). */
function moved(keys: string, from = 0, hidden: { start: number; end: number }[] = []): TextCaret {
  const units: Record<string, CaretUnit> = { w: 'word', s: 'sentence', p: 'paragraph' };
  return keys.split(' ').reduce<TextCaret>(
    (caret, key) => {
      const move: CaretMove = {
        unit: units[key.at(-1)!]!,
        direction: key.startsWith('>') ? 'forward' : 'back',
        extends: key.length === 3,
      };
      return caretAfter(index, caret, move, hidden);
    },
    { at: from, anchor: null },
  );
}
const selected = (keys: string, from = 0): string => {
  const span = caretSpan(moved(keys, from));
  return span ? index.slice(span.start, span.end) : '';
};
const wordAfter = (keys: string, from = 0, hidden: { start: number; end: number }[] = []): string => {
  const word = wordAtCaret(index, moved(keys, from, hidden))!;
  return index.slice(word.start, word.end);
};

describe('moving', () => {
  test('by word, over signs and across paragraphs', () => {
    expect(wordAfter('>w')).toBe('sky');
    expect(wordAfter('>w >w <w')).toBe('sky');
    expect(wordAfter('>w', TEXT.indexOf('Voss'))).toBe('Nobody');
    expect(wordAfter('<w', TEXT.indexOf('Nobody'))).toBe('Voss');
    expect(wordAfter('>w', TEXT.indexOf('minds'))).toBe('at');
  });

  test('by sentence, not fooled by an abbreviation', () => {
    expect(wordAfter('>s')).toBe('It');
    expect(wordAfter('>s >s')).toBe('Nobody');
    expect(wordAfter('>s >s <s')).toBe('It');
  });

  test('by paragraph', () => {
    expect(wordAfter('>p')).toBe('Nobody');
    expect(wordAfter('>p <p')).toBe('The');
    expect(wordAfter('<p', TEXT.indexOf('green'))).toBe('The');
  });

  test('stops at both ends of the text', () => {
    expect(moved('<w <s <p').at).toBe(0);
    const end = moved('>w', TEXT.indexOf('said'));
    expect(end.at).toBe(TEXT.indexOf('said'));
  });

  test('steps over what is hidden', () => {
    const hidden = [{ start: TEXT.indexOf('It'), end: TEXT.indexOf('Nobody') }];
    expect(wordAfter('>s', 0, hidden)).toBe('Nobody');
  });
});

describe('selecting', () => {
  test('whole words', () => {
    expect(selected('>w >>w >>w')).toBe('sky is');
    expect(selected('>w >>w >>w <<w')).toBe('sky ');
  });

  test('whole sentences and paragraphs', () => {
    expect(selected('>>s')).toBe('The sky is green.');
    expect(selected('>>s >>s')).toBe('The sky is green. It rained on Mr. Voss.');
    expect(selected('>>p >>p')).toBe(TEXT.trim());
  });

  test('ends with a move that does not select', () => {
    expect(selected('>w >>w >w')).toBe('');
  });
});

test('long white space and text beyond the Basic Multilingual Plane', () => {
  const far = new TextIndex(`\u{1F600} sky${' '.repeat(5_000)}\n${'\n'.repeat(2_000)}green`);
  let caret: TextCaret = { at: 2, anchor: null };
  for (let i = 0; i < 20; i++)
    caret = caretAfter(far, caret, { unit: 'word', direction: 'forward', extends: false });
  const word = wordAtCaret(far, caret)!;
  expect(far.slice(word.start, word.end)).toBe('green');
});
