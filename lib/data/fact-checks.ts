import 'server-only';
import {
  type FactCheck,
  type FactCheckContent,
  factCheckContentSchema,
  type FactCheckVersion,
} from '@/lib/domain/fact-check';
import type { FactCheckChange, FactCheckState } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';
import { COUNTS } from './verifications';

/** A fact check as it is stored; its public address is made of its id. */
export type StoredFactCheck = Omit<FactCheck, 'url'> & { workspaceId: string };

export interface NewFactCheckVersion {
  factCheckId: string;
  number: number;
  change: FactCheckChange;
  note: string | null;
  verificationId: string | null;
  content: FactCheckContent | null;
  authorId: string;
  now: Date;
}

/** What is public, or was last, of fact check `f`. */
const SHOWN = `LATERAL (SELECT v.content, v.verification_id FROM fact_check_version v
  WHERE v.fact_check_id = f.id AND v.content IS NOT NULL ORDER BY v.number DESC LIMIT 1) shown`;

/** The decision in force on annotation `a`. */
const IN_FORCE = `(SELECT v.id FROM verification v WHERE v.annotation_id = a.id AND ${COUNTS} ORDER BY v.seq DESC LIMIT 1)`;

/** How the published decision stands to the workspace's own. */
const STANDING = `CASE WHEN a.deleted_at IS NOT NULL THEN 'deleted' WHEN a.recheck_since IS NOT NULL THEN 'words_changed'
  WHEN a.status IN ('unverified', 'pending', 'in_review') THEN 'undecided'
  WHEN ${IN_FORCE} IS DISTINCT FROM shown.verification_id THEN 'decided_anew' ELSE 'current' END`;

const COLUMNS = `f.id, f.workspace_id AS "workspaceId", (SELECT w.slug FROM workspace w WHERE w.id = f.workspace_id) AS workspace, f.annotation_id AS "annotationId", a.article_id AS "articleId",
  f.state, f.version, shown.content, shown.verification_id AS "verificationId", ${STANDING} AS standing,
  (SELECT coalesce(json_agg(json_build_object('at', ${instant('c.created_at')}, 'reason', c.note) ORDER BY c.number), '[]')
    FROM fact_check_version c WHERE c.fact_check_id = f.id AND c.change = 'corrected') AS corrections,
  (SELECT count(*)::int FROM correction_request r WHERE r.fact_check_id = f.id AND r.state = 'open') AS "openRequests",
  ${instant('f.created_at')} AS "publishedAt", ${instant('f.updated_at')} AS "updatedAt"`;
const FROM = `FROM fact_check f JOIN annotation a ON a.id = f.annotation_id CROSS JOIN ${SHOWN}`;

/** Contents keep the order of their keys by the schema alone: the database does not. */
const withContent = <Row extends { content: unknown }>(row: Row): Row & { content: FactCheckContent } => ({
  ...row,
  content: factCheckContentSchema.parse(row.content),
});

async function select(db: Database, condition: string, ...values: unknown[]): Promise<StoredFactCheck[]> {
  const rows = await db.$queryRawUnsafe<StoredFactCheck[]>(
    `SELECT ${COLUMNS} ${FROM} ${condition}`,
    ...values,
  );
  return rows.map(withContent);
}

export async function findFactCheck(db: Database, id: string): Promise<StoredFactCheck | null> {
  return (await select(db, 'WHERE f.id = $1::uuid', id))[0] ?? null;
}

/** The fact check that an annotation has, whatever its state: there is never more than one. */
export async function findFactCheckOf(db: Database, annotationId: string): Promise<StoredFactCheck | null> {
  return (await select(db, 'WHERE f.annotation_id = $1::uuid', annotationId))[0] ?? null;
}

/** Makes every other change of the fact check wait until this transaction ends. */
export async function lockFactCheck(tx: Database, id: string): Promise<void> {
  await tx.$executeRawUnsafe('SELECT 1 FROM fact_check WHERE id = $1::uuid FOR UPDATE', id);
}

/** Makes a fact check unless its id or its annotation has one, also when two ask at once. Tells whether it was made. */
export async function insertFactCheck(
  tx: Database,
  row: { id: string; workspaceId: string; annotationId: string; now: Date },
): Promise<boolean> {
  const made = await tx.$executeRawUnsafe(
    `INSERT INTO fact_check (id, workspace_id, annotation_id, state, version, created_at, updated_at)
     VALUES ($1::uuid, $2::uuid, $3::uuid, 'published', 1, $4::timestamptz, $4::timestamptz) ON CONFLICT DO NOTHING`,
    row.id,
    row.workspaceId,
    row.annotationId,
    row.now,
  );
  return made > 0;
}

