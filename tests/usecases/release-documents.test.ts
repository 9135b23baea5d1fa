import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Ajv2020 from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { database } from '@/lib/data/database';
import type { Release } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import type { Manifest } from '@/lib/release/manifest';
import type { Context } from '@/lib/usecases/context';
import { createRelease } from '@/lib/usecases/create-release';
import { makeRelease } from '@/lib/usecases/make-release';
import { showRelease } from '@/lib/usecases/show-release';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { rowsFromCsv } from '@/tests/export/csv-reader';
import { readableFrom } from '@/tests/export/readable';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, aWorkspace, contextOf } from '@/tests/support/builders';
import { fillWithEveryRecord } from '@/tests/support/every-record';
import { valueOf } from '@/tests/support/failure-code';

const SLUG = 'release-documents';
let owner: Context;
let first: Release;
let second: Release;

const pathOf = ({ id }: Release, name: string): string =>
  path.join(env().DATA_DIR, 'releases', id, 'files', name);
const bytesOf = (release: Release, name: string): Buffer => fs.readFileSync(pathOf(release, name));
const textOf = (release: Release, name: string): string => bytesOf(release, name).toString('utf8');
const jsonOf = <T>(release: Release, name: string): T => JSON.parse(textOf(release, name)) as T;
const linesOf = (release: Release, name: string): Record<string, unknown>[] =>
  textOf(release, name)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function made(version: string): Promise<Release> {
  const body = { name: 'Ferries | =1+1', version, notes: '- **first**', licence: 'cc by 4.0' };
  const { id } = valueOf(await createRelease(owner, { slug: SLUG, body })).release;
  expect(await makeRelease(id, { now: () => new Date() })).toBe('ready');
  return valueOf(await showRelease(owner, { id })).release;
}

beforeAll(async () => {
  const workspace = await aWorkspace({ slug: SLUG, name: 'The "desk" | 🙂' });
  const { user } = await aMember({ workspace, role: 'owner', user: await aUser({ name: 'Orla Zwickmayr' }) });
  owner = contextOf(user);
  await fillWithEveryRecord(owner, { slug: SLUG, workspaceId: workspace.id });
  first = await made('1.0.0');
  const article = await anArticle(owner, SLUG);
  const annotation = await anAnnotation(owner, article, 'claim', 'ferry');
  valueOf(
    await verifyAnnotation(owner, {
      id: annotation.id,
      body: {
        status: 'supported',
        rationale: 'As Orla Zwickmayr found, the timetable says so.',
        evidence: [{ stance: 'supports', url: 'https://ferry.example/timetable' }],
      },
    }),
  );
  second = await made('1.1.0');
}, 300_000);

