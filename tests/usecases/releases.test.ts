import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { typescriptProgram, TYPESCRIPT_ENVIRONMENT } from '@/cli/boot/command-line.mjs';
import { database, pool } from '@/lib/data/database';
import { findRelease, TakenRelease } from '@/lib/data/releases';
import type { Article } from '@/lib/domain/article';
import type { Release, ReleaseFile } from '@/lib/domain/release';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import { awaitRelease } from '@/lib/usecases/await-release';
import type { Context } from '@/lib/usecases/context';
import { createRelease } from '@/lib/usecases/create-release';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { diffReleasesOf } from '@/lib/usecases/diff-releases';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { listReleases } from '@/lib/usecases/list-releases';
import { makeRelease } from '@/lib/usecases/make-release';
import { openReleaseFile } from '@/lib/usecases/open-release-file';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { readReleaseDocument } from '@/lib/usecases/read-release-document';
import { retryRelease } from '@/lib/usecases/retry-release';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showRelease } from '@/lib/usecases/show-release';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyRelease } from '@/lib/usecases/verify-release';
import { releaseWorker } from '@/lib/usecases/work-on-releases';
import { aPut, anAnnotation, anArticle } from '../support/article-builders';
import { aMember, aUser, type BuiltWorkspace, contextOf } from '../support/builders';
import { fillWithEveryRecord } from '../support/every-record';
import { codeOf, valueOf } from '../support/failure-code';
import { bytesOf } from '../export/readable';

const clock = { now: () => new Date() };

interface Desk {
  workspace: BuiltWorkspace;
  owner: Context;
  article: Article;
}

/** A workspace with an article of two claims. */
async function aDesk(): Promise<Desk> {
  const { user, workspace } = await aMember({ role: 'owner', user: await aUser({ name: 'Orla Quist' }) });
  const owner = contextOf(user);
  const article = await anArticle(owner, workspace.slug);
  await anAnnotation(owner, article, 'claim', 'mayor');
  await anAnnotation(owner, article, 'claim', 'ferry');
  return { workspace, owner, article };
}

let version = 0;
const asked = async ({ owner, workspace }: Desk, more: object = {}): Promise<Release> => {
  const body = { name: 'Ferries', version: `1.0.${version++}`, ...more };
  return valueOf(await createRelease(owner, { slug: workspace.slug, body })).release;
};

