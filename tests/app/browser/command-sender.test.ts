import { beforeEach, describe, expect, test } from 'vitest';
import { A_MINUTE, claim, newDesk, type Desk } from './opened-page';

let { server, browser, opened, openedWithClaim }: Desk = newDesk();

beforeEach(() => {
  ({ server, browser, opened, openedWithClaim } = newDesk());
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
    const faulty = store.create(claim());
    server.faulty.add(faulty);
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

describe('several changes at once', () => {
  /** Every request waits until the test lets it go on. */
  function heldRequests(environment: {
    fetch: (address: string, request: RequestInit) => Promise<Response>;
  }) {
    const { fetch } = environment;
    const held: { annotationId: string; goOn: () => void }[] = [];
    environment.fetch = async (address, request) => {
      const annotationId = address.split('/')[4]!;
      await new Promise<void>((goOn) => held.push({ annotationId, goOn }));
      return fetch(address, request);
    };
    return held;
  }

  test('go to the server beside each other, those on one annotation one after another', async () => {
    const { store, environment } = await opened();
    const held = heldRequests(environment);
    const ids = Array.from({ length: 12 }, () => store.create(claim()));
    for (const id of ids) store.revise(id, { tags: ['weather'] });
    let most = 0;
    for (await environment.settle(); held.length > 0; await environment.settle()) {
      most = Math.max(most, held.length);
      expect(new Set(held.map(({ annotationId }) => annotationId)).size, 'of one annotation one').toBe(
        held.length,
      );
      // The last first: no order between annotations is relied on.
      held.pop()!.goOn();
    }
    expect(most).toBe(4);
    for (const id of ids) {
      expect(server.requests.filter((request) => request.includes(id))).toEqual([
        `PUT ${id} 0`,
        `PATCH ${id} 1`,
      ]);
      expect(server.annotation(id)).toMatchObject({ version: 2, tags: ['weather'] });
    }
    expect(store.getSnapshot().saving.size).toBe(0);
  });

  test('the undo of a bulk action sends each once, several at a time', async () => {
    const { store, environment } = await opened();
    const ids = Array.from({ length: 500 }, () => store.create(claim()));
    await environment.pass(A_MINUTE);
    let shown = 0;
    store.subscribe(() => shown++);
    store.asOneStep(() => ids.forEach((id) => store.remove(id)));
    expect(shown, 'shown at once').toBe(1);
    await environment.pass(A_MINUTE);
    server.requests.length = 0;
    const held = heldRequests(environment);
    store.undo();
    let rounds = 0;
    for (await environment.settle(); held.length > 0; await environment.settle()) {
      rounds++;
      for (const { goOn } of held.splice(0)) goOn();
    }
    expect(rounds).toBe(125);
    expect(server.requests.toSorted()).toEqual(ids.map((id) => `RESTORE ${id} 2`).toSorted());
    expect(store.getSnapshot().annotations).toHaveLength(500);
  });

  test('after a failure one at a time finds out whether it is over', async () => {
    const { store, environment } = await opened();
    server.isUp = false;
    let tries = 0;
    const { fetch } = environment;
    environment.fetch = (address, request) => {
      tries++;
      return fetch(address, request);
    };
    for (let i = 0; i < 8; i++) store.create(claim());
    await environment.settle();
    expect(tries).toBe(4);
    await environment.pass(1_000);
    expect(tries).toBe(5);
    server.isUp = true;
    await environment.pass(A_MINUTE);
    expect(server.events).toHaveLength(8);
    expect(tries).toBe(13);
  });

  test('are kept in one write before the first of them is sent', async () => {
    const { store, environment } = await openedWithClaim();
    const writes: number[] = [];
    const { write } = environment.outbox;
    environment.outbox.write = (change) => {
      writes.push(change.put?.length ?? 0);
      return write(change);
    };
    const held = heldRequests(environment);
    store.asOneStep(() => [1, 2, 3].forEach(() => store.create(claim())));
    await environment.settle();
    expect(writes).toEqual([3]);
    expect(held).toHaveLength(3);
  });
});
