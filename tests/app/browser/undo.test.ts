import { beforeEach, describe, expect, test } from 'vitest';
import { ArticleStore } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/article-store';
import type { AnnotationDraft } from '@/lib/domain/annotation-patch';
import { FakeServer, type FakeUser } from './fake-server';
import { HeldBrowser, HeldEnvironment } from './held-environment';

const ada: FakeUser = { id: '0195d000-0000-7000-8000-00000000000a', name: 'Ada Lindqvist' };
const ben: FakeUser = { id: '0195d000-0000-7000-8000-00000000000b', name: 'Ben Okafor' };
const articleId = '0195d000-0000-7000-8000-0000000000a1';
const revisionId = '0195d000-0000-7000-8000-0000000000f1';
const A_MINUTE = 60_000;

const spansOf = (exact: string) => [{ start: 4, end: 4 + exact.length, exact, prefix: 'The ', suffix: '.' }];
const claim: AnnotationDraft = { kind: 'claim', spans: spansOf('sky is green'), attribution: [], tags: [] };

let server: FakeServer;
let browser: HeldBrowser;

beforeEach(() => {
  server = new FakeServer(ada);
  browser = new HeldBrowser();
});

/** A page in which somebody has opened the article. */
async function opened(user = ada) {
  const environment = new HeldEnvironment(server, browser);
  const annotations = [...server.rows.values()].map((row) => row.annotation);
  const place = { articleId, revisionId, revisionNumber: 1, seq: server.events.length, annotations };
  const store = new ArticleStore({ userId: user.id, userName: user.name, ...place }, environment);
  store.start();
  await environment.settle();
  /** Walks back or forward; the answer is what that did, after the server has answered. */
  const walk = async (way: 'undo' | 'redo') => {
    const walked = store[way]();
    await environment.settle();
    return walked?.outcome ?? null;
  };
  return {
    store,
    environment,
    undo: () => walk('undo'),
    redo: () => walk('redo'),
    shown: (id: string) => store.getSnapshot().annotations.find((annotation) => annotation.id === id),
    next: () => {
      const { undo, redo } = store.getSnapshot();
      return {
        undo: undo?.acts.map(({ did }) => did) ?? null,
        redo: redo?.acts.map(({ did }) => did) ?? null,
      };
    },
    leave: () => {
      store.stop();
      environment.leave();
    },
  };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** A page with one claim that is saved. */
async function openedWithClaim() {
  const page = await opened();
  const id = page.store.create(claim);
  await page.environment.settle();
  return { ...page, id };
}

/** Makes, tags, moves and deletes a claim. */
async function workThrough({ store, environment }: Opened): Promise<string> {
  const id = store.create(claim);
  store.revise(id, { tags: ['weather'] });
  store.revise(id, { spans: spansOf('sky is green today') });
  store.remove(id);
  await environment.settle();
  return id;
}

/** Expects that four steps back and four forward lead where they should. */
async function expectWayBackAndForth({ undo, redo, next }: Opened, id: string): Promise<void> {
  const words = () => server.annotation(id).spans[0]!.exact;
  expect(server.annotation(id).deletedAt).not.toBeNull();
  expect(await undo()).toBe('done');
  expect(server.annotation(id).deletedAt).toBeNull();
  await undo();
  expect(words()).toBe('sky is green');
  await undo();
  expect(server.annotation(id).tags).toEqual([]);
  await undo();
  expect(server.annotation(id).deletedAt).not.toBeNull();
  expect(next().undo).toBeNull();
  expect(await undo()).toBeNull();

  await redo();
  expect(server.annotation(id)).toMatchObject({ deletedAt: null, tags: [] });
  await redo();
  expect(server.annotation(id).tags).toEqual(['weather']);
  await redo();
  expect(words()).toBe('sky is green today');
  await redo();
  expect(server.annotation(id).deletedAt).not.toBeNull();
  expect(await redo()).toBeNull();
  expect(next()).toEqual({ undo: ['deleted'], redo: null });
}

describe('undo and redo', () => {
  test('go back and forth over everything that was done', async () => {
    const page = await opened();
    const id = await workThrough(page);
    await expectWayBackAndForth(page, id);
    expect(page.store.getSnapshot().conflicts.size).toBe(0);
  });

  test('also after a reload, and after a reload in the middle', async () => {
    const first = await opened();
    const id = await workThrough(first);
    first.leave();
    const second = await opened();
    expect(second.next()).toEqual({ undo: ['deleted'], redo: null });
    await second.undo();
    await second.undo();
    second.leave();

    const third = await opened();
    expect(third.next()).toEqual({ undo: ['revised'], redo: ['revised'] });
    await third.redo();
    await third.redo();
    await expectWayBackAndForth(third, id);
    expect(third.store.getSnapshot().conflicts.size).toBe(0);
  });

  test('work offline, across a reload, and arrive in order', async () => {
    const first = await openedWithClaim();
    const { id } = first;
    server.isUp = false;
    first.store.revise(id, { tags: ['weather'] });
    await first.undo();
    first.store.remove(id);
    await first.environment.settle();
    first.leave();

    const second = await opened();
    expect(second.shown(id)).toBeUndefined();
    await second.undo();
    expect(second.shown(id)?.tags).toEqual([]);
    server.requests.length = 0;
    server.isUp = true;
    await second.environment.pass(A_MINUTE);
    expect(server.requests).toEqual([`PATCH ${id} 1`, `PATCH ${id} 2`, `DELETE ${id} 3`, `RESTORE ${id} 4`]);
    expect(server.annotation(id)).toMatchObject({ deletedAt: null, tags: [] });
    await second.undo();
    expect(server.annotation(id).deletedAt).not.toBeNull();
    expect(second.store.getSnapshot().conflicts.size).toBe(0);
  });

  test('of a source that was new names it again', async () => {
    const { store, environment, undo, redo, id } = await openedWithClaim();
    const attribution = [{ source: { name: 'Mara Voss', type: 'person' as const }, cue: 'said' }];
    store.revise(id, { attribution });
    await environment.settle();
    await undo();
    expect(server.annotation(id).attribution).toEqual([]);
    await redo();
    expect(server.annotation(id).attribution[0]).toMatchObject({
      source: { name: 'Mara Voss' },
      cue: 'said',
    });
  });

  test('a bulk action goes back at once', async () => {
    const { store, environment, undo, redo, next } = await opened();
    const ids = [store.create(claim), store.create(claim), store.create(claim)];
    store.asOneStep(() => ids.forEach((id) => store.remove(id)));
    await environment.settle();
    expect(next().undo).toEqual(['deleted', 'deleted', 'deleted']);
    await undo();
    expect(store.getSnapshot().annotations).toHaveLength(3);
    await redo();
    expect(store.getSnapshot().annotations).toHaveLength(0);
    expect(store.getSnapshot().saving.size).toBe(0);
  });

  test('a bulk action goes back at once also after a reload', async () => {
    const first = await opened();
    const ids = [first.store.create(claim), first.store.create(claim), first.store.create(claim)];
    first.store.asOneStep(() => ids.forEach((id) => first.store.revise(id, { tags: ['weather'] })));
    await first.environment.settle();
    first.leave();
    const second = await opened();
    expect(second.next().undo).toEqual(['revised', 'revised', 'revised']);
    await second.undo();
    expect(ids.map((id) => server.annotation(id).tags)).toEqual([[], [], []]);
    second.leave();
    const third = await opened();
    await third.redo();
    expect(ids.map((id) => server.annotation(id).tags)).toEqual([['weather'], ['weather'], ['weather']]);
    expect(third.store.getSnapshot().conflicts.size).toBe(0);
  });

  test('a verdict stays, also one whose event came first, and the next undo goes on before it', async () => {
    const { store, environment, undo, next, id } = await openedWithClaim();
    const verified = { ...server.annotation(id), version: 2, status: 'refuted' as const };
    server.rows.get(id)!.annotation = verified;
    const event = { seq: 2, annotationId: id, type: 'verification_recorded' as const, actor: ada };
    environment.deliver({ ...event, annotation: verified });
    await environment.pass(100);
    store.receive(verified);
    expect(next().undo).toEqual(['verified']);
    expect(await undo()).toBe('stays');
    expect(server.annotation(id).status).toBe('refuted');
    expect(await undo()).toBe('done');
    expect(server.annotation(id).deletedAt).not.toBeNull();
  });

  test('are each person’s own, also in one browser', async () => {
    const first = await openedWithClaim();
    first.leave();
    server.session = ben;
    const second = await opened(ben);
    expect(second.next()).toEqual({ undo: null, redo: null });
    expect(await second.undo()).toBeNull();
    expect(browser.steps.size).toBe(1);
  });

  test('leave alone what another open tab can take back', async () => {
    await openedWithClaim();
    const second = await opened();
    expect(second.next().undo).toBeNull();
  });
});

describe('undo of what somebody else has changed since', () => {
  test.each(['seen here', 'not known here yet'])('shows both versions: %s', async (known) => {
    const { store, environment, undo, id } = await openedWithClaim();
    store.revise(id, { claim: { normalized: 'The sky is green.' } });
    await environment.settle();
    server.changeBy(ben, id, { tags: ['colour'] });
    if (known === 'seen here') environment.deliver(server.events.at(-1)!);
    await environment.pass(100);
    await undo();
    expect(server.annotation(id)).toMatchObject({
      version: 3,
      tags: ['colour'],
      claim: { normalized: 'The sky is green.' },
    });
    const { mine, theirs } = store.getSnapshot().conflicts.get(id)!;
    expect(mine).toMatchObject({ tags: ['colour'], claim: { normalized: null } });
    expect(theirs.claim?.normalized).toBe('The sky is green.');
    expect(await undo(), 'nothing more before the decision').toBe('waits');
  });

  test('“mine” undoes over theirs, and redo brings theirs back', async () => {
    const { store, environment, redo, undo, id } = await openedWithClaim();
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    server.changeBy(ben, id, { tags: ['colour'] });
    await undo();
    store.resolveConflict(id, 'mine');
    await environment.settle();
    expect(server.annotation(id).tags).toEqual([]);
    await redo();
    expect(server.annotation(id).tags).toEqual(['colour']);
    expect(store.getSnapshot().conflicts.size).toBe(0);
  });

  test('“theirs” gives the undo up, and what was done before it is not undone silently either', async () => {
    const { store, environment, undo, next, id } = await openedWithClaim();
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    server.changeBy(ben, id, { tags: ['colour'] });
    await undo();
    store.resolveConflict(id, 'theirs');
    await environment.settle();
    expect(next()).toEqual({ undo: ['created'], redo: null });
    await undo();
    expect(server.annotation(id).deletedAt).toBeNull();
    expect(store.getSnapshot().conflicts.get(id)?.mine.deletedAt).not.toBeNull();
  });

  test('is found after a reload too', async () => {
    const first = await openedWithClaim();
    const { id } = first;
    first.leave();
    server.changeBy(ben, id, { tags: ['colour'] });
    const second = await opened();
    await second.undo();
    expect(server.annotation(id).deletedAt).toBeNull();
    expect(second.store.getSnapshot().conflicts.has(id)).toBe(true);
  });

  test('is no conflict where both came to the same end', async () => {
    const { store, undo, redo, id } = await openedWithClaim();
    server.deleteBy(ben, id);
    await undo();
    expect(store.getSnapshot().conflicts.size).toBe(0);
    expect(store.getSnapshot().saving.size).toBe(0);
    await redo();
    expect(server.annotation(id).deletedAt).toBeNull();
  });

  test('one’s own edit that was refused and given up is no step', async () => {
    const { store, environment, next, undo, id } = await openedWithClaim();
    server.next.push({ status: 422, code: 'invalid_input', detail: 'A tag has at most 100 characters.' });
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(await undo()).toBe('waits');
    store.discard(id);
    expect(next().undo).toEqual(['created']);
    await undo();
    expect(server.annotation(id).deletedAt).not.toBeNull();
    expect(store.getSnapshot().conflicts.size).toBe(0);
  });
});

describe('an earlier version', () => {
  test('is restored as a new change, which can be undone', async () => {
    const { store, environment, shown, undo, id } = await openedWithClaim();
    const first = server.annotation(id);
    store.revise(id, { kind: 'prediction', prediction: { horizonText: 'today' } });
    store.revise(id, { tags: ['weather'], spans: spansOf('sky is green today') });
    await environment.settle();
    store.restoreVersion(first, shown(id)!.version);
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({ version: 4, kind: 'claim', tags: [] });
    expect(server.annotation(id).spans[0]!.exact).toBe('sky is green');
    await undo();
    expect(server.annotation(id)).toMatchObject({
      version: 5,
      kind: 'prediction',
      tags: ['weather'],
      prediction: { horizonText: 'today' },
    });
  });

  test('of a deleted annotation brings it back in one step', async () => {
    const { store, environment, next, undo, id } = await openedWithClaim();
    const first = server.annotation(id);
    store.revise(id, { tags: ['weather'] });
    store.remove(id);
    await environment.settle();
    store.restoreVersion(first);
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({ deletedAt: null, tags: [] });
    expect(next().undo).toEqual(['restored', 'revised']);
    await undo();
    expect(server.annotation(id).deletedAt).not.toBeNull();
  });
});
