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

const claim = (start = 4, exact = 'sky is green'): AnnotationDraft => ({
  kind: 'claim',
  spans: [{ start, end: start + exact.length, exact, prefix: 'The ', suffix: '.' }],
  attribution: [],
  tags: [],
});

let server: FakeServer;
let browser: HeldBrowser;

beforeEach(() => {
  server = new FakeServer(ada);
  browser = new HeldBrowser();
});

/** A page in which somebody opens the article, at the moment when it opens. */
function opening(user = ada) {
  const environment = new HeldEnvironment(server, browser);
  const annotations = [...server.rows.values()].map((row) => row.annotation);
  const place = { articleId, revisionId, seq: server.events.length, annotations };
  const store = new ArticleStore({ userId: user.id, userName: user.name, ...place }, environment);
  store.start();
  return { store, environment };
}

/** A page in which somebody has opened the article. */
async function opened(user = ada) {
  const { store, environment } = opening(user);
  await environment.settle();
  const shown = (id: string) => store.getSnapshot().annotations.find((annotation) => annotation.id === id);
  return { store, environment, shown, saving: (id: string) => store.getSnapshot().saving.get(id) ?? 'saved' };
}

/** A page with one claim that is saved. */
async function openedWithClaim() {
  const page = await opened();
  const id = page.store.create(claim());
  await page.environment.settle();
  server.requests.length = 0;
  return { ...page, id };
}

describe('a new annotation', () => {
  test('is shown at once and saved after', async () => {
    const { store, environment, shown, saving } = await opened();
    const id = store.create({ ...claim(), quote: { form: 'direct' }, claim: { checkworthy: true } });
    expect(shown(id)).toMatchObject({ kind: 'claim', status: 'unverified', author: ada, version: 1 });
    expect(shown(id)?.claim).toEqual({ normalized: null, checkworthy: true });
    expect(saving(id)).toBe('saving');
    await environment.settle();
    expect(saving(id)).toBe('saved');
    expect(server.annotation(id).spans[0]?.exact).toBe('sky is green');
    expect(browser.commands.size).toBe(0);
  });

  test('is kept before it is sent', async () => {
    const { store, environment } = await opened();
    const keptWhenSent: number[] = [];
    environment.fetch = (address, request) => {
      keptWhenSent.push(browser.commands.size);
      return server.fetch(address, request);
    };
    store.create(claim());
    await environment.settle();
    expect(keptWhenSent).toEqual([1]);
  });

  test('whose answer got lost is sent again and made once', async () => {
    const { store, environment, saving } = await opened();
    server.next.push('lost');
    const id = store.create(claim());
    await environment.settle();
    expect(saving(id)).toBe('not_saved_yet');
    await environment.pass(A_MINUTE);
    expect(saving(id)).toBe('saved');
    expect(server.events).toHaveLength(1);
    expect(server.requests).toEqual([`PUT ${id} 0`, `PUT ${id} 0`]);
  });

  test('is not taken for saved because a stranger’s page answers', async () => {
    const { store, environment, saving } = await opened();
    server.next.push('captive_portal');
    const id = store.create(claim());
    await environment.settle();
    expect(saving(id)).toBe('not_saved_yet');
    expect(browser.commands.size).toBe(1);
    await environment.pass(A_MINUTE);
    expect(server.rows.has(id)).toBe(true);
  });

  test('made while its event arrives before its answer is there once', async () => {
    const { store, environment } = await opened();
    environment.feed.emit('open');
    server.onEvent = (event) => environment.deliver(event);
    store.create(claim());
    await environment.settle();
    expect(store.getSnapshot().annotations).toHaveLength(1);
    expect(store.getSnapshot().arrived).toBeNull();
  });
});

