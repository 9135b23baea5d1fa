import 'server-only';
import { ANNOTATION_SELECT } from './annotation-rows';

/** Articles by creation, and in an article by place in the text. */
export const IN_ORDER = 'ORDER BY t.created_at, t.id, place.start_cp, x.id';
/** The annotations of a condition on `a`, to be put in that order. */
export const orderedAnnotations = (
  condition: string,
): string => `FROM (${ANNOTATION_SELECT} WHERE ${condition}) x
  JOIN article t ON t.id = x.article_id
  LEFT JOIN anchor_span place ON place.annotation_id = x.id AND place.revision_id = x.revision_id AND place.position = 0`;

/** One row for each annotation of the lossless form that satisfies a condition on `a`, with its anchors in every revision. */
export const annotationRecordsWhere = (condition: string): string =>
  `SELECT x.*, (SELECT coalesce(json_agg(json_build_object('revisionId', c.revision_id, 'state', c.state, 'spans',
          (SELECT coalesce(json_agg(json_build_object('start', s.start_cp, 'end', s.end_cp, 'exact', s.exact,
              'prefix', s.prefix, 'suffix', s.suffix) ORDER BY s.position), '[]')
            FROM anchor_span s WHERE s.annotation_id = c.annotation_id AND s.revision_id = c.revision_id))
          ORDER BY r.number), '[]')
        FROM anchor c JOIN revision r ON r.id = c.revision_id WHERE c.annotation_id = x.id) AS anchors
     ${orderedAnnotations(condition)} ${IN_ORDER}`;
