import { beforeAll, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listAnchors } from '@/lib/usecases/list-anchors';
import { listRevisions } from '@/lib/usecases/list-revisions';
import { previewRevision } from '@/lib/usecases/preview-revision';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, spansOf } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let slug: string;
let editor: Context;
let annotator: Context;
let reader: Context;
let stranger: Context;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor', user: await aUser({ name: 'Ida Fenwick' }) });
  editor = contextOf(user);
  slug = workspace.slug;
  const as = async (role: 'annotator' | 'reader') =>
    contextOf((await aMember({ workspace, role, user: await aUser() })).user);
  [annotator, reader, stranger] = [
    await as('annotator'),
    await as('reader'),
    contextOf((await aMember()).user),
  ];
});

let count = 0;
const textNow = () => `Pier number ${++count} is to be mended

The harbour office says that the ferry will sail again in May.

Mending the pier costs four million crowns, and the town pays half of it.

Nobody was hurt when the old crane fell, the mayor said.

The crane is older than the pier.
`;
const textNext = (text: string) =>
  text
    .replace('will sail', 'will not sail')
    .replace('four million', 'nine million')
    .replace('Nobody was hurt when the old crane fell, the mayor said.\n\n', '');

interface Scene {
  article: Article;
  reversed: Annotation;
  cost: Annotation;
  lost: Annotation;
  kept: Annotation;
}

/** An article with four annotations, of which one has a verdict. */
async function scene(): Promise<Scene> {
  const article = await anArticle(editor, slug, textNow());
  const mark = (kind: 'claim' | 'prediction', words: string) => anAnnotation(annotator, article, kind, words);
  const made = {
    article,
    reversed: await mark('prediction', 'sail again in May'),
    cost: await mark('claim', 'Mending the pier costs four million crowns'),
    lost: await mark('claim', 'Nobody was hurt when the old crane fell'),
    kept: await mark('claim', 'The crane is older than the pier'),
  };
  await verified(made.cost);
  await verified(made.lost);
  return made;
}

const verified = async ({ id }: Annotation) =>
  valueOf(
    await verifyAnnotation(editor, {
      id,
      body: { status: 'supported', rationale: 'The bill says so.', searches: ['bill'] },
    }),
  );

const now = (context: Context): Context => ({ ...context, now: new Date() });
const added = async ({ article }: Scene, raw: string) =>
  valueOf(await addRevision(now(editor), { articleId: article.id, body: { raw } }));
const reportOf = async ({ article }: Scene, number: number) =>
  valueOf(await showRevisionReport(reader, { articleId: article.id, number: String(number) }));
const shown = async ({ id }: Annotation) => valueOf(await showAnnotation(reader, { id }));

describe('a revision', () => {
  test('numbers its events without a gap, one for each annotation, deleted ones too', async () => {
    const made = await scene();
    await deleteAnnotation(annotator, { id: made.kept.id, ifMatch: '1' });
    const before = await testDatabase().query<{ seq: number }>('SELECT seq FROM article WHERE id = $1', [
      made.article.id,
    ]);
    const { anchors } = await added(made, textNext(made.article.revision.text));
    expect(anchors).toEqual({
      exact: [],
      moved: [],
      changed: [made.reversed.id, made.cost.id],
      orphaned: [made.lost.id],
    });
    const rows = await testDatabase().query<{ seq: number; type: string; row_seq: number }>(
      `SELECT e.seq, e.type, a.seq AS row_seq FROM event e JOIN annotation a ON a.id = e.annotation_id
       WHERE e.article_id = $1 AND e.seq > $2 ORDER BY e.seq`,
      [made.article.id, before[0]!.seq],
    );
    expect(rows.map(({ seq }) => seq - before[0]!.seq)).toEqual([1, 2, 3, 4]);
    expect(rows.every(({ type, seq, row_seq }) => type === 'annotation_reanchored' && seq === row_seq)).toBe(
      true,
    );
  });

  test('that changes words nobody has checked since an earlier one names the earlier one still', async () => {
    const made = await scene();
    const second = textNext(made.article.revision.text);
    await added(made, second);
    await added(made, second.replace('nine million', 'eleven million'));
    expect(await shown(made.cost)).toMatchObject({ anchor: 'changed', recheck: { sinceRevision: 2 } });
  });
});

