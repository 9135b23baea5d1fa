import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { csvChunks } from '@/lib/export/csv';
import { jsonlLines } from '@/lib/export/jsonl';
import { parquetChunks } from '@/lib/export/parquet';
import { adjudicationLine } from '@/lib/release/adjudication-line';
import { COLUMN_WORDS } from '@/lib/release/column-words';
import { CROISSANT_CONTEXT } from '@/lib/release/croissant-context';
import { croissantJson, isSemanticVersion } from '@/lib/release/croissant-json';
import { isRecord } from '@/lib/release/json-fields';
import { licencesCsv } from '@/lib/release/licences';
import { passLine } from '@/lib/release/pass-line';
import { splitsCsv } from '@/lib/release/split-files';
import { bytesOf } from '../export/readable';
import { rowsFromCsv } from '../export/csv-reader';
import { hardRecords, hardRows, streamOf, textOf, uuid } from '../export/records-fixture';
import { FILES, HARD_WORDS, releaseFacts, SPLITS } from './facts-fixture';

interface Node {
  '@id': string;
  '@type': string;
  name: string;
  description: string;
}
interface Field extends Node {
  dataType: string | string[];
  source?: { fileObject: { '@id': string }; extract: { column: string } };
  references?: { field: { '@id': string } };
}
interface Croissant extends Record<string, unknown> {
  distribution: (Node & Record<'contentUrl' | 'contentSize' | 'encodingFormat' | 'sha256', string>)[];
  recordSet: (Node & { key: { '@id': string }; field: Field[]; data?: Record<string, string>[] })[];
}

const read = (given: Parameters<typeof releaseFacts>[0] = {}, files = FILES): Croissant =>
  JSON.parse(croissantJson(releaseFacts(given), files)) as Croissant;

/** Data types that the reference implementation turns into values (of fields without parts). */
const ATOMIC = ['sc:Boolean', 'sc:Date', 'sc:Float', 'sc:Integer', 'sc:Text', 'sc:URL'];

