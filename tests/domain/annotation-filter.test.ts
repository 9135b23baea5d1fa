import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnnotationFilter,
  addressOfFilter,
  filterFromQuery,
  isFilterKey,
  NO_FILTER,
  partsApart,
  partsFromSearch,
} from '@/lib/domain/annotation-filter';
import { wordsSought } from '@/lib/domain/words-sought';
import { aFilterQuery } from '@/tests/support/filter-queries';

const filterOf = (query: Parameters<typeof filterFromQuery>[0]): AnnotationFilter => {
  const filter = filterFromQuery(query);
  if (!filter.ok) throw new Error(filter.error.message);
  return filter.value;
};
const refusalOf = (query: Parameters<typeof filterFromQuery>[0]): string => {
  const filter = filterFromQuery(query);
  return filter.ok ? 'taken' : filter.error.message;
};

/** A key that takes one day. */
const isDay = (key: string): boolean => /From$|To$/.test(key);

describe('a filter and its address', () => {
  test('the address of a filter makes the same filter again', () => {
    fc.assert(
      fc.property(aFilterQuery(), (query) => {
        const filter = filterOf(query);
        const read = filterOf(partsFromSearch(new URLSearchParams(addressOfFilter(filter))));
        expect(read).toEqual(filter);
        expect(JSON.stringify(read)).toBe(JSON.stringify(filter));
      }),
    );
  });

  test('whatever the order of keys and values, and however often one is named, there is one address', () => {
    fc.assert(
      fc.property(aFilterQuery(), (query) => {
        const turned = Object.entries(query)
          .reverse()
          .map(([key, values]) => [key, isDay(key) ? values : [...values, ...values].reverse()]);
        const again = Object.fromEntries(turned) as Record<string, string[]>;
        expect(addressOfFilter(filterOf(again))).toBe(addressOfFilter(filterOf(query)));
      }),
    );
  });

  test('commas and repeated keys say the same', () => {
    const said = { kind: ['quote', 'claim'], status: ['refuted', 'altered'] };
    expect(filterOf({ kind: 'quote, claim', status: 'refuted,altered' })).toEqual(filterOf(said));
  });

  test('lists are sorted and hold nothing twice', () => {
    expect(filterOf({ kind: 'quote,claim,quote', status: ['refuted', ' supported '] })).toEqual({
      kind: ['claim', 'quote'],
      status: ['refuted', 'supported'],
    });
    expect(addressOfFilter(filterOf({ status: 'refuted', kind: ['quote', 'claim'] }))).toBe(
      'kind=claim%2Cquote&status=refuted',
    );
  });

  test('words, names and tags keep their commas', () => {
    const filter = filterOf({ tag: ['rent, housing', 'budget'], source: 'Lima, Rosa', 'attr.mood': 'a,b' });
    expect(filter).toEqual({
      tag: ['budget', 'rent, housing'],
      source: ['Lima, Rosa'],
      'attr.mood': ['a,b'],
    });
  });

  test('what is empty counts as not given', () => {
    expect(filterOf({ kind: '', status: [' ', ','], madeFrom: '', words: undefined })).toEqual(NO_FILTER);
    expect(addressOfFilter(NO_FILTER)).toBe('');
  });

  test('one licence has one name', () => {
    expect(filterOf({ licence: 'cc by-sa 4.0' })).toEqual({ licence: ['CC-BY-SA-4.0'] });
    expect(filterOf({ licence: 'none' })).toEqual({ licence: ['none'] });
  });
});

describe('what is no filter is refused in a sentence', () => {
  test.each([
    [{ colour: 'red' }, /^colour: There is no filter of this name\. There are: kind, status/],
    [{ 'attr.Big Key': 'x' }, /^attr\.Big Key: There is no filter/],
    [{ __proto__: null, constructor: 'x' }, /^constructor: There is no filter/],
    [{ kind: 'opinion' }, /^kind: .*claim/],
    [{ article: 'the first one' }, /^article: This is not a UUID/],
    [{ madeFrom: '1 March 2026' }, /^madeFrom: Write the date as YYYY-MM-DD/],
    [{ madeFrom: ['2026-03-01', '2026-03-02'] }, /^madeFrom: Name one day/],
    [{ guideline: '0' }, /^guideline: Name the number/],
    [{ words: 'x'.repeat(201) }, /^words: /],
  ] as const)('%j', (query, sentence) => {
    expect(refusalOf(query as Record<string, string>)).toMatch(sentence);
  });

  test('more values than anybody chooses', () => {
    const many = Array.from({ length: 501 }, (_, i) => `tag ${i}`);
    expect(refusalOf({ tag: many })).toBe('tag: At most 500 values are looked for at once.');
  });
});

test('the keys of a request are told from those of the filter', () => {
  const query = { kind: ['claim', 'quote'], format: ['csv', 'jsonl'], text: 'full', nothing: undefined };
  expect(partsApart(query, ['format', 'text'])).toEqual({
    own: { format: 'jsonl', text: 'full' },
    rest: { kind: ['claim', 'quote'] },
  });
  expect(isFilterKey('attr.mood')).toBe(true);
  expect(isFilterKey('format')).toBe(false);
});

test.each([
  ['rents rose', ['rents', 'rose']],
  ['“rents rose” by  a', ['rents rose', 'by', 'a']],
  ['"one', ['one']],
  ['« prix » loyer', ['prix', 'loyer']],
  [' "" ', []],
])('typing %s looks for %j', (typed, sought) => {
  expect(wordsSought(typed)).toEqual(sought);
});