describe('the files of a release', () => {
  test('are what SHA256SUMS, the manifest and Croissant say', () => {
    const sums = textOf(first, 'SHA256SUMS').trim().split('\n');
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      fs
        .readdirSync(path.dirname(pathOf(first, 'x')))
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
    for (const line of sums)
      expect(
        createHash('sha256')
          .update(bytesOf(first, line.slice(66)))
          .digest('hex'),
      ).toBe(line.slice(0, 64));
    const croissant = jsonOf<{ distribution: { name: string; sha256: string; contentSize: string }[] }>(
      first,
      'croissant.json',
    );
    expect(croissant.distribution.length).toBeGreaterThan(25);
    for (const { name, sha256, contentSize } of croissant.distribution) {
      expect(sums).toContain(`${sha256}  ${name}`);
      expect(contentSize).toBe(`${bytesOf(first, name).length} B`);
    }
  });

  test('fit schema.json, line by line', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(jsonOf<object>(first, 'schema.json'), 'release');
    const complaints = (part: string, line: unknown) => {
      const validate = ajv.getSchema(`release#/$defs/${part}`);
      if (!validate) throw new Error(`schema.json does not know ${part}.`);
      return validate(line) ? [] : validate.errors;
    };
    for (const line of linesOf(first, 'dataset.jsonl'))
      expect(complaints(String(line.type), line), String(line.type)).toEqual([]);
    const passes = linesOf(first, 'passes.jsonl');
    const decisions = linesOf(first, 'adjudication.jsonl');
    expect(passes.length).toBeGreaterThan(1);
    expect(decisions.length).toBeGreaterThan(1);
    for (const line of passes) expect(complaints('passLine', line)).toEqual([]);
    for (const line of decisions) expect(complaints('adjudicationLine', line)).toEqual([]);
    const marks = new Set(
      passes.flatMap(({ annotations }) => (annotations as { id: string }[]).map(({ id }) => id)),
    );
    for (const { origins } of decisions)
      for (const { annotationId } of origins as { annotationId: string }[])
        expect(marks).toContain(annotationId);
  });

  test('have every column that Croissant names', () => {
    const { recordSet } = jsonOf<{
      recordSet: { field: { source?: { fileObject: { '@id': string }; extract: { column: string } } }[] }[];
    }>(first, 'croissant.json');
    const sources = recordSet.flatMap(({ field }) => field.flatMap(({ source }) => source ?? []));
    expect(sources.length).toBeGreaterThan(80);
    for (const { fileObject, extract } of sources) {
      const name = fileObject['@id'];
      if (name.endsWith('.csv')) expect(rowsFromCsv(textOf(first, name))[0]).toContain(extract.column);
      if (name.endsWith('.jsonl'))
        expect(
          linesOf(first, name).some((line) => extract.column in line),
          extract.column,
        ).toBe(true);
    }
  });

  test('are read and joined by DuckDB as the card says', async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjects();
    const manifest = jsonOf<Manifest>(first, 'manifest.json');
    const [{ n, split }] = (await rowsOf(
      `SELECT count(*)::INT AS n, count(s.split_by_story)::INT AS split
       FROM '${pathOf(first, 'annotations.parquet')}' a JOIN '${pathOf(first, 'splits.csv')}' s USING (article_id)`,
    )) as [{ n: number; split: number }];
    expect([n, split]).toEqual([manifest.counts.annotations, manifest.counts.annotations]);
    const passes = await rowsOf(
      `SELECT annotator.name AS name, len(annotations)::INT AS n FROM '${pathOf(first, 'passes.jsonl')}'`,
    );
    expect(passes.map(({ name }) => String(name)).every((name) => /^Annotator \d+$/.test(name))).toBe(true);
    expect(passes.reduce((sum, row) => sum + Number(row.n), 0)).toBe(manifest.passes.annotations);
    const licences = await rowsOf(`SELECT article_id FROM '${pathOf(first, 'LICENCES.csv')}'`);
    expect(licences).toHaveLength(manifest.counts.articles);
    connection.closeSync();
  });

  test('name nobody, whatever they are packed in, but where the card tells of it', async () => {
    const users = await database().user.findMany({
      where: { memberships: { some: { workspace: { slug: SLUG } } } },
      select: { id: true, name: true },
    });
    expect(users.length).toBeGreaterThan(2);
    const told: string[] = [];
    const formats = new Map(Object.entries(RELEASE_FILE_NAMES).map(([format, name]) => [name, format]));
    for (const { name } of first.files) {
      const format = formats.get(name) as ExportFormat | undefined;
      const text = format ? await readableFrom(format, bytesOf(first, name)) : textOf(first, name);
      // Not toContain, which would print the file.
      for (const user of users) {
        expect(text.includes(user.id), `${name}: ${user.id}`).toBe(false);
        for (const line of text.split('\n').filter((words) => words.includes(user.name))) told.push(line);
      }
    }
    expect(told.map((line) => line.slice(0, 2_000))).toEqual([]);
    expect(textOf(second, 'README.md')).toMatch(
      /- `verification [0-9a-f-]{36}`, `verification\.rationale`: Annotator \d+/,
    );
    expect(textOf(second, 'README.md')).not.toContain('Orla Zwickmayr');
    expect(textOf(second, 'dataset.jsonl')).toContain('As Orla Zwickmayr found');
  });

  test('hold the canary where they have a place for it', () => {
    const { canary } = jsonOf<Manifest>(first, 'manifest.json');
    expect(canary).toContain(first.id);
    for (const name of [
      'README.md',
      'CITATION.cff',
      'croissant.json',
      'CHANGELOG.md',
      'schema.json',
      'splits.json',
    ])
      expect(textOf(first, name), name).toContain(canary);
    for (const name of [
      'dataset.jsonl',
      'passes.jsonl',
      'adjudication.jsonl',
      'annotations.conll',
      'agreement.json',
    ])
      expect(textOf(first, name), name).toContain(canary);
    expect(bytesOf(first, 'annotations.parquet').includes(canary)).toBe(true);
  });

  test('say what changed, what they are called and under which licence', () => {
    expect(textOf(first, 'CHANGELOG.md')).toContain('The first release of this name');
    const changelog = textOf(second, 'CHANGELOG.md');
    expect(changelog).toMatch(/Since 1\\\.0\.0/);
    expect(changelog).toMatch(/^- added claim /m);
    expect(changelog.match(/^## /gm)).toHaveLength(2);
    const cff = parse(textOf(second, 'CITATION.cff')) as Record<string, unknown>;
    expect(cff).toMatchObject({ title: 'Ferries | =1+1', version: '1.1.0', license: 'CC-BY-4.0' });
    const card = textOf(second, 'README.md');
    expect(parse(/^---\n([\s\S]*?)\n---\n/.exec(card)![1]!)).toMatchObject({ license: 'cc-by-4.0' });
    expect(card).toContain('> \\- \\*\\*first\\*\\*');
  });

  test('the same people have the same ids in both releases of a workspace', () => {
    const idsIn = (release: Release) =>
      new Set(linesOf(release, 'passes.jsonl').map(({ annotator }) => (annotator as { id: string }).id));
    expect(idsIn(second)).toEqual(idsIn(first));
  });
});
