import { describe, expect, test } from 'vitest';
import {
  type Filter,
  isFiltering,
  NO_FILTER,
  passes,
  withKind,
} from '@/app/(workspace)/[workspace]/articles/[article]/_filter/filter';
import {
  filterFromQuery,
  queryWithFilter,
} from '@/app/(workspace)/[workspace]/articles/[article]/_filter/filter-address';
import { optionsOf } from '@/app/(workspace)/[workspace]/articles/[article]/_filter/filter-options';
import type { Annotation } from '@/lib/domain/annotation';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import { anAnnotation } from '@/tests/support/an-annotation';

const HARBOUR = {
  id: '0195e000-0000-7000-8000-0000000000d1',
  name: 'The Harbour Office',
  type: 'organisation',
};
const PIKE = { id: '0195e000-0000-7000-8000-0000000000d2', name: 'Ronan Pïke', type: 'person' };
const hop = (source: object, cue: string | null = null) =>
  ({ source, cue, mode: 'named' }) as Annotation['attribution'][number];

const fares = anAnnotation({
  id: '0195e000-0000-7000-8000-000000000011',
  spans: [
    { start: 0, end: 10, exact: 'Fares rose', prefix: '', suffix: '' },
    { start: 20, end: 30, exact: 'in\nFebruary', prefix: '', suffix: '' },
  ],
  status: 'refuted',
  attribution: [hop(PIKE, 'insisted'), hop(HARBOUR)],
  claim: { normalized: 'Tickets cost more.', checkworthy: true, judgedAsOf: null },
  tags: ['money', 'ferry'],
});
const vote = anAnnotation({
  id: '0195e000-0000-7000-8000-000000000012',
  kind: 'prediction',
  author: { id: '0195e000-0000-7000-8000-00000000000a', name: 'Ada Lindqvist' },
  recheck: { sinceRevision: 2 },
  discussion: { ...NO_DISCUSSION, question: 'open' },
  tags: ['ferry'],
});
const people = anAnnotation({ id: '0195e000-0000-7000-8000-000000000013' });
const ALL = [fares, vote, people];

const asked = (filter: Partial<Filter>): Filter => ({ ...NO_FILTER, ...filter });
const left = (filter: Partial<Filter>, unsaved: Annotation[] = []): Annotation[] =>
  ALL.filter((each) => passes(asked(filter), each, unsaved.includes(each)));

describe('a filter', () => {
  test.each<[Partial<Filter>, Annotation[]]>([
    [{}, ALL],
    [{ kind: 'prediction' }, [vote]],
    [{ status: 'refuted' }, [fares]],
    [{ source: HARBOUR.id }, [fares]],
    [{ source: PIKE.id, kind: 'prediction' }, []],
    [{ by: vote.author.id }, [vote]],
    [{ tag: 'ferry' }, [fares, vote]],
    [{ tag: 'Ferry' }, []],
    [{ state: 'recheck' }, [vote]],
    [{ state: 'question' }, [vote]],
    [{ text: 'FARES  february' }, [fares]],
    [{ text: 'tickets' }, [fares]],
    [{ text: 'insisted' }, [fares]],
    [{ text: 'pike harbour' }, [fares]],
    [{ text: 'fares april' }, []],
    [{ text: '   ' }, ALL],
  ])('%j', (filter, expected) => expect(left(filter)).toEqual(expected));

  test('asks for what is not saved yet', () =>
    expect(left({ state: 'unsaved' }, [people])).toEqual([people]));
  test('of another kind keeps only a status which that kind has', () => {
    expect(withKind(asked({ status: 'refuted', tag: 'x' }), 'quote')).toEqual(
      asked({ kind: 'quote', tag: 'x' }),
    );
    expect(withKind(asked({ status: 'in_review' }), 'quote').status).toBe('in_review');
  });
  test('of blanks alone asks for nothing', () => {
    expect(isFiltering(asked({ text: ' ' }))).toBe(false);
    expect(isFiltering(asked({ by: 'x' }))).toBe(true);
  });
});

describe('its address', () => {
  const given = asked({ kind: 'claim', source: PIKE.id, tag: 'a & b', text: 'two words' });

  test('has what is asked for and leaves the rest of the address alone', () => {
    const query = queryWithFilter('?view=all&status=refuted', given);
    expect(new URLSearchParams(query).get('view')).toBe('all');
    expect(filterFromQuery(new URLSearchParams(query))).toEqual(given);
    expect(queryWithFilter(query, NO_FILTER)).toBe('?view=all');
    expect(queryWithFilter('', NO_FILTER)).toBe('');
  });
  test('with words that no filter knows asks for nothing by them', () => {
    const query = new URLSearchParams({ kind: 'lie', status: 'maybe', state: 'odd', text: 'x'.repeat(5000) });
    expect(filterFromQuery(query)).toEqual(asked({ text: 'x'.repeat(200) }));
  });
});

describe('what can be chosen', () => {
  const labels = (choice: Parameters<typeof optionsOf>[0], filter: Partial<Filter> = {}) =>
    optionsOf(choice, ALL, asked(filter), (id) => id === people.id).map(({ label }) => label);

  test('are the values that occur, with how many each would leave', () => {
    expect(labels('kind')).toEqual(['All kinds', 'Claims (2)', 'Predictions (1)']);
    expect(labels('status')).toEqual(['any status', 'unverified (1)', 'refuted (1)', 'pending (1)']);
    expect(labels('source')).toEqual(['any source', 'Ronan Pïke (1)', 'The Harbour Office (1)']);
    expect(labels('by')).toEqual(['anybody', 'Ada Lindqvist (1)', 'Ben Okafor (2)']);
    expect(labels('tag')).toEqual(['anything', '“ferry” (2)', '“money” (1)']);
    expect(labels('state')).toEqual([
      'in any state',
      'to be checked anew (1)',
      'with an open question (1)',
      'not saved yet (1)',
    ]);
  });
  test('is counted beside what else is chosen; a status only where the kind has it', () => {
    expect(labels('tag', { kind: 'prediction' })).toEqual(['anything', '“ferry” (1)', '“money” (0)']);
    expect(labels('status', { kind: 'prediction' })).toEqual(['any status', 'pending (1)']);
  });
  test('holds what the address asks for, though nothing here has it', () => {
    expect(labels('source', { source: 'gone' })).toContain('a source not named here (0)');
    expect(labels('tag', { tag: 'harbour' })).toContain('“harbour” (0)');
  });
});
