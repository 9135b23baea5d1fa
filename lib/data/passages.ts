import 'server-only';
import type { Region } from '@/lib/domain/region';
import type { Span } from '@/lib/domain/span';
import type { Database } from './database';

/** How a passage's words are stemmed. Names and numbers, which decide most, are the same in every language. */
const LANGUAGE = 'english';

export interface NewPassage extends Span {
  searchForm: string;
}

/** Replaces the passages of an article by those of its current revision, which is marked as searchable. */
export async function replacePassages(
  tx: Database,
  revision: { id: string; articleId: string; workspaceId: string; version: number },
  passages: readonly NewPassage[],
): Promise<void> {
  const { id, articleId, workspaceId, version } = revision;
  await tx.$executeRaw`DELETE FROM passage WHERE article_id = ${articleId}::uuid`;
  await tx.$executeRawUnsafe(
    `INSERT INTO passage (revision_id, position, article_id, workspace_id, start_cp, end_cp, search_form, lexemes)
     SELECT $2::uuid, p.position, $3::uuid, $4::uuid, p.start, p."end", p."searchForm",
       to_tsvector('${LANGUAGE}', p."searchForm")
     FROM json_to_recordset($1::json) AS p (position int, start int, "end" int, "searchForm" text)`,
    JSON.stringify(passages.map((passage, position) => ({ position, ...passage }))),
    id,
    articleId,
    workspaceId,
  );
  await tx.$executeRaw`UPDATE revision SET passages_version = ${version}::int WHERE id = ${id}::uuid`;
}

/** Current revisions of a workspace whose passages were made in an older way, or not yet. */
export async function listRevisionsWithoutPassages(
  db: Database,
  workspaceId: string,
  version: number,
): Promise<{ id: string; articleId: string; regions: Region[] }[]> {
  const rows = await db.$queryRaw<{ id: string; article_id: string; regions: Region[] }[]>`
    SELECT r.id, r.article_id, r.regions FROM revision r JOIN article t ON t.current_revision_id = r.id
    WHERE t.workspace_id = ${workspaceId}::uuid AND r.passages_version < ${version}::int ORDER BY r.id`;
  return rows.map((row) => ({ id: row.id, articleId: row.article_id, regions: row.regions }));
}

/** Whether a revision is its article's current one, and its passages are still to be made. */
export async function isWithoutPassages(tx: Database, revisionId: string, version: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM revision r JOIN article t ON t.current_revision_id = r.id
    WHERE r.id = ${revisionId}::uuid AND r.passages_version < ${version}::int`;
  return rows.length > 0;
}

/** Makes those who would make the same passages at once wait for each other. */
export async function lockPassages(tx: Database, articleId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('passages:' || ${articleId}, 0))`;
}

export interface FoundPassage extends Span {
  articleId: string;
  revisionId: string;
  title: string;
  publisher: string | null;
  publishedAt: string | null;
  score: number;
  shared: string[];
  names: string[];
  annotations: { id: string; kind: string; sourceIds: string[] }[];
}

/** Words by which passages are found; more are only weighed. */
const MOST_WORDS = 14;
/** Whoever counts further counts words that tell nothing. */
const MOST_COUNTED = 3_000;
/** How alike a name and words of a passage are that name the same (word similarity of trigrams). */
const ALIKE = 0.7;
/** Passages that are ranked. */
const MOST_FOUND = 400;

/**
 * The passages of a workspace's other articles that share words or names with what is looked for. Score: BM25
 * (Robertson and Zaragoza 2009, eq. 3.15, with k1 = 1.2, b = 0.4 and each word counted once), times the word's weight.
 * Where fewer than `least` share anything, others follow with score 0.
 */