describe('without a network', () => {
  test('changes are kept, and sent once and in order when it is back', async () => {
    const { store, environment, shown, saving } = await opened();
    server.isUp = false;
    await environment.say('offline');
    expect(store.getSnapshot().connection).toBe('offline');
    const first = store.create(claim());
    store.revise(first, { tags: ['weather'] });
    const second = store.create(claim(30, 'grass is blue'));
    await environment.pass(10 * A_MINUTE);
    expect(shown(first)?.tags).toEqual(['weather']);
    expect(saving(second)).toBe('not_saved_yet');

    server.isUp = true;
    await environment.say('online');
    expect(server.requests).toEqual([`PUT ${first} 0`, `PATCH ${first} 1`, `PUT ${second} 0`]);
    expect(store.getSnapshot().saving.size).toBe(0);
    await environment.pass(10 * A_MINUTE);
    expect(server.requests).toHaveLength(3);
  });

  test('retries grow rarer', async () => {
    const { store, environment } = await opened();
    let tries = 0;
    server.isUp = false;
    const { fetch } = environment;
    environment.fetch = (address, request) => {
      if (!address.includes('/events')) tries++;
      return fetch(address, request);
    };
    store.create(claim());
    await environment.pass(10 * A_MINUTE);
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(25);
  });

  test('a stream that connects again sends what waits at once', async () => {
    const { store, environment, saving } = await opened();
    server.isUp = false;
    const id = store.create(claim());
    await environment.settle();
    server.isUp = true;
    environment.feed.emit('open');
    await environment.settle();
    expect(saving(id)).toBe('saved');
  });
});

describe('a page that is left and opened again', () => {
  test('goes on with what it had not sent', async () => {
    const first = await opened();
    server.isUp = false;
    const id = first.store.create(claim());
    first.store.revise(id, { tags: ['weather'] });
    await first.environment.settle();
    first.store.stop();
    first.environment.leave();

    const second = await opened();
    expect(second.shown(id)?.tags).toEqual(['weather']);
    expect(second.saving(id)).toBe('not_saved_yet');
    server.isUp = true;
    await second.environment.pass(A_MINUTE);
    expect(server.annotation(id)).toMatchObject({ version: 2, tags: ['weather'] });
    expect(browser.commands.size).toBe(0);
  });

  test('does not apply again what was saved when it was left mid-flight', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.next.push('lost');
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.stop();
    environment.leave();
    expect(server.annotation(id).version).toBe(2);

    const second = await opened();
    await second.environment.settle();
    expect(server.annotation(id).version).toBe(2);
    expect(second.saving(id)).toBe('saved');
    expect(second.store.getSnapshot().conflicts.size).toBe(0);
  });

  test('numbers a change made before the kept ones were read after them', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.isUp = false;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.stop();
    environment.leave();
    server.isUp = true;

    const { store: later, environment: again } = opening();
    later.revise(id, { claim: { checkworthy: true } });
    await again.settle();
    expect(server.annotation(id)).toMatchObject({
      version: 3,
      tags: ['weather'],
      claim: { checkworthy: true },
    });
    expect(later.getSnapshot().conflicts.size).toBe(0);
    expect(browser.commands.size).toBe(0);
  });

  test('leaves alone what a tab that is still open sends', async () => {
    const first = await opened();
    server.isUp = false;
    first.store.create(claim());
    await first.environment.settle();
    const second = await opened();
    expect(second.store.getSnapshot().annotations).toHaveLength(0);
    server.isUp = true;
    await first.environment.pass(A_MINUTE);
    await second.environment.pass(A_MINUTE);
    expect(server.requests).toHaveLength(1);
  });

  test('never sends what another person left', async () => {
    const first = await opened();
    server.isUp = false;
    first.store.create(claim());
    await first.environment.settle();
    first.store.stop();
    first.environment.leave();

    server.isUp = true;
    server.session = ben;
    const second = await opened(ben);
    await second.environment.pass(A_MINUTE);
    expect(second.store.getSnapshot().annotations).toHaveLength(0);
    expect(server.requests).toHaveLength(0);
    expect(browser.commands.size).toBe(1);
  });
});