describe('the report of a revision', () => {
  test('says what became of each annotation, with its words, its reason and its status before and now', async () => {
    const made = await scene();
    await added(made, textNext(made.article.revision.text));
    const { revision, previous, annotations, paragraphs } = await reportOf(made, 2);
    expect(previous).toEqual({ id: made.article.revision.id, number: 1 });
    expect(revision).toMatchObject({
      number: 2,
      addedBy: { name: 'Ida Fenwick' },
      anchors: { exact: 1, moved: 0, changed: 2, orphaned: 1 },
      toCheck: 2,
    });
    const of = new Map(annotations.map((each) => [each.now.id, each]));
    expect(of.get(made.reversed.id)).toMatchObject({ state: 'changed', reason: 'negation_nearby' });
    expect(of.get(made.reversed.id)!.pieces[0]!.after).toContain('will not sail again');
    expect(of.get(made.cost.id)).toMatchObject({
      state: 'changed',
      reason: 'words_differ',
      before: { status: 'supported' },
      after: { status: 'unverified', recheck: { sinceRevision: 2 } },
      pieces: [{ before: made.cost.spans[0]!.exact, after: 'Mending the pier costs nine million crowns' }],
    });
    expect(of.get(made.lost.id)).toMatchObject({ state: 'orphaned', reason: 'words_gone' });
    expect(of.get(made.kept.id)).toMatchObject({ state: 'exact', reason: null });
    expect(paragraphs.map(({ kind }) => kind)).toEqual(['same', 'changed', 'changed', 'removed', 'same']);
  });

  test('stays what it was when annotations are checked, attached again or let go', async () => {
    const made = await scene();
    await added(made, textNext(made.article.revision.text));
    await verified(made.cost);
    const orphan = await shown(made.lost);
    await deleteAnnotation(annotator, { id: orphan.id, ifMatch: String(orphan.version) });
    const { revision, annotations } = await reportOf(made, 2);
    expect(revision).toMatchObject({ anchors: { changed: 2, orphaned: 1 }, toCheck: 1 });
    const of = new Map(annotations.map((each) => [each.now.id, each]));
    expect(of.get(made.cost.id)).toMatchObject({
      after: { status: 'unverified' },
      now: { status: 'supported' },
    });
    expect(of.get(made.lost.id)!.now.deletedAt).not.toBeNull();
  });

  test('of a later revision tells what had lost its words before', async () => {
    const made = await scene();
    const second = textNext(made.article.revision.text);
    await added(made, second);
    await added(made, `${second}\nUpdated at noon.\n`);
    const { annotations } = await reportOf(made, 3);
    const lost = annotations.find(({ now }) => now.id === made.lost.id);
    expect(lost).toMatchObject({ state: 'orphaned', reason: null, before: { anchor: 'orphaned' } });
    expect(lost!.before.spans[0]!.exact).toBe('Nobody was hurt when the old crane fell');
  });

  test('of the first one compares with nothing; of one that is not there it is not found', async () => {
    const made = await scene();
    expect(await reportOf(made, 1)).toMatchObject({ previous: null, annotations: [], paragraphs: [] });
    for (const number of ['2', '0', '-1', '1e3', '99999999999', 'new'])
      expect(codeOf(await showRevisionReport(reader, { articleId: made.article.id, number }))).toBe(
        'not_found',
      );
  });
});

describe('the list of revisions', () => {
  test('begins with the newest and is paged', async () => {
    const made = await scene();
    await added(made, textNext(made.article.revision.text));
    const first = valueOf(await listRevisions(reader, { articleId: made.article.id, query: { limit: '1' } }));
    expect(first.items).toMatchObject([
      { number: 2, anchors: { changed: 2 }, addedBy: { name: 'Ida Fenwick' } },
    ]);
    const rest = valueOf(
      await listRevisions(reader, { articleId: made.article.id, query: { cursor: first.nextCursor! } }),
    );
    expect(rest).toMatchObject({ items: [{ number: 1, addedBy: null, toCheck: 0 }], nextCursor: null });
    expect(
      codeOf(await listRevisions(reader, { articleId: made.article.id, query: { cursor: 'bm8' } })),
    ).toBe('invalid_input');
  });
});

describe('a preview', () => {
  test('tells what the revision will do, and writes nothing', async () => {
    const made = await scene();
    const raw = textNext(made.article.revision.text);
    const preview = valueOf(await previewRevision(editor, { articleId: made.article.id, body: { raw } }));
    expect(preview).toMatchObject({
      number: 2,
      outcome: 'new',
      counts: { exact: 1, moved: 0, changed: 2, orphaned: 1 },
    });
    expect(preview.annotations.map(({ annotation, state }) => [annotation.id, state])).toEqual([
      [made.reversed.id, 'changed'],
      [made.cost.id, 'changed'],
      [made.lost.id, 'orphaned'],
    ]);
    expect(await shown(made.cost)).toMatchObject({ status: 'supported', recheck: null });
    const { anchors } = await added(made, raw);
    expect(Object.values(anchors).map((ids) => ids.length)).toEqual(Object.values(preview.counts));
  });

  test('knows the current text, and the text of another article', async () => {
    const made = await scene();
    const other = await anArticle(editor, slug, textNow());
    const preview = async (raw: string) =>
      valueOf(await previewRevision(editor, { articleId: made.article.id, body: { raw } }));
    expect(await preview(made.article.revision.text)).toMatchObject({ outcome: 'unchanged' });
    expect(await preview(other.revision.text)).toMatchObject({
      outcome: 'elsewhere',
      elsewhere: { id: other.id, title: other.title },
    });
  });
});

