import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import type { DeskItem } from '@/lib/domain/desk';
import { dayAfter } from '@/lib/domain/prediction';
import type { DeskReason } from '@/lib/domain/vocabulary';
import { addRevision } from '@/lib/usecases/add-revision';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { exportDesk } from '@/lib/usecases/export-desk';
import { listDesk } from '@/lib/usecases/list-desk';
import { putComment } from '@/lib/usecases/put-comment';
import { takeCheck } from '@/lib/usecases/take-check';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, SAMPLE_RAW } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltMember, type BuiltUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const TODAY = '2026-11-22';
const NOW = new Date(`${TODAY}T09:00:00Z`);
const SECOND_RAW = `A second report

By Ben Okoro

The pier was mended in April, the builders said. The office opened on Monday. “We are glad,” they said.
`;

let owner: BuiltMember;
let slug: string;
let otto: BuiltUser;
let maya: Context;
let first: Article;
let second: Article;

/** A workspace with two articles and nothing marked, anew for each test. */
beforeEach(async () => {
  owner = await aMember({ role: 'owner', user: await aUser({ name: 'Maya' }) });
  slug = owner.workspace.slug;
  otto = (await aMember({ workspace: owner.workspace, role: 'editor', user: await aUser({ name: 'Otto' }) }))
    .user;
  maya = contextOf(owner.user, 'write', { now: NOW });
  first = await anArticle(maya, slug);
  second = await anArticle(maya, slug, SECOND_RAW);
});

const desk = async (query: Record<string, string> = {}, context = maya) =>
  valueOf(await listDesk(context, { slug, query }));
const wordsOf = (items: readonly DeskItem[]) => items.map(({ spans }) => spans[0]?.exact ?? '');
const reasonsOf = async ({ id }: Annotation): Promise<DeskReason[] | undefined> =>
  (await desk()).items.find((item) => item.id === id)?.reasons;
const mark = (kind: 'claim' | 'quote' | 'prediction', words: string, more: Record<string, unknown> = {}) =>
  anAnnotation(maya, first, kind, words, more);
const arrange = async ({ id }: Annotation, body: object, context = maya) =>
  valueOf(await arrangeCheck(context, { id, body, ifMatch: '0' }));
const verify = async ({ id }: Annotation, body: object) =>
  valueOf(await verifyAnnotation(maya, { id, body: { rationale: '', evidence: [], ...body } })).annotation;
const refute = (annotation: Annotation) =>
  verify(annotation, { status: 'refuted', rationale: 'The log says otherwise.', searches: ['harbour log'] });
const predict = (deadline: string | null) =>
  mark('prediction', 'the ferry would run again next week', { prediction: { deadline } });

