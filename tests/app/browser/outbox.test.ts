import { beforeEach, describe, expect, test } from 'vitest';
import { A_MINUTE, ada, ben, claim, newDesk, type Desk } from './opened-page';

let { server, browser, opening, opened, openedWithClaim }: Desk = newDesk();

beforeEach(() => {
  ({ server, browser, opening, opened, openedWithClaim } = newDesk());
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
    expect(server.requests.filter((request) => request.includes(first))).toEqual([
      `PUT ${first} 0`,
      `PATCH ${first} 1`,
    ]);
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

describe('signing out and in', () => {
  test('a session that ended keeps what is not saved until somebody signs in again', async () => {
    const { store, environment, saving, id } = await openedWithClaim();
    server.session = null;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(store.getSnapshot()).toMatchObject({ connection: 'signed_out', isAnotherHere: false });
    expect(saving(id)).toBe('not_signed_in');
    expect(browser.commands.size).toBe(1);
    server.session = ada;
    await environment.say('signed_in');
    expect(saving(id)).toBe('saved');
    expect(store.getSnapshot().connection).not.toBe('signed_out');
  });

  test('what waited is sent once, whatever tells of the new session', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.session = null;
    store.revise(id, { tags: ['weather'] });
    const other = store.create(claim(30, 'grass is blue'));
    await environment.settle();
    server.session = ada;
    await Promise.all([environment.say('signed_in'), environment.say('shown'), environment.say('online')]);
    environment.feed.emit('open');
    await environment.pass(A_MINUTE);
    expect(server.requests.toSorted()).toEqual([`PATCH ${id} 1`, `PUT ${other} 0`].toSorted());
    expect(store.getSnapshot().saving.size).toBe(0);
  });

  test('nothing is saved under the name of who signed in after', async () => {
    const { store, environment, saving, id } = await openedWithClaim();
    server.session = ben;
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    expect(store.getSnapshot()).toMatchObject({ connection: 'signed_out', isAnotherHere: true });
    await environment.say('signed_in');
    await environment.pass(A_MINUTE);
    expect(saving(id)).toBe('not_signed_in');
    expect(server.events).toHaveLength(1);
    expect(browser.commands.size).toBe(1);

    server.session = ada;
    await environment.say('signed_in');
    expect(saving(id)).toBe('saved');
    expect(server.annotation(id)).toMatchObject({ version: 2, tags: ['weather'] });
  });
});
