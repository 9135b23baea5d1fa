import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { announceNotices } from '@/lib/data/announce';
import { closeDatabase } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import { hub, type Subscriber } from '@/lib/live/hub';
import type { ChangeMessage } from '@/lib/live/wire';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { followArticle } from '@/lib/usecases/follow-article';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { tellPresence } from '@/lib/usecases/tell-presence';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, aUser, type BuiltWorkspace, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let workspace: BuiltWorkspace;
let article: Article;

beforeAll(async () => {
  const member = await aMember({ role: 'editor' });
  workspace = member.workspace;
  editor = contextOf(member.user);
  article = await anArticle(editor, workspace.slug);
});
afterAll(closeDatabase);

/** A reader of the article who writes down what arrives. */
async function aReader(context: Context, after: string | null = null) {
  const place = valueOf(await followArticle(context, { articleId: article.id, after }));
  const changes: ChangeMessage[] = [];
  const seen = { changes, people: [] as string[], closed: false };
  const subscriber: Subscriber = {
    ...place,
    onChanges: (arrived) => void changes.push(...arrived),
    onPresence: ({ people }) => void (seen.people = people.map(({ name }) => name)),
    onClosed: () => void (seen.closed = true),
  };
  return Object.assign(seen, { leave: hub().subscribe(subscriber) });
}

const numbers = (changes: ChangeMessage[]): number[] => changes.map(({ seq }) => seq);

describe('the live feed', () => {
  test('brings every change to every reader once, in order', async () => {
    const [one, two] = [await aReader(editor), await aReader(editor)];
    const from = valueOf(await followArticle(editor, { articleId: article.id, after: null })).after;
    const made = await Promise.all(
      Array.from({ length: 12 }, () => anAnnotation(editor, article, 'claim', 'the pier')),
    );
    valueOf(await reviseAnnotation(editor, { id: made[0]!.id, ifMatch: '1', body: { tags: ['changed'] } }));
    await vi.waitFor(() => expect(one.changes).toHaveLength(13), { timeout: 5_000 });
    const expected = Array.from({ length: 13 }, (_, i) => from + i + 1);
    expect(numbers(one.changes)).toEqual(expected);
    expect(numbers(two.changes)).toEqual(expected);
    expect(one.changes.at(-1)).toMatchObject({
      type: 'annotation_revised',
      annotation: { tags: ['changed'], version: 2 },
    });
    one.leave();
    two.leave();
  });

  test('resumes after the last event that arrived, without a gap', async () => {
    const before = valueOf(await followArticle(editor, { articleId: article.id, after: null })).after;
    for (let i = 0; i < 3; i++) await anAnnotation(editor, article, 'claim', 'mayor');
    const late = await aReader(editor, String(before));
    await vi.waitFor(() => expect(numbers(late.changes)).toEqual([before + 1, before + 2, before + 3]), {
      timeout: 5_000,
    });
    late.leave();
  });

  test('finds by itself what no notification told of', async () => {
    const reader = await aReader(editor);
    // An event that another process wrote and could not announce.
    await testDatabase().query(
      `WITH numbered AS (UPDATE article SET seq = seq + 1 WHERE id = $1 RETURNING seq)
       INSERT INTO event (article_id, layer, seq, annotation_id, type, version, request_hash, after, actor_id)
       SELECT article_id, layer, (SELECT seq FROM numbered), annotation_id, type, version + 1, 'x', after, actor_id
       FROM event WHERE article_id = $1 ORDER BY seq DESC LIMIT 1`,
      [article.id],
    );
    await vi.waitFor(() => expect(reader.changes).toHaveLength(1), { timeout: 5_000 });
    reader.leave();
  });

  test('goes on after a notification that says nothing', async () => {
    const reader = await aReader(editor);
    for (const payload of ['', 'not JSON', '7', '{"articleId":"x"}', 'null'])
      for (const channel of ['touchstone_articles', 'touchstone_presence'])
        await testDatabase().query('SELECT pg_notify($1, $2)', [channel, payload]);
    await anAnnotation(editor, article, 'claim', 'mayor');
    await vi.waitFor(() => expect(reader.changes).toHaveLength(1), { timeout: 5_000 });
    reader.leave();
  });

  test('says who is here, and when they leave', async () => {
    const other = contextOf(
      (await aMember({ workspace, role: 'reader', user: await aUser({ name: 'Bo Reader' }) })).user,
    );
    const [one, two] = [await aReader(editor), await aReader(other)];
    await vi.waitFor(() => expect(one.people).toContain('Bo Reader'), { timeout: 5_000 });
    expect(two.people).toContain(editor.actor.name);
    two.leave();
    await vi.waitFor(() => expect(one.people).not.toContain('Bo Reader'), { timeout: 5_000 });
    one.leave();
  });

  test('closes for a reader whose membership ended, before the next change is told', async () => {
    const { user } = await aMember({ workspace, role: 'reader', user: await aUser() });
    const reader = await aReader(contextOf(user));
    await testDatabase().query('DELETE FROM membership WHERE user_id = $1', [user.id]);
    await anAnnotation(editor, article, 'claim', 'nobody');
    await vi.waitFor(() => expect(reader.closed).toBe(true), { timeout: 5_000 });
    expect(reader.changes).toEqual([]);
    reader.leave();
  });

  test('is not there for a stranger', async () => {
    const stranger = contextOf((await aMember()).user);
    expect(codeOf(await followArticle(stranger, { articleId: article.id, after: null }))).toBe('not_found');
    expect(codeOf(await followArticle(editor, { articleId: article.id, after: 'yesterday' }))).toBe(
      'invalid_input',
    );
  });
});

