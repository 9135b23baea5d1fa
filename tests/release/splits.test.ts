import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSettingsSchema, type SplitSettings } from '@/lib/domain/release-options';
import { isNearlySameTitle } from '@/lib/ingest/same-story';
import { splitsCsv, splitsJson } from '@/lib/release/split-files';
import { sizesByRatio, sizesByStratum, SPLIT_NAMES } from '@/lib/release/split-sizes';
import { type SplitArticle, splitsOf } from '@/lib/release/splits';
import { storiesOf } from '@/lib/release/stories';

const USUAL = splitSettingsSchema.parse({});
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const anArticle = (n: number, given: Partial<SplitArticle> = {}): SplitArticle => ({
  id: idOf(n),
  title: `Report number ${n}`,
  publishedAt: '2026-03-01',
  publishedAtPrecision: 'day',
  kinds: { claim: 1, quote: 0, prediction: 0 },
  nearCopies: [],
  ...given,
});

/** Words that titles are made of: few, so that titles come out alike. */
const WORDS = ['harbour', 'bridge', 'opens', 'not', 'council', 'vote', '45', '46', 'delayed', 'again'];
const titles = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 8 })
  .map((words) => words.join(' '));
const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const corpora: fc.Arbitrary<SplitArticle[]> = fc
  .array(
    fc.record({
      title: fc.oneof({ weight: 3, arbitrary: fc.uuid() }, { weight: 1, arbitrary: titles }),
      publishedAt: fc.option(days, { freq: 5 }),
      publishedAtPrecision: fc.constantFrom('day', 'month', 'year'),
      kinds: fc.record({ claim: fc.nat(3), quote: fc.nat(2), prediction: fc.nat(1) }),
      copy: fc.option(fc.nat(60), { freq: 2 }),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ copy, ...row }, n) =>
      anArticle(n, {
        ...row,
        nearCopies: copy !== null && copy !== n ? [idOf(copy)] : [],
      } as Partial<SplitArticle>),
    ),
  );
const ratios = fc
  .record({ train: fc.nat(100), validation: fc.nat(100), test: fc.nat(100) })
  .filter(({ train, validation, test: tested }) => train + validation + tested > 0);
const settingsOf: fc.Arbitrary<SplitSettings> = ratios.map((given) => ({ ...USUAL, ratios: given }));
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

describe('sizes by ratio', () => {
  test('the usual ratios', () => {
    expect(sizesByRatio(10, USUAL.ratios)).toEqual({ train: 8, validation: 1, test: 1 });
    expect(sizesByRatio(7, USUAL.ratios)).toEqual({ train: 5, validation: 1, test: 1 });
    expect(sizesByRatio(1, USUAL.ratios)).toEqual({ train: 1, validation: 0, test: 0 });
    expect(sizesByRatio(0, USUAL.ratios)).toEqual({ train: 0, validation: 0, test: 0 });
  });

  test('they add up, and none is off by one or more', () => {
    fc.assert(
      fc.property(fc.nat(100_000), ratios, (total, given) => {
        const sizes = sizesByRatio(total, given);
        const whole = given.train + given.validation + given.test;
        expect(sizes.train + sizes.validation + sizes.test).toBe(total);
        for (const name of SPLIT_NAMES)
          expect(Math.abs(sizes[name] - (total * given[name]) / whole)).toBeLessThan(1);
      }),
    );
  });

  test('strata: rows and columns both add up', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 8 }), ratios, (strata, given) => {
        const totals = sizesByRatio(
          strata.reduce((a, b) => a + b, 0),
          given,
        );
        const sizes = sizesByStratum(strata, totals);
        sizes.forEach((row, i) => expect(row.train + row.validation + row.test).toBe(strata[i]));
        for (const name of SPLIT_NAMES)
          expect(sizes.reduce((sum, row) => sum + row[name], 0)).toBe(totals[name]);
      }),
    );
  });
});

