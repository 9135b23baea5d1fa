import 'server-only';
import type { Excerpt } from '@/lib/domain/excerpt';
import type { Span } from '@/lib/domain/span';
import type { AnchorState, Status } from '@/lib/domain/vocabulary';
import { columnsFromPlaces, type HopPlaces } from './annotations';
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

/** What a new revision makes of the places of an annotation's hops. */
export interface CarriedHop extends HopPlaces {
  annotationId: string;
  position: number;
}

/** Writes where the cues and names of attributions stand in a new revision; those that it does not have stand nowhere. */
export async function updateCarriedHops(tx: Database, hops: readonly CarriedHop[]): Promise<void> {
  if (hops.length === 0) return;
  await tx.$executeRawUnsafe(
    `UPDATE attribution_hop h SET spans_revision_id = r."spansRevisionId", cue_start_cp = r."cueStart", cue_end_cp = r."cueEnd",
       cue_exact = r."cueExact", name_start_cp = r."nameStart", name_end_cp = r."nameEnd", name_exact = r."nameExact"
     FROM json_to_recordset($1::json) AS r ("annotationId" uuid, position int, "spansRevisionId" uuid, "cueStart" int,
       "cueEnd" int, "cueExact" text, "nameStart" int, "nameEnd" int, "nameExact" text)
     WHERE h.annotation_id = r."annotationId" AND h.position = r.position`,
    JSON.stringify(
      hops.map(({ annotationId, position, ...places }) => ({
        annotationId,
        position,
        ...columnsFromPlaces(places),
      })),
    ),
  );
}
