import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvChunks } from '@/lib/export/csv';
import { joinedChunks } from '@/lib/export/chunks';
import { PARQUET_COLUMNS, parquetChunks } from '@/lib/export/parquet';
import { temporaryFolder } from '../support/temporary-folder';
import { hardDocument } from './adversarial';
import { bytesOf } from './readable';
import { hardRows, streamOf, textOf, uuid } from './records-fixture';

/** Rows of many texts with all that breaks offsets and cells; each text has a revision, each mark an id of its own. */
const ROWS = [
  ...hardRows(),
  ...fc.sample(hardDocument, { numRuns: 300, seed: 11 }).flatMap(({ rows }, text) =>
    rows.map((row, i) => ({
      ...row,
      annotation: { ...row.annotation, id: uuid(10_000 + text * 10 + i), revisionId: uuid(5_000 + text) },
      revision: { ...row.revision, id: uuid(5_000 + text) },
    })),
  ),
];

/** Both tables in full, as files, and a DuckDB that reads them. */
async function reader() {
  const folder = temporaryFolder();
  const parquet = path.join(folder, 'annotations.parquet');
  const csv = path.join(folder, 'annotations.csv');
  writeFileSync(parquet, await bytesOf(parquetChunks({ text: 'full' }, streamOf(ROWS))));
  writeFileSync(csv, await textOf(joinedChunks(csvChunks({ text: 'full' }, streamOf(ROWS)))));
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await connection.run(`CREATE VIEW marks AS SELECT * FROM read_parquet('${parquet}')`);
  await connection.run(
    `CREATE VIEW cells AS SELECT * FROM read_csv('${csv}', header = true, all_varchar = true)`,
  );
  return async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

test('DuckDB reads the Parquet file with its types and all rows', async () => {
  const ask = await reader();
  const columns = await ask('DESCRIBE marks');
  const types = { STRING: 'VARCHAR', INT32: 'INTEGER', DOUBLE: 'DOUBLE', BOOLEAN: 'BOOLEAN' };
  expect(columns.map(({ column_name, column_type }) => [column_name, column_type])).toEqual(
    PARQUET_COLUMNS.map(({ name, type }) => [name, types[type]]),
  );
  expect(await ask('SELECT annotation_id FROM marks ORDER BY annotation_id')).toEqual(
    ROWS.map(({ annotation }) => ({ annotation_id: annotation.id })).sort((a, b) =>
      a.annotation_id < b.annotation_id ? -1 : 1,
    ),
  );
});

test('joined with its text, every span holds its words: DuckDB counts code points too', async () => {
  const ask = await reader();
  const held = await ask(`
    WITH texts AS (SELECT revision_id, any_value(revision_text) AS text FROM marks GROUP BY revision_id),
      spans AS (SELECT annotation_id, revision_id,
        unnest(from_json(spans, '[{"start":"INTEGER","end":"INTEGER","exact":"VARCHAR"}]')) AS span FROM marks)
    SELECT span.exact = substring(text, span.start + 1, span."end" - span.start) AS holds, count(*)::int AS spans
    FROM spans JOIN texts USING (revision_id) GROUP BY holds`);
  expect(held).toEqual([{ holds: true, spans: ROWS.flatMap(({ annotation }) => annotation.spans).length }]);
});

test('the CSV file has the same rows: cells differ only where a formula was made harmless', async () => {
  const ask = await reader();
  const [compared] = await ask(`
    SELECT count(*)::int AS rows, count(*) FILTER (exact = c.words)::int AS same,
      count(*) FILTER (exact <> c.words AND c.words <> '''' || exact)::int AS other
    FROM marks JOIN (SELECT annotation_id, exact AS words FROM cells) c USING (annotation_id)`);
  expect(compared).toMatchObject({ rows: ROWS.length, other: 0 });
  expect(compared!.same).toBeGreaterThan(0);
});
