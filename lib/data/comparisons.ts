import 'server-only';
import type { Region } from '@/lib/domain/region';
import type { Database } from './database';
import { SHOWN_ANNOTATION } from './statements';

/** What is still to be compared: the text of an article with annotations, or an annotation with the articles. */
export type DueComparison =
  { what: 'revision'; id: string; articleId: string } | { what: 'annotation'; id: string; articleId: string };

const DUE_REVISIONS = `SELECT 'revision' AS what, r.id, t.id AS "articleId", r.created_at
  FROM article t JOIN revision r ON r.id = t.current_revision_id
  WHERE t.workspace_id = $1::uuid
    AND NOT EXISTS (SELECT 1 FROM compared_revision c WHERE c.revision_id = r.id AND c.way = $2)`;
const DUE_ANNOTATIONS = `SELECT 'annotation' AS what, a.id, a.article_id AS "articleId", a.created_at
  FROM annotation a JOIN article t ON t.id = a.article_id
  WHERE t.workspace_id = $1::uuid AND ${SHOWN_ANNOTATION} AND a.anchor_state <> 'orphaned'
    AND NOT EXISTS (SELECT 1 FROM compared_annotation c WHERE c.annotation_id = a.id AND c.version = a.version AND c.way = $2)`;

/** The next comparisons, texts first: annotations that have not been compared yet find those texts by themselves. */
export async function listDueComparisons(
  db: Database,
  workspaceId: string,
  way: number,
  limit: number,
): Promise<DueComparison[]> {
  return db.$queryRawUnsafe<DueComparison[]>(
    `SELECT what, id, "articleId" FROM (${DUE_REVISIONS} UNION ALL ${DUE_ANNOTATIONS}) due
     ORDER BY what DESC, created_at, id LIMIT $3`,
    workspaceId,
    way,
    limit,
  );
}

export async function countDueComparisons(db: Database, workspaceId: string, way: number): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (${DUE_REVISIONS} UNION ALL ${DUE_ANNOTATIONS}) due`,
    workspaceId,
    way,
  );
  return row!.count;
}

/** Annotations among those named that have been compared already: the others will be, with all articles. */
export async function listCompared(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.comparedAnnotation.findMany({
    where: { annotationId: { in: [...ids] } },
    select: { annotationId: true },
  });
  return new Set(rows.map(({ annotationId }) => annotationId));
}

/** Where no annotation of a workspace has been compared yet, its texts need not be: all of them are marked at once. */
export async function markTextsWhereNothingWasCompared(
  db: Database,
  workspaceId: string,
  way: number,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO compared_revision (revision_id, way)
    SELECT t.current_revision_id, ${way}::int FROM article t
    WHERE t.workspace_id = ${workspaceId}::uuid AND t.current_revision_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM compared_annotation c JOIN annotation a ON a.id = c.annotation_id
        JOIN article o ON o.id = a.article_id WHERE o.workspace_id = ${workspaceId}::uuid)
    ON CONFLICT (revision_id) DO UPDATE SET way = EXCLUDED.way`;
}

export async function markCompared(
  tx: Database,
  done: { what: 'revision'; id: string } | { what: 'annotation'; id: string; version: number },
  way: number,
): Promise<void> {
  if (done.what === 'revision')
    await tx.$executeRaw`
      INSERT INTO compared_revision (revision_id, way) VALUES (${done.id}::uuid, ${way}::int)
      ON CONFLICT (revision_id) DO UPDATE SET way = EXCLUDED.way`;
  else
    await tx.$executeRaw`
      INSERT INTO compared_annotation (annotation_id, version, way) VALUES (${done.id}::uuid, ${done.version}::int, ${way}::int)
      ON CONFLICT (annotation_id) DO UPDATE SET version = EXCLUDED.version, way = EXCLUDED.way`;
}

export async function findWorkspaceIdOf(db: Database, articleId: string): Promise<string | null> {
  const row = await db.article.findUnique({ where: { id: articleId }, select: { workspaceId: true } });
  return row?.workspaceId ?? null;
}

export async function listRegionsOf(db: Database, revisionId: string): Promise<Region[]> {
  const row = await db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { regions: true } });
  return row.regions as unknown as Region[];
}
