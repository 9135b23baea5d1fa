import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { NO_CHECK } from '@/lib/domain/no-check';
import { TAKEN_FOR } from '@/lib/domain/taken-check';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import type { Context } from '@/lib/usecases/context';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listHistory } from '@/lib/usecases/list-history';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { releaseCheck } from '@/lib/usecases/release-check';
import { removeMember } from '@/lib/usecases/remove-member';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showCheck } from '@/lib/usecases/show-check';
import { takeCheck } from '@/lib/usecases/take-check';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let workspace: BuiltWorkspace;
let slug: string;
let article: Article;
let people: Record<'robin' | 'maya' | 'otto' | 'jonas', BuiltUser>;
/** Robin owns the workspace, Maya and Otto edit, Jonas annotates. */
let robin: Context;
let maya: Context;
let otto: Context;
let jonas: Context;
/** Made anew for each test. */
let annotation: Annotation;

beforeAll(async () => {
  const owner = await aMember({ role: 'owner', user: await aUser({ name: 'Robin' }) });
  ({ workspace } = owner);
  slug = workspace.slug;
  const join = async (name: string, role: 'editor' | 'annotator') =>
    (await aMember({ workspace, role, user: await aUser({ name }) })).user;
  people = {
    robin: owner.user,
    maya: await join('Maya', 'editor'),
    otto: await join('Otto', 'editor'),
    jonas: await join('Jonas', 'annotator'),
  };
  [robin, maya, otto, jonas] = [people.robin, people.maya, people.otto, people.jonas].map((user) =>
    contextOf(user),
  ) as [Context, Context, Context, Context];
  article = await anArticle(maya, slug);
});

beforeEach(async () => {
  annotation = await anAnnotation(jonas, article, 'claim', 'The mayor');
});

const arrange = (context: Context, body: unknown, ifMatch: string | null = '0') =>
  arrangeCheck(context, { id: annotation.id, body, ifMatch });
const take = (context: Context, body: unknown = {}) => takeCheck(context, { id: annotation.id, body });
const check = async () => valueOf(await showCheck(jonas, { id: annotation.id }));
const shown = async () => valueOf(await showAnnotation(jonas, { id: annotation.id }));
const history = async () => valueOf(await listHistory(jonas, { id: annotation.id, query: {} })).items;
const toldOf = async (context: Context) =>
  valueOf(await listNotifications(context, { slug, query: {} })).items.filter(
    (told) => told.annotation?.id === annotation.id,
  );
const later = (user: BuiltUser, milliseconds: number) =>
  contextOf(user, 'write', { now: new Date(maya.now.getTime() + milliseconds) });

describe('arranging a check', () => {
  test('nothing is arranged at first', async () => {
    expect(await check()).toEqual(NO_CHECK);
    expect((await shown()).check).toBeUndefined();
  });

  test('fields that are left out stay, and the annotation keeps its version', async () => {
    const first = valueOf(await arrange(maya, { priority: 'urgent', dueOn: '2026-12-01' }));
    expect(first).toMatchObject({ priority: 'urgent', dueOn: '2026-12-01', assignee: null, version: 1 });
    const second = valueOf(await arrange(maya, { assigneeId: people.otto.id, dueOn: null }, '1'));
    expect(second).toMatchObject({ priority: 'urgent', dueOn: null, version: 2 });
    expect(second.assignee).toEqual({ id: people.otto.id, name: 'Otto' });
    const after = await shown();
    expect(after.version).toBe(annotation.version);
    expect(after.check).toEqual(second);
    expect((await history()).map(({ type, version }) => [type, version])).toEqual([
      ['annotation_created', 1],
      ['check_changed', 1],
      ['check_changed', 1],
    ]);
  });

  test('the history tells what was arranged before and after', async () => {
    await arrange(maya, { priority: 'high' });
    const last = (await history()).at(-1)!;
    expect(last.before?.check).toBeUndefined();
    expect(last.after.check).toMatchObject({ priority: 'high' });
  });

  test('a stale version is refused with what stands, a repeated request is not', async () => {
    await arrange(maya, { priority: 'high' });
    expect(valueOf(await arrange(maya, { priority: 'high' }))).toMatchObject({ version: 1 });
    const refused = await arrange(otto, { priority: 'low' });
    expect(codeOf(refused)).toBe('stale_version');
    expect(refused.ok || refused.error.current).toMatchObject({ priority: 'high', version: 1 });
    expect(await history()).toHaveLength(2);
  });

  test('taking and releasing leave the version of what is arranged', async () => {
    await take(otto);
    expect(valueOf(await arrange(maya, { priority: 'high' }))).toMatchObject({
      version: 1,
      taken: { by: { name: 'Otto' } },
    });
  });

  test('an edit of the annotation made meanwhile is not refused', async () => {
    await arrange(maya, { priority: 'high' });
    const revised = await reviseAnnotation(jonas, {
      id: annotation.id,
      ifMatch: String(annotation.version),
      body: { tags: ['town hall'] },
    });
    expect(valueOf(revised)).toMatchObject({ version: 2, check: { priority: 'high' } });
  });

  test.each([
    ['an unknown priority', { priority: 'asap' }, 'invalid_input'],
    ['a day that does not exist', { dueOn: '2026-02-30' }, 'invalid_input'],
    ['nothing', {}, 'invalid_input'],
  ])('%s is refused', async (_, body, code) => {
    expect(codeOf(await arrange(maya, body))).toBe(code);
  });

  test('a check is given to those alone who can decide', async () => {
    expect(codeOf(await arrange(maya, { assigneeId: people.jonas.id }))).toBe('not_a_checker');
    const stranger = (await aMember({ role: 'editor' })).user;
    expect(codeOf(await arrange(maya, { assigneeId: stranger.id }))).toBe('not_a_checker');
    expect(await history()).toHaveLength(1);
  });

  test('without a version, by an annotator, or on what was deleted it is refused', async () => {
    expect(codeOf(await arrange(maya, { priority: 'low' }, null))).toBe('precondition_required');
    expect(codeOf(await arrange(jonas, { priority: 'low' }))).toBe('forbidden');
    await deleteAnnotation(jonas, { id: annotation.id, ifMatch: '1' });
    expect(codeOf(await arrange(maya, { priority: 'low' }))).toBe('deleted');
  });

  test('whoever is given a check is told, unless they took it themselves', async () => {
    await arrange(maya, { assigneeId: people.otto.id });
    expect(await toldOf(otto)).toMatchObject([{ kind: 'check_assigned', actor: { name: 'Maya' } }]);
    await arrange(maya, { assigneeId: people.maya.id }, '1');
    expect(await toldOf(maya)).toEqual([]);
    expect(await toldOf(otto)).toEqual([]);
  });

  test('whoever leaves the workspace leaves its checks', async () => {
    const { user } = await aMember({ role: 'editor', workspace, user: await aUser({ name: 'Pia' }) });
    await arrange(maya, { assigneeId: user.id });
    await take(contextOf(user));
    valueOf(await removeMember(robin, { slug, userId: user.id }));
    expect(await check()).toMatchObject({ assignee: null, taken: null, version: 2 });
  });
});

