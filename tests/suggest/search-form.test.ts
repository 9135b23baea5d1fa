import { describe, expect, test } from 'vitest';
import { otherWordsFor } from '@/lib/suggest/news-words';
import { namesIn, searchForm } from '@/lib/suggest/search-form';

describe('searchForm', () => {
  test.each([
    ['by Ha-young', 'by Ha Young'],
    ['the U.N. vote', 'the UN vote'],
    ['Zoë’s report', 'Zoe’s report'],
    ['5,000 crowns', '5000 crowns'],
  ])('%s is as %s', (one, other) => {
    expect(searchForm(one)).toBe(searchForm(other));
  });

  test('a people and a capital bring their country along', () => {
    expect(searchForm('Norwegian ships')).toBe('norwegian norway ships');
    expect(searchForm('Oslo denied it.')).toBe('oslo norway denied it');
  });

  test('a long name brings its initials along', () => {
    expect(searchForm('the Saltmarrow Harbour Office')).toBe('the saltmarrow harbour office sho');
    expect(searchForm('the Office for Tides and Currents')).toContain(' otc');
  });

  test('a decimal stays one number, "us" stays a word', () => {
    expect(searchForm('It cost us 4.2 million.')).toBe('it cost us 4.2 million');
  });
});

test('namesIn finds names of two words and more, each once', () => {
  expect(namesIn('Mayor Ottoline Brack met Edmund Quill. Then Mayor Ottoline Brack left for Oslo.')).toEqual([
    'mayor ottoline brack',
    'edmund quill',
  ]);
});

describe('otherWordsFor', () => {
  test('offers the words that may stand for one, whatever its ending', () => {
    expect(otherWordsFor('they voted')).toContain('ballot');
    expect(otherWordsFor('repairing the quay')).toContain('mend');
  });

  test('offers nothing for words without a group, and none that is there already', () => {
    expect(otherWordsFor('the chemist waved')).toEqual([]);
    expect(otherWordsFor('vote or ballot')).not.toContain('ballot');
  });
});
