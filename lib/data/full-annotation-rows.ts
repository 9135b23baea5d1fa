import 'server-only';
import type { FullAnnotation } from '@/lib/domain/full-annotation';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** What was declared annotated in full in the shared layer, also what was taken back, by time. */
export const readFullAnnotations = (
  snapshot: Snapshot,
  { articles, values }: SelectionSql,
): AsyncIterable<FullAnnotation> =>
  streamed(
    snapshot,
    `SELECT f.id, f.article_id AS "articleId", f.revision_id AS "revisionId", f.kind,
       json_build_object('id', u.id, 'name', u.name) AS by, ${instant('f.declared_at')} AS "declaredAt",
       ${instant('f.withdrawn_at')} AS "withdrawnAt"
     FROM full_annotation f JOIN article t ON t.id = f.article_id JOIN app_user u ON u.id = f.user_id
     WHERE ${articles} AND t.id <> ALL (blind_articles()) ORDER BY f.declared_at, f.id`,
    [...values],
  );