async function made(desk: Desk, more: object = {}): Promise<Release> {
  const { id } = await asked(desk, more);
  expect(await makeRelease(id, clock)).toBe('ready');
  return valueOf(await showRelease(desk.owner, { id })).release;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const folderOf = (id: string): string => path.join(env().DATA_DIR, 'releases', id);
const fileOf = ({ files }: Release, name: string): ReleaseFile => files.find((file) => file.name === name)!;

async function bytesOfFile(desk: Desk, id: string, name: string): Promise<Uint8Array> {
  return bytesOf(valueOf(await openReleaseFile(desk.owner, { id, name })).body);
}
const textOfFile = async (desk: Desk, id: string, name: string): Promise<string> =>
  Buffer.from(await bytesOfFile(desk, id, name)).toString('utf8');

/** Everything that lies in the folder of a release, as one text. */
const everythingIn = (id: string, area: 'frozen' | 'files'): string =>
  fs
    .readdirSync(path.join(folderOf(id), area))
    .map((name) => fs.readFileSync(path.join(folderOf(id), area, name), 'latin1'))
    .join('\n');

describe('a release', () => {
  let desk: Desk;
  let release: Release;
  beforeAll(async () => {
    desk = await aDesk();
    release = await made(desk, { notes: 'The first one.' });
  }, 120_000);

  test('has every format with its loss report and the documents, each with the hash that it says', async () => {
    const names = release.files.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['dataset.jsonl', 'annotations.csv', 'annotations.parquet', 'brat.zip', 'webanno.zip'],
        ...[
          'passes.jsonl',
          'adjudication.jsonl',
          'agreement.json',
          'guideline.md',
          'splits.json',
          'splits.csv',
        ],
        ...['README.md', 'CITATION.cff', 'croissant.json', 'schema.json', 'LICENCES.csv', 'CHANGELOG.md'],
        ...['manifest.json', 'SHA256SUMS'],
      ]),
    );
    expect(names.filter((name) => name.endsWith('.loss.json'))).toHaveLength(EXPORT_FORMATS.length);
    for (const file of release.files) {
      const bytes = await bytesOfFile(desk, release.id, file.name);
      expect({ name: file.name, sha256: sha256(bytes), bytes: bytes.length }).toEqual({
        name: file.name,
        sha256: file.sha256,
        bytes: file.bytes,
      });
    }
    expect(fileOf(release, 'manifest.json').sha256).toBe(release.manifestSha256);
  });

  test('names all its files in the manifest', async () => {
    const manifest = JSON.parse(await textOfFile(desk, release.id, 'manifest.json')) as {
      files: ReleaseFile[];
    };
    const told = release.files.filter(({ name }) => name !== 'manifest.json' && name !== 'SHA256SUMS');
    expect(manifest.files.map(({ name, sha256 }) => [name, sha256]).sort()).toEqual(
      told.map(({ name, sha256 }) => [name, sha256]).sort(),
    );
  });

  test('lies in a folder that nobody else on the machine can open', () => {
    expect(fs.statSync(folderOf(release.id)).mode & 0o077).toBe(0);
    for (const area of ['frozen', 'files'])
      for (const name of fs.readdirSync(path.join(folderOf(release.id), area)))
        expect(fs.statSync(path.join(folderOf(release.id), area, name)).mode & 0o077).toBe(0);
  });

  test('never changes and is never deleted', async () => {
    const { id } = release;
    await expect(pool().query(`UPDATE release SET notes = 'Others' WHERE id = $1`, [id])).rejects.toThrow(
      'is ready',
    );
    await expect(pool().query(`UPDATE release SET state = 'failed' WHERE id = $1`, [id])).rejects.toThrow();
    await expect(pool().query('DELETE FROM release WHERE id = $1', [id])).rejects.toThrow('is ready');
    expect(await makeRelease(id, clock)).toBe('settled');
  });

  test('serves no file that it does not name, however it is asked for', async () => {
    for (const name of ['about.json', '../frozen/about.json', 'records.jsonl', '..', '', 'README.md.part'])
      expect(codeOf(await openReleaseFile(desk.owner, { id: release.id, name }))).toBe('not_found');
  });

  test('is not there for strangers, and is read by readers', async () => {
    const stranger = contextOf(await aUser());
    const { user } = await aMember({ workspace: desk.workspace, role: 'reader' });
    const reader = contextOf(user);
    const { slug } = desk.workspace;
    expect(codeOf(await showRelease(stranger, { id: release.id }))).toBe('not_found');
    expect(codeOf(await openReleaseFile(stranger, { id: release.id, name: 'README.md' }))).toBe('not_found');
    expect(codeOf(await diffReleasesOf(stranger, { id: release.id, query: { with: release.id } }))).toBe(
      'not_found',
    );
    expect(valueOf(await showRelease(reader, { id: release.id })).release.id).toBe(release.id);
    expect(codeOf(await createRelease(reader, { slug, body: { name: 'Mine', version: '1' } }))).toBe(
      'forbidden',
    );
  });

  test('is the same bytes when it is made once more, whatever has changed in the workspace', async () => {
    const changing = await aDesk();
    const before = await made(changing);
    const late = await anAnnotation(changing.owner, changing.article, 'quote', 'harbour');
    valueOf(await deleteAnnotation(changing.owner, { id: late.id, ifMatch: String(late.version) }));
    await anAnnotation(changing.owner, changing.article, 'claim', 'mayor');
    await pool().query(`UPDATE app_user SET name = 'Another Name' WHERE id = $1`, [
      changing.owner.actor.userId,
    ]);
    const verified = valueOf(await verifyRelease(changing.owner, { id: before.id }));
    expect(verified.files.filter((file) => !file.isReproduced || !file.isStored)).toEqual([]);
    expect(verified.isReproduced).toBe(true);
  }, 60_000);

  test('tells a file that was changed on the disk, and frozen rows that were', async () => {
    const touched = await made(desk);
    fs.appendFileSync(path.join(folderOf(touched.id), 'files', 'splits.csv'), 'x');
    const verified = valueOf(await verifyRelease(desk.owner, { id: touched.id }));
    expect(verified.isReproduced).toBe(false);
    expect(verified.files.filter(({ isStored }) => !isStored).map(({ name }) => name)).toEqual([
      'splits.csv',
    ]);
    fs.appendFileSync(path.join(folderOf(touched.id), 'frozen', 'records.jsonl'), '\n');
    const again = valueOf(await verifyRelease(desk.owner, { id: touched.id }));
    expect(again).toMatchObject({ isReproduced: false, files: [] });
  }, 60_000);
});

