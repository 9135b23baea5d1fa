import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { countTextModes } from '@/lib/data/licences';
import type { Article } from '@/lib/domain/article';
import { textModeOf } from '@/lib/domain/licence';
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/vocabulary';
import { changeLicence } from '@/lib/usecases/change-licence';
import { changeLicences } from '@/lib/usecases/change-licences';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { importArticle } from '@/lib/usecases/import-article';
import { listLicenceChanges } from '@/lib/usecases/list-licence-changes';
import { listLicences } from '@/lib/usecases/list-licences';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { v7 } from 'uuid';
import { bytesOf, filesOf } from '@/tests/export/readable';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/** Words of each article that stand nowhere near a mark. */
const FAR = { free: 'zephyrs', plain: 'quagmires', closed: 'walruses' } as const;
type Name = keyof typeof FAR;
const MARKED = {
  free: 'Tolls rose by nine',
  plain: 'Fares fell by eight',
  closed: 'Wages rose by seven',
} as const;
const ABOUT = {
  free: 'percent this year, the harbour office told the council in a report of forty pages on Monday evening.',
  plain:
    'percent since autumn; ferry captains blame the weather, the price of oil and a bridge nobody wanted.',
  closed: 'percent for cooks and waiters, says a union whose members had gone on strike twice before Easter.',
} as const;
const LATER = {
  free: 'Her cousin keeps bees beside the old mill and writes letters about',
  plain: 'Nothing of that was heard at the museum, where children paint',
  closed: 'At night lamps burn along both banks, and sailors sing of',
} as const;
const raw = (name: Name) =>
  `About the ${name} port\n\n${MARKED[name]} ${ABOUT[name]}\n\n${LATER[name]} ${FAR[name]}.\n`;

let editor: Context;
let slug: string;
let workspaceId: string;
const articles = {} as Record<Name, Article>;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  ({ slug, id: workspaceId } = workspace);
  const claims = {} as Record<Name, string>;
  for (const name of ['free', 'plain', 'closed'] as const) {
    const licence = { free: 'cc by 4.0', plain: null, closed: 'All rights reserved' }[name];
    const textAllowed = name === 'closed' ? 'offsets' : null;
    const body = { raw: raw(name), licence, textAllowed, rightsHolder: `Owner of ${name}` };
    articles[name] = valueOf(await importArticle(editor, { slug, body })).article;
    claims[name] = await claimIn(articles[name], MARKED[name]);
  }
  // The words of the closed article are the evidence of a decision in the free one.
  const decided = {
    status: 'refuted',
    rationale: 'It is otherwise.',
    evidence: [{ stance: 'refutes', annotationId: claims.closed }],
  };
  valueOf(await verifyAnnotation(editor, { id: claims.free, body: decided }));
});

async function claimIn(article: Article, words: string): Promise<string> {
  const start = [...article.revision.text.slice(0, article.revision.text.indexOf(words))].length;
  const spans = [{ start, end: start + [...words].length, exact: words }];
  const body = { articleId: article.id, revisionId: article.revision.id, kind: 'claim', spans };
  return valueOf(await putAnnotation(editor, { id: v7(), body })).annotation.id;
}

/** All words of an export, whatever its format. */
async function wordsOf(format: ExportFormat, text?: string): Promise<string> {
  const query = { format, allowLoss: 'true', ...(text && { text }) };
  const { body, fileName } = valueOf(await exportWorkspace(editor, { slug, query }));
  const bytes = await bytesOf(body);
  return fileName.endsWith('.zip')
    ? Object.values(filesOf(bytes)).join('\n')
    : Buffer.from(bytes).toString(format === 'parquet' ? 'latin1' : 'utf8');
}

describe('each article goes by its own licence', () => {
  const WHOLE: readonly ExportFormat[] = [
    'jsonl',
    'csv',
    'w3c',
    'brat',
    'conll',
    'webanno',
    'labelstudio',
    'doccano',
  ];

  test.each(EXPORT_FORMATS)('%s: whole, in excerpts, by positions', async (format) => {
    const words = await wordsOf(format);
    for (const name of ['plain', 'closed'] as const) expect(words, name).not.toContain(FAR[name]);
    if (WHOLE.includes(format)) expect(words).toContain(FAR.free);
    // Each word by itself, because a table has one a line.
    expect(words).not.toContain('Wages');
    if (WHOLE.includes(format)) expect(words).toContain('Fares');
  });

  test('a mode that is asked for holds for all of them', async () => {
    for (const format of ['jsonl', 'csv', 'doccano'] as const) {
      expect(await wordsOf(format, 'full')).toContain(FAR.closed);
      expect(await wordsOf(format, 'offsets')).not.toContain('Tolls');
    }
  });

  test('how many of each there are is counted as the export decides', async () => {
    expect(await countTextModes(database(), workspaceId)).toEqual({ full: 1, excerpts: 1, offsets: 1 });
    const { articles: listed, modes } = valueOf(await listLicences(editor, { slug }));
    expect(modes).toEqual({ full: 1, excerpts: 1, offsets: 1 });
    expect(listed.map((article) => textModeOf('licensed', article)).sort()).toEqual([
      'excerpts',
      'full',
      'offsets',
    ]);
    const unknown = valueOf(await listLicences(editor, { slug, onlyUnknown: true }));
    expect(unknown.articles.map(({ id }) => id)).toEqual([articles.plain.id]);
    expect(valueOf(await listLicences(editor, { slug, words: 'owner FREE' })).articles).toHaveLength(1);
  });
});

