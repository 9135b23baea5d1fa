import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areRegionsOrdered } from '@/lib/domain/region';
import { TextIndex } from '@/lib/domain/text-index';
import { articleMetadataSchema } from '@/lib/ingest/article-metadata';
import { readArticle } from '@/lib/ingest/read-article';
import { markedArticle } from './marked-article';

const folder = path.join(import.meta.dirname, 'articles');
const articles = fs.readdirSync(folder).map((file) => ({
  name: file.replace('.txt', ''),
  ...markedArticle(fs.readFileSync(path.join(folder, file), 'utf8').trimEnd()),
}));

function readingOf(raw: string) {
  const { regions } = readArticle(raw);
  const index = new TextIndex(raw);
  return regions.map(({ start, end, role }) => ({ role, words: index.slice(start, end).trim() }));
}

describe('readArticle on invented articles', () => {
  it.each(articles)('tells the lines of $name apart', ({ raw, expected }) => {
    const lines = (reading: typeof expected) =>
      reading.map(({ role, words }) => `${role.padEnd(11)} | ${words}`);
    expect(lines(readingOf(raw))).toEqual(lines(expected));
  });
});

describe('readArticle on any text', () => {
  const words = fc.constantFrom(
    'Advertisement',
    'By Jane Doe',
    '3 March 2021',
    '• Share',
    'A short line',
    '',
    '   ',
    '\u200b',
    '👩‍👩‍👧 went home.',
    'שלום עולם',
    '«',
    '1/3',
    'SEOUL, June 5 (UPI) -- Rain fell on the town for the whole of the day, and then it stopped.',
    'Related articles',
    'The council met on Monday and decided, after a long debate, to meet again on Tuesday.',
    'é́ é',
    '© 2020 X',
    'A quiet street after rain 🌧 A quiet street after rain 🌧',
    '\u2028',
    '\ufeff',
    'x'.repeat(700),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 30 })
      .map((lines) => lines.join('\n')),
  );

  it('gives ordered, disjoint regions that cover every character that is not blank', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readArticle(text);
        const points = [...text];
        expect(read.text).toBe(text);
        expect(areRegionsOrdered(read.regions, points.length)).toBe(true);
        const covered = new Array<boolean>(points.length).fill(false);
        for (const { start, end } of read.regions) covered.fill(true, start, end);
        expect(points.filter((point, i) => point.trim() !== '' && !covered[i])).toEqual([]);
        for (const { start, end } of read.regions)
          expect(points.slice(start, end).join('').trim()).not.toBe('');
        articleMetadataSchema.parse(read.metadata);
      }),
      { numRuns: 500 },
    );
  });

  it('gives each finding the words of its span', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { metadata } = readArticle(text);
        for (const { words: read, span } of Object.values(metadata.basis)) {
          if (span) expect(read.startsWith([...text].slice(span.start, span.end).join(''))).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['short lines', 'a\n'.repeat(2_500_000)],
    ['menus', 'Home\nNews\n\nShare\n'.repeat(270_000)],
    ['one line', 'word '.repeat(1_000_000)],
    [
      'paragraphs',
      'The council met on Monday, 3 March 2021, and decided to meet again. Foto: x\n'.repeat(65_000),
    ],
    ['repeated letters', `${'a'.repeat(590)}\n`.repeat(8_400)],
    ['blanks', ' '.repeat(5_000_000)],
  ])(
    'reads 5 MB of %s in a few seconds',
    (_, text) => {
      const started = performance.now();
      readArticle(text);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
    60_000,
  );
});
