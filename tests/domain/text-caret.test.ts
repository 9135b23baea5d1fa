import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeEdge } from '@/lib/domain/grapheme-edge';
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
  const units: Record<string, CaretUnit> = {
    c: 'character',
    w: 'word',
    s: 'sentence',
    p: 'paragraph',
    e: 'edge of paragraph',
    t: 'edge of text',
  };
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

  test('to the start and the end of the paragraph and of the text', () => {
    const green = TEXT.indexOf('green');
    expect(moved('<e', green).at).toBe(0);
    expect(moved('>e', green).at).toBe(TEXT.indexOf('\n'));
    expect(moved('>e >e', green).at).toBe(TEXT.indexOf('\n'));
    expect(moved('<t', TEXT.indexOf('said')).at).toBe(0);
    expect(moved('>t', green).at).toBe(TEXT.trimEnd().length);
    expect(wordAfter('>e')).toBe('Voss');
  });

  test('by character, over the end of a line in one step', () => {
    expect(wordAfter('>c')).toBe('h');
    expect(wordAfter('>c >c >c')).toBe(' ');
    expect(wordAfter('>c >c >c >c')).toBe('sky');
    expect(wordAfter('>c', TEXT.indexOf('\n'))).toBe('Nobody');
    expect(moved('<c', TEXT.indexOf('Nobody')).at).toBe(TEXT.indexOf('\n'));
    expect(moved('<c').at).toBe(0);
  });

  test('to the edge of what is shown', () => {
    const hidden = [
      { start: 0, end: TEXT.indexOf('It') },
      { start: TEXT.indexOf('Nobody'), end: TEXT.length },
    ];
    expect(moved('<t', 30, hidden).at).toBe(TEXT.indexOf('It'));
    expect(moved('>t', 30, hidden).at).toBe(TEXT.indexOf('\n'));
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

  test('to the letter, from within a word to within another', () => {
    expect(selected('>w >c >>c >>c')).toBe('ky');
    expect(selected('>w >c >>w >>w')).toBe('ky is');
    expect(selected('>w >>w <<c')).toBe('sk');
    expect(selected('>w >>e')).toBe('sky is green. It rained on Mr. Voss.');
    expect(selected('>>t')).toBe(TEXT.trim());
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

test('by character through whatever text: every place is between two graphemes, and so is the way back', () => {
  const parts = fc.array(
    fc.constantFrom('a', ' ', '\n', '👩‍👩‍👧', 'e\u0301', '🇫🇷', '天', 'ש', 'كِ', 'कि', '\r\n', '1\ufe0f\u20e3'),
    { maxLength: 15 },
  );
  fc.assert(
    fc.property(parts, (given) => {
      const any = new TextIndex(given.join(''));
      const step = (at: number, direction: 'forward' | 'back') =>
        caretAfter(any, { at, anchor: null }, { unit: 'character', direction, extends: false }).at;
      const walk = (from: number, direction: 'forward' | 'back'): number[] => {
        const places = [from];
        for (let at = step(from, direction); at !== places.at(-1); at = step(at, direction)) places.push(at);
        return places;
      };
      const places = walk(0, 'forward');
      const back = walk(places.at(-1)!, 'back');
      for (const at of [...places, ...back])
        expect(isGraphemeEdge(any.text, any.unitFromCodePoint(at))).toBe(true);
      expect(any.slice(0, back.at(-1)!).trim()).toBe('');
    }),
  );
});
