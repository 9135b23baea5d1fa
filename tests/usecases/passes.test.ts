import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { addRevision } from '@/lib/usecases/add-revision';
import { createSource } from '@/lib/usecases/create-source';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listHistory } from '@/lib/usecases/list-history';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { listPasses } from '@/lib/usecases/list-passes';
import { listSources } from '@/lib/usecases/list-sources';
import { mergeSource } from '@/lib/usecases/merge-source';
import { openPass } from '@/lib/usecases/open-pass';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { submitPass } from '@/lib/usecases/submit-pass';
import { unmergeSource } from '@/lib/usecases/unmerge-source';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let slug: string;
let article: Article;
let editor: Context;
let mara: Context;
let ivo: Context;
let users: Record<'mara' | 'ivo', BuiltUser>;

beforeEach(async () => {
  const { user, workspace: made } = await aMember({ role: 'editor' });
  workspace = made;
  slug = workspace.slug;
  users = { mara: (await aMember({ workspace })).user, ivo: (await aMember({ workspace })).user };
  [editor, mara, ivo] = [contextOf(user), contextOf(users.mara), contextOf(users.ivo)];
  article = await anArticle(editor, slug);
});

const blindly = (
  context: Context,
  words: string,
  more: Record<string, unknown> = {},
  kind: Annotation['kind'] = 'claim',
): Promise<Annotation> => anAnnotation(context, article, kind, words, { pass: 'mine', ...more });
const listed = async (context: Context): Promise<string[]> =>
  valueOf(await listAnnotations(context, { articleId: article.id, query: {} })).items.map(({ id }) => id);
const submit = async (context: Context) =>
  valueOf(await submitPass(context, { articleId: article.id, body: {} }));
const reveal = async () => valueOf(await revealPasses(editor, { articleId: article.id, body: {} }));

const zaphira = { attribution: [{ source: { name: 'Zaphira Quell', type: 'person' } }] };
/** The sources that somebody is offered on the article, also those that belong to it alone. */
const names = async (context: Context): Promise<string[]> =>
  valueOf(await listSources(context, { slug, query: { article: article.id } })).items.map(({ name }) => name);

