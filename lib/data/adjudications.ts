import 'server-only';
import type {
  AdjudicationDecision,
  ArticleAdjudication,
} from '@/lib/domain/adjudication/adjudication-schema';
import type { AdjudicationOutcome, Kind } from '@/lib/domain/vocabulary';
import type { Region } from '@/lib/domain/region';
import type { Span } from '@/lib/domain/span';
import type { Database } from './database';
import { instant } from './instant';

/** Whether the decision `d` stands: neither taken back, nor superseded by one that stands. */
export const IN_FORCE = `(d.withdrawn_at IS NULL AND NOT EXISTS (SELECT 1 FROM adjudication later
  WHERE later.supersedes_id = d.id AND later.withdrawn_at IS NULL))`;

const SELECT_DECISION = `
  SELECT d.id, d.article_id AS "articleId", d.revision_id AS "revisionId", d.outcome, d.note, d.version,
    d.supersedes_id AS "supersedesId", ${IN_FORCE} AS "isInForce",
    (SELECT coalesce(json_agg(json_build_object('annotationId', o.annotation_id, 'isTaken', o.is_taken)
        ORDER BY o.annotation_id), '[]')
      FROM adjudication_origin o WHERE o.adjudication_id = d.id) AS origins,
    (SELECT coalesce(json_agg(json_build_object('annotationId', r.annotation_id, 'isMade', r.is_made,
        'isDeleted', a.deleted_at IS NOT NULL) ORDER BY r.annotation_id), '[]')
      FROM adjudication_result r JOIN annotation a ON a.id = r.annotation_id WHERE r.adjudication_id = d.id) AS results,
    json_build_object('id', decider.id, 'name', decider.name) AS "decidedBy", ${instant('d.decided_at')} AS "decidedAt",
    CASE WHEN d.withdrawn_at IS NOT NULL THEN json_build_object('by', (SELECT json_build_object('id', u.id, 'name', u.name)
      FROM app_user u WHERE u.id = d.withdrawn_by_id), 'at', ${instant('d.withdrawn_at')}) END AS withdrawn
  FROM adjudication d JOIN app_user decider ON decider.id = d.decided_by_id`;

/** The decisions in force on articles, the oldest first. */
export const listDecisionsInForce = (
  db: Database,
  articleIds: readonly string[],
): Promise<AdjudicationDecision[]> =>
  db.$queryRawUnsafe(
    `${SELECT_DECISION} WHERE d.article_id = ANY($1::uuid[]) AND ${IN_FORCE} ORDER BY d.decided_at, d.id`,
    [...articleIds],
  );

export async function findDecision(db: Database, id: string): Promise<AdjudicationDecision | null> {
  const [decision] = await db.$queryRawUnsafe<AdjudicationDecision[]>(
    `${SELECT_DECISION} WHERE d.id = $1::uuid`,
    id,
  );
  return decision ?? null;
}

/** A decision that this very transaction or request has found or written; its absence is a bug. */
export async function requireStoredDecision(db: Database, id: string): Promise<AdjudicationDecision> {
  const decision = await findDecision(db, id);
  if (!decision) throw new Error(`decision ${id} vanished`);
  return decision;
}

export async function findDecisionRequest(db: Database, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ hash: string }[]>`
    SELECT request_hash AS hash FROM adjudication WHERE id = ${id}::uuid`;
  return row?.hash ?? null;
}

/** How many decisions there have been on any of the marks: the greatest version. */
export async function latestVersionOn(db: Database, annotationIds: readonly string[]): Promise<number> {
  const [row] = await db.$queryRawUnsafe<{ version: number }[]>(
    `SELECT coalesce(max(d.version), 0)::int AS version FROM adjudication d
     JOIN adjudication_origin o ON o.adjudication_id = d.id WHERE o.annotation_id = ANY($1::uuid[])`,
    [...annotationIds],
  );
  return row!.version;
}

export async function insertDecision(
  tx: Database,
  decision: {
    id: string;
    articleId: string;
    revisionId: string;
    outcome: AdjudicationOutcome;
    note: string | null;
    version: number;
    supersedesId: string | null;
    requestHash: string;
    decidedById: string;
    now: Date;
    origins: readonly { annotationId: string; isTaken: boolean }[];
    results: readonly { annotationId: string; isMade: boolean }[];
  },
): Promise<void> {
  const { now, origins, results, ...row } = decision;
  await tx.adjudication.create({ data: { ...row, decidedAt: now } });
  await tx.adjudicationOrigin.createMany({
    data: origins.map((origin) => ({ adjudicationId: row.id, ...origin })),
  });
  if (results.length > 0)
    await tx.adjudicationResult.createMany({
      data: results.map((result) => ({ adjudicationId: row.id, ...result })),
    });
}

