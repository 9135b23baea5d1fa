import 'server-only';

/** The JSON of a `ShownStatement` for `annotation a`. */
export const ANNOTATION_STATEMENT = `json_build_object('annotationId', a.id, 'kind', a.kind, 'status', a.status,
  'words', coalesce((SELECT string_agg(s.exact, ' … ' ORDER BY s.position) FROM anchor_span s
    WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id), ''),
  'source', (SELECT json_build_object('id', so.id, 'name', so.name, 'type', so.type) FROM attribution_hop h
    JOIN source so ON so.id = h.source_id WHERE h.annotation_id = a.id AND h.position = 0),
  'articleId', a.article_id, 'revisionId', a.revision_id,
  'start', coalesce((SELECT min(s.start_cp) FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id), 0),
  'end', coalesce((SELECT max(s.end_cp) FROM anchor_span s WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id), 0),
  'article', (SELECT json_build_object('title', t.title, 'publisher', t.publisher, 'publishedAt', t.published_at::text)
    FROM article t WHERE t.id = a.article_id))`;

/** The JSON of a `ShownStatement` for a passage of `revision r`, whose ends are the SQL given. */
export const passageStatement = (start: string, end: string): string => `json_build_object(
  'annotationId', NULL, 'kind', NULL, 'status', NULL, 'words', substr(r.text, ${start} + 1, ${end} - ${start}), 'source', NULL,
  'articleId', r.article_id, 'revisionId', r.id, 'start', ${start}, 'end', ${end},
  'article', (SELECT json_build_object('title', t.title, 'publisher', t.publisher, 'publishedAt', t.published_at::text)
    FROM article t WHERE t.id = r.article_id))`;

/** An annotation that is shown: of the shared layer, and not deleted. */
export const SHOWN_ANNOTATION = `a.layer = 'shared' AND a.deleted_at IS NULL`;
