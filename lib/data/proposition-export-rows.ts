import 'server-only';
import type { ExportedLink, ExportedProposition, ExportedSettling } from '@/lib/export/records';
import { LINK_IN_SIGHT, PROPOSITION_IN_SIGHT } from './in-sight';
import { instant } from './instant';
import type { SelectionSql } from './selection';
import type { Snapshot } from './snapshot';
import { streamed } from './streamed-rows';

const PERSON = (id: string): string =>
  `(SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = ${id})`;

/** Propositions that an annotation is or was in; of a part they name its own annotations alone. */
const withMembers = (
  propositionId: string,
  annotations: string,
): string => `EXISTS (SELECT 1 FROM proposition_member m
  JOIN annotation a ON a.id = m.annotation_id WHERE m.proposition_id = ${propositionId} AND ${annotations})`;

/** Propositions by creation, deleted ones left out, with all annotations that were ever in them. */
export const readPropositions = (
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
): AsyncIterable<ExportedProposition> =>
  streamed(
    snapshot,
    `SELECT p.id, p.words, p.version, ${PERSON('p.author_id')} AS author, ${instant('p.created_at')} AS "createdAt",
       ${instant('p.updated_at')} AS "updatedAt",
       (SELECT coalesce(json_agg(json_build_object('annotationId', m.annotation_id, 'addedBy', ${PERSON('m.added_by_id')},
           'addedAt', ${instant('m.added_at')}, 'removedBy', ${PERSON('m.removed_by_id')},
           'removedAt', ${instant('m.removed_at')}) ORDER BY m.added_at, m.annotation_id, m.id), '[]')
         FROM proposition_member m JOIN annotation a ON a.id = m.annotation_id
         WHERE m.proposition_id = p.id AND ${annotations}) AS members
     FROM proposition p WHERE p.workspace_id = $1::uuid AND p.deleted_at IS NULL AND ${PROPOSITION_IN_SIGHT}
       ${isPart ? `AND ${withMembers('p.id', annotations)}` : ''} ORDER BY p.created_at, p.id`,
    [...values],
  );

const SIDE = (side: string): string => `(SELECT json_build_object('propositionId', s.proposition_id,
  'annotationId', (SELECT a.id FROM annotation a WHERE a.id = s.annotation_id AND a.deleted_at IS NULL),
  'revisionId', s.revision_id, 'span', CASE WHEN s.start_cp IS NOT NULL
    THEN json_build_object('start', s.start_cp, 'end', s.end_cp) END)
  FROM link_side s WHERE s.link_id = l.id AND s.side = '${side}')`;

/** Links by creation: what a person proposed, or has decided. What only the machine proposes is left out. */
export const readLinks = (
  snapshot: Snapshot,
  { annotations, values, isPart }: SelectionSql,
): AsyncIterable<ExportedLink> =>
  streamed(
    snapshot,
    `SELECT l.id, l.type AS "linkType", l.state, l.fingerprint, l.origin, l.reason, l.score, l.version, ${SIDE('from')} AS "from", ${SIDE('to')} AS "to",
       ${PERSON('l.proposed_by_id')} AS "proposedBy", ${instant('l.created_at')} AS "createdAt",
       ${PERSON('l.decided_by_id')} AS "decidedBy", ${instant('l.decided_at')} AS "decidedAt"
     FROM proposition_link l WHERE l.workspace_id = $1::uuid AND (l.origin = 'person' OR l.state <> 'proposed') AND ${LINK_IN_SIGHT}
       AND NOT EXISTS (SELECT 1 FROM link_side s JOIN proposition p ON p.id = s.proposition_id
         WHERE s.link_id = l.id AND p.deleted_at IS NOT NULL)
       ${
         isPart
           ? `AND EXISTS (SELECT 1 FROM link_side o WHERE o.link_id = l.id AND ${withMembers('o.proposition_id', annotations)})`
           : ''
       }
     ORDER BY l.created_at, l.id`,
    [...values],
  );

/** Passages that somebody has dismissed as settling nothing, by creation. */
export const readSettling = (
  snapshot: Snapshot,
  { annotations, values }: SelectionSql,
): AsyncIterable<ExportedSettling> =>
  streamed(
    snapshot,
    `SELECT x.id, x.annotation_id AS "annotationId", x.revision_id AS "revisionId",
       json_build_object('start', x.start_cp, 'end', x.end_cp) AS span, x.score, x.reasons, x.fingerprint, x.state,
       ${PERSON('x.decided_by_id')} AS "decidedBy", ${instant('x.decided_at')} AS "decidedAt",
       ${instant('x.created_at')} AS "createdAt"
     FROM settling_proposal x JOIN annotation a ON a.id = x.annotation_id
     WHERE ${annotations} AND x.state = 'dismissed' ORDER BY x.created_at, x.id`,
    [...values],
  );