describe('asking for a release', () => {
  test('twice by the same words makes one; by others of the same name and version it is refused', async () => {
    const desk = await aDesk();
    const { slug } = desk.workspace;
    const body = { name: 'Ferries', version: '2.0.0', notes: 'As it is.' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => createRelease({ ...desk.owner, newId: v7 }, { slug, body })),
    );
    expect(new Set(answers.map((answer) => valueOf(answer).release.id)).size).toBe(1);
    expect(answers.map((answer) => valueOf(answer).outcome).sort()).toEqual([
      'created',
      'existing',
      'existing',
    ]);
    const other = await createRelease(desk.owner, { slug, body: { ...body, seed: 7 } });
    expect(codeOf(other)).toBe('release_exists');
    const { items } = valueOf(await listReleases(desk.owner, { slug, query: {} }));
    expect(items.map(({ name, version: v }) => `${name} ${v}`)).toEqual(['Ferries 2.0.0']);
  });

  test('refuses names, versions and choices that cannot be', async () => {
    const desk = await aDesk();
    const ask = (body: object) => createRelease(desk.owner, { slug: desk.workspace.slug, body });
    for (const body of [
      { name: '', version: '1' },
      { name: 'Ferries', version: '1 0' },
      { name: 'Ferries', version: '../1' },
      { name: 'Ferries', version: '1', formats: [] },
      { name: 'Ferries', version: '1', formats: ['pdf'] },
      { name: 'Ferries', version: '1', text: 'all' },
      { name: 'Ferries', version: '1', splits: { ratios: { train: 0, validation: 0, test: 0 } } },
    ])
      expect(codeOf(await ask(body))).toBe('invalid_input');
  });
});