describe('why something waits', () => {
  test('a claim that nobody has verified, unless it is not worth checking', async () => {
    expect(await reasonsOf(await mark('claim', 'The mayor'))).toEqual(['claim_unverified']);
    const gloss = await mark('claim', 'The mayor', { claim: { checkworthy: false } });
    expect(await reasonsOf(gloss)).toBeUndefined();
    expect(await reasonsOf(await refute(await mark('claim', 'closed in March')))).toBeUndefined();
  });

  test('a quote that nobody has checked', async () => {
    expect(await reasonsOf(await mark('quote', 'It will be full,'))).toEqual(['quote_unchecked']);
  });

  test.each([
    ['no deadline', null, undefined],
    ['in eight days', 8, undefined],
    ['in seven days', 7, ['prediction_due']],
    ['today', 0, ['prediction_due']],
    ['yesterday', -1, ['prediction_overdue']],
  ])('a prediction whose deadline is near or has passed: %s', async (_, days, reasons) => {
    const prediction = await predict(days === null ? null : dayAfter(TODAY, days));
    expect(await reasonsOf(prediction)).toEqual(reasons);
  });

  test('what somebody has begun to review', async () => {
    const claim = await verify(await mark('claim', 'The mayor'), { status: 'in_review' });
    expect(await reasonsOf(claim)).toEqual(['in_review']);
  });

  test('words that changed in a revision, and words that went', async () => {
    const changed = await refute(await mark('claim', 'the pier 👩‍👩‍👧 was closed in March'));
    const gone = await refute(await mark('claim', 'it will be late.'));
    const raw = SAMPLE_RAW.replace('closed in March', 'closed in June').replace(
      /“It will be full,” she said, “and it will be late.”/,
      'Nobody asked her when.',
    );
    valueOf(await addRevision(maya, { articleId: first.id, body: { raw } }));
    expect(await reasonsOf(changed)).toEqual(['recheck', 'claim_unverified']);
    expect(await reasonsOf(gone)).toContain('orphaned');
  });

  test('a question for the editor, also of what is decided', async () => {
    const claim = await refute(await mark('claim', 'The mayor'));
    const body = { annotationId: claim.id, question: true, body: 'Is she in office yet?' };
    valueOf(await putComment(maya, { id: v7(), body }));
    expect(await reasonsOf(claim)).toEqual(['question']);
  });

  test('a decision that waits for a second pair of eyes', async () => {
    await database().workspace.update({ where: { slug }, data: { needsApproval: true } });
    expect(await reasonsOf(await refute(await mark('claim', 'The mayor')))).toEqual(['approval']);
  });

  test('a confirmed contradiction, on each side until that is decided', async () => {
    const [here, there] = [
      await mark('claim', 'the pier 👩‍👩‍👧 was closed'),
      await anAnnotation(maya, second, 'claim', 'The pier was mended'),
    ];
    await link('proposed', here, there);
    expect(await reasonsOf(here)).toEqual(['claim_unverified']);
    await database().propositionLink.updateMany({ data: { state: 'confirmed' } });
    expect(await reasonsOf(here)).toEqual(['disagreement', 'claim_unverified']);
    await refute(here);
    expect(await reasonsOf(here)).toBeUndefined();
    expect(await reasonsOf(there)).toEqual(['disagreement', 'claim_unverified']);
  });

  test('a passage that may settle a prediction', async () => {
    const prediction = await predict(null);
    await database().settlingProposal.create({
      data: {
        ...{ id: v7(), annotationId: prediction.id, revisionId: second.revision.id, start: 0, end: 8 },
        ...{ score: 1, reasons: ['words'], fingerprint: 'x' },
      },
    });
    expect(await reasonsOf(prediction)).toEqual(['settling']);
  });

  test('a reader who asks for a correction', async () => {
    const claim = await refute(await mark('claim', 'The mayor'));
    const factCheckId = v7();
    await database().factCheck.create({
      data: { id: factCheckId, workspaceId: owner.workspace.id, annotationId: claim.id, state: 'published' },
    });
    await database().correctionRequest.create({
      data: { id: v7(), factCheckId, factCheckVersion: 1, body: 'She resigned.' },
    });
    expect(await reasonsOf(claim)).toEqual(['correction']);
  });

  test('what was assigned or given a day and would not wait otherwise', async () => {
    const prediction = await predict(null);
    await arrange(prediction, { priority: 'high' });
    expect(await reasonsOf(prediction)).toBeUndefined();
    const other = await predict(null);
    await arrange(other, { assigneeId: otto.id });
    expect(await reasonsOf(other)).toEqual(['asked']);
  });

  test('what was deleted does not wait', async () => {
    const claim = await mark('claim', 'The mayor');
    await deleteAnnotation(maya, { id: claim.id, ifMatch: '1' });
    expect((await desk()).counts.waiting).toBe(0);
  });
});

/** Two propositions, each of one annotation, that contradict each other. */
async function link(state: 'proposed' | 'confirmed', ...sides: [Annotation, Annotation]): Promise<void> {
  const db = database();
  const workspaceId = owner.workspace.id;
  const id = v7();
  await db.propositionLink.create({
    data: {
      id,
      workspaceId,
      type: 'contradicts',
      state,
      origin: 'person',
      reason: '',
      score: 1,
      fingerprint: id,
    },
  });
  for (const [i, { id: annotationId }] of sides.entries()) {
    const authorId = owner.user.id;
    const { id: propositionId } = await db.proposition.create({
      data: { id: v7(), workspaceId, words: 'The pier is closed.', authorId, requestHash: '' },
    });
    await db.propositionMember.create({ data: { annotationId, propositionId, addedById: authorId } });
    await db.linkSide.create({ data: { linkId: id, side: i === 0 ? 'from' : 'to', propositionId } });
  }
}

