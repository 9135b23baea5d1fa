import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { easterOf } from '@/lib/domain/calendar-day';
import { horizonFromWords, type SaidOn } from '@/lib/domain/horizon';

/** A Wednesday. */
const SAID: SaidOn = { publishedAt: '2025-10-15', precision: 'day', basis: 'stated' };

const read = (words: string, said: SaidOn = SAID): string => {
  const horizon = horizonFromWords(words, said);
  if (!horizon) return 'not read';
  if (!horizon.deadline) return 'no day';
  return `${horizon.earliest ?? ''}..${horizon.deadline} ${horizon.basis}`;
};

describe('words of time, read on Wednesday 15 October 2025', () => {
  test.each([
    // days
    ['today', '2025-10-15..2025-10-15 inferred'],
    ['tonight', '2025-10-15..2025-10-15 inferred'],
    ['tomorrow', '2025-10-16..2025-10-16 inferred'],
    ['tomorrow evening', '2025-10-16..2025-10-16 inferred'],
    ['the day after tomorrow', '2025-10-17..2025-10-17 inferred'],
    ['on Friday', '2025-10-17..2025-10-17 inferred'],
    ['this Friday', '2025-10-17..2025-10-17 inferred'],
    ['on Tuesday', '2025-10-21..2025-10-21 inferred'],
    ['on Wednesday', '2025-10-15..2025-10-15 inferred'],
    ['next Friday', '2025-10-24..2025-10-24 inferred'],
    ['Friday of next week', '2025-10-24..2025-10-24 inferred'],
    ['by Monday', '..2025-10-20 inferred'],
    ['before Friday', '..2025-10-16 inferred'],
    ['the 20th', '2025-10-20..2025-10-20 inferred'],
    // dates
    ['by May 9', '..2026-05-09 stated'],
    ['by 9 May', '..2026-05-09 stated'],
    ['on 3 June 2026', '2026-06-03..2026-06-03 stated'],
    ['on June 3rd, 2026', '2026-06-03..2026-06-03 stated'],
    ['by 2026-02-28', '..2026-02-28 stated'],
    ['on Nov. 4', '2025-11-04..2025-11-04 stated'],
    ['before 1 January 2027', '..2026-12-31 stated'],
    ['between 5 and 10 May', '2026-05-05..2026-05-10 stated'],
    ['from 28 October to 3 November', '2025-10-28..2025-11-03 stated'],
    ['May 5-10', '2026-05-05..2026-05-10 stated'],
    // weeks
    ['this week', '2025-10-15..2025-10-19 inferred'],
    ['later this week', '2025-10-16..2025-10-19 inferred'],
    ['next week', '2025-10-20..2025-10-26 inferred'],
    ['by next week', '2025-10-19..2025-10-26 inferred'],
    ['early next week', '2025-10-20..2025-10-22 inferred'],
    ['late next week', '2025-10-24..2025-10-26 inferred'],
    ['the week after next', '2025-10-27..2025-11-02 inferred'],
    ['this weekend', '2025-10-18..2025-10-19 inferred'],
    ['by the end of the week', '..2025-10-19 inferred'],
    // months
    ['this month', '2025-10-15..2025-10-31 inferred'],
    ['next month', '2025-11-01..2025-11-30 inferred'],
    ['by the end of the month', '..2025-10-31 inferred'],
    ['at the end of next month', '2025-11-30..2025-11-30 inferred'],
    ['in early November', '2025-11-01..2025-11-10 stated'],
    ['in mid-November', '2025-11-11..2025-11-20 stated'],
    ['in late November', '2025-11-21..2025-11-30 stated'],
    ['in March', '2026-03-01..2026-03-31 stated'],
    ['in March 2027', '2027-03-01..2027-03-31 stated'],
    ['by March', '2026-02-28..2026-03-31 stated'],
    ['in May or June', '2026-05-01..2026-06-30 stated'],
    ['next May', '2026-05-01..2026-05-31 inferred'],
    // years
    ['this year', '2025-10-15..2025-12-31 inferred'],
    ['later this year', '2025-10-16..2025-12-31 inferred'],
    ['by the end of the year', '..2025-12-31 inferred'],
    ['by year’s end', '..2025-12-31 inferred'],
    ['before the end of the year', '..2025-12-31 inferred'],
    ['by year-end', '..2025-12-31 inferred'],
    ['next year', '2026-01-01..2026-12-31 inferred'],
    ['early next year', '2026-01-01..2026-03-31 inferred'],
    ['early in the next year', '2026-01-01..2026-03-31 inferred'],
    ['in the middle of next year', '2026-05-01..2026-08-31 inferred'],
    ['in late 2026', '2026-10-01..2026-12-31 stated'],
    ['in 2026', '2026-01-01..2026-12-31 stated'],
    ['by 2030', '2029-12-31..2030-12-31 stated'],
    ['before 2027', '..2026-12-31 stated'],
    ['in the first half of 2026', '2026-01-01..2026-06-30 stated'],
    ['in the second half of next year', '2026-07-01..2026-12-31 inferred'],
    ['in the third quarter of 2026', '2026-07-01..2026-09-30 stated'],
    ['in Q2 2026', '2026-04-01..2026-06-30 stated'],
    ['by the end of the decade', '..2029-12-31 inferred'],
    ['in the 2030s', '2030-01-01..2039-12-31 stated'],
    // seasons and feasts
    ['this winter', '2025-12-01..2026-02-28 inferred'],
    ['next spring', '2026-03-01..2026-05-31 inferred'],
    ['this summer', '2026-06-01..2026-08-31 inferred'],
    ['in the summer of 2027', '2027-06-01..2027-08-31 stated'],
    ['before the summer', '..2026-05-31 inferred'],
    ['by Christmas', '..2025-12-25 inferred'],
    ['before Christmas', '..2025-12-24 inferred'],
    ['by Easter', '..2026-04-05 inferred'],
    ['in the new year', '2026-01-01..2026-03-31 inferred'],
    // stretches counted from the article
    ['within two months', '..2025-12-15 inferred'],
    ['in three weeks', '..2025-11-05 inferred'],
    ['within 24 hours', '..2025-10-16 inferred'],
    ['within a year', '..2026-10-15 inferred'],
    ['in a year’s time', '..2026-10-15 inferred'],
    ['in half a year', '..2026-04-15 inferred'],
    ['over the next ten days', '..2025-10-25 inferred'],
    ['in the next 12 months', '..2026-10-15 inferred'],
    ['over the coming year', '2025-10-16..2026-10-15 inferred'],
    ['in three to five years', '2028-10-15..2030-10-15 inferred'],
    ['two weeks from now', '..2025-10-29 inferred'],
    ['in the coming days', '2025-10-16..2025-10-22 inferred'],
    ['within days', '2025-10-16..2025-10-22 inferred'],
    ['in the coming weeks', '2025-10-16..2025-11-12 inferred'],
    ['in a few months', '2025-10-16..2026-04-15 inferred'],
    ['in the years ahead', '2025-10-16..2030-10-15 inferred'],
    ['in a couple of weeks', '2025-10-16..2025-10-29 inferred'],
    ['in a fortnight', '..2025-10-29 inferred'],
    // no day
    ['soon', 'no day'],
    ['any moment', 'no day'],
    ['in the near future', 'no day'],
    ['before the election', 'no day'],
    ['after the war', 'no day'],
    ['once the talks end', 'no day'],
    ['as early as next week', 'no day'],
    ['not before May', 'no day'],
    ['after May 9', 'no day'],
    ['until the ceasefire', 'no day'],
    // among other words, and other writing
    ['will open next week, he said', '2025-10-20..2025-10-26 inferred'],
    ['“NEXT WEEK”', '2025-10-20..2025-10-26 inferred'],
    ['probably by the end of June', '..2026-06-30 stated'],
    ['it may rain', 'not read'],
    ['the mayor', 'not read'],
    ['31 February', 'not read'],
  ])('%s: %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});

describe('words of time, read on Saturday 10 January 2026', () => {
  const said: SaidOn = { publishedAt: '2026-01-10', precision: 'day', basis: 'stated' };
  test.each([
    // farther than anybody would wait
    ['in 1000000000 days', 'no day'],
    ['in 3000000 days', 'no day'],
    ['in 10000 years', 'no day'],
    ['in 3 to 10000 years', 'no day'],
    ['in 10000 to 3 years', 'no day'],
    ['by 10000 years from now', 'no day'],
    ['it will last in 10000 years, he said', 'no day'],
    [`in ${'9'.repeat(190)} days`, 'no day'],
    ['in 10 000 years', 'no day'],
    ['in 1,000 years', '..3026-01-10 inferred'],
    // what is not about two numbers
    ['in about two weeks', '..2026-01-24 inferred'],
    ['in less than two weeks', '..2026-01-24 inferred'],
    ['in no more than about two weeks', '..2026-01-24 inferred'],
    // a part whose neighbours change what it says
    ['within 30 days of signing', 'no day'],
    ['within 30 days of 9 May', 'no day'],
    ['a year after the election', 'no day'],
    ['two weeks before the vote', 'no day'],
    ['two weeks before 9 May', 'no day'],
    ['30 days from the verdict', 'no day'],
    ['some time after next week', 'no day'],
    ['it will open after next week, he said', 'no day'],
    ['it will open on or after 9 May', 'no day'],
    ['next week or whenever it is ready', 'no day'],
    ['he said so two years ago', 'not read'],
    ['not before next week, he said', 'no day'],
    ['it will come not before next week', 'not read'],
    ['it takes at least two years', 'not read'],
    ['in one hundred and twenty days', 'not read'],
    ['within a year or two', '2027-01-10..2028-01-10 inferred'],
    ['in the next year or two', '2027-01-10..2028-01-10 inferred'],
    ['over the next year or so', '2026-01-11..2027-01-10 inferred'],
    ['by 2030 or so', '2029-12-31..2030-12-31 stated'],
    ['on 1 May 2027 or earlier', '2027-05-01..2027-05-01 stated'],
    ['on 1 May 2027 or later', 'no day'],
    ['either in 2027 or in 2028', '2027-01-01..2028-12-31 stated'],
    ['this spring or next', 'no day'],
    ['in a week or two weeks', '2026-01-17..2026-01-24 inferred'],
    ['in a year or 2030', '2027-01-10..2030-12-31 inferred'],
    ['this week or next', '2026-01-10..2026-01-18 inferred'],
    ['it opens this week or next, he said', '2026-01-10..2026-01-18 inferred'],
    ['late this year or early next', '2026-10-01..2027-03-31 inferred'],
    ['by May or June', '2026-04-30..2026-06-30 stated'],
    ['in the spring of next year', '2027-03-01..2027-05-31 inferred'],
    ['in the summer of this year', '2026-06-01..2026-08-31 inferred'],
    ['in the coming weeks and months', '2026-01-11..2026-07-10 inferred'],
    ['it takes 1.5 years, he said', '..2027-07-10 inferred'],
    ['will open next week, before the fair', '2026-01-12..2026-01-18 inferred'],
    // one day is any day; one thousand is one number
    ['one day', 'no day'],
    ['some day', 'no day'],
    ['it will one day collapse', 'not read'],
    ['within one day', '..2026-01-11 inferred'],
    ['in one day’s time', '..2026-01-11 inferred'],
    ['within 1,000 days', '..2028-10-06 inferred'],
    ['within 1 000 days', '..2028-10-06 inferred'],
    ['within 1\u2009000 days', '..2028-10-06 inferred'],
    ['in 1,000 to 2,000 days', '2028-10-06..2031-07-03 inferred'],
    ['by May 9 2026', '..2026-05-09 stated'],
    ['by May 9, 2026', '..2026-05-09 stated'],
    // before, and on it
    ['on or before 9 May', '..2026-05-09 stated'],
    ['at or before 9 May', '..2026-05-09 stated'],
    ['in or before May', '2026-04-30..2026-05-31 stated'],
    ['he will go on or before 9 May', '..2026-05-09 stated'],
    ['before 9 May', '..2026-05-08 stated'],
    // nothing to be expected any more
    ['before Saturday', 'no day'],
    ['before January', 'no day'],
    ['before the winter', 'no day'],
    ['it will close before Saturday, he said', 'no day'],
    ['by 2024', 'no day'],
    ['by then', 'no day'],
    ['until then', 'no day'],
    // without the article
    ['by end of 2026', '..2026-12-31 stated'],
    ['by end of May', '..2026-05-31 stated'],
    ['before end of May', '..2026-05-31 stated'],
    ['by end of year', '..2026-12-31 inferred'],
    ['by end of month', '..2026-01-31 inferred'],
    ['by end-of-year', '..2026-12-31 inferred'],
    ['by start of 2027', '2026-12-31..2027-03-31 stated'],
    ['by the beginning of 2027', '2026-12-31..2027-03-31 stated'],
    ['by mid-June', '2026-06-10..2026-06-20 stated'],
    ['by mid June', '2026-06-10..2026-06-20 stated'],
    ['by middle of June', '2026-06-10..2026-06-20 stated'],
    ['work will start next week', '2026-01-12..2026-01-18 inferred'],
  ])('%s: %s', (words, expected) => {
    expect(read(words, said)).toBe(expected);
  });
});

test.each([
  ['2025-10-17', 'before Friday'],
  ['2025-12-10', 'before December'],
  ['2025-07-10', 'before the summer'],
])('on %s nothing can be due “%s” any more', (publishedAt, words) => {
  const horizon = horizonFromWords(words, { publishedAt, precision: 'day', basis: 'stated' });
  expect(horizon).toMatchObject({ deadline: null, latest: null, basis: null });
  expect(horizon?.reason).toContain('before the article');
});

test('of an article of a whole month only what every day of it has behind it is over', () => {
  const said: SaidOn = { publishedAt: '2025-12-01', precision: 'month', basis: 'stated' };
  expect(read('before December', said)).toBe('no day');
  expect(read('by 9 December 2025', said)).toBe('..2025-12-09 stated');
});

test('early next year ends on 31 March, whatever the day', () => {
  expect(read('early next year', { ...SAID, publishedAt: '2025-12-31' })).toBe(
    '2026-01-01..2026-03-31 inferred',
  );
  expect(read('early next year', { ...SAID, publishedAt: '2026-01-01' })).toBe(
    '2027-01-01..2027-03-31 inferred',
  );
});

test('what gives no day says why', () => {
  expect(horizonFromWords('before the election', SAID)?.reason).toBe(
    'it hangs on “the election”, which has no date here: write a deadline once it has one',
  );
  const reasons = [
    ['soon', '“soon” gives no day'],
    ['One day', '“one day” gives no day'],
    ['in 10000 years', 'it is more than 1,000 years ahead, which is no deadline'],
    ['by 10000 years from now', 'it is more than 1,000 years ahead, which is no deadline'],
    [
      'within 30 days of signing',
      'it hangs on “signing”, which has no date here: write a deadline once it has one',
    ],
    ['by then', 'it hangs on “then”, which has no date here: write a deadline once it has one'],
    [
      'within 30 days of 9 May',
      'it is counted from another day than the article’s (“of 9 may”): work the day out and write it',
    ],
  ];
  for (const [words, reason] of reasons) expect(horizonFromWords(words!, SAID)?.reason).toBe(reason);
});

describe('an article whose date is not known to the day', () => {
  test('of a month: the deadline may lie anywhere that its days allow, and the last one counts', () => {
    const horizon = horizonFromWords('within two weeks', {
      ...SAID,
      publishedAt: '2025-10-01',
      precision: 'month',
    });
    expect(horizon).toMatchObject({
      deadline: '2025-11-14',
      basis: 'inferred',
      uncertainty: { earliest: '2025-10-15', latest: '2025-11-14' },
    });
    expect(horizon?.reason).toContain('only the month is known');
  });

  test('of a year: “next year” is certain all the same', () => {
    expect(
      horizonFromWords('next year', { ...SAID, publishedAt: '2025-01-01', precision: 'year' }),
    ).toMatchObject({
      deadline: '2026-12-31',
      uncertainty: null,
    });
  });

  test('that was concluded: a few days either side', () => {
    expect(horizonFromWords('within ten days', { ...SAID, basis: 'inferred' })).toMatchObject({
      deadline: '2025-10-28',
      uncertainty: { earliest: '2025-10-22', latest: '2025-10-28' },
    });
    expect(horizonFromWords('by 9 May 2026', { ...SAID, basis: 'inferred' })).toMatchObject({
      deadline: '2026-05-09',
      basis: 'stated',
      uncertainty: null,
    });
  });

  test('without any date only what the words print is read', () => {
    const undated: SaidOn = { publishedAt: null, precision: null, basis: null };
    expect(read('by 9 May 2026', undated)).toBe('..2026-05-09 stated');
    expect(read('in 2026', undated)).toBe('2026-01-01..2026-12-31 stated');
    expect(horizonFromWords('next week', undated)).toMatchObject({
      deadline: null,
      reason: 'the article has no date from which these words could be counted',
    });
    expect(read('by May 9', undated)).toBe('no day');
  });
});

test('any words at all: either nothing is read, or the days are in order', () => {
  const word = fc.constantFrom(
    ...'by before in on next this early late the end of week month year may friday 9 2026 two three to and or within days spring'.split(
      ' ',
    ),
  );
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), day, fc.string({ maxLength: 30 }), (words, said, noise) => {
      for (const phrase of [words.join(' '), noise]) {
        const publishedAt = said.toISOString().slice(0, 10);
        const horizon = horizonFromWords(phrase, { publishedAt, precision: 'day', basis: 'stated' });
        if (!horizon?.deadline) continue;
        expect(horizon.deadline).toMatch(/^\d{4}-\d\d-\d\d$/);
        expect((horizon.earliest ?? horizon.deadline) <= horizon.deadline).toBe(true);
        expect(horizon.deadline >= publishedAt).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe('reading never fails', () => {
  const VOCABULARY =
    'in about around within by before after or on at and of the a an next this late early mid end start half first quarter one two year years month weeks days day decades 1,000 99999999 9999999999999999 0 0.5 2026 9999 0000-01-01 9999-12-31 2999-12-31 may march spring friday winter then latest less than no more between from to couple few coming today new year’s eve century q2 ago -'.split(
      ' ',
    );
  const saidOn = fc.record<SaidOn>({
    publishedAt: fc.constantFrom(null, '0000-01-01', '0001-02-03', '1850-02-28', '2024-02-29', '9999-12-31'),
    precision: fc.constantFrom('day', 'month', 'year'),
    basis: fc.constantFrom('stated', 'inferred'),
  });
  const number = fc.oneof(fc.nat().map(String), fc.bigInt({ min: 0n }).map(String));
  const phrase = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...VOCABULARY) }, number), { maxLength: 14 })
    .map((words) => words.join(' '));
  const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), phrase);

  test('at any words, numbers and days of the article', () => {
    fc.assert(
      fc.property(any, saidOn, (words, said) => {
        const horizon = horizonFromWords(words, said);
        if (!horizon?.deadline) return;
        expect(horizon.deadline).toMatch(/^\d{4}-\d\d-\d\d$/);
        if (horizon.earliest) expect(horizon.earliest).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    'in about ',
    'in around ',
    'in ',
    'at the latest ',
    'some time ',
    'early ',
    'a couple of ',
    '1 or 2 ',
    '1,000 ',
    'first half of ',
  ])('and it ends, on “%s” forty times', (words) => {
    expect(() => horizonFromWords(`${words.repeat(40)}x`, SAID)).not.toThrow();
    expect(() => horizonFromWords(`${words.repeat(40).slice(0, 190)}x`, SAID)).not.toThrow();
    expect(horizonFromWords(words.repeat(200_000), SAID)).toBeNull();
  });
});

test('Easter, as the almanacs have it', () => {
  expect([2019, 2024, 2025, 2026, 2038].map(easterOf)).toEqual([
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]);
});