describe('splits', () => {
  test('every article is in exactly one part by article and by story, in exact sizes by article', () => {
    fc.assert(
      fc.property(corpora, settingsOf, seeds, (articles, settings, seed) => {
        const splits = splitsOf(articles, settings, seed);
        expect(splits.articles.map(({ articleId }) => articleId)).toEqual(
          articles.map(({ id }) => id).sort(),
        );
        const { article, story, time } = splits.by;
        expect(article.sizes).toEqual(sizesByRatio(articles.length, settings.ratios));
        for (const report of [article, story, time])
          expect(report.sizes.train + report.sizes.validation + report.sizes.test + report.left).toBe(
            articles.length,
          );
        expect(article.left + story.left).toBe(0);
      }),
    );
  });

  test('the order of the articles, and which of two near-copies names the other, make no difference', () => {
    fc.assert(
      fc.property(
        corpora,
        settingsOf,
        seeds,
        fc.infiniteStream(fc.nat()),
        (articles, settings, seed, keys) => {
          const shuffled = articles
            .map((article) => ({ article, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ article }) => article);
          const turned = shuffled.map((article) => ({
            ...article,
            nearCopies: shuffled
              .filter(({ nearCopies }) => nearCopies.includes(article.id))
              .map(({ id }) => id),
          }));
          expect(splitsOf(shuffled, settings, seed)).toEqual(splitsOf(articles, settings, seed));
          expect(splitsOf(turned, settings, seed)).toEqual(splitsOf(articles, settings, seed));
        },
      ),
    );
  });

  test('no near-copies and no two titles of one story are on two sides of the split by story', () => {
    fc.assert(
      fc.property(corpora, settingsOf, seeds, (articles, settings, seed) => {
        const { articles: rows, by } = splitsOf(articles, settings, seed);
        const partOf = new Map(rows.map((row) => [row.articleId, row.story]));
        for (const a of articles)
          for (const b of articles)
            if (a.nearCopies.includes(b.id) || isNearlySameTitle(a.title, b.title))
              expect(partOf.get(a.id), `${a.title} / ${b.title}`).toBe(partOf.get(b.id));
        expect(by.story.storiesDivided).toBe(0);
      }),
    );
  });

  test('by time, everything in training is before everything in validation, and that before testing', () => {
    fc.assert(
      fc.property(corpora, settingsOf, seeds, (articles, settings, seed) => {
        const { articles: rows, cuts } = splitsOf(articles, settings, seed);
        const dated = new Map(articles.map((article) => [article.id, article]));
        for (const { articleId, time } of rows) {
          const { publishedAt, publishedAtPrecision } = dated.get(articleId)!;
          if (time === null) continue;
          expect(publishedAt).not.toBeNull();
          if (publishedAtPrecision !== 'day') continue;
          if (time === 'test') expect(publishedAt! >= cuts.testFrom!).toBe(true);
          if (time !== 'test' && cuts.testFrom) expect(publishedAt! < cuts.testFrom).toBe(true);
          if (time === 'train' && cuts.validationFrom) expect(publishedAt! < cuts.validationFrom).toBe(true);
        }
      }),
    );
  });

  test('another seed gives another split, the same one the same', () => {
    const articles = Array.from({ length: 200 }, (_, n) => anArticle(n));
    const parts = (seed: number) => splitsOf(articles, USUAL, seed).articles.map(({ article }) => article);
    expect(parts(7)).toEqual(parts(7));
    expect(parts(7)).not.toEqual(parts(8));
    const tested = parts(7).flatMap((part, n) => (part === 'test' ? [n] : []));
    expect(Math.max(...tested) - Math.min(...tested)).toBeGreaterThan(100);
  });

  test('an article added later moves few of the others', () => {
    const articles = Array.from({ length: 300 }, (_, n) => anArticle(n));
    const before = splitsOf(articles, USUAL, 3).articles;
    const after = splitsOf([...articles, anArticle(1_000)], USUAL, 3).articles;
    const moved = before.filter(
      (row) => after.find(({ articleId }) => articleId === row.articleId)!.story !== row.story,
    );
    expect(moved.length).toBeLessThanOrEqual(2);
  });

  test('articles with the same kinds are divided alike', () => {
    const articles = Array.from({ length: 100 }, (_, n) =>
      anArticle(n, { kinds: { claim: 1, quote: 0, prediction: n % 5 === 0 ? 1 : 0 } }),
    );
    const { kinds } = splitsOf(articles, USUAL, 11).by.article;
    expect([kinds.train.prediction, kinds.validation.prediction, kinds.test.prediction]).toEqual([16, 2, 2]);
  });

  test('stories of several articles are in all parts, and the ratios hold where single ones can fill up', () => {
    const articles = Array.from({ length: 100 }, (_, n) =>
      anArticle(n, { nearCopies: n < 60 ? [idOf(n - (n % 3))] : [] }),
    );
    const { by, stories } = splitsOf(articles, USUAL, 5);
    expect(by.story.sizes).toEqual({ train: 80, validation: 10, test: 10 });
    expect(stories).toEqual({ stories: 60, withSeveral: 20, largest: 3 });
  });

  test('a story larger than any part keeps together, and the report says how far the ratios are kept', () => {
    const articles = Array.from({ length: 10 }, (_, n) =>
      anArticle(n, { nearCopies: n < 9 ? [idOf(0)] : [] }),
    );
    const { story } = splitsOf(articles, USUAL, 1).by;
    expect(Object.values(story.sizes).sort()).toEqual([0, 1, 9]);
    expect(story.wanted).toEqual({ train: 8, validation: 1, test: 1 });
  });

  test('days that were chosen, and dates that are not known to the day', () => {
    const articles = [
      anArticle(1, { publishedAt: '2026-01-31' }),
      anArticle(2, { publishedAt: '2026-02-01' }),
      anArticle(3, { publishedAt: '2026-03-15' }),
      anArticle(4, { publishedAt: null, publishedAtPrecision: null }),
      anArticle(5, { publishedAt: '2026-03-01', publishedAtPrecision: 'month' }),
      anArticle(6, { publishedAt: '2026-01-01', publishedAtPrecision: 'year' }),
      anArticle(7, { publishedAt: '2025-01-01', publishedAtPrecision: 'year' }),
    ];
    const cuts = { validationFrom: '2026-02-01', testFrom: '2026-03-15' };
    const splits = splitsOf(articles, { ...USUAL, cuts }, 1);
    expect(splits.articles.map(({ time }) => time)).toEqual([
      'train',
      'validation',
      'test',
      null,
      null,
      null,
      'train',
    ]);
    expect(splits.by.time.left).toBe(3);
    expect(splits.cuts).toEqual({ ...cuts, isChosen: true });
  });

  test('days are reckoned from the ratios where nobody chose any, and none is divided', () => {
    const articles = Array.from({ length: 20 }, (_, n) =>
      anArticle(n, { publishedAt: `2026-01-${String(1 + Math.floor(n / 2)).padStart(2, '0')}` }),
    );
    const { by, cuts } = splitsOf(articles, USUAL, 1);
    expect(cuts).toEqual({ validationFrom: '2026-01-09', testFrom: '2026-01-10', isChosen: false });
    expect(by.time.sizes).toEqual({ train: 16, validation: 2, test: 2 });
  });
});

