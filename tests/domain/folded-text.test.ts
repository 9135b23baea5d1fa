import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText } from '@/lib/domain/folded-text';

describe('folded words', () => {
  test.each([
    ['Café  DÉJÀ\nvu', 'cafe deja vu'],
    ['“Zoë’s” – quay', '"zoe\'s" - quay'],
    ['шко́ла', 'школа'],
    ['שָׁלוֹם', 'שלום'],
    ['half\u00adway', 'halfway'],
    ['  ', ''],
  ])('%j is looked for as %j', (given, folded) => expect(foldedText(given)).toBe(folded));

  test('are the same however accents are composed, and folding twice changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldedText(text.normalize('NFD'))).toBe(foldedText(text.normalize('NFC')));
        expect(foldedText(foldedText(text))).toBe(foldedText(text));
      }),
    ));
});
