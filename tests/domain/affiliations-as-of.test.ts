import { describe, expect, test } from 'vitest';
import { affiliationInWords, affiliationsAsOf, byAffiliationTime } from '@/lib/domain/affiliations-as-of';
import { firstDayOf, isPartialDay, lastDayOf } from '@/lib/domain/partial-day';

describe('a date that is known in part', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-12', '2023-12-01', '2023-12-31'],
    ['2023-12-24', '2023-12-24', '2023-12-24'],
  ])('%s lies between %s and %s', (date, first, last) => {
    expect(isPartialDay(date)).toBe(true);
    expect([firstDayOf(date), lastDayOf(date)]).toEqual([first, last]);
  });

  test.each(['24', '0000', '2024-00', '2024-13', '2024-02-30', '2024-1', '2024-01-1', 'May 2024', ''])(
    '“%s” is none',
    (text) => expect(isPartialDay(text)).toBe(false),
  );
});

describe('as of a day', () => {
  const minister = {
    id: 'a',
    role: 'defence minister',
    organisation: null,
    from: '2012-11',
    until: '2024-05',
  };
  const secretary = {
    id: 'b',
    role: 'council secretary',
    organisation: 'Security Council',
    from: '2024-05',
    until: null,
  };
  const all = [minister, secretary];
  const roles = (day: string | null) => affiliationsAsOf(all, day).map(({ role }) => role);

  test('what held then, and both in the month in which one gave way to the other', () => {
    expect(roles('2012-10-31')).toEqual([]);
    expect(roles('2024-04-30')).toEqual(['defence minister']);
    expect(roles('2024-05-20')).toEqual(['defence minister', 'council secretary']);
    expect(roles('2024-06-01')).toEqual(['council secretary']);
    expect(roles(null)).toEqual(['council secretary']);
  });

  test('the latest first, in words', () => {
    const words = (date: string): string => date;
    expect([...all].sort(byAffiliationTime).map((each) => affiliationInWords(each, words))).toEqual([
      'council secretary, Security Council, since 2024-05',
      'defence minister, 2012-11 to 2024-05',
    ]);
    expect(affiliationInWords({ ...minister, from: null }, words)).toBe('defence minister, until 2024-05');
    expect(affiliationInWords({ ...minister, from: null, until: null }, words)).toBe('defence minister');
  });
});