describe('taking a check', () => {
  test('of several at once one gets it, and the others are told who', async () => {
    const people = [maya, otto, robin];
    const outcomes = await Promise.all([...people, ...people].map((context) => take(context)));
    const { taken } = await check();
    const winner = people.find(({ actor }) => actor.userId === taken?.by.id)!;
    expect(winner).toBeDefined();
    outcomes.forEach((outcome, i) => {
      if (people[i % 3] === winner) expect(outcome.ok).toBe(true);
      else expect(outcome).toMatchObject({ ok: false, error: { code: 'check_taken', check: { taken } } });
    });
    expect((await history()).filter(({ type }) => type === 'check_changed')).toHaveLength(1);
  });

  test('it is taken over knowingly, from whoever has it', async () => {
    await take(maya);
    expect(codeOf(await take(otto, { from: people.robin.id }))).toBe('check_taken');
    expect(valueOf(await take(otto, { from: people.maya.id })).taken?.by.name).toBe('Otto');
    const last = (await history()).at(-1)!;
    expect([last.before?.check?.taken?.by.name, last.after.check?.taken?.by.name]).toEqual(['Maya', 'Otto']);
    expect(codeOf(await take(maya))).toBe('check_taken');
  });

  test('a sign of life keeps it, and is no event', async () => {
    await take(maya);
    const almost = later(people.maya, TAKEN_FOR - 1_000);
    expect(valueOf(await takeCheck(almost, { id: annotation.id, body: {} })).taken).toMatchObject({
      at: maya.now.toISOString(),
      seenAt: almost.now.toISOString(),
    });
    expect(
      codeOf(await takeCheck(later(people.otto, TAKEN_FOR + 1_000), { id: annotation.id, body: {} })),
    ).toBe('check_taken');
    expect(await history()).toHaveLength(2);
  });

  test('after two hours without one it is free', async () => {
    await take(maya);
    const taken = await takeCheck(later(people.otto, TAKEN_FOR), { id: annotation.id, body: {} });
    expect(valueOf(taken).taken?.by.name).toBe('Otto');
  });

  test('whoever has it releases it; others do not', async () => {
    await take(maya);
    valueOf(await releaseCheck(otto, { id: annotation.id }));
    expect((await check()).taken?.by.name).toBe('Maya');
    valueOf(await releaseCheck(maya, { id: annotation.id }));
    valueOf(await releaseCheck(maya, { id: annotation.id }));
    expect((await check()).taken).toBeNull();
    expect(await history()).toHaveLength(3);
  });

  test('a decision releases it, a look does not', async () => {
    await take(maya);
    const verify = (body: object) =>
      verifyAnnotation(maya, { id: annotation.id, body: { rationale: '', evidence: [], ...body } });
    valueOf(await verify({ status: 'in_review' }));
    expect((await check()).taken?.by.name).toBe('Maya');
    const { annotation: decided } = valueOf(
      await verify({ status: 'refuted', rationale: 'The log says so.', searches: ['harbour log'] }),
    );
    expect(decided.check).toMatchObject({ taken: null, seq: decided.seq });
  });

  test('annotators see who is at it, and take nothing', async () => {
    await take(maya);
    expect((await check()).taken?.by.name).toBe('Maya');
    expect(codeOf(await take(jonas))).toBe('forbidden');
    expect(codeOf(await releaseCheck(jonas, { id: annotation.id }))).toBe('forbidden');
  });
});
