import { describe, expect, test } from 'vitest';
import { thresholdSchema } from '@/lib/domain/threshold';
import { measureHints } from '@/lib/domain/threshold-hints';
import { measureInWords, thresholdInWords } from '@/lib/domain/threshold-words';

describe('what the words suggest', () => {
  test.each([
    ['inflation will rise by more than 3 per cent', '> 3 %'],
    ['at least 10,000 people will come', '>= 10000 people'],
    ['no fewer than twelve ferries', '>= 12 ferries'],
    ['up to 40 houses', '<= 40 houses'],
    ['it will cost under $5 million', '< 5000000 $'],
    ['between 2 and 3 million visitors', 'between 2000000 3000000 visitors'],
    ['between 2% and 3%', 'between 2 3 %'],
    ['a turnout of 70 percent or more', '>= 70 %'],
    ['fewer than three boats', '< 3 boats'],
    ['exactly 7 votes', '= 7 votes'],
    ['over 1.5 percentage points', '> 1.5 percentage points'],
    ['more than 5,000 by May', '> 5000 -'],
    ['in 2026 the pier will open', 'none'],
    ['it will be late', 'none'],
    ['he is 40', 'none'],
  ])('%s: %s', (words, expected) => {
    const { threshold } = measureHints(words);
    const read = threshold
      ? [threshold.comparator, threshold.value, threshold.upper, threshold.unit ?? '-']
          .filter((part) => part !== null)
          .join(' ')
      : 'none';
    expect(read).toBe(expected);
  });

  test.each([
    ['the ferry will not run', 'will_not'],
    ['it won’t open', 'will_not'],
    ['they will never agree', 'will_not'],
    ['is unlikely to open', 'will_not'],
    ['the ferry will run', 'will'],
    ['is expected to open', 'will'],
    ['the pier', undefined],
  ])('%s: %s', (words, polarity) => {
    expect(measureHints(words).polarity?.value).toBe(polarity);
  });
});

describe('a threshold', () => {
  const parsed = (given: object) => thresholdSchema.safeParse({ quantity: 'visitors', ...given });

  test('needs an upper end for a range, and for a range alone', () => {
    expect(parsed({ comparator: '>=', value: 4 }).success).toBe(true);
    expect(parsed({ comparator: '>=', value: 4, upper: 5 }).success).toBe(false);
    expect(parsed({ comparator: 'between', value: 4 }).success).toBe(false);
    expect(parsed({ comparator: 'between', value: 4, upper: 4 }).success).toBe(false);
    expect(parsed({ comparator: 'between', value: 4, upper: 5 }).success).toBe(true);
    expect(parsed({ comparator: '≥', value: 4 }).success).toBe(false);
    expect(parsed({ comparator: '>', value: 4, quantity: ' ' }).success).toBe(false);
  });

  test('is read as a sentence would say it', () => {
    const words = (given: object) => thresholdInWords(parsed(given).data!).replaceAll('\u00a0', ' ');
    expect(words({ comparator: '>=', value: 4000, unit: 'people' })).toBe('at least 4,000 people');
    expect(words({ comparator: '>', value: 3, unit: '%' })).toBe('more than 3 %');
    expect(words({ comparator: '<', value: 5_000_000, unit: '$' })).toBe('less than $5,000,000');
    expect(words({ comparator: 'between', value: 2, upper: 3, unit: 'boats' })).toBe('between 2 and 3 boats');
    expect(words({ comparator: 'between', value: 2, upper: 3, unit: '%' })).toBe('between 2 % and 3 %');
    expect(words({ comparator: '=', value: 7 })).toBe('exactly 7');
    const threshold = parsed({ comparator: '>=', value: 4000, unit: 'people' }).data!;
    expect(measureInWords({ polarity: 'will_not', threshold })?.replaceAll('\u00a0', ' ')).toBe(
      'will not · visitors: at least 4,000 people',
    );
    expect(measureInWords({ polarity: null, threshold: null })).toBeNull();
  });
});