describe('a licence', () => {
  const about = 'About another port';
  const import_ = async () =>
    valueOf(await importArticle(editor, { slug, body: { raw: `${about}\n\nSome words ${v7()}.` } })).article;

  test('is set at an import under its one name, and changed with its version', async () => {
    expect(articles.free).toMatchObject({
      licence: 'CC-BY-4.0',
      rightsHolder: 'Owner of free',
      textAllowed: null,
      licenceVersion: 0,
    });
    const { id } = await import_();
    const body = { licence: 'CC0', rightsHolder: 'The town' };
    const changed = valueOf(await changeLicence(editor, { articleId: id, ifMatch: '0', body }));
    expect(changed).toMatchObject({ licence: 'CC0-1.0', rightsHolder: 'The town', licenceVersion: 1 });
    // The answer got lost, and the request comes again.
    expect(valueOf(await changeLicence(editor, { articleId: id, ifMatch: '0', body }))).toEqual(changed);
    const stale = await changeLicence(editor, {
      articleId: id,
      ifMatch: '0',
      body: { licence: 'CC-BY-4.0' },
    });
    expect(codeOf(stale)).toBe('stale_version');
    expect(codeOf(await changeLicence(editor, { articleId: id, body }))).toBe('precondition_required');
    const { items } = valueOf(await listLicenceChanges(editor, { articleId: id, query: {} }));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      type: 'article_licensed',
      before: { licence: null },
      after: { licence: 'CC0-1.0' },
    });
  });

  test.each([
    [{}],
    [{ title: 'No' }],
    [{ licenceUrl: 'javascript:alert(1)' }],
    [{ textAllowed: 'everything' }],
    [{ licence: 'x'.repeat(201) }],
  ])('is refused where it says nothing that is taken: %j', async (body) => {
    const outcome = await changeLicence(editor, { articleId: articles.plain.id, ifMatch: '0', body });
    expect(codeOf(outcome)).toBe('invalid_input');
  });

  test('is set for several at once and put back by what the answer holds', async () => {
    const ids = [(await import_()).id, (await import_()).id, (await import_()).id];
    const changes = ids.map((articleId) => ({ articleId, licence: 'CC BY-SA 4.0' }));
    const { changed } = valueOf(await changeLicences(editor, { slug, body: { changes } }));
    expect(changed).toHaveLength(3);
    expect(valueOf(await changeLicences(editor, { slug, body: { changes } }))).toEqual({
      changed: [],
      skipped: [],
    });
    // Somebody changes one of them, which is then left as it is.
    valueOf(await changeLicence(editor, { articleId: ids[1]!, ifMatch: '1', body: { licence: 'CC0' } }));
    const back = valueOf(await changeLicences(editor, { slug, body: { changes: changed } }));
    expect(back.changed.map(({ articleId }) => articleId).sort()).toEqual([ids[0], ids[2]].sort());
    expect(back.skipped).toEqual([ids[1]]);
    const rows = await database().article.findMany({ where: { id: { in: ids } }, select: { licence: true } });
    expect(rows.map(({ licence }) => licence).sort()).toEqual(['CC0-1.0', null, null].sort());
  });

  test('of another workspace’s article is not reached', async () => {
    const other = await aMember({ role: 'editor' });
    const change = { articleId: articles.plain.id, licence: 'CC0' };
    const input = { slug: other.workspace.slug, body: { changes: [change] } };
    expect(codeOf(await changeLicences(contextOf(other.user), input))).toBe('invalid_input');
    const stranger = contextOf(await aUser());
    const patch = { articleId: articles.plain.id, ifMatch: '0', body: { licence: 'CC0' } };
    expect(codeOf(await changeLicence(stranger, patch))).toBe('not_found');
  });
});