describe('one’s own pass', () => {
  test('is opened by the first annotation, and is all that one sees of the article while it is open', async () => {
    const shared = await anAnnotation(editor, article, 'claim', 'ferry');
    const own = await blindly(mara, 'The mayor said');
    expect(own.layer).not.toBe('shared');
    expect(await listed(mara)).toEqual([own.id]);
    expect(await listed(ivo)).toEqual([shared.id]);
    const room = valueOf(await openReadingRoom(mara, { id: article.id }));
    expect(room).toMatchObject({ pass: { state: 'open', annotations: 1 }, annotations: [{ id: own.id }] });
    await submit(mara);
    expect((await listed(mara)).sort()).toEqual([shared.id, own.id].sort());
  });

  test('numbers its events from 1 without gaps, however many are written at once, and the article’s stay', async () => {
    await anAnnotation(editor, article, 'claim', 'ferry');
    const made = await Promise.all([1, 2, 3, 4, 5, 6].map(() => blindly(mara, 'The mayor said')));
    expect(made.map(({ seq }) => seq).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await anAnnotation(editor, article, 'claim', 'pier')).seq).toBe(2);
    await blindly(ivo, 'The mayor said').then(({ seq }) => expect(seq).toBe(1));
  });

  test('is changed, deleted, restored and read by its annotator', async () => {
    const { id } = await blindly(mara, 'The mayor said');
    const change = { id, ifMatch: '1', body: { tags: ['harbour'] } };
    expect(valueOf(await reviseAnnotation(mara, change))).toMatchObject({ tags: ['harbour'], version: 2 });
    expect(codeOf(await reviseAnnotation(mara, { ...change, body: { tags: ['pier'] } }))).toBe(
      'stale_version',
    );
    expect(valueOf(await deleteAnnotation(mara, { id, ifMatch: '2' })).deletedAt).not.toBeNull();
    expect(await listed(mara)).toEqual([]);
    expect(valueOf(await restoreAnnotation(mara, { id }))).toMatchObject({ deletedAt: null, version: 4 });
    expect(valueOf(await showAnnotation(mara, { id })).tags).toEqual(['harbour']);
    const history = valueOf(await listHistory(mara, { id, query: {} })).items;
    expect(history.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'annotation_created'],
      [2, 'annotation_revised'],
      [3, 'annotation_deleted'],
      [4, 'annotation_restored'],
    ]);
  });

  test('takes the same request twice once, and keeps its annotations in their layer', async () => {
    const [id, body] = [v7(), aPut(article, 'claim', ['ferry'], { pass: 'mine' })];
    const outcomes = await Promise.all([1, 2, 3].map(() => putAnnotation(mara, { id, body })));
    expect(outcomes.map((put) => valueOf(put).outcome).sort()).toEqual(['created', 'unchanged', 'unchanged']);
    const moved = await putAnnotation(mara, { id, ifMatch: '1', body: aPut(article, 'claim', ['ferry']) });
    expect(codeOf(moved)).toBe('invalid_input');
    // While she annotates blind, the shared layer is neither there for her nor hers to write in.
    const shared = await anAnnotation(editor, article, 'claim', 'ferry');
    expect(codeOf(await putAnnotation(mara, { id: shared.id, ifMatch: '1', body }))).toBe('not_found');
    const unasked = { id: v7(), body: aPut(article, 'claim', ['ferry']) };
    expect(codeOf(await putAnnotation(mara, unasked))).toBe('pass_open');
    await submit(mara);
    expect(codeOf(await putAnnotation(mara, { id: shared.id, ifMatch: '1', body }))).toBe('invalid_input');
  });

  test('stays on the text it was opened on, also when the article has a newer revision', async () => {
    await blindly(mara, 'The mayor said');
    const raw = `Harbour news\n\n${article.revision.text.replace('next week', 'this week')}`;
    const { revision } = valueOf(await addRevision(editor, { articleId: article.id, body: { raw } }));
    const late = await blindly(mara, 'ferry');
    expect(late).toMatchObject({ revisionId: article.revision.id, anchor: 'exact' });
    const put = { ...aPut({ ...article, revision }, 'claim', ['nobody has mended it since']), pass: 'mine' };
    const carried = valueOf(await putAnnotation(mara, { id: v7(), body: put })).annotation;
    expect(carried).toMatchObject({
      revisionId: article.revision.id,
      spans: [{ exact: 'nobody has mended it since' }],
    });
    const room = valueOf(await openReadingRoom(mara, { id: article.id }));
    expect(room.article.revision).toMatchObject({ id: article.revision.id, text: article.revision.text });
  });

  test('submitted, is fully annotated: it refuses every write, and submitting again changes nothing', async () => {
    const { id } = await blindly(mara, 'The mayor said');
    const submitted = await submit(mara);
    expect(submitted).toMatchObject({ state: 'submitted', annotations: 1, revealedAt: null });
    expect(await submit(mara)).toEqual(submitted);
    const writes = [
      await putAnnotation(mara, { id: v7(), body: aPut(article, 'claim', ['ferry'], { pass: 'mine' }) }),
      await reviseAnnotation(mara, { id, ifMatch: '1', body: { tags: ['x'] } }),
      await deleteAnnotation(mara, { id, ifMatch: '1' }),
    ];
    expect(writes.map(codeOf)).toEqual(writes.map(() => 'pass_submitted'));
    expect(valueOf(await showAnnotation(mara, { id })).version).toBe(1);
    await expect(pool().query(`UPDATE pass SET state = 'open', submitted_at = NULL`)).rejects.toThrow(
      'submitted',
    );
  });

  test('may be opened, and submitted, with nothing in it', async () => {
    expect(codeOf(await submitPass(mara, { articleId: article.id, body: {} }))).toBe('no_pass');
    const opened = valueOf(await openPass(mara, { articleId: article.id, body: {} }));
    expect(opened).toMatchObject({ state: 'open', annotations: 0, annotator: { id: users.mara.id } });
    expect(valueOf(await openPass(mara, { articleId: article.id, body: {} }))).toEqual(opened);
    expect(await submit(mara)).toMatchObject({ id: opened.id, state: 'submitted' });
  });
});

