import { beforeEach, describe, expect, test } from 'vitest';
import { A_MINUTE, ada, claim, newDesk, type Desk } from './opened-page';

let { server, browser, opened, openedWithClaim }: Desk = newDesk();

beforeEach(() => {
  ({ server, browser, opened, openedWithClaim } = newDesk());
});

describe('a new annotation', () => {
  test('is shown at once and saved after', async () => {
    const { store, environment, shown, saving } = await opened();
    const id = store.create({ ...claim(), quote: { form: 'direct' }, claim: { checkworthy: true } });
    expect(shown(id)).toMatchObject({ kind: 'claim', status: 'unverified', author: ada, version: 1 });
    expect(shown(id)?.claim).toEqual({ normalized: null, checkworthy: true, judgedAsOf: null });
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
