import 'server-only';
import type { Excerpt } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { AnchorState, Status } from '@/lib/domain/vocabulary';
import type { Database } from './database';

/** Where one annotation lies in a new revision, and the number of the event that says so. */
export interface CarriedRow {
  annotationId: string;
  seq: number;
  state: AnchorState;
  spans: readonly (Span & Excerpt)[];
  status: Status;
  recheckSince: number | null;
}

/**
 * Writes what a new revision makes of its article's annotations, all of them at once: three statements whatever their
 * number, so that the check of the spans reads the text once. An orphan keeps the revision that last held its words.
 */
export async function insertCarried(
  tx: Database,
  revisionId: string,
  rows: readonly CarriedRow[],
  now: Date,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO anchor (annotation_id, revision_id, state)
     SELECT r."annotationId", $2::uuid, r.state FROM json_to_recordset($1::json) AS r ("annotationId" uuid, state text)`,
    JSON.stringify(rows.map(({ annotationId, state }) => ({ annotationId, state }))),
    revisionId,
  );
  const spans = rows.flatMap(({ annotationId, spans }) =>
    spans.map((span, position) => ({ annotationId, position, ...span })),
  );
  if (spans.length > 0)
    await tx.$executeRawUnsafe(
      `INSERT INTO anchor_span (annotation_id, revision_id, position, start_cp, end_cp, exact, prefix, suffix)
       SELECT s."annotationId", $2::uuid, s.position, s.start, s."end", s.exact, s.prefix, s.suffix
       FROM json_to_recordset($1::json) AS s ("annotationId" uuid, position int, start int, "end" int, exact text,
         prefix text, suffix text)`,
      JSON.stringify(spans),
      revisionId,
    );
  await tx.$executeRawUnsafe(
    `UPDATE annotation a SET version = a.version + 1, seq = r.seq, updated_at = $3::timestamptz, anchor_state = r.state,
       revision_id = CASE WHEN r.state = 'orphaned' THEN a.revision_id ELSE $2::uuid END,
       status = r.status, recheck_since = r."recheckSince"
     FROM json_to_recordset($1::json) AS r ("annotationId" uuid, seq int, state text, status text, "recheckSince" int)
     WHERE a.id = r."annotationId"`,
    JSON.stringify(rows.map(({ spans: _, ...row }) => row)),
    revisionId,
    now.toISOString(),
  );
}
