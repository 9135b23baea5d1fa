import { beforeAll, describe, expect, test } from 'vitest';
import { pool } from '@/lib/data/database';
import type { QueryParts } from '@/lib/domain/annotation-filter';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { createSubset } from '@/lib/usecases/create-subset';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
import { showExport } from '@/lib/usecases/show-export';
import { aMember, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';
import { type FilteredRows, manyAnnotations } from '@/tests/support/filtered-rows';
import { rowsFromCsv } from '../export/csv-reader';
import { bytesOf, readableFrom, rowsOf } from '../export/readable';

let workspace: BuiltWorkspace;
let reader: Context;
let rows: FilteredRows;

beforeAll(async () => {
  const owner = await aMember({ role: 'owner' });
  workspace = owner.workspace;
  const people = [owner.user];
  for (let i = 0; i < 3; i++) people.push((await aMember({ workspace })).user);
  rows = await manyAnnotations(
    pool(),
    workspace.id,
    people.map(({ id }) => id),
    120,
  );
  reader = contextOf(owner.user);
  valueOf(
    await createSubset(reader, { slug: workspace.slug, body: { name: 'Claims', filter: { kind: 'claim' } } }),
  );
}, 60_000);

const bytes = async (format: ExportFormat, query: QueryParts = {}): Promise<Uint8Array> => {
  const asked = { ...query, format, allowLoss: 'true' };
  return bytesOf(valueOf(await exportWorkspace(reader, { slug: workspace.slug, query: asked })).body);
};
const exported = async (format: ExportFormat, query: QueryParts = {}): Promise<string> =>
  readableFrom(format, await bytes(format, query));
const recordsOf = async (query: QueryParts) =>
  (await exported('jsonl', query))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; id: string; [field: string]: unknown });

/** Ids of annotations that an export holds, whichever way the format names them. */
const idsIn = (text: string): string[] =>
  rows.annotations.map(({ id }) => id).filter((id) => text.includes(id));

const FILTERS: [string, QueryParts][] = [
  ['by kind', { kind: 'claim' }],
  ['by words and status', { words: 'rents', status: ['unverified', 'refuted', 'pending', 'in_review'] }],
  ['by subset', { subset: 'claims', tag: 'budget' }],
  ['by source', { source: 'quint' }],
];

describe.each(FILTERS)('an export %s', (_, query) => {
  test('holds what the search finds, in every format that names annotations', async () => {
    const { items } = valueOf(
      await findAnnotations(reader, { slug: workspace.slug, query: { ...query, limit: '500' } }),
    );
    const found = items.map(({ id }) => id).sort();
    expect(found.length).toBeGreaterThan(0);
    const counts = valueOf(await countAnnotations(reader, { slug: workspace.slug, query }));
    expect(counts.total).toBe(found.length);
    for (const format of ['csv', 'parquet', 'w3c', 'brat', 'webanno', 'labelstudio', 'doccano'] as const) {
      const text = await exported(format, query);
      // Doccano's form numbers its marks; brat, WebAnno and Label Studio name ours in notes or results.
      if (format !== 'doccano' && format !== 'webanno') expect(idsIn(text).sort(), format).toEqual(found);
    }
    expect((await rowsFromCsv(await exported('csv', query))).length - 1).toBe(found.length);
    expect(await rowsOf(await bytes('parquet', query))).toHaveLength(found.length);
  });

  test('leaves out articles in which nothing fits, unless they are asked for', async () => {
    const fitting = new Set(
      valueOf(
        await findAnnotations(reader, { slug: workspace.slug, query: { ...query, limit: '500' } }),
      ).items.map(({ article }) => article.id),
    );
    const articlesOf = async (more: QueryParts) =>
      (await recordsOf({ ...query, ...more })).filter(({ type }) => type === 'article').map(({ id }) => id);
    expect(new Set(await articlesOf({}))).toEqual(fitting);
    expect(await articlesOf({ articles: 'all' })).toHaveLength(rows.articles.length);
    const shown = valueOf(await showExport(reader, { slug: workspace.slug, query }));
    expect(shown.articles).toBe(fitting.size);
  });
});

test('the lossless form of a part holds what belongs to it, says so, and restores nothing', async () => {
  const records = await recordsOf({ source: 'lima', text: 'full' });
  expect(records[0]).toMatchObject({
    type: 'touchstone',
    part: { filter: 'source=lima', articles: 'fitting' },
  });
  const ids = new Set(records.filter(({ type }) => type === 'annotation').map(({ id }) => id));
  expect(ids.size).toBeGreaterThan(0);
  for (const { type, annotationId } of records)
    if (type === 'verification' || type === 'factCheck') expect(ids).toContain(annotationId);
  const named = rows.annotations.filter(({ id }) => ids.has(id)).flatMap(({ sources }) => sources);
  expect(new Set(records.filter(({ type }) => type === 'source').map(({ id }) => id))).toEqual(
    new Set(named),
  );
  expect(records.some(({ type }) => type === 'subset')).toBe(false);

  const empty = await aMember({ role: 'owner' });
  const lines = (async function* () {
    for (const record of records) yield JSON.stringify(record);
  })();
  const restored = valueOf(
    await restoreWorkspace(contextOf(empty.user), { slug: empty.workspace.slug, lines }),
  );
  expect(restored.isRestored).toBe(false);
  expect(restored.refused[0]?.reason).toMatch(/part of a workspace/);
});

test('a filter that everything fits gives the same rows as none', async () => {
  for (const format of EXPORT_FORMATS) {
    if (format === 'jsonl') continue;
    const all = await bytes(format, { kind: 'claim,quote,prediction', articles: 'all' });
    expect(Buffer.from(all).equals(Buffer.from(await bytes(format))), format).toBe(true);
  }
});

test('the name of the file says that it is a part', async () => {
  const nameOf = async (query: QueryParts) =>
    valueOf(
      await exportWorkspace(reader, {
        slug: workspace.slug,
        query: { format: 'csv', text: 'full', ...query },
      }),
    ).fileName;
  expect(await nameOf({})).toBe(`${workspace.slug}-full.csv`);
  expect(await nameOf({ kind: 'claim' })).toBe(`${workspace.slug}-part-full.csv`);
});

test('losses are counted of what fits alone', async () => {
  const lossesOf = async (query: QueryParts) =>
    valueOf(
      await countAnnotations(reader, { slug: workspace.slug, query: { ...query, losses: 'doccano,csv' } }),
    ).losses;
  const [all, claims] = [await lossesOf({}), await lossesOf({ kind: 'claim' })];
  expect(claims!.doccano!.losses).toBeLessThan(all!.doccano!.losses);
  expect(all!.csv).toMatchObject({ losses: 0 });
});

test('an unknown key is refused before anything is read', async () => {
  const refused = await exportWorkspace(reader, {
    slug: workspace.slug,
    query: { format: 'csv', colour: 'red' },
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input', message: /^colour: / } });
  expect(codeOf(await findAnnotations(reader, { slug: workspace.slug, query: { cursor: 'x' } }))).toBe(
    'invalid_input',
  );
});
