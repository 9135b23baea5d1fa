import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeEdge } from '@/lib/domain/grapheme-edge';
import { areSortedAndDisjoint } from '@/lib/domain/span';
import { snappedSpan, snappedSpans } from '@/lib/domain/span-snap';
import { TextIndex } from '@/lib/domain/text-index';
import { marked } from '../support/marked';

/** The words that a reader gets who selected from `<a>` to `</a>`. */
function snapped(source: string, toWords = true): string | null {
  const { text, spans } = marked(source);
  const index = new TextIndex(text);
  const span = snappedSpan(index, spans.a!, toWords);
  return span && index.slice(span.start, span.end);
}

describe('to words', () => {
  test.each([
    ['The s<a>ky is gr</a>een today.', 'sky is green'],
    ['The <a>sky is green</a> today.', 'sky is green'],
    ['The<a> sky is green </a>today.', 'sky is green'],
    ['It do<a>es</a>n’t rain.', 'doesn’t'],
    ['They paid 4,0<a>0</a>0.50 in all.', '4,000.50'],
    ['“S<a>ure,” she sai</a>d.', 'Sure,” she said'],
    ['<a>“Sure,”</a> she said.', '“Sure,”'],
    ['a\n<a>\nsky\n</a>\nb', 'sky'],
  ])('%s', (source, words) => expect(snapped(source)).toBe(words));

  test('Chinese, which has no spaces', () => {
    expect(snapped('天空今天是绿<a>色的</a>。')).toBe('绿色的');
  });

  test('Arabic and Hebrew', () => {
    expect(snapped('قال الو<a>زير إن السم</a>اء خضراء')).toBe('الوزير إن السماء');
    expect(snapped('השמ<a>יים יר</a>וקים')).toBe('השמיים ירוקים');
  });

  test('only where asked for: else to the letter', () => {
    expect(snapped('The s<a>ky is gr</a>een today.', false)).toBe('ky is gr');
  });
});

describe('to graphemes', () => {
  const cut = (text: string, start: number, end: number): string | null => {
    const index = new TextIndex(text);
    const span = snappedSpan(index, { start, end }, false);
    return span && index.slice(span.start, span.end);
  };

  test('a family of joined emoji stays together', () => {
    const family = '\u{1F469}\u200d\u{1F469}\u200d\u{1F467}';
    expect(cut(`a ${family} b`, 4, 5)).toBe(family);
    expect(cut(`a ${family} b`, 0, 3)).toBe(`a ${family}`);
  });

  test('a flag, a skin tone, a keycap', () => {
    expect(cut('\u{1F1EB}\u{1F1F7}', 0, 1)).toBe('\u{1F1EB}\u{1F1F7}');
    expect(cut('\u{1F44D}\u{1F3FD}', 1, 2)).toBe('\u{1F44D}\u{1F3FD}');
    expect(cut('1\ufe0f\u20e3', 0, 1)).toBe('1\ufe0f\u20e3');
  });

  test('combining marks stay with their letter', () => {
    expect(cut('cafe\u0301 bar', 0, 4)).toBe('cafe\u0301');
    expect(cut('किताब', 1, 2)).toBe('कि');
  });
});

describe('what is no words', () => {
  test('white space, nothing, and places beyond the text', () => {
    const index = new TextIndex('a  b');
    expect(snappedSpan(index, { start: 1, end: 3 }, true)).toBeNull();
    expect(snappedSpan(index, { start: 2, end: 2 }, true)).toBeNull();
    expect(snappedSpan(index, { start: 9, end: 20 }, true)).toBeNull();
    expect(snappedSpan(index, { start: -5, end: 20 }, true)).toEqual({ start: 0, end: 4 });
  });

  test('zero-width space, word joiner and byte order mark at the ends', () => {
    expect(snapped('a <a>\u200b\ufeffsky\u2060</a> b')).toBe('sky');
  });
});

describe('hidden stretches', () => {
  const { text, spans } = marked('<a>The sky is <h>Read more: subscribe</h> green today</a>.');
  const index = new TextIndex(text);

  test('fall out of the selection', () => {
    const found = snappedSpans(index, spans.a!, { toWords: true, hidden: [spans.h!] });
    expect(found.map((span) => index.slice(span.start, span.end))).toEqual(['The sky is', 'green today']);
  });

  test('leave nothing of a selection within them', () => {
    const within = { start: spans.h!.start + 2, end: spans.h!.end - 2 };
    expect(snappedSpans(index, within, { toWords: true, hidden: [spans.h!] })).toEqual([]);
  });
});

test('whatever is selected of whatever text: whole graphemes, within the text, trimmed, and snapping again changes nothing', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  const words = fc.array(
    fc.constantFrom('sky ', 'grün', ' ', '\n', '👩‍👩‍👧', 'é', '天空', 'ירוק', '4,000', 'don’t', '-'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        words.map((parts) => parts.join('')),
      ),
      fc.nat(80),
      fc.nat(80),
      fc.boolean(),
      fc.array(fc.nat(80), { maxLength: 4 }),
      (source, from, length, toWords, edges) => {
        const index = new TextIndex(source);
        const sorted = [...new Set(edges)].sort((a, b) => a - b);
        const hidden = sorted.length < 2 ? [] : [{ start: sorted[0]!, end: sorted[1]! }];
        const span = snappedSpan(index, { start: from, end: from + length }, toWords);
        if (span) {
          const unit = (at: number) => index.unitFromCodePoint(at);
          expect(isGraphemeEdge(source, unit(span.start))).toBe(true);
          expect(isGraphemeEdge(source, unit(span.end))).toBe(true);
          expect(span.end).toBeLessThanOrEqual(index.length);
          expect(snappedSpan(index, span, toWords)).toEqual(span);
        }
        const spans = snappedSpans(index, { start: from, end: from + length }, { toWords: false, hidden });
        if (spans.length > 0) expect(areSortedAndDisjoint(spans)).toBe(true);
      },
    ),
  );
});