describe('sources first named in a pass', () => {
  test('are that annotator’s alone, and join the registry when the pass is revealed', async () => {
    const first = await blindly(mara, 'The mayor said', zaphira);
    const second = await blindly(ivo, 'The mayor said', zaphira);
    const again = await blindly(mara, 'ferry', zaphira);
    const sourceOf = ({ attribution }: Annotation) => attribution[0]!.source.id;
    // Ivo’s is another one: that it was there before would tell him of Mara.
    expect(sourceOf(second)).not.toBe(sourceOf(first));
    expect(sourceOf(again)).toBe(sourceOf(first));
    for (const context of [editor, ivo, mara]) expect(await names(context)).toEqual([]);
    await submit(mara);
    await submit(ivo);
    await reveal();
    expect(await names(editor)).toEqual(['Zaphira Quell']);
    const [a, b] = [
      valueOf(await showAnnotation(editor, { id: first.id })),
      valueOf(await showAnnotation(editor, { id: second.id })),
    ];
    expect(sourceOf(a)).toBe(sourceOf(b));
  });

  test('stand for the one of the registry that somebody made meanwhile', async () => {
    const own = await blindly(mara, 'The mayor said', zaphira);
    const shared = await anAnnotation(editor, article, 'claim', 'ferry', zaphira);
    expect(shared.attribution[0]!.source.id).not.toBe(own.attribution[0]!.source.id);
    await submit(mara);
    await reveal();
    expect(await names(editor)).toEqual(['Zaphira Quell']);
    expect(valueOf(await showAnnotation(editor, { id: own.id })).attribution[0]!.source.id).toBe(
      shared.attribution[0]!.source.id,
    );
  });

  test('stay what they were recorded as where that was merged meanwhile, also when it is un-merged', async () => {
    const own = await blindly(mara, 'The mayor said', zaphira);
    const named = await anAnnotation(editor, article, 'claim', 'ferry', zaphira);
    const doctor = { attribution: [{ source: { name: 'Dr Z. Quell', type: 'person' } }] };
    const other = await anAnnotation(editor, article, 'claim', 'pier', doctor);
    const [merged, survivor] = [named.attribution[0]!.source, other.attribution[0]!.source];
    valueOf(await mergeSource(editor, { id: merged.id, body: { into: survivor.id } }));
    await submit(mara);
    await reveal();
    const hop = async () => valueOf(await showAnnotation(editor, { id: own.id })).attribution[0]!;
    expect(await hop()).toMatchObject({ source: survivor, recordedAs: { id: merged.id, name: merged.name } });
    valueOf(await unmergeSource(editor, { id: merged.id }));
    expect((await hop()).source).toEqual(merged);
    expect((await hop()).recordedAs ?? null).toBeNull();
  });

  test('keep the name that was written where the registry has it as another name', async () => {
    const own = await blindly(mara, 'The mayor said', zaphira);
    const body = { name: 'Dr Z. Quell', type: 'person', aliases: ['Zaphira Quell'] };
    const known = valueOf(await createSource(editor, { slug, body })).source;
    await submit(mara);
    await reveal();
    expect(await names(editor)).toEqual(['Dr Z. Quell']);
    expect(valueOf(await showAnnotation(editor, { id: own.id })).attribution).toMatchObject([
      { source: { id: known.id }, recordedAs: { id: known.id, name: 'Zaphira Quell' } },
    ]);
  });

  test('that were revealed are compared while somebody else is still blind, to whom nothing tells of them', async () => {
    const observers = { attribution: [{ source: { name: 'Observers', type: 'anonymous' } }] };
    const { user } = await aMember({ workspace });
    const late = contextOf(user);
    await blindly(mara, 'The mayor said', zaphira);
    await blindly(mara, 'the pier', observers);
    await blindly(ivo, 'The mayor said', zaphira);
    await blindly(ivo, 'the pier');
    valueOf(await openPass(late, { articleId: article.id, body: {} }));
    await submit(mara);
    await submit(ivo);
    await reveal();
    const pair = async () => valueOf(await showAgreement(editor, { slug, query: {} })).articles[0]!.pairs[0]!;
    const { a, b, kinds } = await pair();
    expect(kinds.claim.attributes.source).toMatchObject({ n: 2, agreed: 1 });
    const query = { a: a.id, b: b.id, kind: 'claim' };
    const differing = valueOf(await listPassDisagreements(editor, { slug, query })).articles[0]!.items;
    expect(differing.flatMap(({ differsIn }) => differsIn)).toMatchObject([
      { attribute: 'source' },
      { attribute: 'mode' },
      { attribute: 'hops' },
    ]);
    for (const context of [editor, late]) expect(await names(context)).toEqual([]);
    await submit(late);
    expect((await names(late)).sort()).toEqual(['Observers', 'Zaphira Quell']);
    expect((await pair()).kinds.claim.attributes.source).toMatchObject({ n: 2, agreed: 1 });
  });

  test('are there for all once two have submitted at the same time, the one revealed before', async () => {
    await blindly(mara, 'The mayor said', zaphira);
    await submit(mara);
    for (const context of [ivo, editor]) await blindly(context, 'ferry');
    const second = contextOf((await aMember({ workspace, role: 'editor' })).user);
    valueOf(await revealPasses(second, { articleId: article.id, body: {} }));
    expect(await names(mara)).toEqual([]);
    await Promise.all([submit(ivo), submit(editor)]);
    expect(await names(mara)).toEqual(['Zaphira Quell']);
  });

  test('that the registry has are used as they are, and count for nobody', async () => {
    const other = await anArticle(editor, slug, 'The pier\n\nThe ferry will not run, the mayor says.\n');
    const shared = await anAnnotation(editor, other, 'claim', 'ferry', zaphira);
    const own = await blindly(mara, 'The mayor said', zaphira);
    expect(own.attribution).toMatchObject([{ source: { id: shared.attribution[0]!.source.id } }]);
    const [listedSource] = valueOf(await listSources(editor, { slug, query: {} })).items;
    expect(listedSource).toMatchObject({ annotations: 1 });
  });

  test('that the registry has from this very article alone are not there for whoever annotates it blind', async () => {
    const shared = await anAnnotation(editor, article, 'claim', 'ferry', zaphira);
    const registered = shared.attribution[0]!.source.id;
    const own = await blindly(mara, 'The mayor said', zaphira);
    expect(own.attribution[0]!.source.id).not.toBe(registered);
    expect(await names(mara)).toEqual([]);
    await submit(mara);
    await reveal();
    const shown = valueOf(await showAnnotation(editor, { id: own.id }));
    expect(shown.attribution).toMatchObject([{ source: { id: registered } }]);
  });
});

