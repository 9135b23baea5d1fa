import { pool } from '@/lib/data/database';
import { listDesk } from '@/lib/usecases/list-desk';
import type { Context } from '@/lib/usecases/context';
import { makeDesk } from './bench-desk';

const ARTICLES = 1_000;
const PER_ARTICLE = 100;
const RUNS = 9;

/** Code points of one sentence of the generated texts, the blank behind it counted. */
const SENTENCE = 30;

/**
 * How long the desk takes in a workspace of 100,000 annotations, most of which wait: its first page, a later one, a
 * filtered one and a board, through the use case, each with the counts of the whole workspace; and for comparison the
 * bare count of what is not decided. Medians in milliseconds.
 */
export default async function benchDesk() {
  const { slug, context } = await makeDesk();
  await fillDesk(slug, context.actor.userId);
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

/** Articles of numbered sentences, each marked; a fifth is decided, and a tenth has a check. In bare SQL: by requests it would take an hour. */
async function fillDesk(slug: string, userId: Context['actor']['userId']): Promise<void> {
  const db = await pool().connect();
  try {
    await db.query('BEGIN');
    await db.query(
      `CREATE TEMPORARY TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS article, gen_random_uuid() AS revision
       FROM generate_series(1, ${ARTICLES}) n`,
    );
    await db.query(
      `INSERT INTO article (id, workspace_id, title, seq) SELECT made.article, w.id, 'Article ' || n, ${PER_ARTICLE}
       FROM made, workspace w WHERE w.slug = $1`,
      [slug],
    );
    await db.query(
      `INSERT INTO revision (id, article_id, number, text, sha256, length, regions, signature, bands, passages_version)
       SELECT revision, article, 1, body, md5(body), length(body), '[]', '{}', '{}', 1000
       FROM made, LATERAL (SELECT string_agg(rpad('Sentence ' || i || ' of article ' || n || '.', ${SENTENCE}), '' ORDER BY i) AS body
         FROM generate_series(1, ${PER_ARTICLE}) i) text`,
    );
    await db.query(
      `UPDATE article SET current_revision_id = made.revision FROM made WHERE made.article = article.id`,
    );
    await db.query(
      `CREATE TEMPORARY TABLE marked ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, n, i, article, revision, (ARRAY['claim', 'claim', 'quote', 'prediction'])[1 + (n + i) % 4] AS kind
       FROM made, generate_series(1, ${PER_ARTICLE}) i`,
    );
    await db.query(
      `INSERT INTO annotation (id, article_id, layer, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash, deadline, created_at)
       SELECT id, article, 'shared', kind, CASE WHEN i % 5 = 0 THEN CASE kind WHEN 'claim' THEN 'refuted' WHEN 'quote' THEN 'altered' ELSE 'came_true' END
           WHEN i % 17 = 0 THEN 'in_review' WHEN kind = 'prediction' THEN 'pending' ELSE 'unverified' END,
         revision, 'exact', '{}', $1, i, '', CASE kind WHEN 'prediction' THEN current_date + (n + i) % 400 - 100 END,
         now() - (n || ' hours')::interval
       FROM marked`,
      [userId],
    );
    await db.query(
      `INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, revision, 'exact' FROM marked`,
    );
    await db.query(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       SELECT m.id, m.revision, 0, (m.i - 1) * ${SENTENCE}, m.i * ${SENTENCE} - 1,
         substr(r.text, (m.i - 1) * ${SENTENCE} + 1, ${SENTENCE} - 1), '', ''
       FROM marked m JOIN revision r ON r.id = m.revision`,
    );
    await db.query(
      `INSERT INTO desk_check (annotation_id, priority, due_on, assignee_id, seq)
       SELECT id, (ARRAY['low', 'normal', 'high', 'urgent'])[1 + n % 4], current_date + n % 60 - 20,
         CASE WHEN n % 3 = 0 THEN $1::uuid END, i FROM marked WHERE i % 10 = 3`,
      [userId],
    );
    await db.query('COMMIT');
    await db.query('ANALYZE');
  } finally {
    db.release();
  }
}
