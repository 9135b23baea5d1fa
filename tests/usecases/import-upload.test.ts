import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { env } from '@/lib/env';
import type { ImportProgress, ImportReport } from '@/lib/domain/import-report';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importUpload } from '@/lib/usecases/import-upload';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { takeBackImport } from '@/lib/usecases/take-back-import';
import { bytesOf } from '@/tests/export/readable';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const TEXT = 'The pier 👩‍👩‍👧 opens.\r\nThe fee is =1+1 crowns, the office said.';
let editor: Context;
let workspace: BuiltWorkspace;

beforeEach(async () => {
  const { user, workspace: made } = await aMember({ role: 'editor' });
  [editor, workspace] = [contextOf(user), made];
});

const sending = (
  query: object,
  files: Record<string, string | Uint8Array>,
  context = editor,
  slug = workspace.slug,
) => {
  const told: ImportProgress[] = [];
  const open = async function* () {
    for (const [name, content] of Object.entries(files)) yield { name, body: inPieces(Buffer.from(content)) };
  };
  return importUpload(context, { slug, query, open, onProgress: (progress) => told.push(progress) }).then(
    (outcome): [Result<ImportReport, Failure>, ImportProgress[]] => [outcome, told],
  );
};
const sent = async (query: object, files: Record<string, string | Uint8Array>): Promise<ImportReport> =>
  valueOf((await sending(query, files))[0]);
/** Odd pieces, so that characters are cut in two. */
async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}
const doccano = (...labels: [number, number, string][]) =>
  `${JSON.stringify({ text: TEXT, label: labels })}\n`;

describe('a file of another tool', () => {
  test('brings its texts and marks; what is refused is listed by line; sent again it changes nothing', async () => {
    const file = `${doccano([4, 14, 'claim'], [30, 41, 'quote'], [0, 3, 'song'], [900, 901, 'claim'])}nonsense\n`;
    const [outcome, told] = await sending(
      { format: 'doccano', name: 'labels.jsonl' },
      { 'labels.jsonl': file },
    );
    const report = valueOf(outcome);
    expect(report).toMatchObject({ created: 2, unchanged: 0, documents: [{ outcome: 'imported' }] });
    expect(report.refused.map(({ at }) => at).sort()).toEqual([
      'labels.jsonl line 1, label 3',
      'labels.jsonl line 1, label 4',
      'labels.jsonl line 2',
    ]);
    expect(told.at(-1)).toEqual({ done: 1, of: 1, unit: 'texts' });
    const spans = await database().anchorSpan.findMany({ orderBy: { start: 'asc' } });
    const own = spans.filter(({ annotationId }) => report.annotationIds.includes(annotationId));
    // The CRLF before the second mark has become one character.
    expect(own.map(({ exact }) => exact)).toEqual([
      'pier 👩‍👩‍👧',
      [...TEXT.replace('\r\n', '\n')].slice(29, 40).join(''),
    ]);
    expect(readdirSync(path.join(env().DATA_DIR, 'uploads'))).toEqual([]);
  });

  test.each(['w3c', 'brat', 'webanno', 'labelstudio'] as const)(
    '%s that was exported here is known again',
    async (format) => {
      const article = await anArticle(editor, workspace.slug);
      await anAnnotation(editor, article, 'claim', 'the pier 👩‍👩‍👧 was closed');
      const exported = valueOf(
        await exportWorkspace(editor, {
          slug: workspace.slug,
          query: { format, text: 'full', allowLoss: 'true' },
        }),
      );
      const bytes = await bytesOf(exported.body);
      expect(await sent({ format }, { [exported.fileName]: bytes })).toMatchObject({
        created: 0,
        unchanged: 1,
        refused: [],
        documents: [{ outcome: 'duplicate', articleId: article.id }],
      });
    },
  );

  test('in an archive that is damaged, or not UTF-8, is listed', async () => {
    const damaged = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]);
    expect((await sent({ format: 'brat', name: 'x.zip' }, { 'x.zip': damaged })).refused[0]).toEqual({
      at: 'x.zip',
      reason: 'It is a damaged archive.',
    });
    const archive = zipSync({
      'a.txt': new Uint8Array([0xff]),
      'b.txt': Buffer.from('Words.'),
      'b.ann': Buffer.from(''),
    });
    const report = await sent({ format: 'brat' }, { 'x.zip': archive });
    expect(report).toMatchObject({
      documents: [{ at: 'b.txt', outcome: 'imported' }],
      refused: [{ at: 'a.txt', reason: 'It is not valid UTF-8.' }],
    });
    expect(
      (await sent({ format: 'doccano', name: 'y' }, { y: new Uint8Array([0xff]) })).refused,
    ).toHaveLength(1);
  });

  test('that is empty, of no known format, or missing is refused', async () => {
    expect(codeOf((await sending({ format: 'doccano' }, { x: '' }))[0])).toBe('invalid_input');
    expect(codeOf((await sending({ format: 'doccano' }, {}))[0])).toBe('invalid_input');
    expect(codeOf((await sending({ format: 'csv' }, { x: 'x' }))[0])).toBe('invalid_input');
  });
});