describe('the list', () => {
  let claim: Annotation;
  let quote: Annotation;

  /** In this order by urgency: the quote is urgent, the prediction due, the others have no day. */
  beforeEach(async () => {
    const attribution = [{ source: { name: 'Ada Verhoeven', type: 'person' } }];
    claim = await mark('claim', 'The mayor', {
      tags: ['town hall'],
      claim: { normalized: 'She is in office.' },
    });
    quote = await mark('quote', 'It will be full,', { attribution });
    await predict(dayAfter(TODAY, -2));
    await anAnnotation(maya, second, 'claim', 'The pier was mended');
    await arrange(quote, { priority: 'urgent', dueOn: dayAfter(TODAY, 3) });
    await arrange(claim, { assigneeId: otto.id });
    valueOf(await takeCheck(contextOf(otto, 'write', { now: NOW }), { id: claim.id, body: {} }));
  });

  const URGENT_FIRST = [
    'It will be full,',
    'the ferry would run again next week',
    'The mayor',
    'The pier was mended',
  ];

  test('tells all there is to decide where to begin', async () => {
    const { items, counts, today, groups } = await desk();
    expect(wordsOf(items)).toEqual(URGENT_FIRST);
    expect(items.map(({ due, dueState }) => [due, dueState])).toEqual([
      [dayAfter(TODAY, 3), 'soon'],
      [dayAfter(TODAY, -2), 'overdue'],
      [null, 'undated'],
      [null, 'undated'],
    ]);
    expect(items[0]!.check).toMatchObject({ priority: 'urgent', version: 1 });
    expect(items[2]!.check).toMatchObject({ assignee: { name: 'Otto' }, taken: { by: { name: 'Otto' } } });
    expect(items[3]!.check.version).toBe(0);
    expect(items[3]!.article).toMatchObject({ id: second.id, title: second.title });
    expect({ counts, today, groups }).toEqual({
      counts: { waiting: 4, overdue: 1, mine: 0, fitting: 4 },
      today: TODAY,
      groups: null,
    });
  });

  test.each([
    [{ reason: 'claim_unverified' }, ['The mayor', 'The pier was mended']],
    [{ reason: 'prediction_overdue, quote_unchecked' }, URGENT_FIRST.slice(0, 2)],
    [{ kind: 'quote' }, ['It will be full,']],
    [{ status: 'pending' }, ['the ferry would run again next week']],
    [{ priority: 'urgent,high' }, ['It will be full,']],
    [{ priority: 'normal' }, URGENT_FIRST.slice(1)],
    [{ due: 'overdue,soon' }, URGENT_FIRST.slice(0, 2)],
    [{ due: 'undated' }, URGENT_FIRST.slice(2)],
    [{ dueBy: TODAY }, ['the ferry would run again next week']],
    [{ assignee: 'me' }, []],
    [{ assignee: 'nobody', kind: 'claim' }, ['The pier was mended']],
    [{ taken: 'others' }, ['The mayor']],
    [{ taken: 'me' }, []],
    [{ taken: 'nobody', kind: 'claim' }, ['The pier was mended']],
    [{ tag: 'town hall' }, ['The mayor']],
    [{ query: 'PIER' }, ['The pier was mended']],
    [{ query: 'in office' }, ['The mayor']],
    [{ query: '%' }, []],
    [
      { sort: 'newest' },
      ['The pier was mended', 'the ferry would run again next week', 'It will be full,', 'The mayor'],
    ],
    [
      { sort: 'due' },
      ['the ferry would run again next week', 'It will be full,', 'The mayor', 'The pier was mended'],
    ],
  ])('shows what fits %j', async (query, words) => {
    const { items, counts } = await desk(query as Record<string, string>);
    expect(wordsOf(items).sort()).toEqual([...words].sort());
    if ('sort' in query) expect(wordsOf(items)).toEqual(words);
    expect(counts).toMatchObject({ waiting: 4, fitting: words.length });
  });

  test('shows what fits an article, a source, a member, oneself', async () => {
    expect(wordsOf((await desk({ article: second.id })).items)).toEqual(['The pier was mended']);
    const sourceId = (await desk({ kind: 'quote' })).items[0]!.attribution[0]!.source.id;
    expect(wordsOf((await desk({ source: sourceId })).items)).toEqual(['It will be full,']);
    expect(wordsOf((await desk({ assignee: otto.id })).items)).toEqual(['The mayor']);
    const his = await desk({ assignee: 'me,nobody' }, contextOf(otto, 'write', { now: NOW }));
    expect(his.counts).toMatchObject({ mine: 1, fitting: 4 });
  });

  test('what nobody has shown a sign of for two hours is taken by nobody', async () => {
    const later = contextOf(owner.user, 'write', { now: new Date(NOW.getTime() + 2 * 3_600_000) });
    expect((await desk({ taken: 'others' }, later)).counts.fitting).toBe(0);
  });

  test.each(['urgency', 'due', 'newest', 'oldest', 'article'])('comes page by page, by %s', async (sort) => {
    const whole = await desk({ sort });
    const paged: DeskItem[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof desk>> = await desk({
        sort,
        limit: '1',
        ...(cursor && { cursor }),
      });
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
  });

  test('is laid out in groups, in the order of the vocabulary', async () => {
    const groupsBy = async (group: string, more = {}) =>
      (await desk({ group, ...more })).groups!.map(({ key, count, items }) => [key, count, items.length]);
    expect(await groupsBy('status')).toEqual([
      ['unverified', 3, 3],
      ['pending', 1, 1],
    ]);
    expect(await groupsBy('status', { limit: '2' })).toContainEqual(['unverified', 3, 2]);
    expect(await groupsBy('kind', { kind: 'claim' })).toEqual([['claim', 2, 2]]);
    expect(await groupsBy('priority')).toEqual([
      ['urgent', 1, 1],
      ['normal', 3, 3],
    ]);
    expect(await groupsBy('due')).toEqual([
      ['overdue', 1, 1],
      ['soon', 1, 1],
      ['undated', 2, 2],
    ]);
    expect(await groupsBy('reason')).toEqual([
      ['prediction_overdue', 1, 1],
      ['claim_unverified', 2, 2],
      ['quote_unchecked', 1, 1],
    ]);
    expect(await groupsBy('assignee')).toEqual([
      [otto.id, 1, 1],
      ['nobody', 3, 3],
    ]);
    const byArticle = (await desk({ group: 'article' })).groups!;
    expect(byArticle.map(({ name, count }) => [name, count])).toEqual([
      ['A second report', 1],
      ['The harbour office will reopen', 3],
    ]);
  });

  test('leaves as a table, cells that run made harmless', async () => {
    await mark('claim', 'she said', { claim: { normalized: '=1+1' } });
    const file = valueOf(await exportDesk(maya, { slug, query: {} }));
    const decoder = new TextDecoder();
    let csv = '';
    for await (const bytes of file) csv += decoder.decode(bytes);
    const [head, ...rows] = csv.trimEnd().split('\r\n');
    expect(head).toContain('reasons,words,claim_normalized');
    expect(rows).toHaveLength(5);
    expect(csv).toContain("'=1+1");
    expect(rows.find((row) => row.includes('urgent'))).toContain('Ada Verhoeven');
  });

  test('is refused to strangers, and nonsense to everybody', async () => {
    const stranger = contextOf((await aMember({ role: 'owner' })).user);
    expect(codeOf(await listDesk(stranger, { slug, query: {} }))).toBe('not_found');
    expect(codeOf(await exportDesk(stranger, { slug, query: {} }))).toBe('not_found');
    for (const query of [
      { reason: 'bored' },
      { dueBy: 'soon' },
      { assignee: 'x' },
      { cursor: 'x' },
      { group: 'x' },
    ])
      expect(codeOf(await listDesk(maya, { slug, query }))).toBe('invalid_input');
    expect(
      codeOf(
        await listDesk(maya, {
          slug,
          query: { sort: 'due', cursor: (await desk({ limit: '1' })).nextCursor },
        }),
      ),
    ).toBe('invalid_input');
  });

  test('readers see it, and nothing of another workspace', async () => {
    const elsewhere = await aMember({ role: 'owner' });
    const context = contextOf(elsewhere.user);
    await anAnnotation(context, await anArticle(context, elsewhere.workspace.slug), 'claim', 'The mayor');
    const reader = contextOf((await aMember({ workspace: owner.workspace, role: 'reader' })).user, 'write', {
      now: NOW,
    });
    expect((await desk({}, reader)).counts).toMatchObject({ waiting: 4, mine: 0 });
  });
});
