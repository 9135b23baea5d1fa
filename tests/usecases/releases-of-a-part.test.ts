import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { pool } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import type { Release } from '@/lib/domain/release';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import type { Manifest } from '@/lib/release/manifest';
import type { Context } from '@/lib/usecases/context';
import { createRelease } from '@/lib/usecases/create-release';
import { createSubset } from '@/lib/usecases/create-subset';
import { diffReleasesOf } from '@/lib/usecases/diff-releases';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { listReleases } from '@/lib/usecases/list-releases';
import { makeRelease } from '@/lib/usecases/make-release';
import { openPass } from '@/lib/usecases/open-pass';
import { openReleaseFile } from '@/lib/usecases/open-release-file';
import { previewRelease } from '@/lib/usecases/preview-release';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseSubset } from '@/lib/usecases/revise-subset';
import { showRelease } from '@/lib/usecases/show-release';
import { showReleaseManifest } from '@/lib/usecases/show-release-manifest';
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyRelease } from '@/lib/usecases/verify-release';
import { bytesOf } from '../export/readable';
import { aPut, anAnnotation, SAMPLE_RAW } from '../support/article-builders';
import { aMember, aUser, type BuiltWorkspace, contextOf } from '../support/builders';
import { codeOf, valueOf } from '../support/failure-code';

const clock = { now: () => new Date() };
const OTHER_RAW = `The bridge is mended

The engineer said the bridge would open in May. About 900 people cross it each day.
`;

interface Desk {
  workspace: BuiltWorkspace;
  owner: Context;
  /** Published in 2024: a claim and a prediction. */
  harbour: Article;
  /** Published in 2025: a claim. */
  bridge: Article;
}

async function aDesk(): Promise<Desk> {
  const { user, workspace } = await aMember({ role: 'owner', user: await aUser({ name: 'Orla Zwickmayr' }) });
  const owner = contextOf(user);
  const imported = async (raw: string, publishedAt: string): Promise<Article> =>
    valueOf(await importArticle(owner, { slug: workspace.slug, body: { raw, publishedAt } })).article;
  const harbour = await imported(SAMPLE_RAW, '2024-05-02');
  const bridge = await imported(OTHER_RAW, '2025-02-03');
  await anAnnotation(owner, harbour, 'claim', 'the pier');
  await anAnnotation(owner, harbour, 'prediction', 'the ferry would run again next week');
  await anAnnotation(owner, bridge, 'claim', 'About 900 people cross it each day');
  return { workspace, owner, harbour, bridge };
}

let version = 0;
const ask = ({ owner, workspace }: Desk, more: object) =>
  createRelease(
    { ...owner, newId: v7 },
    { slug: workspace.slug, body: { name: 'Ferries', version: `1.0.${version++}`, ...more } },
  );

async function made(desk: Desk, more: object): Promise<Release> {
  const { release } = valueOf(await ask(desk, more));
  expect(await makeRelease(release.id, clock)).toBe('ready');
  return valueOf(await showRelease(desk.owner, { id: release.id })).release;
}

const manifestOf = async (desk: Desk, { id }: Release): Promise<Manifest> =>
  valueOf(await showReleaseManifest(desk.owner, { id }));
const textOf = async (desk: Desk, { id }: Release, name: string): Promise<string> =>
  Buffer.from(await bytesOf(valueOf(await openReleaseFile(desk.owner, { id, name })).body)).toString('utf8');
