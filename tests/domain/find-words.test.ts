import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '@/lib/domain/find-words';
import { sentenceSpanOf } from '@/lib/domain/sentence-span';
import { TextIndex } from '@/lib/domain/text-index';
import { marked } from '../support/marked';

function found(source: string, words: string) {
  const { text, spans } = marked(source);
  return { hits: findWords(new TextIndex(text), words), spans: Object.values(spans) };
}

describe('finding words', () => {
  test.each([
    ['as they stand', 'The <a>pin cracked</a> at dawn.', 'pin cracked'],
    ['in another case', '🌊 The <a>Pin Cracked</a> at dawn.', 'pin CRACKED'],
    ['across a line end', 'The <a>pin\n  cracked</a> at dawn.', 'pin cracked'],
    ['with typed quotation marks', 'He said <a>“it’s gone”</a> twice.', '"it\'s gone"'],
    ['with quotation marks that the text lacks', 'It was <a>quite gone</a>.', '“quite gone”'],
    ['with a typed dash and dots', 'Rain <a>– and then…</a>', '- and then...'],
    ['with signs of a pattern', 'It cost <a>$4.2 (or more)</a>?', '$4.2 (or more)'],
    ['twice', '<a>Rain</a>, then <b>rain</b>.', 'rain'],
  ])('%s', (_, source, words) => {
    const { hits, spans } = found(source, words);
    expect(hits).toEqual(spans);
  });

  test('finds nothing for blanks and for words that are not there', () => {
    const index = new TextIndex('The pin cracked. It cost 4x2.');
    expect(findWords(index, '  ')).toEqual([]);
    expect(findWords(index, '""')).toEqual([]);
    expect(findWords(index, '4.2')).toEqual([]);
  });

  test('never cuts a letter from its accent, nor an emoji', () => {
    const index = new TextIndex('The cafe\u0301 👩‍👩‍👧 opens.');
    const words = (typed: string) => findWords(index, typed).map(({ start, end }) => index.slice(start, end));
    expect(words('cafe')).toEqual(['cafe\u0301']);
    expect(words('\u0301')).toEqual(['e\u0301']);
    expect(words('👩')).toEqual(['👩‍👩‍👧']);
  });

  test('finds every stretch of a text in itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (words, around) => {
          fc.pre(words.trim() !== '');
          const index = new TextIndex(`${around} ${words} ${around}`);
          expect(findWords(index, words).length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test('the sentence of a span is measured in code points', () => {
  const { text, spans } = marked('🌊 came. <a>The <b>pin</b> 🔩 cracked.</a> So it goes.');
  expect(sentenceSpanOf(new TextIndex(text), spans.b!)).toEqual(spans.a);
});