describe('beside changes', () => {
  const placeNote = (context: Context, at: number, given: { tab?: string; toldAt?: number } = {}) => ({
    articleId: article.id,
    personId: context.actor.userId,
    tab: given.tab ?? '0195d000-0000-7000-8000-00000000000a',
    toldAt: given.toldAt ?? Date.now(),
    place: { revisionId: article.revision.id, at, selection: null },
  });

  test('places are shown to readers who ask for them, of people who are here', async () => {
    const other = contextOf(
      (await aMember({ workspace, role: 'reader', user: await aUser({ name: 'Mo Reader' }) })).user,
    );
    const seen: number[][] = [];
    const stop = hub().subscribe({
      ...valueOf(await followArticle(editor, { articleId: article.id, after: null })),
      showsPlaces: true,
      onChanges: () => {},
      onPresence: ({ people }) => void seen.push(people.flatMap(({ place }) => place?.at ?? [])),
      onClosed: () => {},
    });
    const plain = await aReader(editor);
    valueOf(
      await tellPresence(other, {
        articleId: article.id,
        body: { tab: v7(), place: placeNote(other, 3).place },
      }),
    );
    // A place alone makes nobody present.
    expect(seen.at(-1)).toEqual([]);
    const mo = await aReader(other);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([3]), { timeout: 5_000 });
    expect(plain.people).toContain('Mo Reader');
    mo.leave();
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]), { timeout: 5_000 });
    stop();
    plain.leave();
  });

  test('a new revision is told of within a second or so, also where nothing is marked', async () => {
    const fresh = await anArticle(editor, workspace.slug, 'A text that nobody has marked yet.');
    const numbers: number[] = [];
    const stop = hub().subscribe({
      ...valueOf(await followArticle(editor, { articleId: fresh.id, after: null })),
      revision: { revisionId: fresh.revision.id, number: 1 },
      onRevision: ({ number }) => void numbers.push(number),
      onChanges: () => {},
      onPresence: () => {},
      onClosed: () => {},
    });
    expect(numbers).toEqual([1]);
    valueOf(
      await addRevision(editor, { articleId: fresh.id, body: { raw: 'A text that somebody has changed.' } }),
    );
    await vi.waitFor(() => expect(numbers).toEqual([1, 2]), { timeout: 5_000 });
    stop();
  });

  test('notices reach the streams of the person they are for', async () => {
    const [mine, others] = [vi.fn(), vi.fn()];
    const stops = [hub().followNotices(editor.actor.userId, mine), hub().followNotices(v7(), others)];
    announceNotices([editor.actor.userId]);
    await vi.waitFor(() => expect(mine).toHaveBeenCalled(), { timeout: 5_000 });
    expect(others).not.toHaveBeenCalled();
    stops.forEach((stop) => stop());
  });
});
