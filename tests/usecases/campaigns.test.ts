import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { listCampaignArticleIds } from '@/lib/data/campaigns';
import { database, pool } from '@/lib/data/database';
import { findGuidelineInForce, insertGuideline } from '@/lib/data/guidelines';
import { listNotificationRows } from '@/lib/data/notifications';
import type { Article } from '@/lib/domain/article';
import type { NextArticle, Place } from '@/lib/domain/campaign';
import { assignArticles } from '@/lib/usecases/assign-articles';
import { changeCampaign } from '@/lib/usecases/change-campaign';
import type { Context } from '@/lib/usecases/context';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';
import { listCampaignHistory } from '@/lib/usecases/list-campaign-history';
import { listCampaigns } from '@/lib/usecases/list-campaigns';
import { findOwnAssignment } from '@/lib/usecases/find-own-assignment';
import { listOwnAssignments } from '@/lib/usecases/list-own-assignments';
import { listPasses } from '@/lib/usecases/list-passes';
import { openPass } from '@/lib/usecases/open-pass';
import { releaseAssignment } from '@/lib/usecases/release-assignment';
import { restoreAssignment } from '@/lib/usecases/restore-assignment';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { submitPass } from '@/lib/usecases/submit-pass';
import { takeNextArticle } from '@/lib/usecases/take-next-article';
import { undoAssigning } from '@/lib/usecases/undo-assigning';
import { anAnnotation, anArticle, SAMPLE_RAW } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const NOW = new Date('2026-09-01T10:00:00Z');
const later = (context: Context, hours: number): Context => ({
  ...context,
  now: new Date(context.now.getTime() + hours * 3_600_000),
});

let workspace: BuiltWorkspace;
let slug: string;
let editor: Context;
let people: BuiltUser[];
let articles: Article[];
const as = (user: BuiltUser): Context => contextOf(user, 'write', { now: NOW });
const person = (i: number): Context => as(people[i]!);

beforeEach(async () => {
  const made = await aMember({ role: 'editor' });
  workspace = made.workspace;
  slug = workspace.slug;
  editor = as(made.user);
  people = await Promise.all(
    ['Ida Fenwick', 'Noor Valk', 'Tove Brandt'].map(async (name) => {
      const { user } = await aMember({ workspace });
      await database().user.update({ where: { id: user.id }, data: { name } });
      return { ...user, name };
    }),
  );
  articles = [];
  for (const i of [1, 2, 3]) articles.push(await anArticle(editor, slug, `Article ${i}\n\n${SAMPLE_RAW}`));
});

const make = async (more: Record<string, unknown> = {}): Promise<string> => {
  const body = {
    name: 'The harbour',
    articleIds: articles.map(({ id }) => id),
    annotatorIds: people.map(({ id }) => id),
    ...more,
  };
  return valueOf(await createCampaign(editor, { slug, body })).campaign.id;
};
/** A pool with one place, which is let go when nobody has begun after so many hours. */
const makePlaceFor = (holdHours: number): Promise<string> =>
  make({ mode: 'pool', holdHours, articleIds: [articles[0]!.id], annotatorsPerArticle: 1 });
const next = async (context: Context, id: string): Promise<NextArticle> =>
  valueOf(await takeNextArticle(context, { id, body: {} }));
const take = async (context: Context, id: string): Promise<string> =>
  (await next(context, id)).assignment!.article.id;
const submit = async (context: Context, articleId: string, body: unknown = {}): Promise<void> => {
  valueOf(await openPass(context, { articleId, body: {} }));
  valueOf(await submitPass(context, { articleId, body }));
};
const placesOf = async (id: string, context: Context = editor): Promise<Place[][]> =>
  valueOf(await listCampaignArticles(context, { id, query: {} })).items.map(({ places }) => places);
const assign = async (id: string, assignments: [article: number, who: number][]) =>
  valueOf(
    await assignArticles(editor, {
      id,
      body: {
        assignments: assignments.map(([a, w]) => ({
          articleId: articles[a]!.id,
          annotatorId: people[w]!.id,
        })),
      },
    }),
  );
const toldTo = async (context: Context) =>
  listNotificationRows(database(), {
    ...{
      workspaceId: workspace.id,
      userId: context.actor.userId,
      isUnreadOnly: false,
      limit: 50,
      before: null,
    },
  });