describe('changes of one annotation', () => {
  test('two quick ones are sent in order and do not conflict', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    store.revise(id, { tags: ['weather'] });
    store.revise(id, { claim: { normalized: 'The sky is green.' } });
    expect(shown(id)).toMatchObject({ tags: ['weather'], claim: { normalized: 'The sky is green.' } });
    await environment.settle();
    expect(server.requests).toEqual([`PATCH ${id} 1`, `PATCH ${id} 2`]);
    expect(server.annotation(id)).toMatchObject({
      version: 3,
      tags: ['weather'],
      claim: { normalized: 'The sky is green.', checkworthy: null },
    });
    expect(store.getSnapshot().saving.size).toBe(0);
  });

  test('a form opened before one’s own quick change is no conflict', async () => {
    const { store, environment, id } = await openedWithClaim();
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.revise(id, { claim: { checkworthy: true } }, 1);
    await environment.settle();
    expect(store.getSnapshot().conflicts.size).toBe(0);
    expect(server.annotation(id).version).toBe(3);
  });

  test('deleting and restoring', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    store.remove(id);
    expect(shown(id)).toBeUndefined();
    expect(store.getSnapshot().deleted.map((row) => row.id)).toEqual([id]);
    await environment.settle();
    expect(server.annotation(id).deletedAt).not.toBeNull();
    store.restore(id);
    expect(shown(id)).toBeDefined();
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({ deletedAt: null, version: 3 });
    expect(server.requests).toEqual([`DELETE ${id} 1`, `RESTORE ${id} 2`]);
  });

  test('a restoration that somebody else made first takes the following changes along', async () => {
    const { store, environment, id } = await openedWithClaim();
    store.remove(id);
    await environment.settle();
    server.isUp = false;
    store.restore(id);
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    server.isUp = true;
    await server.fetch(`/api/v1/annotations/${id}/restore`, { method: 'POST', headers: { 'if-match': '2' } });
    await environment.say('online');
    expect(server.annotation(id)).toMatchObject({ deletedAt: null, tags: ['weather'], version: 4 });
  });

  test('a source that is new is shown by name and can be used again before it is saved', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    server.isUp = false;
    store.revise(id, { attribution: [{ source: { name: 'Mara Voss', type: 'person' }, cue: 'said' }] });
    const hop = shown(id)!.attribution[0]!;
    expect(hop).toMatchObject({ source: { name: 'Mara Voss' }, cue: 'said', mode: 'named' });
    store.revise(id, { attribution: [{ source: { id: hop.source.id }, cue: 'wrote' }] });
    expect(shown(id)!.attribution[0]).toMatchObject({ source: { name: 'Mara Voss' }, cue: 'wrote' });
    await environment.settle();
    const bodies = [...browser.commands.values()].map((command) => JSON.stringify(command.body));
    expect(bodies.every((body) => body.includes('"source":{"name":"Mara Voss","type":"person"}'))).toBe(true);
  });
});

