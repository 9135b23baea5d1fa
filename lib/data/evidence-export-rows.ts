import 'server-only';
import type { ExportedCapture, ExportedCopy, ExportedReply } from '@/lib/export/records';
import { CAPTURE_IN_SIGHT, COPY_IN_SIGHT } from './in-sight';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

/** The evidence of decisions on what is exported; of a part nothing else that was kept comes along. */
const ofTheirs = (captureId: string, annotations: string): string => `EXISTS (SELECT 1 FROM evidence e
  JOIN verification v ON v.id = e.verification_id JOIN annotation a ON a.id = v.annotation_id
  WHERE e.capture_id = ${captureId} AND ${annotations})`;

/** Stored copies by creation; texts are read only where they are asked for. */
export const readCopies = (
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
  withText: boolean,
): AsyncIterable<ExportedCopy> =>
  streamed(
    snapshot,
    `SELECT c.id, c.bytes_sha256 AS "bytesSha256", c.byte_length AS "byteLength", c.media_type AS "mediaType",
       c.text_sha256 AS "textSha256", c.title, c.published_at::text AS "publishedAt", c.has_file AS "hasFile",
       ${instant('c.created_at')} AS "createdAt", ${withText ? 'c.text' : 'NULL::text'} AS text
     FROM stored_copy c WHERE c.workspace_id = $1::uuid AND ${
       isPart
         ? `EXISTS (SELECT 1 FROM capture k WHERE k.copy_id = c.id AND ${ofTheirs('k.id', annotations)})`
         : COPY_IN_SIGHT
     } ORDER BY c.created_at, c.id`,
    [...values],
    withText ? 4 : 100,
  );

/** Captures by creation. */
export const readCaptures = (
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
): AsyncIterable<ExportedCapture> =>
  streamed(
    snapshot,
    `SELECT k.id, k.kind, k.url, k.file_name AS "fileName", k.state, k.failure, k.final_url AS "finalUrl",
       ${instant('k.captured_at')} AS "capturedAt", k.copy_id AS "copyId", ${instant('k.created_at')} AS "createdAt",
       json_build_object('id', u.id, 'name', u.name) AS "capturedBy"
     FROM capture k JOIN app_user u ON u.id = k.actor_id WHERE k.workspace_id = $1::uuid AND ${CAPTURE_IN_SIGHT}
       ${isPart ? `AND ${ofTheirs('k.id', annotations)}` : ''} ORDER BY k.created_at, k.id`,
    [...values],
  );

/** The entries of the right of reply on what is exported, by time. */
export const readReplies = (
  snapshot: Snapshot,
  { annotations, values }: SelectionSql,
): AsyncIterable<ExportedReply> =>
  streamed(
    snapshot,
    `SELECT r.id, r.annotation_id AS "annotationId", r.kind, r.request_id AS "requestId", r.source_id AS "sourceId",
       r.asked_name AS name, r.way, r.day::text AS day, r.deadline::text AS deadline, r.words, r.seq,
       json_build_object('id', u.id, 'name', u.name) AS "loggedBy", ${instant('r.created_at')} AS "createdAt"
     FROM reply_entry r JOIN app_user u ON u.id = r.actor_id JOIN annotation a ON a.id = r.annotation_id
     WHERE ${annotations} ORDER BY r.created_at, r.annotation_id, r.seq`,
    [...values],
  );