describe('an annotation that lost its words', () => {
  const orphanOf = async (made: Scene) => {
    const raw = textNext(made.article.revision.text);
    const { revision } = await added(made, raw);
    return { orphan: await shown(made.lost), revision };
  };
  const attached = async (orphan: Annotation, revision: { id: string; text: string }, words: string) =>
    valueOf(
      await reviseAnnotation(annotator, {
        id: orphan.id,
        ifMatch: String(orphan.version),
        body: { revisionId: revision.id, spans: spansOf(revision.text, words) },
      }),
    );

  test('is attached to other words: its verdict was on the former ones and is reached anew', async () => {
    const { orphan, revision } = await orphanOf(await scene());
    expect(orphan).toMatchObject({ anchor: 'orphaned', status: 'supported' });
    expect(await attached(orphan, revision, 'The crane is older')).toMatchObject({
      anchor: 'exact',
      revisionId: revision.id,
      status: 'unverified',
      recheck: { sinceRevision: 2 },
    });
  });

  test('keeps its verdict when it is attached to the very same words', async () => {
    const made = await scene();
    const { text } = made.article.revision;
    const words = 'The crane is older than the pier';
    const twice = text.replace(
      `${words}.`,
      'Something else entirely stands here at last, as everybody sees.',
    );
    await verified(made.kept);
    await added(made, twice);
    const orphan = await shown(made.kept);
    expect(orphan.anchor).toBe('orphaned');
    const { revision } = await added(made, `${twice}\nFor the record and once more: ${words}, they say.\n`);
    expect(await attached(await shown(made.kept), revision, words)).toMatchObject({
      anchor: 'exact',
      status: 'supported',
      recheck: null,
    });
  });

  test('goes back to the words it had lost when the attaching is undone', async () => {
    const made = await scene();
    const { orphan, revision } = await orphanOf(made);
    const again = await attached(orphan, revision, 'The crane is older');
    const back = await reviseAnnotation(annotator, {
      id: orphan.id,
      ifMatch: String(again.version),
      body: {
        revisionId: orphan.revisionId,
        spans: orphan.spans.map(({ start, end, exact }) => ({ start, end, exact })),
      },
    });
    expect(valueOf(back)).toMatchObject({
      anchor: 'orphaned',
      revisionId: orphan.revisionId,
      spans: orphan.spans,
    });
    const elsewhere = await reviseAnnotation(annotator, {
      id: made.kept.id,
      ifMatch: String((await shown(made.kept)).version),
      body: {
        revisionId: orphan.revisionId,
        spans: orphan.spans.map(({ start, end, exact }) => ({ start, end, exact })),
      },
    });
    expect(codeOf(elsewhere)).toBe('orphaned');
  });
});

describe('the anchors of an annotation', () => {
  test('tell where it lay in each revision and why its words changed', async () => {
    const made = await scene();
    await added(made, textNext(made.article.revision.text));
    const anchors = valueOf(await listAnchors(reader, { id: made.cost.id }));
    expect(anchors).toMatchObject([
      { revision: { number: 1 }, state: 'exact', spans: [{ exact: made.cost.spans[0]!.exact }], pieces: [] },
      { revision: { number: 2 }, state: 'changed', reason: 'words_differ', pieces: [{ state: 'changed' }] },
    ]);
    const lost = valueOf(await listAnchors(reader, { id: made.lost.id }));
    expect(lost[1]).toMatchObject({ state: 'orphaned', reason: 'words_gone', spans: [] });
  });
});

test('revisions are for those who may read, adding them for editors; a stranger finds nothing', async () => {
  const made = await scene();
  const articleId = made.article.id;
  const body = { raw: textNext(made.article.revision.text) };
  expect(codeOf(await listRevisions(stranger, { articleId, query: {} }))).toBe('not_found');
  expect(codeOf(await showRevisionReport(stranger, { articleId, number: '1' }))).toBe('not_found');
  expect(codeOf(await listAnchors(stranger, { id: made.cost.id }))).toBe('not_found');
  expect(codeOf(await previewRevision(stranger, { articleId, body }))).toBe('not_found');
  for (const context of [annotator, reader])
    expect(codeOf(await previewRevision(context, { articleId, body }))).toBe('forbidden');
  expect(codeOf(await previewRevision(editor, { articleId, body: { raw: '' } }))).toBe('empty_text');
});