describe('making a release', () => {
  test('is done by one, however many begin it at once', async () => {
    const desk = await aDesk();
    const { id } = await asked(desk);
    const outcomes = await Promise.all([1, 2, 3].map(() => makeRelease(id, clock)));
    expect(outcomes.filter((outcome) => outcome === 'ready')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== 'ready' && outcome !== 'elsewhere')).toEqual([]);
    expect((await findRelease(database(), id))!.attempt).toBe(1);
  }, 60_000);

  test('is refused to whoever lost it to another', async () => {
    const desk = await aDesk();
    const { id } = await asked(desk);
    const earlier = (await TakenRelease.take(id, new Date()))!;
    const later = (await TakenRelease.take(id, new Date()))!;
    await later.noteProgress({ step: 'Mine', done: 0, of: 1 }, new Date());
    await expect(earlier.noteProgress({ step: 'Not mine', done: 0, of: 1 }, new Date())).rejects.toThrow(
      'was taken over',
    );
  });

  test('goes on after a kill with the files that were done', async () => {
    const desk = await aDesk();
    const { id } = await asked(desk);
    const child = aMaker(id);
    await until(async () => ((await findRelease(database(), id))?.made.length ?? 0) >= 3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const left = (await findRelease(database(), id))!;
    expect(left.state).toBe('writing');
    // A report whose export was not there yet is counted once more.
    const names = left.made.map(({ name }) => name);
    const whole = names.filter((name) => names.includes(name.replace(/\.loss\.json$/, '')));
    const inodes = () => whole.map((name) => fs.statSync(path.join(folderOf(id), 'files', name)).ino);
    expect(whole.length).toBeGreaterThanOrEqual(2);
    const kept = inodes();
    // The dead process's hold on the release ends when the database sees its connection go.
    await until(async () => (await makeRelease(id, clock)) === 'ready');
    expect(inodes()).toEqual(kept);
    expect(fs.readdirSync(path.join(folderOf(id), 'files')).filter((name) => name.endsWith('.part'))).toEqual(
      [],
    );
    expect(valueOf(await verifyRelease(desk.owner, { id })).isReproduced).toBe(true);
  }, 120_000);

  test('tries again a few times, then says why it failed, and succeeds when the reason is gone', async () => {
    const desk = await aDesk();
    const { id } = await asked(desk);
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    onTestFinished(() => log.mockRestore());
    fs.mkdirSync(path.dirname(folderOf(id)), { recursive: true });
    fs.writeFileSync(folderOf(id), 'in the way');
    const outcomes = [];
    for (let i = 0; i < 4; i++) outcomes.push(await makeRelease(id, clock));
    expect(outcomes).toEqual(['again', 'again', 'again', 'failed']);
    const failed = valueOf(await showRelease(desk.owner, { id })).release;
    expect(failed).toMatchObject({ state: 'failed', files: [] });
    expect(failed.failure).toMatch(/Something went wrong/);
    fs.rmSync(folderOf(id));
    expect(valueOf(await retryRelease(desk.owner, { id })).state).toBe('waiting');
    expect(await makeRelease(id, clock)).toBe('ready');
  }, 60_000);

  test('is done by the process’s worker when it is asked for, and after another one died with it', async () => {
    const desk = await aDesk();
    const worker = releaseWorker();
    onTestFinished(() => worker.stop());
    const { id } = await asked(desk);
    await worker.ask(id);
    expect(await awaitRelease(id, { atMost: 30_000 })).toMatchObject({ id, state: 'ready' });
    await worker.look();
    // A job says which release and nothing else.
    const jobs = await pool().query<{ id: string; data: unknown; state: string }>(
      `SELECT id, data, state FROM pgboss.job WHERE name = 'release' AND id = $1`,
      [id],
    );
    expect(jobs.rows).toEqual([{ id, data: {}, state: 'completed' }]);

    const { id: left } = await asked(desk);
    await pool().query(`UPDATE release SET moved_at = now() - interval '1 minute' WHERE id = $1`, [left]);
    await worker.look();
    expect(await awaitRelease(left, { atMost: 30_000 })).toMatchObject({ state: 'ready' });
  }, 120_000);
});