const filesOf = ({ id }: Release): string => {
  const folder = path.join(env().DATA_DIR, 'releases', id, 'files');
  return fs
    .readdirSync(folder)
    .map((name) => fs.readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');
};

describe('a release of a filter', () => {
  test('holds what fits with its articles alone, as the page said before, and the same bytes again', async () => {
    const desk = await aDesk();
    const { slug } = desk.workspace;
    const preview = valueOf(await previewRelease(desk.owner, { slug, query: { kind: 'prediction' } }));
    expect(preview.counts).toMatchObject({
      articles: 1,
      annotations: { claim: 0, quote: 0, prediction: 1 },
      textModes: { full: 0, excerpts: 1, offsets: 0 },
    });
    const release = await made(desk, { filter: { kind: 'prediction' } });
    const { counts, part, splits, licences } = await manifestOf(desk, release);
    expect(counts).toMatchObject({ articles: 1, annotations: 1, byKind: { claim: 0, prediction: 1 } });
    expect(part).toMatchObject({
      filter: 'kind=prediction',
      articles: 'fitting',
      subset: null,
      conditions: ['of kind prediction'],
    });
    expect(licences.map(({ articles }) => articles)).toEqual([1]);
    expect(splits.by.article.sizes.train + splits.by.article.sizes.test).toBe(1);
    const text = filesOf(release);
    for (const absent of [desk.bridge.id, 'The bridge is mended']) expect(text).not.toContain(absent);
    for (const name of ['README.md', 'croissant.json', 'CITATION.cff', 'CHANGELOG.md'])
      expect(await textOf(desk, release, name)).toContain('annotations of kind prediction');
    const verified = valueOf(await verifyRelease(desk.owner, { id: release.id }));
    expect(verified.isReproduced).toBe(true);
  }, 120_000);

  test('holds what the exports of the same part hold', async () => {
    const desk = await aDesk();
    const formats: ExportFormat[] = ['csv', 'w3c', 'brat', 'webanno', 'labelstudio', 'doccano'];
    for (const articles of ['fitting', 'all']) {
      const part = { filter: { publishedTo: '2024-12-31', kind: ['claim'] }, articles };
      const release = await made(desk, { ...part, pseudonyms: false, formats, text: 'full' });
      for (const file of release.files.filter(({ format }) => format !== null)) {
        const query = { ...part.filter, articles, format: file.format!, text: 'full', allowLoss: 'true' };
        const exported = valueOf(await exportWorkspace(desk.owner, { slug: desk.workspace.slug, query }));
        const sha256 = createHash('sha256')
          .update(await bytesOf(exported.body))
          .digest('hex');
        expect(`${articles} ${file.name} ${file.sha256}`).toBe(`${articles} ${file.name} ${sha256}`);
      }
      expect((await manifestOf(desk, release)).counts.articles).toBe(articles === 'all' ? 2 : 1);
    }
  }, 120_000);

  test('names the filter in the lossless form', async () => {
    const desk = await aDesk();
    const release = await made(desk, { filter: { kind: 'claim' }, formats: ['jsonl'] });
    const [header] = (await textOf(desk, release, 'dataset.jsonl')).split('\n');
    expect(JSON.parse(header!)).toMatchObject({ part: { filter: 'kind=claim', articles: 'fitting' } });
  }, 60_000);

  test('is refused where nothing fits, where the filter is none, and keeps nothing of it', async () => {
    const desk = await aDesk();
    expect(codeOf(await ask(desk, { filter: { kind: 'quote' } }))).toBe('nothing_fits');
    expect(codeOf(await ask(desk, { filter: { kinds: 'quote' } }))).toBe('invalid_input');
    expect(codeOf(await ask(desk, { subset: 'No such one' }))).toBe('invalid_input');
    const query = {};
    const listed = valueOf(await listReleases(desk.owner, { slug: desk.workspace.slug, query }));
    expect(listed.items).toEqual([]);
  });

  test('names nobody by whom it was asked for, where people have pseudonyms', async () => {
    const desk = await aDesk();
    const { userId } = desk.owner.actor;
    const release = await made(desk, { filter: { annotator: userId } });
    expect(release.part?.names).toEqual({ [userId]: 'Orla Zwickmayr' });
    const text = filesOf(release);
    for (const told of [userId, 'Zwickmayr']) expect(text).not.toContain(told);
    const { part } = await manifestOf(desk, release);
    expect(part?.conditions).toEqual(['made by “Annotator 1”']);
    expect(await textOf(desk, release, 'annotations.csv')).toContain(part!.filter.replace('annotator=', ''));
  }, 60_000);
});

describe('a release of a subset', () => {
  test('keeps the question that the subset asked, and the same request answers it', async () => {
    const desk = await aDesk();
    const { slug } = desk.workspace;
    const body = { name: 'Coming true', filter: { kind: 'prediction' } };
    const { subset } = valueOf(await createSubset(desk.owner, { slug, body }));
    const asked = { version: '9.0.0', subset: 'coming true' };
    const { release } = valueOf(await ask(desk, asked));
    expect(valueOf(await ask(desk, asked))).toMatchObject({
      outcome: 'existing',
      release: { id: release.id },
    });
    const revised = { filter: { kind: 'claim' } };
    valueOf(
      await reviseSubset(desk.owner, { id: subset.id, ifMatch: String(subset.version), body: revised }),
    );
    expect(codeOf(await ask(desk, asked))).toBe('release_exists');
    expect(codeOf(await ask(desk, { version: '9.0.0' }))).toBe('release_exists');
    expect(await makeRelease(release.id, clock)).toBe('ready');
    const { part, counts } = await manifestOf(desk, release);
    expect(part).toMatchObject({ filter: 'kind=prediction', subset: 'Coming true' });
    expect(counts.byKind).toEqual({ claim: 0, quote: 0, prediction: 1 });
  }, 60_000);

  test('cannot be changed to another part afterwards', async () => {
    const desk = await aDesk();
    const { release } = valueOf(await ask(desk, { filter: { kind: 'claim' } }));
    await expect(pool().query('UPDATE release SET part = NULL WHERE id = $1', [release.id])).rejects.toThrow(
      'is settled',
    );
  });
});

describe('what changed between releases', () => {
  test('is told with the part that each holds, where these differ', async () => {
    const desk = await aDesk();
    const all = await made(desk, { name: 'Parts', version: '1.0.0' });
    const part = await made(desk, { name: 'Parts', version: '1.1.0', filter: { kind: 'claim' } });
    const same = await made(desk, { name: 'Parts', version: '1.2.0', filter: { kind: 'claim' } });
    const diff = async (id: string, other: string) =>
      valueOf(await diffReleasesOf(desk.owner, { id, query: { with: other } }));
    expect(await diff(part.id, all.id)).toMatchObject({
      isOtherPart: true,
      from: { part: null },
      to: { part: { filter: { kind: ['claim'] } } },
    });
    expect(await diff(same.id, part.id)).toMatchObject({ isOtherPart: false, items: [] });
    const changelog = await textOf(desk, part, 'CHANGELOG.md');
    expect(changelog.replaceAll('\\', '')).toContain('another part of the workspace than 1.0.0');
    const [newest] = (await textOf(desk, same, 'CHANGELOG.md')).split('## 1\\.1');
    expect(newest).not.toContain('another part');
    expect((await manifestOf(desk, part)).earlier).toMatchObject({ otherPart: null });
    expect((await manifestOf(desk, same)).earlier).not.toHaveProperty('otherPart');
  }, 120_000);
});

describe('blind passes in a release of a part', () => {
  /** Two people mark the same claim of an article blind, and it is revealed. */
  async function revealed({ workspace, owner }: Desk, article: Article, words: string): Promise<void> {
    for (const name of ['Ivo Tamm', 'Mara Lind']) {
      const { user } = await aMember({ workspace, user: await aUser({ name }) });
      const annotator = contextOf(user);
      const body = { ...aPut(article, 'claim', [words]), pass: 'mine' };
      valueOf(await putAnnotation(annotator, { id: v7(), body }));
      valueOf(await submitPass(annotator, { articleId: article.id, body: {} }));
    }
    valueOf(await revealPasses(owner, { articleId: article.id, body: {} }));
  }

  test('are those of its articles alone, in agreement and files', async () => {
    const desk = await aDesk();
    await revealed(desk, desk.harbour, 'the pier');
    await revealed(desk, desk.bridge, 'About 900 people cross it each day');
    const release = await made(desk, { filter: { publishedFrom: '2025-01-01' } });
    const { passes } = await manifestOf(desk, release);
    expect(passes).toMatchObject({ passes: 2, articles: 1, articlesWithTwo: 1 });
    const agreement = await textOf(desk, release, 'agreement.json');
    expect(agreement).toContain(desk.bridge.id);
    expect(agreement).not.toContain(desk.harbour.id);
    expect((await textOf(desk, release, 'passes.jsonl')).trim().split('\n')).toHaveLength(2);
  }, 60_000);

  test('count for nothing in a filter on an article that somebody annotates blind, and tell them nothing later', async () => {
    const desk = await aDesk();
    await revealed(desk, desk.harbour, 'the pier');
    await revealed(desk, desk.bridge, 'About 900 people cross it each day');
    const late = contextOf((await aMember({ workspace: desk.workspace })).user);
    const open = async (article: Article, words: string) => {
      const body = { ...aPut(article, 'claim', [words]), pass: 'mine' };
      valueOf(await putAnnotation(late, { id: v7(), body }));
    };
    await open(desk.harbour, 'the pier');
    const asked = { passes: 'all' };
    const preview = valueOf(await previewRelease(desk.owner, { slug: desk.workspace.slug, query: asked }));
    expect(preview.counts.articles).toBe(1);
    const first = await made(desk, { filter: asked });
    expect(filesOf(first)).not.toContain(desk.harbour.id);

    await open(desk.bridge, 'The engineer');
    for (const name of ['annotations.csv', 'README.md', 'CHANGELOG.md'])
      expect(codeOf(await openReleaseFile(late, { id: first.id, name }))).toBe('pass_open');
    const whole = await made(desk, {});
    const query = { with: first.id };
    expect(codeOf(await diffReleasesOf(late, { id: whole.id, query }))).toBe('pass_open');
    expect(codeOf(await openReleaseFile(late, { id: whole.id, name: 'CHANGELOG.md' }))).toBe('pass_open');
    expect((await openReleaseFile(late, { id: whole.id, name: 'README.md' })).ok).toBe(true);
    expect((await manifestOf(desk, whole)).earlier).toBeNull();
  }, 120_000);

  test('are not told by which articles fit, and how much in them, whatever the part is narrowed by', async () => {
    const desk = await aDesk();
    const part = await made(desk, { filter: { kind: 'claim' } });
    const late = contextOf((await aMember({ workspace: desk.workspace })).user);
    const { id } = part;
    expect(valueOf(await showRelease(late, { id })).release.files).toEqual(part.files);
    for (const article of [desk.harbour, desk.bridge])
      valueOf(await openPass(late, { articleId: article.id, body: {} }));
    for (const name of ['README.md', 'LICENCES.csv', 'splits.csv', 'manifest.json'])
      expect(codeOf(await openReleaseFile(late, { id, name }))).toBe('pass_open');
    expect(codeOf(await showReleaseManifest(late, { id }))).toBe('pass_open');
    expect(valueOf(await showRelease(late, { id })).release.files).toEqual([]);
    const { items } = valueOf(await listReleases(late, { slug: desk.workspace.slug, query: {} }));
    expect(items.map(({ files }) => files)).toEqual([[]]);
    expect(valueOf(await showRelease(desk.owner, { id })).release.files).toEqual(part.files);
  }, 60_000);
});
