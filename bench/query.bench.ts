import { pool } from '@/lib/data/database';
import type { QueryParts } from '@/lib/domain/annotation-filter';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { showSearch } from '@/lib/usecases/show-search';
import { ARTICLES, type BenchDesk, fillDesk, makeDesk, PER_ARTICLE } from './bench-desk';

const RUNS = 9;

/**
 * How long a search takes in a workspace of 100,000 annotations: its first page and its counts by different filters, a
 * later page, and what the page offers to choose from, through the use cases; and for comparison the bare count of all.
 * Medians in milliseconds.
 */
export default async function benchQuery() {
  const desk = await makeDesk();
  await fillDesk(desk);
  await nameSources(desk);
  const { slug, context } = desk;
  const find = async (query: QueryParts) => {
    const page = await findAnnotations(context, { slug, query: { limit: '50', ...query } });
    if (!page.ok) throw new Error(page.error.message);
    return page.value;
  };
  const count = async (query: QueryParts) => {
    const counts = await countAnnotations(context, { slug, query });
    if (!counts.ok) throw new Error(counts.error.message);
    return counts.value;
  };
  const { nextCursor } = await find({});
  const filters: Record<string, QueryParts> = {
    all: {},
    kindAndStatus: { kind: 'claim', status: 'refuted' },
    rareWords: { words: '"sentence 17 of article 4."' },
    commonWords: { words: 'sentence article' },
    noSuchWords: { words: 'zebra' },
    source: { source: 'person 7' },
    tagAndPublisher: { tag: 'budget', publisher: 'post' },
    evidence: { evidence: 'present' },
    passes: { passes: 'all' },
    prediction: { prediction: 'overdue' },
    madeInADay: { madeFrom: '2026-01-01', madeTo: '2026-01-02' },
  };
  const bareMs = await medianOf(() =>
    pool().query(
      `SELECT count(*) FROM annotation a JOIN article t ON t.id = a.article_id JOIN workspace w ON w.id = t.workspace_id
       WHERE w.slug = $1 AND a.deleted_at IS NULL`,
      [slug],
    ),
  );
  const results: Record<string, object> = {};
  for (const [name, query] of Object.entries(filters))
    results[name] = {
      fitting: (await count(query)).total,
      pageMs: await medianOf(() => find(query)),
      countsMs: await medianOf(() => count(query)),
    };
  return {
    name: 'query',
    annotations: ARTICLES * PER_ARTICLE,
    bareMs,
    ...results,
    nextPageMs: await medianOf(() => find({ cursor: nextCursor! })),
    byArticleMs: await medianOf(() => find({ order: 'article' })),
    choicesMs: await medianOf(() => showSearch(context, { slug, query: {} })),
  };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const since = performance.now();
    await work();
    taken.push(performance.now() - since);
  }
  return Number(taken.sort((a, b) => a - b)[RUNS >> 1]!.toFixed(1));
}

/** A hundred sources, of which each annotation names one; tags and publishers; and decisions with evidence on what is decided. */
async function nameSources({ slug, context }: BenchDesk): Promise<void> {
  const db = await pool().connect();
  const ofDesk = `a.article_id IN (SELECT t.id FROM article t JOIN workspace w ON w.id = t.workspace_id WHERE w.slug = $1)`;
  try {
    await db.query('BEGIN');
    await db.query(
      `INSERT INTO source (id, workspace_id, name, folded_name, type)
       SELECT gen_random_uuid(), w.id, 'Person ' || n, 'person ' || n, 'person' FROM workspace w, generate_series(1, 100) n WHERE w.slug = $1`,
      [slug],
    );
    await db.query(
      `INSERT INTO attribution_hop (annotation_id, position, source_id, mode)
       SELECT a.id, 0, s.id, 'named' FROM annotation a JOIN article t ON t.id = a.article_id JOIN workspace w ON w.id = t.workspace_id
       JOIN source s ON s.workspace_id = w.id AND s.folded_name = 'person ' || (1 + a.seq) WHERE w.slug = $1`,
      [slug],
    );
    await db.query(
      `UPDATE article t SET publisher = CASE WHEN seq % 2 = 0 AND right(title, 1) < '5' THEN 'The Harbour Post' ELSE 'Daily Gull' END
       FROM workspace w WHERE w.id = t.workspace_id AND w.slug = $1`,
      [slug],
    );
    await db.query(
      `UPDATE annotation a SET tags = CASE WHEN a.seq % 4 = 0 THEN '{budget,rents}'::text[] ELSE '{rents}' END WHERE ${ofDesk}`,
      [slug],
    );
    await db.query(
      `WITH decided AS (INSERT INTO verification (id, annotation_id, revision_id, status, rationale, searches, verifier_id, seq)
         SELECT gen_random_uuid(), a.id, a.revision_id, a.status, 'So it is.', '{}', $2::uuid, a.seq FROM annotation a
         WHERE ${ofDesk} AND a.status IN ('refuted', 'altered', 'came_true') RETURNING id)
       INSERT INTO evidence (verification_id, position, stance, url, excerpt)
       SELECT id, 0, 'refutes', 'https://example.org/', 'So.' FROM decided`,
      [slug, context.actor.userId],
    );
    await db.query('COMMIT');
    await db.query('VACUUM ANALYZE');
  } finally {
    db.release();
  }
}
