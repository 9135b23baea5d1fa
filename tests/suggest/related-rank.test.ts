import { expect, test } from 'vitest';
import { rankedRelated, type RelatedCandidate } from '@/lib/suggest/related-rank';

const candidate = (text: string, given: Partial<RelatedCandidate> = {}): RelatedCandidate => ({
  articleId: text,
  publishedAt: null,
  score: 5,
  shared: [],
  names: [],
  annotations: [],
  isCopy: false,
  text,
  ...given,
});
const CLAIM = { kind: 'claim', publishedAt: '2026-03-20', sourceIds: ['brack'] };
const PREDICTION = { ...CLAIM, kind: 'prediction' };
const textsOf = (ranked: { text: string }[]): string[] => ranked.map(({ text }) => text);

test('for a prediction later articles come first, and the reason says so; for a claim time does not count', () => {
  const passages = [
    candidate('before', { publishedAt: '2026-01-01' }),
    candidate('after', { publishedAt: '2026-05-01' }),
  ];
  const ranked = rankedRelated(passages, PREDICTION);
  expect(textsOf(ranked)).toEqual(['after', 'before']);
  expect(ranked[0]!.reasons).toContain('is from a later article');
  expect(textsOf(rankedRelated(passages, CLAIM))).toEqual(['before', 'after']);
});

test('the same source and a name count, and are named', () => {
  const ranked = rankedRelated(
    [
      candidate('plain'),
      candidate('source', { annotations: [{ id: '1', kind: 'quote', sourceIds: ['brack'] }] }),
      candidate('name', { names: ['edmund quill'] }),
    ],
    CLAIM,
  );
  expect(textsOf(ranked)).toEqual(['name', 'source', 'plain']);
  expect(ranked[0]!.reasons).toEqual(['names Edmund Quill']);
  expect(ranked[1]!.reasons).toEqual(['has words of the same source']);
});

test('a passage that repeats a better one falls behind', () => {
  const ranked = rankedRelated(
    [
      candidate('The quay is shut.', { articleId: 'a' }),
      candidate('The quay is shut', { articleId: 'b', score: 4.9 }),
      candidate('other', { score: 4 }),
    ],
    CLAIM,
  );
  expect(textsOf(ranked)).toEqual(['The quay is shut.', 'other', 'The quay is shut']);
});

test('shared stems are shown as the words of the passage', () => {
  const [only] = rankedRelated(
    [candidate('They voted on the repairs.', { shared: ['repair', 'vote'] })],
    CLAIM,
  );
  expect(only!.reasons).toEqual(['shares the words “repairs”, “voted”']);
});