export async function withdrawDecision(
  tx: Database,
  { id, actorId, now }: { id: string; actorId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE adjudication SET withdrawn_at = ${now}::timestamptz, withdrawn_by_id = ${actorId}::uuid
    WHERE id = ${id}::uuid AND withdrawn_at IS NULL`;
}

/** An annotation of the shared layer that may stand for a mark. */
export interface SharedTwin {
  id: string;
  isDeleted: boolean;
  /** Somebody has said or changed something of it since a decision made it. */
  isTouched: boolean;
  /** Made by a decision, and not by hand. */
  isMade: boolean;
  /** Decisions in force by which it stands. */
  decisionIds: string[];
}

const TWIN = `a.id, a.deleted_at IS NOT NULL AS "isDeleted",
  (EXISTS (SELECT 1 FROM event e WHERE e.annotation_id = a.id AND e.type NOT IN
    ('annotation_created', 'annotation_deleted', 'annotation_restored', 'annotation_reanchored'))
    -- Of a workspace that was restored there are no events.
    OR EXISTS (SELECT 1 FROM verification v WHERE v.annotation_id = a.id)) AS "isTouched",
  EXISTS (SELECT 1 FROM adjudication_result made WHERE made.annotation_id = a.id AND made.is_made) AS "isMade",
  ARRAY(SELECT d.id FROM adjudication_result r JOIN adjudication d ON d.id = r.adjudication_id
    WHERE r.annotation_id = a.id AND ${IN_FORCE} ORDER BY d.id) AS "decisionIds"`;

export const listTwinsById = (db: Database, ids: readonly string[]): Promise<SharedTwin[]> =>
  db.$queryRawUnsafe(`SELECT ${TWIN} FROM annotation a WHERE a.layer = 'shared' AND a.id = ANY($1::uuid[])`, [
    ...ids,
  ]);

/** Those of an article that have a kind and exactly these spans in a revision, the oldest first. */
export const listTwins = (
  db: Database,
  place: { articleId: string; revisionId: string; kind: Kind; spans: readonly Span[] },
): Promise<SharedTwin[]> =>
  db.$queryRawUnsafe(
    `SELECT ${TWIN} FROM annotation a
     WHERE a.layer = 'shared' AND a.article_id = $1::uuid AND a.revision_id = $2::uuid AND a.kind = $3 AND a.deleted_at IS NULL
       AND ARRAY(SELECT ARRAY[s.start_cp, s.end_cp] FROM anchor_span s
         WHERE s.annotation_id = a.id AND s.revision_id = a.revision_id ORDER BY s.position)
       = ARRAY(SELECT ARRAY[(w->>0)::int, (w->>1)::int] FROM jsonb_array_elements($4::jsonb) WITH ORDINALITY wanted (w, n) ORDER BY n)
     ORDER BY a.created_at, a.id`,
    place.articleId,
    place.revisionId,
    place.kind,
    JSON.stringify(place.spans.map(({ start, end }) => [start, end])),
  );

/** Which of these sources the registry has; those of a pass that is not shared yet are not among them. */
export async function listRegisteredIds(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    'SELECT id FROM source WHERE workspace_id = $1::uuid AND id = ANY($2::uuid[])',
    workspaceId,
    [...ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What an article is called and when it was published. */
export async function requireArticleHead(
  db: Database,
  articleId: string,
): Promise<
  Pick<
    ArticleAdjudication,
    'title' | 'publishedAt' | 'publishedAtPrecision' | 'publishedAtBasis' | 'currentRevisionId'
  >
> {
  const [row] = await db.$queryRaw<Awaited<ReturnType<typeof requireArticleHead>>[]>`
    SELECT title, published_at::text AS "publishedAt", published_at_precision AS "publishedAtPrecision",
      published_at_basis AS "publishedAtBasis", current_revision_id AS "currentRevisionId"
    FROM article WHERE id = ${articleId}::uuid`;
  if (!row) throw new Error(`article ${articleId} is gone`);
  return row;
}

export async function listTextsOfRevisions(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, { text: string; regions: Region[] }>> {
  const rows = await db.$queryRaw<{ id: string; text: string; regions: Region[] }[]>`
    SELECT id, text, regions FROM revision WHERE id = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, text, regions }) => [id, { text, regions }]));
}
