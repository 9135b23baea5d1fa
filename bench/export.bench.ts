import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { annotationRecordsWhere } from '@/lib/data/annotation-records';
import { selectionSql, wholeWorkspace } from '@/lib/data/selection';
import { pool } from '@/lib/data/database';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { type BenchDesk, makeDesk } from './bench-desk';

const ROWS = 100_000;
const ANNOTATIONS_IN_ARTICLE = 50;
const ARTICLES_AT_ONCE = 200;
/** Connections that fill the workspace. Each keeps a processor of the database busy. */
const LANES = 2;
/** From here on one run of the peer takes minutes, and nothing is warmed for it. */
const MANY = 300_000;
const LIMITS = { jsonl: 0.4, parquet: 0.2, residentMb: 400 };

/**
 * Rows a second of an export through the use case, into a file that keeps nothing, beside `COPY (SELECT row_to_json …)
 * TO STDOUT` of the same joined rows of the same database; and the most memory that the process had meanwhile.
 * `--rows N` makes N annotations over N / 50 articles; 100,000 unless told. Below 300,000 the peer runs three times, and
 * the better of the last two counts.
 */
export default async function benchExport() {
  const rows = rowsAsked();
  const desk = await makeDesk();
  await fill(desk, rows);
  const workspaceId = await idOf(desk);
  if (rows < MANY) await copied(workspaceId);
  const copy = await timed(rows, () => copied(workspaceId));
  const jsonl = await timed(rows, () => written(desk, 'jsonl'));
  const parquet = await timed(rows, () => written(desk, 'parquet'));
  const again = rows < MANY ? await timed(rows, () => copied(workspaceId)) : null;
  const base = Math.max(copy.rowsPerSecond, again?.rowsPerSecond ?? 0);
  const ratio = (of: { rowsPerSecond: number }): number => Number((of.rowsPerSecond / base).toFixed(2));
  const residentMb = Math.max(jsonl.residentMb, parquet.residentMb);
  return {
    name: 'export',
    rows,
    copy: { ...copy, rowsPerSecondAfter: again?.rowsPerSecond ?? null },
    jsonl: { ...jsonl, ratio: ratio(jsonl) },
    parquet: { ...parquet, ratio: ratio(parquet) },
    limits: LIMITS,
    isWithinLimits:
      ratio(jsonl) >= LIMITS.jsonl && ratio(parquet) >= LIMITS.parquet && residentMb < LIMITS.residentMb,
  };
}

function rowsAsked(): number {
  const i = process.argv.indexOf('--rows');
  const rows = i < 0 ? ROWS : Number(process.argv[i + 1]);
  if (!Number.isInteger(rows) || rows < ANNOTATIONS_IN_ARTICLE)
    throw new Error('--rows takes a whole number from 50');
  return rows;
}

async function idOf({ slug }: BenchDesk): Promise<string> {
  const { rows } = await pool().query<{ id: string }>('SELECT id FROM workspace WHERE slug = $1', [slug]);
  return rows[0]!.id;
}

/** Articles of numbered sentences, each of them a claim with a source. Made in the database: it takes seconds. */
async function fill(desk: BenchDesk, rows: number): Promise<void> {
  const workspaceId = await idOf(desk);
  const articles = Math.ceil(rows / ANNOTATIONS_IN_ARTICLE);
  await pool().query(
    `INSERT INTO source (id, workspace_id, name, folded_name, type)
     SELECT gen_random_uuid(), $1::uuid, 'Person ' || n, 'person ' || n, 'person' FROM generate_series(1, 100) n`,
    [workspaceId],
  );
  const fillEvery = async (lane: number): Promise<void> => {
    for (let from = lane * ARTICLES_AT_ONCE; from < articles; from += LANES * ARTICLES_AT_ONCE)
      await fillPart(
        workspaceId,
        desk.context.actor.userId,
        from,
        Math.min(ARTICLES_AT_ONCE, articles - from),
      );
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => fillEvery(lane)));
  await pool().query('ANALYZE');
}

const SENTENCE = `'No. ' || lpad(n::text, 4, '0') || ' says – that the rents 📈 in the harbour rose by a third last year. '`;
/** Code points of a sentence, its last blank included, and of the marked part of it. */
const [SENTENCE_LENGTH, MARK_START, MARK_END] = [72, 16, 70];

