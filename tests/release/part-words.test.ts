import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnnotationFilter, FILTER_KEYS, filterFromQuery } from '@/lib/domain/annotation-filter';
import { changelog } from '@/lib/release/changelog';
import { croissantJson } from '@/lib/release/croissant-json';
import { datasetCard } from '@/lib/release/dataset-card';
import { manifestOf } from '@/lib/release/manifest';
import { conditionsOf, partSentence, type ReleasedPart } from '@/lib/release/part-words';
import { emptyDiffSummary } from '@/lib/release/diff';
import { valueOf } from '../support/failure-code';
import { aFilterQuery } from '../support/filter-queries';
import { FILES, HARD_WORDS, releaseFacts } from './facts-fixture';

const filterOf = (query: Record<string, string | string[]>): AnnotationFilter =>
  valueOf(filterFromQuery(query));
const toldOf = (query: Record<string, string | string[]>, names: Record<string, string> = {}): string[] =>
  conditionsOf({ filter: filterOf(query), names, labels: { mood: 'Mood' } });
const SPRING = '0195e000-0000-7000-8000-0000000000d1';
const PART: ReleasedPart = {
  filter: 'kind=prediction',
  articles: 'fitting',
  subset: 'Promises',
  askedOn: '2026-03-05',
  conditions: ['of kind prediction'],
};

test('a filter is told condition by condition, in the words that the files have', () => {
  expect(
    toldOf(
      {
        kind: 'claim,prediction',
        status: 'came_true',
        campaign: SPRING,
        publishedFrom: '2024-01-01',
        'attr.mood': 'calm',
      },
      { [SPRING]: 'Spring' },
    ),
  ).toEqual([
    'of kind claim or prediction',
    'of status came_true',
    'in articles of the campaign “Spring”',
    'in articles published from 2024-01-01',
    'with Mood “calm”',
  ]);
});

test('every key of a filter is told, and the same filter always by the same words', () => {
  fc.assert(
    fc.property(aFilterQuery(), (query) => {
      const filter = filterOf(query);
      const told = toldOf(query);
      const days = new Set(Object.keys(filter).map((key) => key.replace(/(From|To)$/, '')));
      expect(told).toHaveLength(days.size);
      expect(toldOf(Object.fromEntries(Object.entries(query).reverse()))).toEqual(told);
    }),
  );
  for (const key of FILTER_KEYS.filter((each) => /(From|To)$/.test(each)))
    expect(toldOf({ [key]: '2024-02-03' }).join()).toContain('2024-02-03');
});

test('of many values some are named and the others counted', () => {
  const tags = Array.from({ length: 25 }, (_, i) => `t${i}`);
  expect(toldOf({ tag: tags }).join()).toContain('or 5 others');
});

test('a release of everything says nothing of a part, one of a part says it in all its documents', () => {
  const [whole, part] = [releaseFacts(), releaseFacts({ part: PART })];
  const sentence = partSentence(PART);
  expect(sentence).toContain('the subset “Promises”');
  for (const [document, text] of [
    ['card', datasetCard(part, FILES)],
    ['croissant', croissantJson(part, FILES)],
    ['changelog', changelog({ facts: part, summary: null, entries: [], earlierChangelog: null })],
  ] as const)
    expect(`${document} ${text.replaceAll('\\', '')}`).toContain('annotations of kind prediction');
  expect(manifestOf(part, FILES).part).toEqual(PART);
  expect(manifestOf(whole, FILES)).not.toHaveProperty('part');
  expect(datasetCard(whole, FILES)).not.toContain('a part of the workspace');
});

test('words of a filter break neither Markdown nor lines', () => {
  for (const words of HARD_WORDS) {
    const facts = releaseFacts({ part: { ...PART, conditions: [`with the words “${words}”`] } });
    const earlier = {
      id: SPRING,
      version: '1.0.0',
      frozenAt: '2026-01-01T00:00:00.000Z',
      otherPart: [words],
    };
    const text = changelog({
      facts: { ...facts, earlier },
      summary: emptyDiffSummary(),
      entries: [],
      earlierChangelog: null,
    });
    expect(text).not.toContain('<script>');
    expect(text.split('\n').filter((line) => line.includes('another part'))).toHaveLength(1);
  }
});
