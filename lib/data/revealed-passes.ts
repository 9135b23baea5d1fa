import 'server-only';
import type { RevealedPass } from '@/lib/domain/adjudication/adjudication-unit';
import { ANNOTATION_SELECT, annotationFromRow, type AnnotationRow } from './annotation-rows';
import type { Database } from './database';
import { instant } from './instant';
import { passVisibleTo } from './passes';

/** A revealed pass with what it holds and the text that it is of. */
export interface PassOfRevision extends RevealedPass {
  passId: string;
  articleId: string;
  revisionId: string;
  revisionNumber: number;
}

/** The annotations of a pass `p`: of their own layer, with the sources that the registry may not have yet. */
const ANNOTATIONS_OF_PASSES = ANNOTATION_SELECT.replace('FROM annotation a', 'FROM every_annotation a')
  .replace('JOIN source so', 'JOIN every_source so')
  .replace('FROM source named', 'FROM every_source named');

/** The revealed passes on articles, as far as the user may see them, with their annotations. */
export async function listPassesWithMarks(
  db: Database,
  { articleIds, userId }: { articleIds: readonly string[]; userId: string },
): Promise<PassOfRevision[]> {
  const passes = await db.$queryRawUnsafe<Omit<PassOfRevision, 'annotations'>[]>(
    `SELECT p.id AS "passId", p.article_id AS "articleId", p.revision_id AS "revisionId", r.number AS "revisionNumber",
       json_build_object('id', u.id, 'name', u.name) AS annotator, p.complete_kinds AS "completeKinds",
       ${instant('p.opened_at')} AS "openedAt", ${instant('p.revealed_at')} AS "revealedAt"
     FROM pass p JOIN revision r ON r.id = p.revision_id JOIN app_user u ON u.id = p.annotator_id
     WHERE p.article_id = ANY($1::uuid[]) AND p.state = 'revealed' AND ${passVisibleTo('$2')}
     ORDER BY r.number, p.revealed_at, p.opened_at, p.annotator_id`,
    [...articleIds],
    userId,
  );
  const rows = await db.$queryRawUnsafe<AnnotationRow[]>(
    `${ANNOTATIONS_OF_PASSES} WHERE a.pass_id = ANY($1::uuid[]) AND a.deleted_at IS NULL ORDER BY a.id`,
    passes.map(({ passId }) => passId),
  );
  const marks = new Map<string, AnnotationRow[]>(passes.map(({ passId }) => [passId, []]));
  for (const row of rows) marks.get(row.layer)!.push(row);
  return passes.map((pass) => ({ ...pass, annotations: marks.get(pass.passId)!.map(annotationFromRow) }));
}

/** Articles of a workspace on which passes were revealed, those with the latest reveal first; `limit + 1` of them. */
export function listArticlesWithPasses(
  db: Database,
  listing: {
    workspaceId: string;
    userId: string;
    articleIds: readonly string[] | null;
    limit: number;
    before: [revealedAt: string, id: string] | null;
  },
): Promise<{ articleId: string; title: string; revealedAt: string }[]> {
  const { workspaceId, userId, articleIds, limit, before } = listing;
  return db.$queryRawUnsafe(
    `SELECT t.id AS "articleId", t.title, ${instant('shown.revealed_at')} AS "revealedAt"
     FROM article t JOIN LATERAL (SELECT max(p.revealed_at) AS revealed_at FROM pass p
       WHERE p.article_id = t.id AND p.state = 'revealed' AND ${passVisibleTo('$2')}) shown ON shown.revealed_at IS NOT NULL
     WHERE t.workspace_id = $1::uuid AND ($4::uuid[] IS NULL OR t.id = ANY($4::uuid[]))
       ${before ? 'AND (shown.revealed_at, t.id) < ($5::timestamptz, $6::uuid)' : ''}
     ORDER BY shown.revealed_at DESC, t.id DESC LIMIT $3`,
    workspaceId,
    userId,
    limit + 1,
    articleIds && [...articleIds],
    ...(before ?? []),
  );
}
