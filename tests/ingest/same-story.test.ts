import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearlySameTitle } from '@/lib/ingest/same-story';

describe('isNearlySameTitle', () => {
  it.each([
    ['River talks end without a deal', 'River talks end without a deal'],
    ['River talks end without a deal', 'RIVER TALKS END WITHOUT A DEAL!'],
    ['River talks end without a deal, ministers say', 'River talks end without a deal, officials say'],
    ['UPDATE 2-River talks end without a deal', 'River talks end without a deal'],
    ['(LEAD) River talks end without a deal', 'River talks end without a deal'],
    ['River talks end without a deal | The Quayside Courier', 'River talks end without a deal'],
    ['Mayor’s office burns', "Mayor's office burns"],
    ['港町の小さな水族館が百周年', '港町の小さな水族館が、百周年'],
  ])('takes %j and %j for one story', (a, b) => {
    expect(isNearlySameTitle(a, b)).toBe(true);
  });

  it.each([
    ['War in the north: day 45', 'War in the north: day 46'],
    ['Minister says she will resign in May', 'Minister says she will not resign in May'],
    ['Rain on Monday', 'Rain on Tuesday'],
    ['River talks end without a deal', 'Harbour bridge to close for a month'],
    ['', ''],
    ['!', '?'],
  ])('keeps %j and %j apart', (a, b) => {
    expect(isNearlySameTitle(a, b)).toBe(false);
  });

  it('is symmetric', () => {
    const words = fc.array(fc.constantFrom('rain', 'no', '3', 'river', 'talks', 'end', '-', '|'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(isNearlySameTitle(a.join(' '), b.join(' '))).toBe(isNearlySameTitle(b.join(' '), a.join(' ')));
      }),
    );
  });
});