describe('somebody else’s change', () => {
  test('is shown when it arrives, and told of', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    environment.feed.emit('open');
    server.changeBy(ben, id, { tags: ['colour'] });
    environment.deliver(server.events.at(-1)!);
    await environment.pass(100);
    expect(shown(id)?.tags).toEqual(['colour']);
    expect(store.getSnapshot().arrived).toEqual({
      annotationId: id,
      type: 'annotation_revised',
      actorName: 'Ben Okafor',
      seq: 2,
    });
  });

  test('made first keeps both versions until the editor decides', async () => {
    const { store, environment, shown, saving, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'] });
    store.revise(id, { claim: { normalized: 'The sky is green.' } });
    await environment.settle();
    const conflict = store.getSnapshot().conflicts.get(id)!;
    expect(conflict.theirs).toMatchObject({ tags: ['colour'], claim: { normalized: null } });
    expect(conflict.mine).toMatchObject({ tags: ['colour'], claim: { normalized: 'The sky is green.' } });
    expect(shown(id)?.claim?.normalized).toBe('The sky is green.');
    expect(saving(id)).toBe('not_saved_yet');
    expect(server.annotation(id).claim?.normalized).toBeNull();
    await environment.pass(A_MINUTE);
    expect(server.requests).toHaveLength(1);
  });

  test('“mine” sets what was changed here over theirs', async () => {
    const { store, environment, saving, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'] });
    store.revise(id, { claim: { normalized: 'The sky is green.' } });
    store.revise(id, { claim: { checkworthy: true } });
    await environment.settle();
    store.resolveConflict(id, 'mine');
    await environment.settle();
    expect(saving(id)).toBe('saved');
    expect(server.annotation(id)).toMatchObject({
      version: 4,
      tags: ['colour'],
      claim: { normalized: 'The sky is green.', checkworthy: true },
    });
  });

  test('“theirs” gives up what was changed here', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'] });
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.resolveConflict(id, 'theirs');
    await environment.settle();
    expect(shown(id)?.tags).toEqual(['colour']);
    expect(store.getSnapshot().saving.size).toBe(0);
    expect(browser.commands.size).toBe(0);
    expect(server.annotation(id).version).toBe(2);
  });

  test('“mine” restores what they deleted', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    server.deleteBy(ben, id);
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(store.getSnapshot().conflicts.get(id)?.theirs.deletedAt).not.toBeNull();
    store.resolveConflict(id, 'mine');
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({ deletedAt: null, tags: ['weather'] });
    expect(shown(id)?.deletedAt).toBeNull();
  });

  test('to the same end is no conflict: both deleted it', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.deleteBy(ben, id);
    store.remove(id);
    await environment.settle();
    expect(store.getSnapshot().conflicts.size).toBe(0);
    expect(store.getSnapshot().saving.size).toBe(0);
  });

  test('that arrived while a form was open is a conflict, not written over', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    environment.feed.emit('open');
    const openedOn = shown(id)!.version;
    server.changeBy(ben, id, { tags: ['colour'] });
    environment.deliver(server.events.at(-1)!);
    await environment.pass(100);
    store.revise(id, { tags: ['weather'] }, openedOn);
    await environment.settle();
    expect(server.annotation(id).tags).toEqual(['colour']);
    expect(store.getSnapshot().conflicts.has(id)).toBe(true);
  });

  test('that came while one’s own waited offline is a conflict, not written over', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.isUp = false;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    server.changeBy(ben, id, { tags: ['colour'] });
    environment.deliver(server.events.at(-1)!);
    server.isUp = true;
    await environment.say('online');
    expect(server.annotation(id).tags).toEqual(['colour']);
    expect(store.getSnapshot().conflicts.has(id)).toBe(true);
  });

  test('in a newer text does not move the marks in the text that is shown', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    environment.feed.emit('open');
    const newer = { ...server.annotation(id), version: 2, revisionId: articleId };
    const spans = [{ ...newer.spans[0]!, start: 90, end: 102 }];
    const event = { seq: 2, annotationId: id, type: 'annotation_reanchored' as const, actor: ben };
    environment.deliver({ ...event, annotation: { ...newer, spans } });
    await environment.pass(100);
    expect(shown(id)?.spans[0]?.start).toBe(4);
    expect(store.getSnapshot().newRevisionId).toBe(articleId);
  });
});

describe('a refused change', () => {
  const refusal = { status: 422, code: 'invalid_input', detail: 'A tag has at most 100 characters.' };

  test('is kept and said, and the others go on', async () => {
    const { store, environment, shown, saving } = await opened();
    server.next.push(refusal);
    const refused = store.create(claim());
    const fine = store.create(claim(30, 'grass is blue'));
    await environment.settle();
    expect(saving(refused)).toBe('refused');
    expect(store.getSnapshot().refusals.get(refused)?.message).toBe(refusal.detail);
    expect(shown(refused)).toBeDefined();
    expect(saving(fine)).toBe('saved');
  });

  test('a fault that one change meets every time does not hold up the others for ever', async () => {
    const { store, environment, saving } = await opened();
    const fault = { status: 500, code: 'bug', detail: 'Something went wrong on our side.' };
    server.next.push(...Array.from({ length: 7 }, () => fault));
    const faulty = store.create(claim());
    const fine = store.create(claim(30, 'grass is blue'));
    await environment.pass(10_000);
    expect(saving(faulty)).toBe('not_saved_yet');
    await environment.pass(A_MINUTE);
    expect(saving(faulty)).toBe('refused');
    expect(saving(fine)).toBe('saved');
  });

  test('can be tried again', async () => {
    const { store, environment, saving } = await opened();
    server.next.push(refusal);
    const id = store.create(claim());
    await environment.settle();
    store.retry(id);
    await environment.settle();
    expect(saving(id)).toBe('saved');
    expect(store.getSnapshot().refusals.size).toBe(0);
  });

  test('can be discarded: the server’s version counts again', async () => {
    const { store, environment, shown, id } = await openedWithClaim();
    server.next.push(refusal);
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.discard(id);
    expect(shown(id)?.tags).toEqual([]);
    expect(store.getSnapshot().saving.size).toBe(0);
    await environment.settle();
    expect(browser.commands.size).toBe(0);
  });
});

