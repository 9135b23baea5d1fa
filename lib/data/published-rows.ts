import 'server-only';
import {
  type FactCheckContent,
  factCheckContentSchema,
  type FactCheckVersion,
} from '@/lib/domain/fact-check';
import type { ExportedFactCheck } from '@/lib/export/records';
import { instant } from './instant';
import { type Selection, type SelectionSql, selectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** Every fact check of what is exported, with all its versions, the oldest first. */
export async function* readFactChecks(
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
): AsyncGenerator<ExportedFactCheck> {
  const rows = streamed<ExportedFactCheck>(
    snapshot,
    `SELECT f.id, f.annotation_id AS "annotationId", f.state, f.version, ${instant('f.created_at')} AS "publishedAt",
       ${instant('f.updated_at')} AS "updatedAt",
       (SELECT json_agg(json_build_object('number', v.number, 'change', v.change, 'note', v.note,
           'verificationId', v.verification_id, 'content', v.content, 'author', json_build_object('id', u.id, 'name', u.name),
           'createdAt', ${instant('v.created_at')}) ORDER BY v.number)
         FROM fact_check_version v JOIN app_user u ON u.id = v.author_id WHERE v.fact_check_id = f.id) AS versions
     FROM fact_check f JOIN annotation a ON a.id = f.annotation_id
     WHERE f.workspace_id = $1::uuid AND ${isPart ? annotations : 'a.deleted_at IS NULL'} ORDER BY f.created_at, f.id`,
    [...values],
    50,
  );
  for await (const row of rows) yield { ...row, versions: row.versions.map(versionInOrder) };
}

/** The database does not keep the order of keys; the schema does. */
const versionInOrder = (version: FactCheckVersion): FactCheckVersion => ({
  ...version,
  content: version.content && factCheckContentSchema.parse(version.content),
});

/** What is public now, the oldest first. */
export interface PublishedRow {
  id: string;
  content: FactCheckContent;
  publishedAt: string;
  updatedAt: string;
  corrections: { at: string; reason: string }[];
}

export async function* readPublished(snapshot: Snapshot, selection: Selection): AsyncGenerator<PublishedRow> {
  const { annotations, values, isPart } = selectionSql(selection);
  const rows = streamed<PublishedRow>(
    snapshot,
    `SELECT f.id, shown.content, ${instant('f.created_at')} AS "publishedAt", ${instant('f.updated_at')} AS "updatedAt",
       (SELECT coalesce(json_agg(json_build_object('at', ${instant('c.created_at')}, 'reason', c.note) ORDER BY c.number), '[]')
         FROM fact_check_version c WHERE c.fact_check_id = f.id AND c.change = 'corrected') AS corrections
     FROM fact_check f CROSS JOIN LATERAL (SELECT v.content FROM fact_check_version v
       WHERE v.fact_check_id = f.id AND v.content IS NOT NULL ORDER BY v.number DESC LIMIT 1) shown
     WHERE f.workspace_id = $1::uuid AND f.state = 'published'
       AND EXISTS (SELECT 1 FROM annotation a WHERE a.id = f.annotation_id ${isPart ? `AND ${annotations}` : ''})
     ORDER BY f.created_at, f.id`,
    [...values],
  );
  for await (const row of rows) yield { ...row, content: factCheckContentSchema.parse(row.content) };
}