async function fillPart(workspaceId: string, author: string, from: number, count: number): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `CREATE TEMP TABLE part ON COMMIT DROP AS SELECT gen_random_uuid() AS article, gen_random_uuid() AS revision, m AS number,
         (SELECT string_agg(${SENTENCE}, '' ORDER BY n) FROM generate_series(1, ${ANNOTATIONS_IN_ARTICLE}) n) || m AS text
       FROM generate_series($1::int, $2::int) m`,
      [from + 1, from + count],
    );
    await client.query(
      `INSERT INTO article (id, workspace_id, title, publisher, published_at, published_at_precision, published_at_basis, language)
       SELECT article, $1::uuid, 'Article ' || number, 'The Harbour Post', DATE '2025-01-01' + number % 365, 'day', 'stated', 'en' FROM part`,
      [workspaceId],
    );
    await client.query(
      `INSERT INTO revision (id, article_id, number, text, sha256, length, regions, signature, bands)
       SELECT revision, article, 1, text, encode(sha256(convert_to(text, 'UTF8')), 'hex'), char_length(text), '[]', '{}', '{}' FROM part`,
    );
    await client.query('UPDATE article SET current_revision_id = revision FROM part WHERE id = article');
    await client.query(
      `CREATE TEMP TABLE mark ON COMMIT DROP AS SELECT gen_random_uuid() AS id, article, revision, text, n,
         (n - 1) * ${SENTENCE_LENGTH} + ${MARK_START} AS start_cp, (n - 1) * ${SENTENCE_LENGTH} + ${MARK_END} AS end_cp
       FROM part, generate_series(1, ${ANNOTATIONS_IN_ARTICLE}) n`,
    );
    await client.query(
      `INSERT INTO annotation (id, article_id, kind, status, revision_id, anchor_state, tags, author_id, seq, request_hash, claim_normalized)
       SELECT id, article, 'claim', 'unverified', revision, 'exact', '{rents,harbour}', $1::uuid, n, 'x', 'Rents rose by a third.' FROM mark`,
      [author],
    );
    await client.query(
      `INSERT INTO anchor (annotation_id, revision_id, state) SELECT id, revision, 'exact' FROM mark`,
    );
    await client.query(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       SELECT id, revision, 0, start_cp, end_cp, substr(text, start_cp + 1, end_cp - start_cp),
         substr(text, greatest(0, start_cp - 32) + 1, least(32, start_cp)), substr(text, end_cp + 1, 32) FROM mark`,
    );
    await client.query(
      `INSERT INTO attribution_hop (annotation_id, position, source_id, cue, mode)
       SELECT m.id, 0, s.id, 'says', 'named' FROM mark m JOIN source s
         ON s.workspace_id = $1::uuid AND s.folded_name = 'person ' || (1 + m.n % 100)`,
      [workspaceId],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

/** The peer: what Postgres itself sends of the same rows. The driver drops what it receives. */
async function copied(workspaceId: string): Promise<void> {
  const { annotations } = selectionSql(wholeWorkspace(workspaceId));
  const rows = annotationRecordsWhere(annotations).replaceAll('$1::uuid', `'${workspaceId}'::uuid`);
  await pool().query(`COPY (SELECT row_to_json(copied) FROM (${rows}) copied) TO STDOUT`);
}

async function written({ slug, context }: BenchDesk, format: string): Promise<void> {
  const file = await exportWorkspace(context, { slug, query: { format } });
  if (!file.ok) throw new Error(file.error.message);
  const nowhere = createWriteStream('/dev/null');
  await once(nowhere, 'open');
  await pipeline(file.value.body, nowhere);
}

async function timed(rows: number, work: () => Promise<void>) {
  let resident = 0;
  const look = (): void => void (resident = Math.max(resident, process.memoryUsage().rss));
  const looking = setInterval(look, 50);
  const since = performance.now();
  try {
    await work();
  } finally {
    clearInterval(looking);
    look();
  }
  const seconds = (performance.now() - since) / 1_000;
  return {
    seconds: Number(seconds.toFixed(2)),
    rowsPerSecond: Math.round(rows / seconds),
    residentMb: Math.round(resident / 1_048_576),
  };
}
