import { pool } from '@/lib/data/database';
import { listDesk } from '@/lib/usecases/list-desk';
import { ARTICLES, fillDesk, makeDesk, PER_ARTICLE } from './bench-desk';

const RUNS = 9;

/**
 * How long the desk takes in a workspace of 100,000 annotations, most of which wait: its first page, a later one, a
 * filtered one and a board, through the use case, each with the counts of the whole workspace; and for comparison the
 * bare count of what is not decided. Medians in milliseconds.
 */
export default async function benchDesk() {
  const { slug, context } = await makeDesk();
  await fillDesk({ slug, context });
  const ask = async (query: Record<string, string>) => {
    const page = await listDesk(context, { slug, query });
    if (!page.ok) throw new Error(page.error.message);
    return page.value;
  };
  const first = await ask({ limit: '50' });
  const bareMs = await medianOf(() => bareCount(slug));
  const asked: Record<string, Record<string, string>> = {
    firstPage: { limit: '50' },
    nextPage: { limit: '50', cursor: first.nextCursor! },
    mine: { limit: '50', assignee: 'me' },
    words: { limit: '50', query: 'sentence 17 of article 4' },
    board: { limit: '20', group: 'status' },
    byReason: { limit: '20', group: 'reason' },
    byArticle: { limit: '20', group: 'article' },
  };
  const results: Record<string, object> = {};
  for (const [name, query] of Object.entries(asked)) {
    const ms = await medianOf(() => ask(query));
    results[name] = { ms: round(ms), ratio: round(ms / bareMs) };
  }
  return {
    name: 'desk',
    annotations: ARTICLES * PER_ARTICLE,
    waiting: first.counts.waiting,
    bareMs: round(bareMs),
    ...results,
  };
}

const round = (ms: number): number => Number(ms.toFixed(1));

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return taken.sort((a, b) => a - b)[RUNS >> 1]!;
}

const bareCount = (slug: string) =>
  pool().query(
    `SELECT count(*) FROM annotation a JOIN article t ON t.id = a.article_id JOIN workspace w ON w.id = t.workspace_id
     WHERE w.slug = $1 AND a.deleted_at IS NULL AND a.status IN ('unverified', 'pending', 'in_review')`,
    [slug],
  );
