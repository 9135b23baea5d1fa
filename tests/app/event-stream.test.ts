import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openEventStream } from '@/app/api/v1/_http/event-stream';
import type { Article } from '@/lib/domain/article';
import { env } from '@/lib/env';
import type { Context } from '@/lib/usecases/context';
import { followArticle } from '@/lib/usecases/follow-article';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { testDatabase } from '@/tests/support/database';
import { valueOf } from '@/tests/support/failure-code';

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
