import 'server-only';
import type { ExportedAnchor, ExportedPass, ExportedVerification } from '@/lib/export/records';
import { annotationRecordsWhere } from './annotation-records';
import { annotationFromRow, type AnnotationRow } from './annotation-rows';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { verificationRecordsWhere } from './verification-records';

type PassRow = Omit<ExportedPass, 'annotations' | 'verifications'> & { revealedMicros: string };

const PASSES_AT_ONCE = 200;

/**
 * The revealed passes on a selection's articles with what is in them, by the moment of the reveal. Those on an article that
 * somebody still annotates blind are left out, because they would tell that person. A pass at a time is in memory.
 */
export async function* readPasses(snapshot: Snapshot, sql: SelectionSql): AsyncGenerator<ExportedPass> {
  for await (const { revealedMicros: _order, ...pass } of readPassRows(snapshot, sql)) {
    await enter(snapshot, pass.id);
    try {
      const ofPass = `a.layer = $1 AND a.deleted_at IS NULL`;
      const annotations = await snapshot.query<AnnotationRow & { anchors: ExportedAnchor[] }>(
        annotationRecordsWhere(ofPass),
        [pass.id],
      );
      const verifications = await snapshot.query<ExportedVerification>(verificationRecordsWhere(ofPass), [
        pass.id,
      ]);
      yield {
        ...pass,
        annotations: annotations.rows.map((row) => ({ ...annotationFromRow(row), anchors: row.anchors })),
        verifications: verifications.rows,
      };
    } finally {
      await enter(snapshot, '');
    }
  }
}

/** What the views show beside the shared layer until it is changed: one pass, or with an empty name nothing. */
const enter = (snapshot: Snapshot, passId: string): Promise<unknown> =>
  snapshot.query(`SELECT set_config('touchstone.pass', $1, true)`, [passId]);

async function* readPassRows(snapshot: Snapshot, sql: SelectionSql): AsyncGenerator<PassRow> {
  const next = sql.values.length;
  let after: PassRow | undefined;
  do {
    const { rows } = await snapshot.query<PassRow>(
      `SELECT p.id, p.article_id AS "articleId", p.revision_id AS "revisionId", p.seq, p.complete_kinds AS "completeKinds",
         json_build_object('id', u.id, 'name', u.name) AS annotator, ${instant('p.opened_at')} AS "openedAt",
         ${instant('p.submitted_at')} AS "submittedAt", ${instant('p.revealed_at')} AS "revealedAt",
         CASE WHEN by.id IS NOT NULL THEN json_build_object('id', by.id, 'name', by.name) END AS "revealedBy",
         p.revealed_at::text AS "revealedMicros"
       FROM pass p JOIN article t ON t.id = p.article_id JOIN app_user u ON u.id = p.annotator_id
         LEFT JOIN app_user by ON by.id = p.revealed_by_id
       WHERE ${sql.articles} AND p.state = 'revealed'
         AND NOT EXISTS (SELECT 1 FROM pass blind WHERE blind.article_id = t.id AND blind.state = 'open')
         AND ($${next + 1}::timestamptz IS NULL OR (p.revealed_at, p.id) > ($${next + 1}::timestamptz, $${next + 2}::uuid))
       ORDER BY p.revealed_at, p.id LIMIT ${PASSES_AT_ONCE}`,
      [...sql.values, after?.revealedMicros ?? null, after?.id ?? null],
    );
    yield* rows;
    after = rows.length === PASSES_AT_ONCE ? rows.at(-1) : undefined;
  } while (after);
}