export async function updateFactCheck(
  tx: Database,
  id: string,
  change: { state: FactCheckState; version: number; now: Date },
): Promise<void> {
  await tx.factCheck.update({
    where: { id },
    data: { state: change.state, version: change.version, updatedAt: change.now },
  });
}

export async function insertFactCheckVersion(tx: Database, row: NewFactCheckVersion): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO fact_check_version (fact_check_id, number, change, note, verification_id, content, author_id, created_at)
     VALUES ($1::uuid, $2, $3, $4, $5::uuid, $6::jsonb, $7::uuid, $8::timestamptz)`,
    row.factCheckId,
    row.number,
    row.change,
    row.note,
    row.verificationId,
    row.content && JSON.stringify(row.content),
    row.authorId,
    row.now,
  );
}

/** The versions of a fact check, the newest first. */
export async function listFactCheckVersions(db: Database, factCheckId: string): Promise<FactCheckVersion[]> {
  const rows = await db.$queryRawUnsafe<FactCheckVersion[]>(
    `SELECT v.number, v.change, v.note, v.verification_id AS "verificationId", v.content,
       json_build_object('id', u.id, 'name', u.name) AS author, ${instant('v.created_at')} AS "createdAt"
     FROM fact_check_version v JOIN app_user u ON u.id = v.author_id
     WHERE v.fact_check_id = $1::uuid ORDER BY v.number DESC`,
    factCheckId,
  );
  return rows.map((row) => (row.content === null ? row : withContent(row)));
}

export interface FactCheckListing {
  workspaceId: string;
  state: FactCheckState | null;
  changedOnly: boolean;
  askedOnly: boolean;
  limit: number;
  before: [updatedAt: string, id: string] | null;
}

/** A workspace's fact checks, what was touched last first; `limit + 1` rows. */
export const listFactCheckRows = (db: Database, listing: FactCheckListing): Promise<StoredFactCheck[]> =>
  select(
    db,
    `WHERE f.workspace_id = $1::uuid AND ($2::text IS NULL OR f.state = $2)
       AND (NOT $3::boolean OR (f.state = 'published' AND ${STANDING} <> 'current'))
       AND (NOT $4::boolean OR EXISTS (SELECT 1 FROM correction_request r WHERE r.fact_check_id = f.id AND r.state = 'open'))
       AND ($5::timestamptz IS NULL OR (f.updated_at, f.id) < ($5::timestamptz, $6::uuid))
     ORDER BY f.updated_at DESC, f.id DESC LIMIT $7`,
    listing.workspaceId,
    listing.state,
    listing.changedOnly,
    listing.askedOnly,
    listing.before?.[0] ?? null,
    listing.before?.[1] ?? null,
    listing.limit + 1,
  );

export interface FactCheckCounts {
  published: number;
  unpublished: number;
  changed: number;
  asked: number;
}

export async function countFactChecks(db: Database, workspaceId: string): Promise<FactCheckCounts> {
  const [row] = await db.$queryRawUnsafe<FactCheckCounts[]>(
    `SELECT count(*) FILTER (WHERE f.state = 'published')::int AS published,
       count(*) FILTER (WHERE f.state = 'unpublished')::int AS unpublished,
       count(*) FILTER (WHERE f.state = 'published' AND ${STANDING} <> 'current')::int AS changed,
       count(*) FILTER (WHERE EXISTS (SELECT 1 FROM correction_request r WHERE r.fact_check_id = f.id AND r.state = 'open'))::int AS asked
     ${FROM} WHERE f.workspace_id = $1::uuid`,
    workspaceId,
  );
  return row!;
}

/**
 * Who is told that a published decision is not the one in force any more: whoever last changed its page, or all editors
 * where they publish here no longer. Nobody where the page shows what is in force.
 */
export async function listPublishersOf(tx: Database, annotationId: string): Promise<string[]> {
  const rows = await tx.$queryRawUnsafe<{ user_id: string; is_last: boolean }[]>(
    `SELECT m.user_id, m.user_id = (SELECT v.author_id FROM fact_check_version v WHERE v.fact_check_id = f.id
         ORDER BY v.number DESC LIMIT 1) AS is_last
     ${FROM} JOIN membership m ON m.workspace_id = f.workspace_id AND m.role IN ('editor', 'owner')
     WHERE f.annotation_id = $1::uuid AND f.state = 'published' AND ${STANDING} <> 'current'`,
    annotationId,
  );
  const last = rows.filter(({ is_last: isLast }) => isLast);
  return (last.length > 0 ? last : rows).map(({ user_id: id }) => id);
}
