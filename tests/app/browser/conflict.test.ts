import type { Annotation } from '@/lib/domain/annotation';
import { beforeEach, describe, expect, test } from 'vitest';
import { A_MINUTE, articleId, ben, newDesk, type Desk } from './opened-page';

let { server, browser, opened: open, openedWithClaim }: Desk = newDesk();

beforeEach(() => {
  ({ server, browser, opened: open, openedWithClaim } = newDesk());
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

describe('a combination of both versions', () => {
  test('sets what was chosen over theirs, as one step that can be undone', async () => {
    const { store, environment, saving, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'], claim: { normalized: 'The sky is teal.' } });
    store.revise(id, { tags: ['weather'], claim: { normalized: 'The sky is green.', checkworthy: true } });
    await environment.settle();
    store.resolveConflict(id, {
      combined: { tags: ['weather', 'colour'], claim: { checkworthy: true } },
    });
    await environment.settle();
    expect(saving(id)).toBe('saved');
    const theirs = { normalized: 'The sky is teal.' };
    expect(server.annotation(id)).toMatchObject({
      version: 3,
      tags: ['weather', 'colour'],
      claim: { ...theirs, checkworthy: true },
    });
    store.undo();
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({
      tags: ['colour'],
      claim: { ...theirs, checkworthy: null },
    });
    expect(store.getSnapshot().conflicts.size).toBe(0);
  });

  test('that is nothing but theirs sends nothing', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'] });
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    store.resolveConflict(id, { combined: null });
    await environment.settle();
    expect(server.annotation(id)).toMatchObject({ version: 2, tags: ['colour'] });
    expect(browser.commands.size).toBe(0);
  });

  test('changed by them once more is a conflict again', async () => {
    const { store, environment, id } = await openedWithClaim();
    server.changeBy(ben, id, { tags: ['colour'] });
    store.revise(id, { tags: ['weather'] });
    await environment.settle();
    server.changeBy(ben, id, { tags: ['hue'] });
    store.resolveConflict(id, { combined: { tags: ['weather', 'colour'] } });
    await environment.settle();
    const { mine, theirs, base } = store.getSnapshot().conflicts.get(id)!;
    expect([mine.tags, theirs.tags, base!.tags]).toEqual([['weather', 'colour'], ['hue'], ['colour']]);
  });

  test('is known by what the form held when it was opened, also after a reload', async () => {
    const first = await openedWithClaim();
    const { id } = first;
    first.environment.feed.emit('open');
    const opened = first.shown(id)!;
    server.changeBy(ben, id, { tags: ['colour'] });
    first.environment.deliver(server.events.at(-1)!);
    await first.environment.pass(100);
    first.store.revise(id, { tags: ['weather'], claim: { normalized: 'The sky is green.' } }, opened);
    await first.environment.settle();
    const expectBase = (base: Annotation | null) =>
      expect(base).toMatchObject({ tags: [], claim: { normalized: null } });
    expectBase(first.store.getSnapshot().conflicts.get(id)!.base);
    first.leave();

    const second = await open();
    expectBase(second.store.getSnapshot().conflicts.get(id)!.base);
  });
});