describe('a campaign', () => {
  test('is made once by the same request, in the order of its articles, and not of others’ articles', async () => {
    const id = v7();
    const body = {
      id,
      name: 'The harbour',
      articleIds: [articles[2]!.id, articles[0]!.id],
      dueOn: '2026-10-01',
    };
    const made = valueOf(await createCampaign(editor, { slug, body }));
    expect(made).toMatchObject({
      outcome: 'created',
      campaign: { articles: 2, version: 1, dueOn: '2026-10-01' },
    });
    expect(valueOf(await createCampaign(editor, { slug, body })).outcome).toBe('unchanged');
    expect(codeOf(await createCampaign(editor, { slug, body: { ...body, name: 'Other' } }))).toBe('id_taken');
    expect(await listCampaignArticleIds(database(), id)).toEqual(body.articleIds);
    const elsewhere = await aMember({ role: 'owner' });
    const foreign = await anArticle(as(elsewhere.user), elsewhere.workspace.slug);
    for (const bad of [
      { articleIds: [foreign.id] },
      { annotatorIds: [elsewhere.user.id] },
      { annotatorIds: [(await aMember({ workspace, role: 'reader' })).user.id] },
      { guidelineVersion: 99 },
    ])
      expect(codeOf(await createCampaign(editor, { slug, body: { name: 'x', ...bad } }))).toBe(
        'invalid_input',
      );
  });

  test('is changed on the version that was seen, once; what somebody has stays', async () => {
    const id = await make();
    const change = { id, ifMatch: '1', body: { name: 'The pier', annotatorsPerArticle: 3 } };
    expect(valueOf(await changeCampaign(editor, change))).toMatchObject({ name: 'The pier', version: 2 });
    expect(valueOf(await changeCampaign(editor, change)).version).toBe(2);
    expect(codeOf(await changeCampaign(editor, { ...change, body: { name: 'x' } }))).toBe('stale_version');
    await assign(id, [[0, 0]]);
    const without = { articleIds: [articles[1]!.id] };
    expect(codeOf(await changeCampaign(editor, { id, ifMatch: '2', body: without }))).toBe('in_use');
    expect(codeOf(await changeCampaign(editor, { id, ifMatch: '2', body: { kinds: ['claim'] } }))).toBe(
      'in_use',
    );
    const kept = { articleIds: [articles[0]!.id] };
    expect(valueOf(await changeCampaign(editor, { id, ifMatch: '2', body: kept })).articles).toBe(1);
    const { rows } = await pool().query<{ type: string }>(
      'SELECT type FROM workspace_event WHERE subject_id = $1 ORDER BY id',
      [id],
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'campaign_made',
      'campaign_changed',
      'articles_assigned',
      'campaign_changed',
    ]);
  });

  test('that is closed gives out nothing; what was begun can be submitted; it can be opened again', async () => {
    const id = await make({ mode: 'pool' });
    const articleId = await take(person(0), id);
    valueOf(await changeCampaign(editor, { id, ifMatch: '1', body: { state: 'closed' } }));
    expect(codeOf(await takeNextArticle(person(1), { id, body: {} }))).toBe('campaign_closed');
    expect(codeOf(await assignArticles(editor, { id, body: { spread: 'evenly' } }))).toBe('campaign_closed');
    await submit(person(0), articleId);
    valueOf(await changeCampaign(editor, { id, ifMatch: '2', body: { state: 'open' } }));
    expect((await next(person(1), id)).outcome).toBe('taken');
  });

  test('tells its annotators of their own work alone, and a reader what it is about', async () => {
    const id = await make();
    await assign(id, [
      [0, 0],
      [0, 1],
    ]);
    const seen = valueOf(await showCampaign(person(0), { id }));
    expect(seen).toMatchObject({ isAnnotator: true, progress: null, workload: null });
    expect(seen.mine.map(({ article }) => article.id)).toEqual([articles[0]!.id]);
    const reader = as((await aMember({ workspace, role: 'reader' })).user);
    expect(valueOf(await showCampaign(reader, { id }))).toMatchObject({
      mine: [],
      progress: null,
      workload: null,
    });
    expect(codeOf(await listCampaignArticles(person(0), { id, query: {} }))).toBe('forbidden');
    const [listed] = valueOf(await listCampaigns(reader, { slug, query: {} })).items;
    expect(listed).toMatchObject({ isAnnotator: false, progress: null, articles: 3 });
  });

  test('is listed page by page, open ones first', async () => {
    const made = [await make({ name: 'A' }), await make({ name: 'B' }), await make({ name: 'C' })];
    valueOf(await changeCampaign(editor, { id: made[2]!, ifMatch: '1', body: { state: 'closed' } }));
    const names: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = valueOf(
        await listCampaigns(editor, { slug, query: { limit: '1', ...(cursor && { cursor }) } }),
      );
      names.push(...page.items.map(({ name }) => name));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(names).toEqual([...names.slice(0, 2).sort().reverse(), 'C']);
    expect(new Set(names)).toEqual(new Set(['A', 'B', 'C']));
  });
});