describe('revealing', () => {
  test('uncovers what was submitted, and nothing that is still open', async () => {
    const hers = await blindly(mara, 'The mayor said', zaphira);
    const his = await blindly(ivo, 'ferry');
    await submit(mara);
    expect(codeOf(await showAnnotation(editor, { id: hers.id }))).toBe('not_found');
    expect(valueOf(await listPasses(editor, { articleId: article.id })).awaited).toMatchObject([
      { state: expect.stringMatching(/open|submitted/) },
      { state: expect.stringMatching(/open|submitted/) },
    ]);
    expect((await reveal()).revealed).toMatchObject([
      { annotator: { id: users.mara.id }, state: 'revealed' },
    ]);
    expect(valueOf(await showAnnotation(editor, { id: hers.id })).id).toBe(hers.id);
    expect(codeOf(await showAnnotation(editor, { id: his.id }))).toBe('not_found');
    // Ivo is still blind: what was revealed would tell him what to mark.
    expect(codeOf(await showAnnotation(ivo, { id: hers.id }))).toBe('not_found');
    expect(valueOf(await listPasses(ivo, { articleId: article.id }))).toMatchObject({
      revealed: [],
      awaited: null,
    });
    expect(valueOf(await showAgreement(ivo, { slug, query: {} })).articles).toEqual([]);
    // Nor do the sources that are offered to him say whom she named, while her pass can be read.
    for (const context of [editor, mara, ivo]) expect(await names(context)).toEqual([]);
    expect(valueOf(await showAnnotation(editor, { id: hers.id })).attribution).toMatchObject([
      zaphira.attribution[0]!,
    ]);
    await submit(ivo);
    for (const context of [editor, mara, ivo]) expect(await names(context)).toEqual(['Zaphira Quell']);
    expect(valueOf(await showAnnotation(ivo, { id: hers.id })).id).toBe(hers.id);
    expect(codeOf(await reviseAnnotation(ivo, { id: hers.id, ifMatch: '1', body: { tags: [] } }))).toBe(
      'pass_submitted',
    );
    expect(await listed(editor)).toEqual([]);
  });

  test('is for editors, and for none who is annotating the article blind', async () => {
    const asked = (context: Context) => revealPasses(context, { articleId: article.id, body: {} });
    expect(codeOf(await asked(mara))).toBe('forbidden');
    await blindly(editor, 'ferry');
    await blindly(mara, 'ferry');
    await submit(mara);
    expect(codeOf(await asked(editor))).toBe('forbidden');
    expect(valueOf(await listPasses(editor, { articleId: article.id })).awaited).toBeNull();
    await submit(editor);
    expect(valueOf(await asked(editor)).revealed).toHaveLength(2);
    expect(valueOf(await asked(editor)).revealed).toHaveLength(2);
  });
});

