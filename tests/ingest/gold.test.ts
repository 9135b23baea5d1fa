import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TextIndex } from '@/lib/domain/text-index';
import { readArticle } from '@/lib/ingest/read-article';

const shared = path.join(import.meta.dirname, '../../../shared');
const seedsFolder = path.join(shared, 'seeds');
const isPresent = fs.existsSync(seedsFolder);
if (!isPresent)
  console.warn('The annotated articles (../shared) are not here: tests/ingest/gold.test.ts is skipped.');

const seedOf = (number: string): string => {
  const file = fs.readdirSync(seedsFolder).find((name) => name.startsWith(number))!;
  return fs.readFileSync(path.join(seedsFolder, file), 'utf8');
};

/** The role that most of a stretch of the text has. */
function roleAt(raw: string, unit: number, words: string): string | undefined {
  const index = new TextIndex(raw);
  const [start, end] = [index.codePointFromUnit(unit), index.codePointFromUnit(unit + words.length)];
  const counts = new Map<string, number>();
  for (const region of readArticle(raw).regions) {
    const shared = Math.min(end, region.end) - Math.max(start, region.start);
    if (shared > 0) counts.set(region.role, (counts.get(region.role) ?? 0) + shared);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

describe.skipIf(!isPresent)('the annotated articles', () => {
  const cases = ['000', '003'].flatMap((number) => ['a', 'b'].map((annotator) => ({ number, annotator })));

  it.each(cases)('$number by annotator $annotator', ({ number, annotator }) => {
    const raw = seedOf(number);
    const gold = JSON.parse(
      fs.readFileSync(path.join(shared, `gold/annotator-${annotator}/${number}.clean.json`), 'utf8'),
    );
    const body = gold.body_paragraphs.map((words: string) => roleAt(raw, raw.indexOf(words), words));
    expect(body.filter((role: string) => role !== 'body')).toEqual([]);
    const junk = gold.boilerplate.map((words: string) =>
      roleAt(raw, gold.captions.includes(words) ? raw.lastIndexOf(words) : raw.indexOf(words), words),
    );
    const right = junk.filter((role: string) => ['boilerplate', 'duplicate', 'metadata'].includes(role));
    expect(right.length / junk.length).toBeGreaterThanOrEqual(0.95);
    const { metadata } = readArticle(raw);
    expect(metadata).toMatchObject({ title: gold.title, publisher: gold.publisher, byline: gold.author });
    expect([gold.published, null]).toContain(metadata.publishedAt);
    for (const words of gold.captions) expect(roleAt(raw, raw.indexOf(words), words)).toBe('caption');
    if (gold.deck) expect(roleAt(raw, raw.indexOf(gold.deck), gold.deck)).toBe('standfirst');
  });

  it.each([
    [
      '000',
      'The Korea Herald',
      'inferred',
      'Song Sang-ho',
      null,
      null,
      { headline: 1, body: 12, caption: 1, duplicate: 1, byline: 1 },
    ],
    [
      '001',
      null,
      undefined,
      null,
      null,
      null,
      { headline: 1, body: 15, caption: 1, duplicate: 1, boilerplate: 2 },
    ],
    [
      '002',
      'The Korea Times',
      'inferred',
      'Lee Hyo-jin',
      null,
      null,
      { headline: 1, standfirst: 1, byline: 1, caption: 3, duplicate: 3, metadata: 1 },
    ],
    [
      '003',
      'The Korea Herald',
      'stated',
      'Kim Arin',
      '2024-06-16',
      'stated',
      { headline: 1, standfirst: 1, body: 19, caption: 1, duplicate: 1 },
    ],
    [
      '004',
      'UPI',
      'inferred',
      'JC Finley',
      '2014-11-26',
      'inferred',
      { headline: 1, standfirst: 1, dateline: 1, caption: 1, duplicate: 1, boilerplate: 4 },
    ],
  ])(
    '%s comes out as a reader would have it',
    (number, publisher, publisherBasis, byline, date, dateBasis, counts) => {
      const { regions, metadata } = readArticle(seedOf(number));
      expect(metadata).toMatchObject({
        publisher,
        byline,
        publishedAt: date,
        publishedAtBasis: dateBasis,
        language: 'en',
      });
      expect(metadata.basis.publisher?.basis).toBe(publisherBasis);
      for (const [role, count] of Object.entries(counts)) {
        expect([role, regions.filter((region) => region.role === role).length]).toEqual([role, count]);
      }
    },
  );
});
