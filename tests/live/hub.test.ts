import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '@/lib/data/database';
import type { Article } from '@/lib/domain/article';
import { hub, type Subscriber } from '@/lib/live/hub';
import type { ChangeMessage } from '@/lib/live/wire';
import type { Context } from '@/lib/usecases/context';
import { followArticle } from '@/lib/usecases/follow-article';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
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
