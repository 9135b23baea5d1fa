import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { lockPassages } from '@/lib/data/passages';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { indexPassages } from '@/lib/usecases/index-passages';
import { listRelated } from '@/lib/usecases/list-related';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const BEFORE = `Quay to reopen, says mayor

The mayor, Ada Verhoeven-Brook, said on Monday that the eastern quay would reopen within a month.

The fish market stays where it is.
`;
const AFTER = `Eastern quay still shut

Two months later the eastern quay has not reopened. Ada Verhoeven Brook would not comment.

A brass band played in the park.
`;
const ELSEWHERE = `Chess club wins cup

The club won all its games. Nobody had expected it.
`;

describe('related passages', () => {
  let context: Context;
  let slug: string;
  let prediction: { id: string };
  let later: { id: string };

  beforeAll(async () => {
    const { user, workspace } = await aMember({ role: 'editor' });
    context = contextOf(user);
    slug = workspace.slug;
    const article = await anArticle(context, slug, BEFORE);
    later = await anArticle(context, slug, AFTER);
    await anArticle(context, slug, ELSEWHERE);
    prediction = await anAnnotation(
      context,
      article,
      'prediction',
      'the eastern quay would reopen within a month',
    );
  });

  const list = async (id: string, query: object = {}) => valueOf(await listRelated(context, { id, query }));

  test('the passage that settles a prediction comes first, with its reasons', async () => {
    const { items } = await list(prediction.id);
    const [first] = items;
    expect(first!.articleId).toBe(later.id);
    expect(first!.spans[0]!.exact).toContain('has not reopened');
    expect(first!.reasons.join()).toContain('“reopened”');
  });

  test('a name in another spelling is the same name', async () => {
    const { items } = await list(prediction.id);
    expect(items[0]!.reasons).toContain('names Ada Verhoeven Brook');
  });

  test('its own article is left out; all others are listed while there are few', async () => {
    const { items, nextCursor } = await list(prediction.id);
    expect(items.map(({ spans }) => spans[0]!.exact)).not.toContain('The fish market stays where it is.');
    expect(items.map(({ spans }) => spans[0]!.exact)).toContain('A brass band played in the park.');
    expect(nextCursor).toBeNull();
  });

  test('page by page it is the same list', async () => {
    const whole = await list(prediction.id);
    const one = await list(prediction.id, { limit: '2' });
    const two = await list(prediction.id, { limit: '2', cursor: one.nextCursor! });
    expect([...one.items, ...two.items]).toEqual(whole.items.slice(0, 4));
  });

  test('annotations in a passage are named with it', async () => {
    const article = { ...later, revision: (await list(prediction.id)).items[0]! };
    const id = article.revision.revisionId;
    const marked = await anAnnotation(
      context,
      { id: later.id, revision: { id, text: AFTER } } as never,
      'claim',
      'the eastern quay has not reopened',
    );
    expect((await list(prediction.id)).items[0]!.annotationIds).toEqual([marked.id]);
  });

  test('after a new revision its new text is searched, and the old one no more', async () => {
    valueOf(
      await addRevision(context, {
        articleId: later.id,
        body: { raw: AFTER.replace('has not reopened', 'reopened at last') },
      }),
    );
    const words = (await list(prediction.id)).items.map(({ spans }) => spans[0]!.exact).join();
    expect(words).toContain('reopened at last');
    expect(words).not.toContain('has not reopened');
  });

  test('whoever was slow to make the passages of an earlier text leaves those of the newer one', async () => {
    const { user, workspace } = await aMember({ role: 'editor' });
    const own = contextOf(user);
    const first = await anArticle(own, workspace.slug, BEFORE);
    const second = await anArticle(own, workspace.slug, AFTER);
    const made = (articleId: string) =>
      database().$executeRaw`UPDATE revision SET passages_version = 1 WHERE article_id = ${articleId}::uuid`;
    const isHeldUp = async () => {
      const rows = await database().$queryRaw<unknown[]>`
        SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      return rows.length > 0;
    };
    let slow = Promise.resolve();
    await database().$transaction(
      async (tx) => {
        await lockPassages(tx, first.id);
        slow = indexPassages(workspace.id);
        await expect.poll(isHeldUp).toBe(true);
        await made(first.id);
        valueOf(
          await addRevision(own, { articleId: second.id, body: { raw: `${AFTER}\nThe band left.\n` } }),
        );
        await indexPassages(workspace.id);
      },
      { timeout: 20_000 },
    );
    await slow;
    const passages = await database().$queryRaw<{ number: number }[]>`
      SELECT DISTINCT r.number FROM passage p JOIN revision r ON r.id = p.revision_id
      WHERE p.article_id = ${second.id}::uuid`;
    expect(passages).toEqual([{ number: 2 }]);
  });

  test('another workspace’s articles are never listed, and a stranger finds nothing', async () => {
    const { user, workspace } = await aMember({ role: 'editor' });
    const stranger = contextOf(user);
    const theirs = await anArticle(stranger, workspace.slug, `Secret\n\n${AFTER}`);
    expect((await list(prediction.id)).items.map(({ articleId }) => articleId)).not.toContain(theirs.id);
    expect(codeOf(await listRelated(stranger, { id: prediction.id, query: {} }))).toBe('not_found');
  });

  test('a cursor of another list is refused', async () => {
    expect(codeOf(await listRelated(context, { id: prediction.id, query: { cursor: 'x' } }))).toBe(
      'invalid_input',
    );
  });
});