describe('giving out articles', () => {
  test('as a list: told why not, told to whom, and the same again gives nothing more', async () => {
    const id = await make();
    const made = await assign(id, [
      [0, 0],
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(made.made).toHaveLength(2);
    expect(made.skipped.map(({ reason }) => reason)).toEqual(['has_it', 'full']);
    expect(made.free).toBe(4);
    expect((await assign(id, [[0, 0]])).skipped[0]!.reason).toBe('has_it');
    const [told] = await toldTo(person(0));
    expect(told).toMatchObject({
      kind: 'article_assigned',
      annotation: null,
      article: { id: articles[0]!.id },
      campaign: { id, name: 'The harbour' },
    });
    await submit(person(2), articles[1]!.id);
    expect((await assign(id, [[1, 2]])).skipped[0]!.reason).toBe('has_annotated');
    const others = await make({ articleIds: [articles[0]!.id] });
    expect((await assign(others, [[0, 0]])).skipped[0]!.reason).toBe('has_it');
    expect((await assign(others, [[1, 0]])).skipped[0]!.reason).toBe('not_in_campaign');
  });

  test('evenly: as many as are asked for on each article, and nobody has two more than another', async () => {
    const id = await make();
    const { made, free } = valueOf(await assignArticles(editor, { id, body: { spread: 'evenly', seed: 5 } }));
    expect([made.length, free]).toEqual([6, 0]);
    expect((await placesOf(id)).map((places) => places.length)).toEqual([2, 2, 2]);
    const { workload } = valueOf(await showCampaign(editor, { id }));
    expect(workload!.map(({ annotator, assigned }) => [annotator.name, assigned])).toEqual([
      ['Ida Fenwick', 2],
      ['Noor Valk', 2],
      ['Tove Brandt', 2],
    ]);
    expect(valueOf(await assignArticles(editor, { id, body: { spread: 'evenly' } })).made).toEqual([]);
    const told = await toldTo(person(0));
    expect(told.map(({ kind, article, campaign }) => [kind, article, campaign!.id])).toEqual([
      ['article_assigned', null, id],
    ]);
  });
});

describe('the pool', () => {
  test('gives nobody a place too many, however many ask at once', async () => {
    const many = await Promise.all(
      Array.from({ length: 20 }, async () => (await aMember({ workspace })).user),
    );
    const id = await make({
      mode: 'pool',
      annotatorIds: many.map((user) => user.id),
      annotatorsPerArticle: 2,
    });
    const answers = await Promise.all(many.map((user) => next(as(user), id)));
    expect(answers.filter(({ outcome }) => outcome === 'taken')).toHaveLength(6);
    expect(answers.filter(({ outcome }) => outcome === 'none')).toHaveLength(14);
    expect((await placesOf(id)).map((places) => places.length)).toEqual([2, 2, 2]);
  });

  test('gives one person one article at a time, however often they ask', async () => {
    const id = await make({ mode: 'pool' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => next(person(0), id)));
    expect(answers.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
    expect(new Set(answers.map(({ assignment }) => assignment?.id)).size).toBe(1);
    await submit(person(0), answers[0]!.assignment!.article.id);
    expect((await next(person(0), id)).outcome).toBe('taken');
  });

  test('gives first what is nearest to being done, and nothing that one has had', async () => {
    const id = await make({ mode: 'pool' });
    const first = await take(person(0), id);
    expect(first).toBe(articles[0]!.id);
    expect(await take(person(1), id)).toBe(first);
    expect(await take(person(2), id)).toBe(articles[1]!.id);
    await submit(person(0), first);
    expect(await take(person(0), id)).toBe(articles[1]!.id);
    await submit(person(0), articles[1]!.id);
    expect(await take(person(0), id)).toBe(articles[2]!.id);
    await submit(person(0), articles[2]!.id);
    expect((await next(person(0), id)).outcome).toBe('none');
  });

  test('gives nothing to whoever is not asked to annotate', async () => {
    const id = await make({ mode: 'pool', annotatorIds: [people[0]!.id] });
    expect(codeOf(await takeNextArticle(person(1), { id, body: {} }))).toBe('not_an_annotator');
    const list = await make({ mode: 'list' });
    expect((await next(person(0), list)).outcome).toBe('none');
  });

  test('frees a place whose time is over; whoever has begun keeps it', async () => {
    const id = await makePlaceFor(2);
    await take(person(0), id);
    expect((await next(person(1), id)).outcome).toBe('none');
    const muchLater = later(person(1), 3);
    expect(valueOf(await listCampaignArticles(later(editor, 3), { id, query: {} })).items[0]!.places).toEqual(
      [],
    );
    expect(valueOf(await findOwnAssignment(later(person(0), 3), { articleId: articles[0]!.id }))).toBeNull();
    expect((await next(muchLater, id)).outcome).toBe('taken');
    valueOf(await openPass(muchLater, { articleId: articles[0]!.id, body: {} }));
    expect((await next(later(person(2), 9), id)).outcome).toBe('none');
    expect((await next(later(person(1), 9), id)).assignment!.state).toBe('begun');
  });

  test('loses nothing that somebody marked after their time was over', async () => {
    const id = await makePlaceFor(1);
    await take(person(0), id);
    expect((await next(later(person(1), 2), id)).outcome).toBe('taken');
    await anAnnotation(person(0), articles[0]!, 'claim', 'ferry', { pass: 'mine' });
    await submit(person(0), articles[0]!.id);
    const [places] = await placesOf(id, later(editor, 2));
    expect(
      places!.map(({ annotator, state, assignmentId }) => [annotator.name, state, assignmentId === null]),
    ).toEqual([
      ['Ida Fenwick', 'submitted', true],
      ['Noor Valk', 'waiting', false],
    ]);
  });

  test('does not offer again what one gave back, and keeps what one marked in it', async () => {
    const id = await make({ mode: 'pool', articleIds: [articles[0]!.id], annotatorsPerArticle: 1 });
    const { assignment } = await next(person(0), id);
    const kept = await anAnnotation(person(0), articles[0]!, 'claim', 'ferry', { pass: 'mine' });
    const release = { id: assignment!.id, body: { reason: 'I know the mayor.' } };
    expect(codeOf(await releaseAssignment(person(1), release))).toBe('forbidden');
    const given = valueOf(await releaseAssignment(person(0), release));
    expect(given).toMatchObject({ release: 'given_back', reason: 'I know the mayor.' });
    expect(valueOf(await releaseAssignment(person(0), release))).toEqual(given);
    expect((await next(person(0), id)).outcome).toBe('none');
    expect((await next(person(1), id)).outcome).toBe('taken');
    expect(valueOf(await listPasses(person(0), { articleId: articles[0]!.id })).own!.annotations).toBe(1);
    expect(kept.layer).not.toBe('shared');
  });
});

describe('taking an article back', () => {
  test('an editor does, and whoever had it is told of it no longer; not what is submitted', async () => {
    const id = await make();
    const made = [...(await assign(id, [[0, 0]])).made, ...(await assign(id, [[1, 0]])).made];
    const body = { reason: 'Noor does it.' };
    expect(valueOf(await releaseAssignment(editor, { id: made[0]!.id, body })).release).toBe('withdrawn');
    expect((await toldTo(person(0))).map(({ article }) => article!.id)).toEqual([made[1]!.articleId]);
    await submit(person(0), made[1]!.articleId);
    expect(codeOf(await releaseAssignment(editor, { id: made[1]!.id, body }))).toBe('pass_submitted');
    expect((await assign(id, [[0, 0]])).made).toHaveLength(1);
  });
});

describe('undoing that articles were given out', () => {
  const undo = async (id: string, made: readonly { id: string }[], context: Context = editor) =>
    valueOf(
      await undoAssigning(context, { id, body: { assignmentIds: made.map((assignment) => assignment.id) } }),
    );

  test('frees the places as if they had never been given, and nobody is told of them any more', async () => {
    const id = await make();
    const spread = valueOf(await assignArticles(editor, { id, body: { spread: 'evenly', seed: 5 } }));
    expect(await undo(id, spread.made)).toEqual({
      undone: expect.arrayContaining(spread.made.map((assignment) => assignment.id)) as string[],
      kept: [],
    });
    expect((await undo(id, spread.made)).undone).toHaveLength(6);
    expect(await placesOf(id)).toEqual([[], [], []]);
    for (const i of [0, 1, 2]) expect(await toldTo(person(i))).toEqual([]);
    expect(
      valueOf(await assignArticles(editor, { id, body: { spread: 'evenly', seed: 5 } })).made,
    ).toHaveLength(6);
  });

  test('lets whoever had it get it again, also from the pool', async () => {
    const id = await make({ mode: 'pool', articleIds: [articles[0]!.id] });
    await undo(id, (await assign(id, [[0, 0]])).made);
    expect(valueOf(await showCampaign(editor, { id })).progress!.taken).toBe(0);
    expect(await take(person(0), id)).toBe(articles[0]!.id);
  });

  test('leaves what somebody has begun, what others gave out, and what one annotates blind oneself', async () => {
    const second = as((await aMember({ workspace, role: 'editor' })).user);
    const id = await make({ annotatorIds: [...people.map((user) => user.id), second.actor.userId] });
    const { made } = await assign(id, [
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(await undo(id, made, second)).toEqual({
      undone: [],
      kept: made.map((assignment) => assignment.id),
    });
    valueOf(await openPass(person(0), { articleId: articles[0]!.id, body: {} }));
    valueOf(await openPass(editor, { articleId: articles[1]!.id, body: {} }));
    const { undone, kept } = await undo(id, made);
    expect([undone, kept]).toEqual([[made[2]!.id], [made[0]!.id, made[1]!.id]]);
    expect((await placesOf(id, second)).map((places) => places.length)).toEqual([1, 1, 0]);
    expect(codeOf(await undoAssigning(person(0), { id, body: { assignmentIds: [made[0]!.id] } }))).toBe(
      'forbidden',
    );
  });
});

test('who was told of several articles at once is told of them until none is left', async () => {
  const id = await make();
  const { made } = await assign(id, [
    [0, 0],
    [1, 0],
  ]);
  const undo = async (assignmentId: string) =>
    valueOf(await undoAssigning(editor, { id, body: { assignmentIds: [assignmentId] } }));
  await undo(made[0]!.id);
  expect(await toldTo(person(0))).toHaveLength(1);
  await undo(made[1]!.id);
  expect(await toldTo(person(0))).toEqual([]);
});

describe('undoing that an article was taken back', () => {
  const release = async (context: Context, assignmentId: string) =>
    valueOf(await releaseAssignment(context, { id: assignmentId, body: { reason: 'A slip.' } }));
  const restore = (context: Context, assignmentId: string, { releasedAt }: { releasedAt: string }) =>
    restoreAssignment(context, { id: assignmentId, body: { releasedAt } });

  test('gives it to the same person again and tells them; again it changes nothing', async () => {
    const id = await make();
    const [given] = (await assign(id, [[0, 0]])).made;
    const before = await placesOf(id);
    const released = await release(editor, given!.id);
    expect(await toldTo(person(0))).toEqual([]);
    expect(codeOf(await restore(person(0), given!.id, released))).toBe('forbidden');
    expect(valueOf(await restore(editor, given!.id, released))).toEqual(given);
    expect(valueOf(await restore(editor, given!.id, released))).toEqual(given);
    expect(await placesOf(id)).toEqual(before);
    expect(await toldTo(person(0))).toHaveLength(1);
  });

  test('is refused once the place is somebody else’s, the release another one, or the campaign closed', async () => {
    const id = await make({ annotatorsPerArticle: 1, articleIds: [articles[0]!.id] });
    const [given] = (await assign(id, [[0, 0]])).made;
    const released = await release(editor, given!.id);
    const [other] = (await assign(id, [[0, 1]])).made;
    expect(codeOf(await restore(editor, given!.id, released))).toBe('place_taken');
    await release(editor, other!.id);
    expect(codeOf(await restore(editor, given!.id, { releasedAt: '2026-08-01T10:00:00.000Z' }))).toBe(
      'changed_since',
    );
    valueOf(await changeCampaign(editor, { id, ifMatch: '1', body: { state: 'closed' } }));
    expect(codeOf(await restore(editor, given!.id, released))).toBe('campaign_closed');
    valueOf(
      await changeCampaign(editor, {
        id,
        ifMatch: '2',
        body: { state: 'open', annotatorIds: [people[1]!.id] },
      }),
    );
    expect(codeOf(await restore(editor, given!.id, released))).toBe('not_an_annotator');
  });

  test('whoever gave it back takes it again, and no editor does that for them', async () => {
    const id = await make();
    const [given] = (await assign(id, [[0, 0]])).made;
    const released = await release(person(0), given!.id);
    expect(codeOf(await restore(editor, given!.id, released))).toBe('forbidden');
    expect(valueOf(await restore(person(0), given!.id, released))).toEqual(given);
    expect(valueOf(await findOwnAssignment(person(0), { articleId: articles[0]!.id }))).toMatchObject({
      id: given!.id,
    });
  });

  test('is refused once the time is over, unless the work has begun', async () => {
    const id = await make({ mode: 'pool', holdHours: 2 });
    const { assignment } = await next(person(0), id);
    const released = await release(person(0), assignment!.id);
    const late = later(person(0), 3);
    expect(codeOf(await restore(late, assignment!.id, released))).toBe('time_over');
    valueOf(await openPass(late, { articleId: assignment!.article.id, body: {} }));
    expect((await restore(late, assignment!.id, released)).ok).toBe(true);
  });

  test('does not let an annotator have what an editor has undone', async () => {
    const id = await make();
    const [given] = (await assign(id, [[0, 0]])).made;
    valueOf(await undoAssigning(editor, { id, body: { assignmentIds: [given!.id] } }));
    const released = { releasedAt: NOW.toISOString() };
    expect(codeOf(await restore(person(0), given!.id, released))).toBe('forbidden');
    expect(valueOf(await restore(editor, given!.id, released))).toEqual(given);
  });

  test('tells whoever annotates the article blind nothing', async () => {
    const id = await make();
    const [given] = (await assign(id, [[0, 0]])).made;
    const released = await release(editor, given!.id);
    valueOf(await openPass(editor, { articleId: articles[0]!.id, body: {} }));
    await submit(person(0), articles[0]!.id);
    expect(codeOf(await restore(editor, given!.id, released))).toBe('pass_open');
  });
});

describe('the history of a campaign', () => {
  const historyOf = async (id: string, context: Context = editor) => {
    const events = [];
    for (let cursor: string | undefined; ;) {
      const page = valueOf(
        await listCampaignHistory(context, { id, query: { limit: '2', ...(cursor && { cursor }) } }),
      );
      events.push(...page.items);
      if (!page.nextCursor) return events;
      cursor = page.nextCursor;
    }
  };

  test('says who made and changed it, gave out and took back what, the newest first, page by page', async () => {
    const id = await make({ guidelineVersion: 1, annotatorIds: people.slice(0, 2).map((user) => user.id) });
    const body = {
      dueOn: '2026-10-01',
      guidelineVersion: null,
      articleIds: [articles[1]!.id, articles[0]!.id],
    };
    valueOf(
      await changeCampaign(editor, {
        id,
        ifMatch: '1',
        body: { ...body, annotatorIds: [people[1]!.id, people[2]!.id] },
      }),
    );
    const { made } = valueOf(await assignArticles(editor, { id, body: { spread: 'evenly' } }));
    valueOf(await undoAssigning(editor, { id, body: { assignmentIds: [made[0]!.id] } }));
    const given = made[1]!;
    const who = as(people.find((user) => user.id === given.annotatorId)!);
    const released = valueOf(await releaseAssignment(who, { id: given.id, body: { reason: 'My own.' } }));
    const { releasedAt } = released;
    valueOf(await restoreAssignment(who, { id: given.id, body: { releasedAt } }));
    valueOf(await changeCampaign(editor, { id, ifMatch: '2', body: { state: 'closed' } }));
    const events = await historyOf(id);
    expect(events.map(({ type }) => type)).toEqual([
      'campaign_closed',
      'assignment_restored',
      'assignment_released',
      'assigning_undone',
      'articles_assigned',
      'campaign_changed',
      'campaign_made',
    ]);
    const [, restored, gaveBack, undone, assigned, changed, created] = events;
    const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).sort();
    expect(created).toMatchObject({
      actor: { id: editor.actor.userId },
      after: { articles: 3, guideline: 1 },
    });
    expect(names(created!.after!.annotators)).toEqual(['Ida Fenwick', 'Noor Valk']);
    expect(changed).toMatchObject({
      before: { dueOn: null, guideline: 1 },
      after: { dueOn: '2026-10-01', guideline: null },
      added: { count: 0 },
      removed: { count: 1, first: [{ id: articles[2]!.id }] },
    });
    expect(names(changed!.after!.annotators)).toEqual(['Noor Valk', 'Tove Brandt']);
    expect(assigned!.places.map(({ articles: { count } }) => count)).toEqual([2, 2]);
    expect(undone!.places).toMatchObject([
      { annotator: { id: made[0]!.annotatorId }, articles: { first: [{ id: made[0]!.articleId }] } },
    ]);
    expect(gaveBack).toMatchObject({
      actor: { id: given.annotatorId },
      release: 'given_back',
      reason: 'My own.',
    });
    expect(restored).toMatchObject({
      reason: null,
      places: [{ articles: { first: [{ id: given.articleId }] } }],
    });
    expect(codeOf(await listCampaignHistory(person(0), { id, query: {} }))).toBe('forbidden');
  });

  test('names places whose time was over, done by nobody', async () => {
    const id = await makePlaceFor(1);
    await take(person(0), id);
    await take(later(person(1), 2), id);
    const [taken, expired] = await historyOf(id);
    expect(taken).toMatchObject({ type: 'article_taken', actor: { name: 'Noor Valk' } });
    expect(expired).toMatchObject({
      type: 'places_expired',
      actor: null,
      places: [{ annotator: { name: 'Ida Fenwick' }, articles: { count: 1 } }],
    });
  });

  test('keeps from whoever annotates an article blind why others gave it back', async () => {
    const id = await make();
    const [given] = (await assign(id, [[0, 0]])).made;
    valueOf(
      await releaseAssignment(person(0), { id: given!.id, body: { reason: 'The mayor’s claim is mine.' } }),
    );
    valueOf(await openPass(editor, { articleId: articles[0]!.id, body: {} }));
    expect((await historyOf(id))[0]).toMatchObject({ type: 'assignment_released', reason: null });
    await submit(editor, articles[0]!.id);
    expect((await historyOf(id))[0]!.reason).toBe('The mayor’s claim is mine.');
  });
});

describe('how far a campaign is', () => {
  test('counts what is submitted, late or not, and tells its maker once that all is', async () => {
    const id = await make({
      articleIds: [articles[0]!.id],
      annotatorIds: people.slice(0, 2).map((user) => user.id),
    });
    valueOf(await assignArticles(editor, { id, body: { spread: 'evenly' } }));
    await anAnnotation(person(0), articles[0]!, 'claim', 'ferry', { pass: 'mine' });
    const shown = valueOf(await showCampaign(editor, { id }));
    expect(shown.progress).toEqual({ places: 2, taken: 2, submitted: 0, articlesDone: 0 });
    expect((await placesOf(id))[0]!.map(({ state }) => state)).toEqual(['begun', 'waiting']);
    expect(JSON.stringify(shown)).not.toContain('annotations');
    await submit(person(0), articles[0]!.id);
    expect(await toldTo(editor)).toEqual([]);
    await submit(person(1), articles[0]!.id);
    await submit(person(1), articles[0]!.id);
    expect((await toldTo(editor)).map(({ kind, campaign }) => [kind, campaign!.id])).toEqual([
      ['campaign_done', id],
    ]);
    expect(valueOf(await showCampaign(editor, { id })).progress).toEqual({
      ...{ places: 2, taken: 2, submitted: 2, articlesDone: 1 },
    });
    valueOf(await revealPasses(editor, { articleId: articles[0]!.id, body: {} }));
    expect(valueOf(await showCampaign(editor, { id })).progress!.submitted).toBe(2);
    const mine = valueOf(await listOwnAssignments(person(0), { slug })).items;
    expect(mine.map(({ state }) => state)).toEqual(['submitted']);
  });

  test('two who submit at once tell the maker once', async () => {
    const id = await make({ articleIds: [articles[0]!.id] });
    valueOf(await assignArticles(editor, { id, body: { spread: 'evenly' } }));
    const pairs = (await placesOf(id))[0]!.map(({ annotator }) =>
      as(people.find((user) => user.id === annotator.id)!),
    );
    for (const context of pairs) valueOf(await openPass(context, { articleId: articles[0]!.id, body: {} }));
    await Promise.all(pairs.map((context) => submitPass(context, { articleId: articles[0]!.id, body: {} })));
    expect(await toldTo(editor)).toHaveLength(1);
  });

  test('is not told to its maker while they annotate an article of it blind themselves', async () => {
    const id = await make({ articleIds: [articles[0]!.id], annotatorsPerArticle: 1 });
    await assign(id, [[0, 0]]);
    valueOf(await openPass(editor, { articleId: articles[0]!.id, body: {} }));
    await submit(person(0), articles[0]!.id);
    expect(await toldTo(editor)).toEqual([]);
  });

  test('is hidden from an editor of articles that they annotate blind themselves', async () => {
    const second = as((await aMember({ workspace, role: 'editor' })).user);
    const id = await make({ annotatorIds: [people[0]!.id, second.actor.userId] });
    await assign(id, [[0, 0]]);
    valueOf(await openPass(second, { articleId: articles[0]!.id, body: {} }));
    const seen = async () => [
      valueOf(await showCampaign(second, { id })),
      await placesOf(id, second),
      valueOf(await listCampaigns(second, { slug, query: {} })),
    ];
    const before = await seen();
    await submit(person(0), articles[0]!.id);
    expect(await seen()).toEqual(before);
    const again = { assignments: [{ articleId: articles[0]!.id, annotatorId: people[0]!.id }] };
    const { skipped } = valueOf(await assignArticles(second, { id, body: again }));
    expect(skipped.map(({ reason }) => reason)).toEqual(['has_it']);
    const place = (await placesOf(id))[0]!.find(({ assignmentId }) => assignmentId !== null)!;
    const taking = { id: place.assignmentId!, body: { reason: 'Mine.' } };
    expect(codeOf(await releaseAssignment(second, taking))).toBe('pass_open');
    expect((await placesOf(id))[0]!.find(({ annotator }) => annotator.id === people[0]!.id)!.state).toBe(
      'submitted',
    );
  });
});

describe('what a pass is whole in', () => {
  test('is what was said at submitting, all without a word, and at least what the campaign asks for', async () => {
    const id = await make({ kinds: ['claim', 'quote'] });
    await assign(id, [
      [0, 0],
      [0, 1],
    ]);
    const articleId = articles[0]!.id;
    expect(valueOf(await openPass(person(0), { articleId, body: {} })).completeKinds).toEqual([]);
    expect(codeOf(await submitPass(person(0), { articleId, body: { kinds: ['claim'] } }))).toBe(
      'kinds_missing',
    );
    const kinds = ['quote', 'claim'];
    expect(valueOf(await submitPass(person(0), { articleId, body: { kinds } })).completeKinds).toEqual([
      'claim',
      'quote',
    ]);
    valueOf(await openPass(person(1), { articleId, body: {} }));
    const all = valueOf(await submitPass(person(1), { articleId, body: {} }));
    expect(all.completeKinds).toEqual(['claim', 'quote', 'prediction']);
  });

  test('counts for a campaign that somebody annotated for without being asked', async () => {
    const id = await make({ kinds: ['claim', 'quote'] });
    await submit(person(0), articles[0]!.id, { kinds: ['claim'] });
    await submit(person(1), articles[0]!.id, { kinds: ['claim', 'quote'] });
    expect((await placesOf(id))[0]!.map(({ annotator }) => annotator.name)).toEqual(['Noor Valk']);
  });
});

test('what is marked for a campaign bears the version of the guideline that it names', async () => {
  const id = await make({ guidelineVersion: 1 });
  const { text, tags, freeTags, attributes } = await findGuidelineInForce(database(), workspace.id);
  const changed = { text, tags, freeTags, attributes, summary: 'Clearer.', authorId: editor.actor.userId };
  await insertGuideline(database(), {
    ...changed,
    ...{ id: v7(), workspaceId: workspace.id, number: 2, requestHash: 'x', now: NOW },
  });
  await assign(id, [[0, 0]]);
  expect(valueOf(await showCampaign(editor, { id })).guideline).toMatchObject({ number: 1 });
  const marked = (who: number) => anAnnotation(person(who), articles[0]!, 'claim', 'ferry', { pass: 'mine' });
  expect(await marked(0)).toMatchObject({ guidelineVersion: 1 });
  expect(await marked(1)).toMatchObject({ guidelineVersion: 2 });
});