describe('stories', () => {
  test('titles of one story are found as comparing every two of them finds them', () => {
    fc.assert(
      fc.property(fc.array(titles, { maxLength: 25 }), (given) => {
        const articles = given.map((title, n) => ({ id: idOf(n), title, nearCopies: [] }));
        const stories = storiesOf(articles);
        for (const a of articles)
          for (const b of articles)
            if (isNearlySameTitle(a.title, b.title)) expect(stories.get(a.id)).toBe(stories.get(b.id));
      }),
      { numRuns: 300 },
    );
  });

  test('of twenty thousand titles few are compared', () => {
    const articles = Array.from({ length: 20_000 }, (_, n) => ({
      id: idOf(n),
      title: `Mayor of ${name(n * 7)} and ${name(n * 13)} ${WORDS[n % 10]} on the road to ${name(n * 29)}`,
      nearCopies: [],
    }));
    expect(storiesOf(articles).size).toBe(20_000);
  });
});

/** An invented name for a number. */
const name = (n: number): string =>
  [...String((n * 2_654_435_761) % 99_991)].map((digit) => 'kavotiresu'[Number(digit)]).join('');

describe('files of the splits', () => {
  const splits = splitsOf(
    [anArticle(2), anArticle(1, { publishedAt: null, publishedAtPrecision: null })],
    USUAL,
    9,
  );

  test('json holds seed, settings, sizes and every article by id', () => {
    const read = JSON.parse(splitsJson(splits, 'canary GUID x')) as Record<string, unknown>;
    expect(read).toMatchObject({ canary: 'canary GUID x', seed: 9, settings: USUAL });
    expect(read.articles).toEqual(splits.articles);
  });

  test('csv has a row an article, and an empty cell where there is no part', () => {
    const lines = splitsCsv(splits).split('\r\n');
    expect(lines[0]).toBe('article_id,story_id,split_by_article,split_by_story,split_by_time');
    expect(lines[1]).toMatch(new RegExp(`^${idOf(1)},${idOf(1)},[a-z]+,[a-z]+,$`));
    expect(lines).toHaveLength(4);
  });
});