export async function findPassages(
  db: Database,
  workspaceId: string,
  articleId: string,
  query: { parts: readonly { words: string; weight: number }[]; names: readonly string[]; least: number },
): Promise<FoundPassage[]> {
  return db.$queryRawUnsafe<FoundPassage[]>(
    `WITH asked AS MATERIALIZED (
       SELECT l.lexeme, max(p.weight) AS weight
       FROM json_to_recordset($3::json) AS p (words text, weight float), unnest(to_tsvector('${LANGUAGE}', p.words)) AS l
       GROUP BY l.lexeme
     ), size AS MATERIALIZED (
       SELECT count(*)::float AS passages, coalesce(avg(length(lexemes)), 1)::float AS mean
       FROM passage WHERE workspace_id = $1::uuid
     ), counted AS MATERIALIZED (
       SELECT asked.lexeme, quote_literal(asked.lexeme)::tsquery AS query, asked.weight, (
         SELECT count(*) FROM (SELECT 1 FROM passage p WHERE p.workspace_id = $1::uuid
           AND p.lexemes @@ quote_literal(asked.lexeme)::tsquery LIMIT ${MOST_COUNTED}) AS counted_ones) AS n
       FROM asked
     ), words AS MATERIALIZED (
       SELECT lexeme, query, weight * ln(1 + (size.passages - least(n, size.passages) + 0.5) / (n + 0.5)) AS worth
       FROM counted, size WHERE n > 0
     ), names AS MATERIALIZED (
       SELECT name FROM json_array_elements_text($4::json) AS name
     ), found AS MATERIALIZED (
       SELECT p.revision_id, p.position FROM passage p
       WHERE p.workspace_id = $1::uuid AND p.article_id <> $2::uuid AND p.lexemes @@ (
         SELECT string_agg(best.query::text, ' | ')::tsquery FROM (SELECT query FROM words ORDER BY worth DESC LIMIT ${MOST_WORDS}) AS best)
       UNION
       SELECT p.revision_id, p.position FROM names, passage p
       WHERE p.workspace_id = $1::uuid AND p.article_id <> $2::uuid AND names.name <% p.search_form
       UNION
       (SELECT p.revision_id, p.position FROM passage p
        WHERE p.workspace_id = $1::uuid AND p.article_id <> $2::uuid LIMIT $5::int)
     ), scored AS MATERIALIZED (
       SELECT p.*, coalesce(sum(words.worth) * 2.2 / (1 + 1.2 * (0.6 + 0.4 * length(p.lexemes) / (SELECT mean FROM size))), 0) AS score,
         coalesce(array_agg(words.lexeme ORDER BY words.worth DESC, words.lexeme) FILTER (WHERE words.lexeme IS NOT NULL), '{}') AS shared
       FROM found JOIN passage p USING (revision_id, position)
       LEFT JOIN LATERAL unnest(tsvector_to_array(p.lexemes)) AS has (lexeme) ON true
       LEFT JOIN words ON words.lexeme = has.lexeme
       GROUP BY p.revision_id, p.position
       ORDER BY score DESC, p.revision_id, p.position LIMIT ${MOST_FOUND}
     )
     SELECT s.article_id AS "articleId", s.revision_id AS "revisionId", s.start_cp AS start, s.end_cp AS "end",
       t.title, t.publisher, t.published_at::text AS "publishedAt", s.score, s.shared,
       coalesce((SELECT json_agg(name ORDER BY name) FROM names WHERE word_similarity(name, s.search_form) >= ${ALIKE}), '[]') AS names,
       coalesce((SELECT json_agg(json_build_object('id', a.id, 'kind', a.kind, 'sourceIds',
           coalesce((SELECT json_agg(h.source_id) FROM attribution_hop h WHERE h.annotation_id = a.id), '[]'))
           ORDER BY a.id)
         FROM annotation a WHERE a.article_id = s.article_id AND a.layer = 'shared' AND a.deleted_at IS NULL
           AND EXISTS (SELECT 1 FROM anchor_span x WHERE x.annotation_id = a.id AND x.revision_id = s.revision_id
             AND a.revision_id = s.revision_id AND x.start_cp < s.end_cp AND x.end_cp > s.start_cp)), '[]') AS annotations
     FROM scored s JOIN article t ON t.id = s.article_id
     ORDER BY s.score DESC, s.revision_id, s.position`,
    workspaceId,
    articleId,
    JSON.stringify(query.parts),
    JSON.stringify(query.names),
    query.least,
  );
}
