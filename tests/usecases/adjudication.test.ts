import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { pool } from '@/lib/data/database';
import type { ArticleAdjudication, ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listAdjudication } from '@/lib/usecases/list-adjudication';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listHistory } from '@/lib/usecases/list-history';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { mergeAgreeing } from '@/lib/usecases/merge-agreeing';
import { openPass } from '@/lib/usecases/open-pass';
import { putAdjudication } from '@/lib/usecases/put-adjudication';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAdjudication } from '@/lib/usecases/show-adjudication';
import { showPassOutcome } from '@/lib/usecases/show-pass-outcome';
import { submitPass } from '@/lib/usecases/submit-pass';
import { undoAdjudication } from '@/lib/usecases/undo-adjudication';
import { anAnnotation, anArticle, SAMPLE_RAW, spansOf } from '@/tests/support/article-builders';
import { aMember, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let slug: string;
let article: Article;
let editor: Context;
let other: Context;
let mara: Context;
let ivo: Context;
let nele: Context;

beforeEach(async () => {
  const { user, workspace: built } = await aMember({ role: 'editor' });
  workspace = built;
  slug = workspace.slug;
  editor = contextOf(user);
  other = contextOf((await aMember({ workspace, role: 'editor' })).user);
  mara = contextOf((await aMember({ workspace })).user);
  ivo = contextOf((await aMember({ workspace })).user);
  nele = contextOf((await aMember({ workspace })).user);
  article = await anArticle(editor, slug);
});

const FERRY = 'the ferry would run again next week';
const FULL = 'It will be full';
const PIER = 'nobody has mended it';

const mark = (
  context: Context,
  words: string,
  kind: Annotation['kind'] = 'claim',
  more: Record<string, unknown> = {},
): Promise<Annotation> => anAnnotation(context, article, kind, words, { pass: 'mine', ...more });
const submit = async (context: Context) =>
  valueOf(await submitPass(context, { articleId: article.id, body: {} }));
const reveal = async () => valueOf(await revealPasses(editor, { articleId: article.id, body: {} }));
const shown = async (context = editor): Promise<ArticleAdjudication> =>
  valueOf(await showAdjudication(context, { articleId: article.id }));
const units = async (): Promise<ShownUnit[]> =>
  (await shown()).revisions.flatMap((revision) => revision.units);
const unitOf = async (id: string): Promise<ShownUnit> =>
  (await units()).find(({ members }) => members.some(({ annotation }) => annotation.id === id))!;
const idsOf = ({ members }: ShownUnit): string[] => members.map(({ annotation }) => annotation.id);
const shared = async (): Promise<Annotation[]> =>
  valueOf(await listAnnotations(editor, { articleId: article.id, query: {} })).items.filter(
    ({ layer }) => layer === 'shared',
  );
const merge = async (body: object = {}) =>
  valueOf(await mergeAgreeing(editor, { articleId: article.id, body }));
const put = (
  unit: ShownUnit,
  body: Record<string, unknown>,
  {
    id = v7(),
    context = editor,
    ifMatch = null,
  }: { id?: string; context?: Context; ifMatch?: string | null } = {},
) =>
  putAdjudication(context, {
    id,
    ifMatch,
    body: { articleId: article.id, annotationIds: idsOf(unit), ...body },
  });
const undo = (id: string) => undoAdjudication(editor, { id, body: {} });

/** Two who agree on one mark, differ in the source of another, and have one each alone. */
async function twoPasses() {
  const said = { attribution: [{ source: { name: 'Zaphira Quell', type: 'person' } }] };
  const a = {
    ferry: await mark(mara, FERRY, 'prediction', { ...said, tags: ['harbour'] }),
    full: await mark(mara, FULL, 'prediction', said),
    pier: await mark(mara, PIER),
  };
  const b = {
    ferry: await mark(ivo, FERRY, 'prediction', {
      attribution: [{ source: { name: 'zaphira quell', type: 'person' } }],
      tags: ['harbour'],
    }),
    full: await mark(ivo, FULL, 'prediction'),
    late: await mark(ivo, 'it will be late', 'prediction'),
  };
  await submit(mara);
  await submit(ivo);
  await reveal();
  return { a, b };
}

describe('what there is to decide', () => {
  test('are the marks of both, put together, with how far they agree', async () => {
    const { a, b } = await twoPasses();
    const { progress, revisions } = await shown();
    expect(progress).toEqual({ units: 4, decided: 0, waiting: 4 });
    expect(revisions[0]!.annotators.map(({ letter }) => letter)).toEqual(['A', 'B']);
    expect((await unitOf(a.ferry.id)).agreement).toBe('exact');
    expect(await unitOf(a.full.id)).toMatchObject({ agreement: 'spans', differsIn: ['attribution'] });
    expect(idsOf(await unitOf(a.full.id)).sort()).toEqual([a.full.id, b.full.id].sort());
    expect((await unitOf(b.late.id)).missing).toEqual([mara.actor.userId]);
    const listed = valueOf(await listAdjudication(other, { slug, query: {} }));
    expect(listed.items).toMatchObject([
      { articleId: article.id, progress: { units: 4, decided: 0, waiting: 4 }, disagreements: 0 },
    ]);
    const asked = async (query: object) =>
      valueOf(await listAdjudication(other, { slug, query })).items.length;
    expect(await asked({ articles: article.id })).toBe(1);
    expect(await asked({ articles: v7() })).toBe(0);
    expect(await asked({ articles: article.id, campaign: v7() })).toBe(0);
  });

  test('is not shown to annotators, nor to an editor who annotates the article blind', async () => {
    await twoPasses();
    expect(codeOf(await showAdjudication(mara, { articleId: article.id }))).toBe('forbidden');
    valueOf(await openPass(other, { articleId: article.id, body: {} }));
    expect(codeOf(await showAdjudication(other, { articleId: article.id }))).toBe('forbidden');
    expect(codeOf(await mergeAgreeing(other, { articleId: article.id, body: {} }))).toBe('forbidden');
    expect(valueOf(await listAdjudication(other, { slug, query: {} })).items).toEqual([]);
  });
});

describe('merging', () => {
  test('puts what agrees into the shared layer once, and keeps who marked it', async () => {
    const { a } = await twoPasses();
    expect(await merge()).toEqual({
      merged: 1,
      skipped: { decided: 0, alone: 2, disagree: 1, not_all: 0, text_changed: 0 },
      progress: { units: 4, decided: 1, waiting: 3 },
    });
    const [made] = await shared();
    expect(made).toMatchObject({
      kind: 'prediction',
      author: { id: mara.actor.userId },
      tags: ['harbour'],
      attribution: [{ source: { name: 'Zaphira Quell' } }],
      status: 'pending',
    });
    const { items } = valueOf(await listHistory(editor, { id: made!.id, query: {} }));
    expect(items).toMatchObject([{ type: 'annotation_created', actor: { id: editor.actor.userId } }]);
    expect((await unitOf(a.ferry.id)).decision).toMatchObject({
      outcome: 'merged',
      results: [{ annotationId: made!.id, isMade: true }],
    });
    expect(await merge()).toMatchObject({ merged: 0, skipped: { decided: 1 } });
    expect(await shared()).toHaveLength(1);
  });

  test('takes, when asked, what agrees in its words, without what differs', async () => {
    const { a } = await twoPasses();
    expect(await merge({ agreeing: 'spans' })).toMatchObject({ merged: 2 });
    const decision = (await unitOf(a.full.id)).decision!;
    const made = (await shared()).find(({ id }) => id === decision.results[0]!.annotationId)!;
    expect(made.attribution).toEqual([]);
  });

  test('links what the shared layer has already', async () => {
    const held = await anAnnotation(editor, article, 'prediction', FERRY);
    const { a } = await twoPasses();
    await merge();
    expect((await shared()).map(({ id }) => id)).toEqual([held.id]);
    const { decision } = await unitOf(a.ferry.id);
    expect(decision!.results).toEqual([{ annotationId: held.id, isMade: false, isDeleted: false }]);
    valueOf(await undo(decision!.id));
    expect((await shared()).map(({ id }) => id)).toEqual([held.id]);
  });

  test('links it also when the decision is changed, and makes no second', async () => {
    const held = await anAnnotation(editor, article, 'prediction', FULL, { tags: ['by hand'] });
    const { a, b } = await twoPasses();
    const unit = await unitOf(a.full.id);
    valueOf(await put(unit, { outcome: 'take', take: [a.full.id] }));
    valueOf(await put(unit, { outcome: 'take', take: [b.full.id] }, { ifMatch: '1' }));
    valueOf(await put(unit, { outcome: 'none' }, { ifMatch: '2' }));
    expect((await shared()).map(({ id }) => id)).toEqual([held.id]);
  });

  test('keeps two marks of the same words apart that say different things', async () => {
    const by = (name: string) => ({ attribution: [{ source: { name, type: 'person' } }] });
    for (const context of [mara, ivo])
      for (const name of ['Ada Brandt', 'Zaphira Quell']) await mark(context, FERRY, 'claim', by(name));
    await submit(mara);
    await submit(ivo);
    await reveal();
    expect(await merge()).toMatchObject({ merged: 2 });
    const names = (await shared()).map(({ attribution }) => attribution[0]!.source.name);
    expect(names.sort()).toEqual(['Ada Brandt', 'Zaphira Quell']);
  });
});

describe('a decision', () => {
  test('takes one of two, and none of what one alone marked', async () => {
    const { a, b } = await twoPasses();
    const taken = valueOf(
      await put(await unitOf(a.full.id), {
        outcome: 'take',
        take: [b.full.id],
        note: ' The source is another. ',
      }),
    );
    expect(taken).toMatchObject({
      outcome: 'created',
      decision: { outcome: 'take', version: 1, note: 'The source is another.', isInForce: true },
    });
    expect(await shared()).toMatchObject([{ author: { id: ivo.actor.userId }, attribution: [] }]);
    valueOf(await put(await unitOf(a.pier.id), { outcome: 'none' }));
    valueOf(await put(await unitOf(b.late.id), { outcome: 'disagreement' }));
    expect(await shared()).toHaveLength(1);
    expect((await unitOf(b.late.id)).state).toBe('disagreement');
    expect((await shown()).progress).toEqual({ units: 4, decided: 3, waiting: 1 });
  });

  test('takes both of the same words where both are asked for', async () => {
    const { a } = await twoPasses();
    valueOf(await put(await unitOf(a.full.id), { outcome: 'both' }));
    expect((await shared()).map(({ author }) => author.id).sort()).toEqual(
      [mara.actor.userId, ivo.actor.userId].sort(),
    );
  });

  test('may be edited, by whoever decides', async () => {
    const { a } = await twoPasses();
    const annotation = {
      revisionId: article.revision.id,
      kind: 'claim',
      spans: spansOf(article.revision.text, 'It will be full', 'it will be late'),
      tags: ['ferry'],
    };
    const unit = await unitOf(a.full.id);
    expect(codeOf(await put(unit, { outcome: 'edit', annotation: { ...annotation, spans: [] } }))).toBe(
      'invalid_input',
    );
    valueOf(await put(unit, { outcome: 'edit', take: [a.full.id], annotation }));
    expect(await shared()).toMatchObject([
      { kind: 'claim', tags: ['ferry'], author: { id: editor.actor.userId }, spans: [{}, {}] },
    ]);
  });

  test('is made once however often it is sent, and refused where somebody was faster', async () => {
    const { a } = await twoPasses();
    const unit = await unitOf(a.full.id);
    const body = { outcome: 'take', take: [a.full.id] };
    const id = v7();
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => put(unit, body, { id })));
    expect(sent.map((outcome) => valueOf(outcome).outcome).sort()).toEqual([
      'created',
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(await shared()).toHaveLength(1);
    expect(codeOf(await put(unit, { outcome: 'none' }, { id }))).toBe('id_taken');
    const late = await put(unit, { outcome: 'none' }, { context: other });
    expect(late).toMatchObject({ ok: false, error: { code: 'already_decided', current: { id } } });
  });

  test('of two who decide at once one is told of the other', async () => {
    const { a, b } = await twoPasses();
    const unit = await unitOf(a.full.id);
    const outcomes = await Promise.all([
      put(unit, { outcome: 'take', take: [a.full.id] }),
      put(unit, { outcome: 'take', take: [b.full.id] }, { context: other }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['already_decided', null].sort());
    expect(await shared()).toHaveLength(1);
  });

  test('is superseded on the version that was seen; what it made is taken back, and comes again by undoing', async () => {
    const { a, b } = await twoPasses();
    const unit = await unitOf(a.full.id);
    const first = valueOf(await put(unit, { outcome: 'take', take: [a.full.id] })).decision;
    expect(codeOf(await put(unit, { outcome: 'none' }, { ifMatch: '7' }))).toBe('stale_version');
    const second = valueOf(
      await put(unit, { outcome: 'take', take: [b.full.id] }, { ifMatch: '"1"', context: other }),
    ).decision;
    expect(second).toMatchObject({ version: 2, supersedesId: first.id });
    expect(await shared()).toMatchObject([{ author: { id: ivo.actor.userId } }]);
    expect(codeOf(await undo(first.id))).toBe('superseded');
    expect(valueOf(await undo(second.id))).toMatchObject({
      isInForce: false,
      withdrawn: { by: { id: editor.actor.userId } },
    });
    valueOf(await undo(second.id));
    expect(await shared()).toMatchObject([
      { id: first.results[0]!.annotationId, author: { id: mara.actor.userId } },
    ]);
    expect((await unitOf(a.full.id)).decision!.id).toBe(first.id);
    valueOf(await undo(first.id));
    expect(await shared()).toEqual([]);
    expect((await unitOf(a.full.id)).state).toBe('open');
    expect(valueOf(await put(unit, { outcome: 'none' })).decision.version).toBe(3);
  });

  test('is not changed over what somebody has worked on since', async () => {
    const { a, b } = await twoPasses();
    const unit = await unitOf(a.full.id);
    const first = valueOf(await put(unit, { outcome: 'take', take: [a.full.id] })).decision;
    const [made] = await shared();
    valueOf(await reviseAnnotation(editor, { id: made!.id, ifMatch: '1', body: { tags: ['later'] } }));
    expect(codeOf(await undo(first.id))).toBe('changed_since');
    expect(codeOf(await put(unit, { outcome: 'none' }, { ifMatch: '1' }))).toBe('changed_since');
    // The same words stay as they were worked on.
    valueOf(await put(unit, { outcome: 'take', take: [b.full.id] }, { ifMatch: '1' }));
    expect(await shared()).toMatchObject([{ id: made!.id, tags: ['later'] }]);
    const decision = (await unitOf(a.full.id)).decision!;
    valueOf(await deleteAnnotation(editor, { id: made!.id, ifMatch: '2' }));
    valueOf(await undo(decision.id));
  });

  test('names all marks of one unit, and no others', async () => {
    const { a } = await twoPasses();
    const unit = await unitOf(a.full.id);
    const some = (ids: string[]) =>
      putAdjudication(editor, {
        id: v7(),
        body: { articleId: article.id, annotationIds: ids, outcome: 'none' },
      });
    expect(codeOf(await some([a.full.id]))).toBe('unit_changed');
    expect(codeOf(await some([...idsOf(unit), a.pier.id]))).toBe('unit_changed');
    expect(codeOf(await some([v7()]))).toBe('invalid_input');
    expect(codeOf(await put(unit, { outcome: 'take' }))).toBe('invalid_input');
    expect(codeOf(await put(unit, { outcome: 'take', take: [a.pier.id] }))).toBe('invalid_input');
    expect(codeOf(await put(unit, { outcome: 'none' }, { context: mara }))).toBe('forbidden');
  });

  test('is never changed in the database', async () => {
    const { a } = await twoPasses();
    const { decision } = valueOf(await put(await unitOf(a.pier.id), { outcome: 'none' }));
    await expect(
      pool().query(`UPDATE adjudication SET outcome = 'both' WHERE id = $1`, [decision.id]),
    ).rejects.toThrow(/history/);
  });
});

describe('a pass that is revealed later', () => {
  test('adds to what was decided and discards nothing', async () => {
    const { a } = await twoPasses();
    await merge();
    const kept = valueOf(await put(await unitOf(a.pier.id), { outcome: 'take', take: [a.pier.id] })).decision;
    const third = await mark(nele, PIER);
    const fresh = await mark(nele, 'The mayor said');
    await submit(nele);
    await reveal();
    const unit = await unitOf(a.pier.id);
    expect(unit).toMatchObject({ key: a.pier.id, state: 'changed', decision: { id: kept.id } });
    expect(idsOf(unit)).toEqual([a.pier.id, third.id]);
    expect((await unitOf(fresh.id)).state).toBe('open');
    expect((await unitOf(a.ferry.id)).state).toBe('decided');
    const before = await shared();
    await merge();
    expect((await shared()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    // Deciding the same again keeps what stands.
    valueOf(await put(unit, { outcome: 'take', take: [third.id] }, { ifMatch: '1' }));
    expect((await shared()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect((await unitOf(a.pier.id)).state).toBe('decided');
  });

  test('is not overlooked by whoever decides on what was there before', async () => {
    const { a } = await twoPasses();
    const unit = await unitOf(a.pier.id);
    await mark(nele, PIER);
    await submit(nele);
    await reveal();
    expect(codeOf(await put(unit, { outcome: 'none' }))).toBe('unit_changed');
  });

  test('may name a source that the registry does not have yet', async () => {
    const { a } = await twoPasses();
    const by = { attribution: [{ source: { name: 'Orla Fennick', type: 'person' } }] };
    const mine = await mark(nele, 'The mayor said', 'claim', by);
    // Somebody else is blind still, so that sources of passes stay out of the registry.
    valueOf(await openPass(other, { articleId: article.id, body: {} }));
    await submit(nele);
    await reveal();
    valueOf(await put(await unitOf(mine.id), { outcome: 'take', take: [mine.id] }));
    expect((await shared()).map(({ attribution }) => attribution[0]?.source.name)).toEqual(['Orla Fennick']);
    expect((await unitOf(a.full.id)).state).toBe('open');
  });
});

describe('a text that is newer than the passes', () => {
  test('takes what is taken in its new place, and refuses what is gone', async () => {
    const { a, b } = await twoPasses();
    const gone = ' “It will be full,” she said, “and it will be late.”';
    const raw = SAMPLE_RAW.replace('The mayor said', 'On Monday the mayor said').replace(gone, '');
    const { revision } = valueOf(await addRevision(editor, { articleId: article.id, body: { raw } }));
    expect(await merge({ agreeing: 'spans' })).toMatchObject({ merged: 1, skipped: { text_changed: 1 } });
    expect(await shared()).toMatchObject([
      { revisionId: revision.id, anchor: 'exact', spans: [{ exact: FERRY }] },
    ]);
    const unit = await unitOf(b.late.id);
    expect(codeOf(await put(unit, { outcome: 'take', take: [b.late.id] }))).toBe('orphaned');
    valueOf(await put(unit, { outcome: 'none' }));
    expect((await unitOf(a.ferry.id)).state).toBe('decided');
  });
});

describe('annotators', () => {
  test('see what became of theirs, and are told once everything is decided', async () => {
    const { a, b } = await twoPasses();
    await merge();
    const outcomeOf = async (context: Context) =>
      valueOf(await showPassOutcome(context, { articleId: article.id }));
    expect((await outcomeOf(mara)).progress).toEqual({ units: 3, decided: 1, waiting: 2 });
    valueOf(
      await put(await unitOf(a.full.id), { outcome: 'take', take: [b.full.id], note: 'Nobody is named.' }),
    );
    valueOf(await put(await unitOf(a.pier.id), { outcome: 'none' }));
    const notices = async (context: Context) =>
      valueOf(await listNotifications(context, { slug, query: {} })).items.map(({ kind }) => kind);
    expect(await notices(mara)).toEqual([]);
    const { decision } = valueOf(await put(await unitOf(b.late.id), { outcome: 'disagreement' }));
    expect([await notices(mara), await notices(ivo)]).toEqual([['pass_adjudicated'], ['pass_adjudicated']]);
    valueOf(await undo(decision.id));
    valueOf(await put(await unitOf(b.late.id), { outcome: 'none' }));
    expect(await notices(mara)).toEqual(['pass_adjudicated']);

    const { marks, progress } = await outcomeOf(mara);
    expect(progress).toEqual({ units: 3, decided: 3, waiting: 0 });
    const of = (id: string) => marks.find(({ annotation }) => annotation.id === id)!;
    expect(of(a.ferry.id)).toMatchObject({
      isTaken: true,
      decision: { outcome: 'merged' },
      replacedBy: [{ kind: 'prediction' }],
    });
    expect(of(a.full.id)).toMatchObject({
      isTaken: false,
      decision: { outcome: 'take', note: 'Nobody is named.' },
      replacedBy: [{ author: { id: ivo.actor.userId } }],
    });
    expect(of(a.pier.id)).toMatchObject({ isTaken: false, decision: { outcome: 'none' }, replacedBy: [] });
    expect(codeOf(await showPassOutcome(nele, { articleId: article.id }))).toBe('no_pass');
  });

  test('see nothing before their pass is revealed', async () => {
    await twoPasses();
    await merge();
    await mark(nele, PIER);
    expect(codeOf(await showPassOutcome(nele, { articleId: article.id }))).toBe('no_pass');
    await submit(nele);
    expect(codeOf(await showPassOutcome(nele, { articleId: article.id }))).toBe('no_pass');
  });
});
