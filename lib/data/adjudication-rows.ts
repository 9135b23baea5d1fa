import 'server-only';
import type { ExportedAdjudication } from '@/lib/export/records';
import { IN_FORCE } from './adjudications';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

const PERSON = (id: string): string =>
  `(SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = ${id})`;

/**
 * The decisions on revealed passes of a selection's articles, by time, so that each comes after the one that it supersedes.
 * Those of articles that somebody still annotates blind are left out, as the passes are: they would tell that person.
 */
export async function* readAdjudications(
  snapshot: Snapshot,
  sql: SelectionSql,
): AsyncGenerator<ExportedAdjudication> {
  yield* streamed<ExportedAdjudication>(
    snapshot,
    `SELECT d.id, d.article_id AS "articleId", d.revision_id AS "revisionId", d.outcome,
       (SELECT coalesce(json_agg(json_build_object('annotationId', o.annotation_id, 'annotator', ${PERSON('p.annotator_id')},
           'isTaken', o.is_taken) ORDER BY o.annotation_id), '[]')
         FROM adjudication_origin o JOIN every_annotation mark ON mark.id = o.annotation_id JOIN pass p ON p.id = mark.pass_id
         WHERE o.adjudication_id = d.id) AS origins,
       (SELECT coalesce(json_agg(json_build_object('annotationId', r.annotation_id, 'isMade', r.is_made)
           ORDER BY r.annotation_id), '[]')
         FROM adjudication_result r JOIN annotation a ON a.id = r.annotation_id
         WHERE r.adjudication_id = d.id AND ${sql.annotations}) AS results,
       d.note, d.version, d.supersedes_id AS "supersedesId", ${IN_FORCE} AS "isInForce",
       ${PERSON('d.decided_by_id')} AS "decidedBy", ${instant('d.decided_at')} AS "decidedAt",
       CASE WHEN d.withdrawn_at IS NOT NULL THEN json_build_object('by', ${PERSON('d.withdrawn_by_id')},
         'at', ${instant('d.withdrawn_at')}) END AS withdrawn
     FROM adjudication d JOIN article t ON t.id = d.article_id
     WHERE ${sql.articles}
       AND NOT EXISTS (SELECT 1 FROM pass blind WHERE blind.article_id = t.id AND blind.state = 'open')
     ORDER BY d.decided_at, d.version, d.id`,
    [...sql.values],
  );
}