describe('what an import made', () => {
  test('is taken back, but for what somebody has changed since', async () => {
    const { annotationIds } = await sent(
      { format: 'doccano' },
      { x: doccano([4, 8, 'claim'], [30, 33, 'quote']) },
    );
    const [first, second] = annotationIds as [string, string];
    valueOf(await reviseAnnotation(editor, { id: second, ifMatch: '1', body: { tags: ['kept'] } }));
    const back = () => takeBackImport(editor, { slug: workspace.slug, body: { annotationIds } });
    expect(valueOf(await back())).toEqual({ deleted: 1, kept: [second] });
    expect(valueOf(await back())).toEqual({ deleted: 0, kept: [first, second] });
    valueOf(await restoreAnnotation(editor, { id: first, ifMatch: '2' }));
    const colleague = contextOf((await aMember({ workspace, role: 'editor' })).user);
    const others = await takeBackImport(colleague, { slug: workspace.slug, body: { annotationIds } });
    expect(valueOf(others)).toEqual({ deleted: 0, kept: annotationIds });
  });
});

describe('a whole workspace', () => {
  let file: Uint8Array;
  let owner: Context;
  let slug: string;
  beforeAll(async () => {
    const { user, workspace: full } = await aMember({ role: 'owner' });
    const context = contextOf(user);
    await anAnnotation(context, await anArticle(context, full.slug), 'claim', 'the pier 👩‍👩‍👧 was closed');
    const query = { format: 'jsonl', text: 'full' };
    file = await bytesOf(valueOf(await exportWorkspace(context, { slug: full.slug, query })).body);
  });
  beforeEach(async () => {
    const { user, workspace: empty } = await aMember({ role: 'owner' });
    [owner, slug] = [contextOf(user), empty.slug];
  });

  test('is for owners, and for an empty workspace of an installation that has not got it', async () => {
    expect(codeOf((await sending({ format: 'jsonl' }, { x: file }))[0])).toBe('forbidden');
    const [here] = await sending({ format: 'jsonl' }, { x: file }, owner, slug);
    expect(here).toMatchObject({ ok: false, error: { code: 'import_refused', created: 0 } });
    const { refused } = (here as unknown as { error: Failure & { refused: { at: string }[] } }).error;
    expect(refused[0]).toEqual({ at: 'line 2', reason: 'This workspace is on this server already.' });
    await anArticle(owner, slug);
    expect(codeOf((await sending({ format: 'jsonl' }, { x: file }, owner, slug))[0])).toBe('not_empty');
  });

  const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  /** The same workspace under ids that nothing here has. */
  const anotherOne = (): string => {
    const ids = new Map<string, string>();
    return Buffer.from(file)
      .toString()
      .replace(ID, (id) => ids.get(id) ?? ids.set(id, owner.newId()).get(id)!);
  };

  test.each([
    (id: string) => id,
    (id: string) => id.toUpperCase(),
    (id: string) => id.replaceAll('-', ''),
    (id: string) => `{${id}}`,
  ])('writes nothing into another workspace, however that is named (%#)', async (named) => {
    const { id: annotationId, revisionId } = Buffer.from(file)
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { type: string; id: string; revisionId: string })
      .find(({ type }) => type === 'annotation')!;
    const forged = JSON.stringify({
      ...{ type: 'verification', id: owner.newId(), annotationId: named(annotationId), revisionId },
      ...{ status: 'supported', rationale: 'Because.', searches: [], evidence: [], seq: 9, approval: null },
      ...{ criteriaPostHoc: false, createdAt: '2026-01-01T00:00:00Z', verifier: { id: owner.actor.userId } },
    });
    const lines = anotherOne().trimEnd().split('\n');
    const body = [...lines.slice(0, -1), forged, lines.at(-1)!].join('\n');
    const [outcome] = await sending({ format: 'jsonl' }, { x: body }, owner, slug);
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        refused: [{ at: `line ${lines.length}`, reason: 'It refers to something that is not in this file.' }],
      },
    });
    expect(await database().verification.count({ where: { annotationId } })).toBe(0);
  });

  test('comes with its lines told as they are read, also with other line ends', async () => {
    const renamed = anotherOne().replaceAll('\n', '\r\n');
    const [outcome, told] = await sending({ format: 'jsonl' }, { x: renamed }, owner, slug);
    expect(valueOf(outcome)).toMatchObject({
      format: 'jsonl',
      created: 1,
      refused: [],
      records: { article: 1, annotation: 1 },
    });
    expect(told.at(-1)).toEqual({
      done: Buffer.byteLength(renamed),
      of: Buffer.byteLength(renamed),
      unit: 'bytes',
    });
  });

  test('that is not UTF-8 is refused', async () => {
    const [outcome] = await sending(
      { format: 'jsonl' },
      { x: new Uint8Array([...file.slice(0, 200), 0xff, 10]) },
      owner,
      slug,
    );
    expect(codeOf(outcome)).toBe('invalid_utf8');
    expect(
      existsSync(path.join(env().DATA_DIR, 'uploads')) && readdirSync(path.join(env().DATA_DIR, 'uploads')),
    ).toEqual([]);
  });
});