test('agreement is over revealed passes: the figures, and the very disagreements behind them', async () => {
  await blindly(mara, 'The mayor said the ferry would run again next week');
  await blindly(mara, 'the pier', { attribution: [{ source: { name: 'Observers', type: 'anonymous' } }] });
  await blindly(ivo, 'the ferry would run again next week');
  await blindly(ivo, 'the pier');
  await blindly(ivo, 'It will be full', {}, 'prediction');
  const forgotten = await blindly(ivo, 'late');
  valueOf(await deleteAnnotation(ivo, { id: forgotten.id, ifMatch: '1' }));
  await submit(mara);
  await submit(ivo);
  expect(valueOf(await showAgreement(editor, { slug, query: {} }))).toMatchObject({
    articles: [],
    overall: { pairs: [] },
    annotators: [],
  });
  await reveal();
  const agreement = valueOf(await showAgreement(editor, { slug, query: {} }));
  expect(agreement.articles).toMatchObject([{ articleId: article.id, title: article.title }]);
  const [{ a, b, kinds }] = agreement.articles[0]!.pairs as [(typeof agreement.articles)[0]['pairs'][0]];
  expect([a.id, b.id]).toEqual([users.mara.id, users.ivo.id].sort());
  expect(kinds.claim).toMatchObject({
    n: [2, 2],
    exact: { tp: 1, precision: 0.5, recall: 0.5, f1: 0.5 },
    overlap: { tp: 2, f1: 1 },
    attributes: { source: { n: 2, agreed: 1 } },
  });
  expect(kinds.prediction).toMatchObject({ exact: { f1: 0 } });
  expect(kinds.quote).toMatchObject({ n: [0, 0], alphaU: null, undefined: { alphaU: 'nothing_marked' } });
  expect(agreement.overall.pairs).toMatchObject([{ articles: 1, intervals: null }]);
  expect(valueOf(await showAgreement(editor, { slug, query: { articles: v7() } })).articles).toEqual([]);

  const found = await listPassDisagreements(editor, { slug, query: { a: a.id, b: b.id, kind: 'claim' } });
  const { items } = valueOf(found).articles[0]!;
  expect(items.map((item) => [item.a?.exact, item.b?.exact].sort())).toEqual([
    ['The mayor said the ferry would run again next week', 'the ferry would run again next week'].sort(),
    ['the pier', 'the pier'],
  ]);
  expect(items[1]!.differsIn.map(({ attribute }) => attribute)).toEqual(['source', 'mode', 'hops']);
});
