import { beforeEach, describe, expect, test } from 'vitest';
import { ada, articleId, ben, claim, newDesk, revisionId, type Desk } from './opened-page';

let { server, opened, openedWithClaim }: Desk = newDesk();

beforeEach(() => {
  ({ server, opened, openedWithClaim } = newDesk());
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
    expect(environment.feed.follower.after()).toBe(1);
  });

  test('says that the reader may not see the article any more', async () => {
    const { store, environment } = await opened();
    environment.feed.emit('open');
    environment.feed.emit('closed');
    expect(store.getSnapshot().connection).toBe('closed');
  });

  test('is looked for at once when the page is shown, and not when it is hidden', async () => {
    const { environment } = await opened();
    await environment.say('hidden');
    expect(environment.wakes).toBe(0);
    await environment.say('shown');
    expect(environment.wakes).toBe(1);
  });

  test('tells of people once, wherever they read meanwhile', async () => {
    const { store, environment } = await opened();
    let shown = 0;
    store.subscribe(() => shown++);
    for (const at of [0, 40, 80])
      environment.feed.emit('presence', {
        people: [{ ...ben, place: { revisionId, at, selection: null } }],
      });
    expect(shown).toBe(1);
    expect(store.getSnapshot().people).toEqual([ben]);
  });

  test('tells of a newer text also where nothing is marked, and of no older one', async () => {
    const { store, environment } = await opened();
    environment.feed.emit('revision', { revisionId, number: 1 });
    expect(store.getSnapshot().newRevisionId).toBeNull();
    environment.feed.emit('revision', { revisionId: articleId, number: 2 });
    expect(store.getSnapshot().newRevisionId).toBe(articleId);
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