describe('Croissant 1.0', () => {
  test('has the properties that are required of a dataset', () => {
    const croissant = read();
    expect(croissant).toMatchObject({
      '@type': 'sc:Dataset',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      name: 'Ferries and bridges 1.2.0',
      version: '1.2.0',
      url: 'https://touchstone.example/desk/export/releases/1',
      datePublished: '2026-03-05',
      isLiveDataset: false,
      creator: { '@type': 'sc:Organization', name: 'The desk' },
      inLanguage: ['en-GB', 'uk'],
    });
    expect(croissant['@context']).toEqual(CROISSANT_CONTEXT);
    expect(croissant.description).toContain('canary GUID');
    expect(croissant.citeAs).toMatch(/^@misc\{/);
    expect(croissant.license).toEqual([
      'https://creativecommons.org/licenses/by/4.0/',
      expect.stringContaining('LICENCES.csv'),
    ]);
  });

  test('the licence of the annotations comes first, where somebody gave one', () => {
    const { options } = releaseFacts();
    expect(read({ options: { ...options, licence: 'CC0-1.0' } }).license).toEqual([
      'https://creativecommons.org/publicdomain/zero/1.0/',
      'https://creativecommons.org/licenses/by/4.0/',
      expect.stringContaining('LICENCES.csv'),
    ]);
  });

  test('a version that is not MAJOR.MINOR.PATCH is left out and stands in the name', () => {
    for (const version of ['2026-03', '1.0', 'v1.0.0', '01.2.3', '1.2.3-beta']) {
      const croissant = read({ version });
      expect(isSemanticVersion(version)).toBe(false);
      expect(croissant).not.toHaveProperty('version');
      expect(croissant.name).toBe(`Ferries and bridges ${version}`);
    }
    expect(read({ version: '10.20.30' }).version).toBe('10.20.30');
  });

  test('every file has its name, type, size and hash', () => {
    const { distribution } = read();
    expect(distribution.map(({ name }) => name)).toEqual(FILES.map(({ name }) => name));
    for (const file of distribution) {
      expect(file['@type']).toBe('cr:FileObject');
      expect(file['@id']).toBe(file.name);
      expect(file.contentUrl).toBe(file.name);
      expect(file.contentSize).toMatch(/^\d+ B$/);
      expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(file.encodingFormat).toMatch(/^[a-z]+\/[a-z.+-]+$/);
    }
    const types = Object.fromEntries(distribution.map(({ name, encodingFormat }) => [name, encodingFormat]));
    expect(types).toMatchObject({
      'annotations.parquet': 'application/x-parquet',
      'passes.jsonl': 'application/jsonlines',
      'splits.csv': 'text/csv',
    });
  });

  test('ids are unique, references lead somewhere, fields have a type and words', () => {
    const { distribution, recordSet } = read();
    const fields = recordSet.flatMap(({ field }) => field);
    const ids = [...distribution, ...recordSet, ...fields].map((node) => node['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const set of recordSet) {
      expect(known).toContain(set.key['@id']);
      for (const field of set.field) {
        expect(field['@id'].startsWith(`${set['@id']}/`)).toBe(true);
        expect([field.dataType].flat().some((type) => ATOMIC.includes(type))).toBe(true);
        expect(field.description.length).toBeGreaterThan(10);
        if (field.source) expect(known).toContain(field.source.fileObject['@id']);
        if (field.references) expect(known).toContain(field.references.field['@id']);
      }
      for (const row of set.data ?? [])
        expect(Object.keys(row).sort()).toEqual(set.field.map(({ name }) => name).sort());
    }
  });

  test('every column has words of its own', async () => {
    const header = rowsFromCsv(await textOf(csvChunks({ text: 'full' }, streamOf([]))))[0]!;
    expect(header.filter((column) => !(column in COLUMN_WORDS))).toEqual([]);
  });

  test('every field is a column of the file that it names', async () => {
    const columns = new Map<string, Set<string>>();
    const parquet = await bytesOf(parquetChunks({ text: 'full' }, streamOf(hardRows())));
    const buffer = parquet.buffer.slice(
      parquet.byteOffset,
      parquet.byteOffset + parquet.byteLength,
    ) as ArrayBuffer;
    const names = parquetMetadata(buffer)
      .schema.slice(1)
      .map(({ name }) => name);
    columns.set('annotations.parquet', new Set(names));
    const csv = rowsFromCsv(await textOf(csvChunks({ text: 'full' }, streamOf(hardRows()))));
    columns.set('annotations.csv', new Set(csv[0]));
    const lines = (await textOf(jsonlLines({ text: 'full' }, streamOf(hardRecords())))).trim().split('\n');
    columns.set('dataset.jsonl', keysOf(lines));
    columns.set('splits.csv', new Set(rowsFromCsv(splitsCsv(SPLITS))[0]));
    columns.set('LICENCES.csv', new Set(rowsFromCsv(licencesCsv([]))[0]));
    columns.set('passes.jsonl', keysOf([passLine(A_PASS, 'full', 'canary')]));
    columns.set('adjudication.jsonl', keysOf([adjudicationLine(A_DECISION, 'full', 'canary')]));

    for (const files of [FILES, FILES.filter(({ name }) => name !== 'annotations.parquet')])
      for (const { field } of read({}, files).recordSet)
        for (const { source } of field)
          if (source) expect(columns.get(source.fileObject['@id'])).toContain(source.extract.column);
    const table = read().recordSet.find((set) => set['@id'] === 'annotations')!;
    expect(table.field.map(({ name }) => name)).toEqual(names);
    expect((await parquetReadObjects({ file: buffer })).length).toBe(hardRows().length);
  });

  test('types are those of the table', () => {
    const { field } = read().recordSet.find((set) => set['@id'] === 'annotations')!;
    const types = Object.fromEntries(field.map(({ name, dataType }) => [name, dataType]));
    expect(types).toMatchObject({
      start: 'sc:Integer',
      prediction_probability: 'sc:Float',
      claim_checkworthy: 'sc:Boolean',
      article_published_at: 'sc:Date',
      article_url: 'sc:URL',
      kind: ['sc:Text', 'cr:Label'],
      created_at: ['sc:Text', 'sc:DateTime'],
    });
  });

  test('what has no rows, or was not asked for, has no record set', () => {
    const ids = (files: typeof FILES) => read({}, files).recordSet.map((set) => set['@id']);
    expect(ids(FILES)).toEqual([
      'annotations',
      'lines',
      'passes',
      'adjudication',
      'split_names',
      'splits',
      'licences',
    ]);
    const empty = FILES.map((file) => (file.name === 'passes.jsonl' ? { ...file, rows: 0 } : file));
    expect(ids(empty)).not.toContain('passes');
    expect(ids([])).toEqual([]);
  });

  test.each([...HARD_WORDS, 'plain'])(
    'JSON-LD expands it without loss, also with names like %j',
    async (words) => {
      const croissant = read({ name: words, notes: words, workspace: { slug: 'desk', name: words } });
      const [expanded] = (await jsonld.expand(croissant, { documentLoader: refuse })) as [
        Record<string, unknown>,
      ];
      expect(expanded['@type']).toEqual(['https://schema.org/Dataset']);
      const leaves = [...texts(expanded)];
      const wanted = [...texts({ ...croissant, '@context': undefined })].filter(
        (text) => !/^(sc|cr):/.test(text) && !/^@/.test(text),
      );
      for (const text of wanted)
        expect(
          leaves.some((leaf) => leaf === text || leaf.endsWith(`/${text}`) || leaf.endsWith(encodeURI(text))),
        ).toBe(true);
      const keys = [...keysIn(expanded)].filter((key) => !key.startsWith('@'));
      expect(
        keys.every((key) => /^https?:\/\//.test(key) || key.includes('/name') || key.includes('/url')),
      ).toBe(true);
      expect(keys).toContain('http://mlcommons.org/croissant/recordSet');
      expect(keys).toContain('http://mlcommons.org/croissant/isLiveDataset');
      expect(keys).toContain('http://purl.org/dc/terms/conformsTo');
      expect(keys).toContain('http://mlcommons.org/croissant/RAI/dataAnnotationProtocol');
    },
  );
});

const refuse = (url: string): never => {
  throw new Error(`Nothing is fetched: ${url}`);
};

const keysOf = (lines: readonly string[]): Set<string> =>
  new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));

function* texts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value) yield* texts(item);
  else if (isRecord(value)) for (const item of Object.values(value)) yield* texts(item);
}

function* keysIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* keysIn(item);
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value)) {
      yield key;
      yield* keysIn(item);
    }
}

const A_PASS = {
  id: uuid(500),
  articleId: uuid(1),
  revisionId: uuid(2),
  annotator: { id: uuid(3), name: 'Annotator 1' },
  completeKinds: ['claim' as const],
  submittedAt: '2026-03-01T09:30:00.000Z',
  revealedAt: '2026-03-02T09:30:00.000Z',
  annotations: [],
};
const A_DECISION = {
  id: uuid(600),
  articleId: uuid(1),
  revisionId: uuid(2),
  outcome: 'take' as const,
  origins: [],
  results: [],
  note: null,
  version: 1,
  supersedesId: null,
  isInForce: true,
  decidedBy: { id: uuid(4), name: 'Annotator 2' },
  decidedAt: '2026-03-02T09:30:00.000Z',
  withdrawn: null,
};