describe('signing out and in', () => {
  test('a session that ended keeps what is not saved until somebody signs in again', async () => {
    const { store, environment, saving, id } = await openedWithClaim();
    server.session = null;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(store.getSnapshot().connection).toBe('signed_out');
    expect(saving(id)).toBe('not_saved_yet');
    expect(browser.commands.size).toBe(1);
    server.session = ada;
    await environment.say('shown');
    expect(saving(id)).toBe('saved');
    expect(store.getSnapshot().connection).not.toBe('signed_out');
  });

  test('nothing is saved under the name of who signed in after', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.session = ben;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(store.getSnapshot().connection).toBe('signed_out');
    expect(server.events).toHaveLength(1);
    expect(browser.commands.size).toBe(1);
  });
});

describe('the feed', () => {
  test('says when it is live, and who else is here', async () => {
    const { store, environment } = await opened();
    expect(store.getSnapshot().connection).toBe('connecting');
    environment.feed.emit('open');
    environment.feed.emit('presence', { people: [ada, ben] });
    expect(store.getSnapshot()).toMatchObject({ connection: 'live', people: [ben] });
  });

  test('goes on after the last event that arrived, not after one’s own answer', async () => {
    const { store, environment } = await opened();
    environment.feed.emit('open');
    const id = store.create(claim());
    await environment.settle();
    environment.deliver(server.events[0]!);
    server.changeBy(ben, id, { tags: ['colour'] });
    const other = store.create(claim(30, 'grass is blue'));
    await environment.settle();
    expect(server.annotation(other).seq).toBe(3);
    environment.feed.emit('error');
    await environment.pass(A_MINUTE);
    expect(environment.feed.address).toBe(`/api/v1/articles/${articleId}/events?after=1`);
  });

  test('ends for good when the reader may not see the article any more', async () => {
    const { store, environment } = await opened();
    environment.feed.emit('open');
    environment.feed.emit('closed', {});
    expect(store.getSnapshot().connection).toBe('closed');
    const feeds = environment.feeds.length;
    await environment.pass(10 * A_MINUTE);
    expect(environment.feeds).toHaveLength(feeds);
  });

  test('that the server refuses to open says why', async () => {
    const { store, environment } = await opened();
    const refuse = async (): Promise<void> => {
      environment.feed.readyState = 2;
      environment.feed.emit('error');
      await environment.settle();
    };
    server.session = null;
    await refuse();
    expect(store.getSnapshot().connection).toBe('signed_out');
    server.session = ada;
    await environment.say('shown');
    environment.feed.emit('open');
    expect(store.getSnapshot().connection).toBe('live');
    environment.fetch = async () => Response.json({ code: 'not_found' }, { status: 404 });
    await refuse();
    expect(store.getSnapshot().connection).toBe('closed');
  });

  test('is given up while nobody sees the page, and catches up when it is shown', async () => {
    const { environment } = await opened();
    environment.feed.emit('open');
    const first = environment.feed;
    await environment.say('hidden');
    await environment.pass(A_MINUTE);
    expect(first.readyState).toBe(2);
    await environment.say('shown');
    expect(environment.feed).not.toBe(first);
  });

  test('many changes at once are shown at once', async () => {
    const { store, environment, id } = await openedWithClaim();
    environment.feed.emit('open');
    let shown = 0;
    store.subscribe(() => shown++);
    for (let i = 0; i < 50; i++) {
      server.changeBy(ben, id, { tags: [`t${i}`] });
      environment.deliver(server.events.at(-1)!);
    }
    await environment.pass(100);
    expect(shown).toBe(1);
    expect(store.getSnapshot().annotations[0]?.tags).toEqual(['t49']);
  });
});

test('a store that was stopped and started again goes on', async () => {
  const { store, environment } = await opened();
  store.stop();
  store.start();
  await environment.settle();
  const id = store.create(claim());
  await environment.settle();
  expect(server.rows.has(id)).toBe(true);
  expect(server.requests).toHaveLength(1);
});

test('what was given right before the page is left is sent, while the server answers', async () => {
  const { store, environment } = await opened();
  const id = store.create(claim());
  store.revise(id, { tags: ['weather'] });
  store.stop();
  await environment.settle();
  expect(server.annotation(id)).toMatchObject({ version: 2, tags: ['weather'] });
  expect(browser.commands.size).toBe(0);
});
