import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openEventStream, openSharedStream } from '@/app/api/v1/_http/event-stream';
import type { Article } from '@/lib/domain/article';
import { env } from '@/lib/env';
import type { Context } from '@/lib/usecases/context';
import { followArticle } from '@/lib/usecases/follow-article';
import { followArticles } from '@/lib/usecases/follow-articles';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let article: Article;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  article = await anArticle(editor, workspace.slug);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
});

/** An open stream: what arrived, and whether it has ended. */
async function aStream(given: { after?: string; isStillReader?: () => Promise<boolean> } = {}) {
  const place = valueOf(await followArticle(editor, { articleId: article.id, after: given.after ?? null }));
  const client = new AbortController();
  const request = new Request(`${env().NEXTAUTH_URL}/`, { signal: client.signal });
  const response = openEventStream(request, place, given.isStillReader ?? (async () => true));
  return { response, leave: () => client.abort() };
}

async function readAll(response: Response): Promise<string> {
  let words = '';
  for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>)
    words += new TextDecoder().decode(bytes);
  return words;
}

describe('an event stream', () => {
  test('ends at the next beat when its reader may read no longer', async () => {
    let isReader = true;
    const { response } = await aStream({ isStillReader: async () => isReader });
    const words = readAll(response);
    vi.advanceTimersByTime(10_000);
    isReader = false;
    vi.advanceTimersByTime(10_000);
    expect(await words).toContain('event: presence');
  });

  test('leaves nothing behind when its client goes, also before it was open', async () => {
    const before = vi.getTimerCount();
    const client = new AbortController();
    client.abort();
    const place = valueOf(await followArticle(editor, { articleId: article.id, after: null }));
    const gone = new Request(`${env().NEXTAUTH_URL}/`, { signal: client.signal });
    openEventStream(gone, place, async () => true);
    const streams = await Promise.all(Array.from({ length: 200 }, () => aStream()));
    // The hub's own two timers are made with its first reader.
    expect(vi.getTimerCount()).toBeGreaterThanOrEqual(before + 200);
    for (const { leave } of streams) leave();
    expect(vi.getTimerCount()).toBeLessThanOrEqual(before + 2);
  });

  test('ends when its receiver reads too slowly, and is resumed without a gap', async () => {
    const { seq } = await anAnnotation(editor, article, 'claim', 'mayor');
    const big = 'x'.repeat(1_500_000);
    await testDatabase().query(
      `WITH made AS (
         INSERT INTO event (article_id, layer, seq, annotation_id, type, version, request_hash, after, actor_id)
         SELECT article_id, layer, seq + i, annotation_id, type, version + i, 'x', after || jsonb_build_object('tags', $2::text), actor_id
         FROM event, generate_series(1, 6) AS i WHERE article_id = $1 AND seq = $3 RETURNING 1)
       UPDATE article SET seq = seq + (SELECT count(*) FROM made) WHERE id = $1`,
      [article.id, big, seq],
    );
    const numbersIn = (words: string) =>
      [...words.matchAll(/^id: (\d+)\nevent: change\ndata: .*\n\n/gm)].map(([, id]) => Number(id));
    const timers = vi.getTimerCount();
    const { response } = await aStream({ after: String(seq) });
    // Nobody reads until it has ended by itself: what waits is bounded, and what was sent is whole.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeLessThanOrEqual(timers), { timeout: 20_000 });
    const first = numbersIn(await readAll(response));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(6);
    const again = await aStream({ after: String(first.at(-1)) });
    const reader = again.response.body!.getReader();
    const decoder = new TextDecoder();
    let words = '';
    while (numbersIn(words).at(-1) !== seq + 6)
      words += decoder.decode((await reader.read()).value, { stream: true });
    expect([...first, ...numbersIn(words)]).toEqual(Array.from({ length: 6 }, (_, i) => seq + i + 1));
    again.leave();
  });
});

describe('the shared stream', () => {
  async function aSharedStream(query: Record<string, string>, context = editor) {
    const followed = valueOf(await followArticles(context, { query }));
    const client = new AbortController();
    const request = new Request(`${env().NEXTAUTH_URL}/`, { signal: client.signal });
    let isReader: boolean | null = true;
    const response = openSharedStream(request, followed, async () =>
      isReader === null ? null : new Set(isReader ? followed.articles.map(({ articleId }) => articleId) : []),
    );
    const reader = response.body!.getReader();
    const decoder = new TextDecoder();
    let words = '';
    /** Reads on until this has arrived. */
    const until = async (expected: string) => {
      while (!words.includes(expected)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`ended without ${expected}: ${words}`);
        words += decoder.decode(value, { stream: true });
      }
    };
    const allow = (allowed: boolean | null) => void (isReader = allowed);
    return { until, reader, allow, leave: () => client.abort(), read: () => words };
  }

  test('carries several articles, each message with its own', async () => {
    const { user, workspace } = await aMember({ role: 'editor' });
    const context = contextOf(user);
    const [one, two] = [
      await anArticle(context, workspace.slug),
      await anArticle(context, workspace.slug, 'Another text.'),
    ];
    await anAnnotation(context, one, 'claim', 'mayor');
    const stream = await aSharedStream({ articles: `${one.id}:0,${two.id}`, user: user.id }, context);
    await stream.until(`event: change\ndata: {"articleId":"${one.id}","seq":1,`);
    await anAnnotation(context, two, 'claim', 'Another');
    await stream.until(`event: change\ndata: {"articleId":"${two.id}","seq":1,`);
    await stream.until(
      `event: revision\ndata: {"articleId":"${two.id}","revisionId":"${two.revision.id}","number":1}`,
    );
    await stream.until('event: notices\ndata: {}');
    expect(stream.read()).not.toContain('\nid:');
    stream.leave();
  });

  test('closes what may not be read as if it were not there, and goes on with the rest', async () => {
    const stranger = await aMember({ role: 'editor' });
    const own = await anArticle(contextOf(stranger.user), stranger.workspace.slug);
    const nowhere = '0195d000-0000-7000-8000-0000000000a1';
    const query = { articles: [article.id, own.id, nowhere].map((id) => `${id}:0`).join() };
    const stream = await aSharedStream(query, contextOf(stranger.user));
    await stream.until(`event: closed\ndata: {"articleId":"${article.id}"}`);
    await stream.until(`event: closed\ndata: {"articleId":"${nowhere}"}`);
    await anAnnotation(contextOf(stranger.user), own, 'claim', 'mayor');
    await stream.until(`event: change\ndata: {"articleId":"${own.id}"`);
    stream.leave();
  });

  test('closes an article at the beat after its reader lost it, and ends with the session', async () => {
    const stream = await aSharedStream({ articles: `${article.id}:0` });
    await stream.until('event: presence');
    stream.allow(false);
    vi.advanceTimersByTime(10_000);
    await stream.until(`event: closed\ndata: {"articleId":"${article.id}"}`);
    stream.allow(null);
    vi.advanceTimersByTime(10_000);
    await expect(stream.until('nothing more')).rejects.toThrow('ended');
  });

  test('is refused to another person than it was asked for, and for a list that is none', async () => {
    const query = { user: '0195d000-0000-7000-8000-0000000000a1' };
    expect(codeOf(await followArticles(editor, { query }))).toBe('other_user');
    for (const articles of ['harbour', `${article.id}:x`, Array(51).fill(article.id).join()])
      expect(codeOf(await followArticles(editor, { query: { articles } }))).toBe('invalid_input');
  });
});
