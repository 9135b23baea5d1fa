import 'server-only';
import type { FullAnnotation } from '@/lib/domain/full-annotation';
import type { Kind } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

/** Whatever was declared of an article's revisions, the newest first; `standing`: what is not taken back, of the current one. */
export function listFullAnnotations(
  db: Database,
  articleId: string,
  which: 'standing' | 'all',
): Promise<FullAnnotation[]> {
  return db.$queryRawUnsafe<FullAnnotation[]>(
    `SELECT f.id, f.article_id AS "articleId", f.revision_id AS "revisionId", f.kind,
       json_build_object('id', u.id, 'name', u.name) AS by, ${instant('f.declared_at')} AS "declaredAt",
       ${instant('f.withdrawn_at')} AS "withdrawnAt"
     FROM full_annotation f JOIN app_user u ON u.id = f.user_id JOIN article t ON t.id = f.article_id
     WHERE f.article_id = $1::uuid
       ${which === 'standing' ? 'AND f.withdrawn_at IS NULL AND f.revision_id = t.current_revision_id' : ''}
     ORDER BY f.declared_at DESC, f.id DESC`,
    articleId,
  );
}

/** The kinds that somebody's declarations on a revision stand for. */
export async function listDeclaredKinds(
  tx: Database,
  { revisionId, userId }: { revisionId: string; userId: string },
): Promise<Kind[]> {
  const rows = await tx.$queryRaw<{ kind: Kind }[]>`
    SELECT kind FROM full_annotation
    WHERE revision_id = ${revisionId}::uuid AND user_id = ${userId}::uuid AND withdrawn_at IS NULL`;
  return rows.map(({ kind }) => kind);
}

/** Whether the revision is that of the article which is read now. */
export async function isCurrentRevision(
  tx: Database,
  articleId: string,
  revisionId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM article WHERE id = ${articleId}::uuid AND current_revision_id = ${revisionId}::uuid`;
  return rows.length > 0;
}

export async function insertFullAnnotations(
  tx: Database,
  of: { articleId: string; revisionId: string; userId: string; now: Date },
  declared: readonly { id: string; kind: Kind }[],
): Promise<void> {
  if (declared.length === 0) return;
  await tx.$executeRawUnsafe(
    `INSERT INTO full_annotation (id, article_id, revision_id, user_id, kind, declared_at)
     SELECT n.id, $2::uuid, $3::uuid, $4::uuid, n.kind, $5::timestamptz
     FROM json_to_recordset($1::json) AS n (id uuid, kind text)`,
    JSON.stringify(declared),
    of.articleId,
    of.revisionId,
    of.userId,
    of.now,
  );
}

export async function withdrawFullAnnotations(
  tx: Database,
  of: { revisionId: string; userId: string; now: Date },
  kinds: readonly Kind[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE full_annotation SET withdrawn_at = ${of.now}::timestamptz
    WHERE revision_id = ${of.revisionId}::uuid AND user_id = ${of.userId}::uuid AND withdrawn_at IS NULL
      AND kind = ANY(${kinds}::text[])`;
}