describe('what is in a release', () => {
  test('is what the exports of the same instant hold', async () => {
    const desk = await aDesk();
    const formats: ExportFormat[] = [
      'csv',
      'w3c',
      'parquet',
      'brat',
      'conll',
      'webanno',
      'labelstudio',
      'doccano',
    ];
    for (const text of ['full', 'excerpts', 'offsets', 'licensed']) {
      const release = await made(desk, { text, pseudonyms: false, formats });
      for (const file of release.files.filter(({ format }) => format !== null)) {
        if (file.format === 'parquet' || file.format === 'conll') continue; // They hold the canary.
        const query = { format: file.format!, text, allowLoss: 'true' };
        const exported = valueOf(await exportWorkspace(desk.owner, { slug: desk.workspace.slug, query }));
        expect(`${file.format} ${text} ${file.sha256}`).toBe(
          `${file.format} ${text} ${sha256(await bytesOf(exported.body))}`,
        );
      }
    }
  }, 120_000);

  test('holds no word of a pass that is not revealed, and none where somebody still annotates blind', async () => {
    const desk = await aDesk();
    const { workspace, owner, article } = desk;
    const annotators = [];
    for (const name of ['Ivo Tamm', 'Mara Lind', 'Bo Varga']) {
      const { user } = await aMember({ workspace, user: await aUser({ name }) });
      annotators.push(contextOf(user));
    }
    const [open, submitted, late] = annotators as [Context, Context, Context];
    const mark = async (annotator: Context, word: string) =>
      valueOf(
        await putAnnotation(annotator, {
          id: v7(),
          body: { ...aPut(article, 'claim', ['mayor']), pass: 'mine', tags: [word] },
        }),
      );
    await mark(open, 'zaphira');
    await mark(submitted, 'quorlin');
    valueOf(await submitPass(submitted, { articleId: article.id, body: {} }));
    const first = await made(desk);
    for (const area of ['frozen', 'files'] as const)
      for (const word of ['zaphira', 'quorlin']) expect(everythingIn(first.id, area)).not.toContain(word);

    valueOf(await revealPasses(owner, { articleId: article.id, body: {} }));
    const second = await made(desk);
    expect(fileOf(second, 'passes.jsonl').rows).toBe(0);
    expect(everythingIn(second.id, 'files')).not.toContain('quorlin');

    valueOf(await submitPass(open, { articleId: article.id, body: {} }));
    valueOf(await revealPasses(owner, { articleId: article.id, body: {} }));
    const third = await made(desk);
    expect(fileOf(third, 'passes.jsonl').rows).toBe(2);
    expect(await textOfFile(desk, third.id, 'passes.jsonl')).toContain('quorlin');

    await mark(late, 'brimsel');
    const asLate = (name: string) => openReleaseFile(late, { id: third.id, name });
    for (const name of [
      'passes.jsonl',
      'adjudication.jsonl',
      'agreement.json',
      'dataset.jsonl',
      'annotations.csv',
    ])
      expect(codeOf(await asLate(name))).toBe('pass_open');
    expect(codeOf(await readReleaseDocument(late, { id: third.id, name: 'agreement.json' }))).toBe(
      'pass_open',
    );
    expect((await asLate('README.md')).ok).toBe(true);
    expect(codeOf(await diffReleasesOf(late, { id: third.id, query: { with: second.id } }))).toBe(
      'pass_open',
    );
    expect(await textOfFile(desk, third.id, 'passes.jsonl')).toContain('quorlin');
    const fourth = await made(desk);
    expect(fileOf(fourth, 'passes.jsonl').rows).toBe(0);
    expect(everythingIn(fourth.id, 'frozen')).not.toContain('brimsel');
  }, 120_000);

  test('names nobody who annotated or decided, unless that was asked for', async () => {
    const { user, workspace } = await aMember({
      role: 'owner',
      user: await aUser({ name: 'Orla Zwickmayr' }),
    });
    const owner = contextOf(user);
    await fillWithEveryRecord(owner, { slug: workspace.slug, workspaceId: workspace.id });
    const people = await pool().query<{ id: string; name: string }>(
      'SELECT u.id, u.name FROM membership m JOIN app_user u ON u.id = m.user_id WHERE m.workspace_id = $1',
      [workspace.id],
    );
    const desk = { workspace, owner, article: null as unknown as Article };
    const hidden = await made(desk, { text: 'full' });
    const text = everythingIn(hidden.id, 'files');
    for (const { id, name } of people.rows) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(JSON.stringify(Buffer.from(name).toString('latin1')));
    }
    expect(text).toContain('Annotator 1');
    const named = await made(desk, { text: 'full', pseudonyms: false });
    expect(await textOfFile(desk, named.id, 'dataset.jsonl')).toContain('Orla Zwickmayr');
    expect(valueOf(await verifyRelease(owner, { id: hidden.id })).isReproduced).toBe(true);
  }, 120_000);

  test('tells what changed since an earlier one, annotation by annotation', async () => {
    const desk = await aDesk();
    const before = await made(desk, { name: 'Harbours' });
    const added = await anAnnotation(desk.owner, desk.article, 'prediction', 'mayor');
    const after = await made(desk, { name: 'Harbours' });
    const diff = valueOf(await diffReleasesOf(desk.owner, { id: after.id, query: { with: before.id } }));
    expect(JSON.stringify(diff.items)).toContain(added.id);
    expect(diff.items).toHaveLength(1);
    const changelog = await textOfFile(desk, after.id, 'CHANGELOG.md');
    expect(changelog).toContain(added.id);
    expect(changelog.replaceAll('\\', '')).toContain(before.version);
    const same = valueOf(await diffReleasesOf(desk.owner, { id: after.id, query: { with: after.id } }));
    expect(same.items).toEqual([]);
  }, 60_000);
});

function aMaker(id: string): ChildProcess {
  const child = spawn(
    process.execPath,
    typescriptProgram('tests', 'support', 'release-maker.ts').concat(id),
    {
      env: { ...process.env, ...TYPESCRIPT_ENVIRONMENT },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let left = 600; left > 0; left--) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error('it never came to be');
}
