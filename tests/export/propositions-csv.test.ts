import { expect, test } from 'vitest';
import type { PropositionLink, ShownStatement } from '@/lib/domain/proposition';
import { linksCsv, propositionsCsv } from '@/lib/export/propositions-csv';
import { rowsFromCsv } from './csv-reader';

const person = { id: '0195e000-0000-7000-8000-00000000000b', name: 'Ben Okafor' };
const statement = (words: string, publisher: string): ShownStatement => ({
  annotationId: '0195e000-0000-7000-8000-000000000001',
  kind: 'claim',
  status: 'unverified',
  words,
  source: { id: person.id, name: 'Mara Lind', type: 'person' },
  articleId: '0195e000-0000-7000-8000-0000000000a1',
  revisionId: '0195e000-0000-7000-8000-0000000000f1',
  start: 0,
  end: 4,
  article: { title: 'On "rents"', publisher, publishedAt: '2026-03-01' },
});
const link: PropositionLink = {
  id: '0195e000-0000-7000-8000-0000000000c1',
  type: 'contradicts',
  state: 'confirmed',
  origin: 'machine',
  reason: 'They say the opposite,\nas far as words tell.',
  score: 0.75,
  version: 2,
  from: { propositionId: null, words: '', statements: [statement('=Rents rose', 'The Gull')] },
  to: { propositionId: person.id, words: 'Rents fell.', statements: [statement('Rents fell', 'The Tern')] },
  proposedBy: null,
  createdAt: '2026-03-02T10:00:00.000Z',
  decidedBy: person,
  decidedAt: '2026-03-03T10:00:00.000Z',
};

test('a link is a row: both sides, the reason, who decided; formulas are made text', () => {
  const [header, row] = rowsFromCsv(linksCsv([link]));
  const cell = (name: string): string => row![header!.indexOf(name)]!;
  expect(cell('type')).toBe('contradicts');
  expect(cell('reason')).toBe(link.reason);
  expect(cell('first_words')).toBe("'=Rents rose");
  expect(cell('first_publisher')).toBe('The Gull');
  expect(cell('second_words')).toBe('Rents fell.');
  expect(cell('second_article')).toBe('On "rents"');
  expect(cell('decided_by')).toBe('Ben Okafor');
  expect(row).toHaveLength(header!.length);
});

test('a proposition is a row', () => {
  const [header, row] = rowsFromCsv(
    propositionsCsv([
      {
        id: person.id,
        words: 'Rents fell.',
        version: 1,
        author: person,
        createdAt: link.createdAt,
        updatedAt: link.createdAt,
        deletedAt: null,
        annotations: 3,
        articles: 2,
        contradictedBy: 1,
      },
    ]),
  );
  expect(header).toEqual([
    'id',
    'words',
    'annotations',
    'articles',
    'contradicted_by',
    'author',
    'created_at',
    'updated_at',
  ]);
  expect(row).toEqual([
    person.id,
    'Rents fell.',
    '3',
    '2',
    '1',
    'Ben Okafor',
    link.createdAt,
    link.createdAt,
  ]);
});
