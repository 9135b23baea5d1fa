import { describe, expect, test } from 'vitest';
import { readDataset } from '@/lib/ingest/datasets/read-dataset';

/** A table of one sentence, "Quay shut.", with the cells of its words and where each of them stands. */
const table = (...rows: [place: string, words: string, cell: string][]): string =>
  [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=custom.Span|kind',
    '',
    '#Text=Quay shut.',
    ...rows.map(([place, words, cell], i) => `1-${i + 1}\t${place}\t${words}\t${cell}\t`),
    '',
  ].join('\n');
const read = (text: string) => readDataset('webanno', [{ name: 'quay.tsv', text }]);

test('a mark of one word', () => {
  const { documents, refused } = read(table(['0-4', 'Quay', 'claim'], ['5-9', 'shut', '_']));
  expect(refused).toEqual([]);
  expect(documents[0]).toMatchObject({
    text: 'Quay shut.',
    marks: [{ kind: 'claim', spans: [{ start: 0, end: 4 }] }],
  });
});

describe('a line that cannot be read is refused, the others are taken', () => {
  test.each(['|', '\\', '||', '|\\'])('the cell %s', (cell) => {
    const { documents, refused } = read(table(['0-4', 'Quay', cell], ['5-9', 'shut', 'claim']));
    expect(refused).toEqual([
      { at: 'quay.tsv line 5', reason: 'One of its cells holds no value that could be read.' },
    ]);
    expect(documents[0]!.marks).toMatchObject([{ kind: 'claim', spans: [{ start: 5, end: 9 }] }]);
  });

  test.each([
    '5000001-5000005',
    '0-5000001',
    '99999999999-99999999999',
    '-4-4',
    '4-0',
    'x-4',
    '4',
    '',
    '1e6-2e6',
  ])('the positions “%s”', (place) => {
    const { documents, refused } = read(table([place, 'Quay', 'claim'], ['5-9', 'shut', 'claim']));
    expect(refused).toEqual([{ at: 'quay.tsv line 5', reason: 'These positions do not lie in the text.' }]);
    expect(documents[0]).toMatchObject({
      text: 'Quay shut.',
      marks: [{ spans: [{ start: 5, end: 9 }] }],
    });
  });
});

test('a long run of escaped signs in a cell without an end', () => {
  const cell = `${'\\->'.repeat(60)}[`;
  expect(read(table(['0-4', 'Quay', cell])).documents[0]!.marks).toEqual([]);
});
