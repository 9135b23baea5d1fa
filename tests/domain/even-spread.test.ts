import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evenSpread, type OpenArticle } from '@/lib/domain/even-spread';

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${String(i).padStart(3, '0')}`);

const given = fc
  .record({ annotators: fc.integer({ min: 0, max: 8 }), articles: fc.integer({ min: 0, max: 25 }) })
  .chain(({ annotators, articles }) =>
    fc.record({
      annotatorIds: fc.constant(ids('p', annotators)),
      articles: fc.tuple(
        ...ids('a', articles).map((articleId) =>
          fc.record({
            articleId: fc.constant(articleId),
            free: fc.integer({ min: 0, max: 4 }),
            barred: fc.subarray(ids('p', annotators)).map((barred) => new Set(barred)),
          }),
        ),
      ) as fc.Arbitrary<OpenArticle[]>,
      loads: fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: annotators, maxLength: annotators })
        .map((counts) => new Map(ids('p', annotators).map((id, i) => [id, counts[i]!]))),
      seed: fc.nat(),
    }),
  );

describe('sharing articles out', () => {
  test('gives nobody what they are barred from or twice, and fills every place that can be filled', () => {
    fc.assert(
      fc.property(given, (input) => {
        const pairs = evenSpread(input);
        expect(new Set(pairs.map(({ articleId, annotatorId }) => articleId + annotatorId)).size).toBe(
          pairs.length,
        );
        for (const { articleId, free, barred } of input.articles) {
          const got = pairs.filter((pair) => pair.articleId === articleId);
          expect(got.some(({ annotatorId }) => barred.has(annotatorId))).toBe(false);
          const able = input.annotatorIds.filter((id) => !barred.has(id)).length;
          expect(got).toHaveLength(Math.min(free, able));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('leaves no two more than one article apart where nobody is barred and all begin alike', () => {
    fc.assert(
      fc.property(given, ({ articles, annotatorIds, seed }) => {
        fc.pre(annotatorIds.length > 0);
        const open = articles.map((article) => ({ ...article, barred: new Set<string>() }));
        const pairs = evenSpread({ articles: open, annotatorIds, loads: new Map(), seed });
        const counts = annotatorIds.map((id) => pairs.filter(({ annotatorId }) => annotatorId === id).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('is the same for the same seed, whatever the order of the input', () => {
    fc.assert(
      fc.property(given, ({ articles, annotatorIds, ...rest }) => {
        const turned = {
          ...rest,
          articles: [...articles].reverse(),
          annotatorIds: [...annotatorIds].reverse(),
        };
        expect(evenSpread(turned)).toEqual(evenSpread({ ...rest, articles, annotatorIds }));
      }),
    );
  });

  test('gives more to whoever has less', () => {
    const articles = ids('a', 4).map((articleId) => ({ articleId, free: 1, barred: new Set<string>() }));
    const pairs = evenSpread({
      articles,
      annotatorIds: ['ida', 'noor'],
      loads: new Map([['ida', 4]]),
      seed: 7,
    });
    expect(pairs.map(({ annotatorId }) => annotatorId)).toEqual(['noor', 'noor', 'noor', 'noor']);
  });
});
