import 'server-only';
import type {
  Assignment,
  CampaignArticle,
  CampaignProgress,
  OwnAssignment,
  Workload,
} from '@/lib/domain/campaign';
import type { AssignmentRelease, CampaignMode, Kind } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

/**
 * Whether an assignment `s` holds its place at a time, with the annotator's pass `p` where there is one: a place taken from
 * the pool is free again when its time is over, unless its holder has begun.
 */
const HOLDS = (now: string): string =>
  `(s.released_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > ${now}::timestamptz OR p.id IS NOT NULL))`;

/**
 * Who holds a place on the articles of the campaigns `c` that a condition names: those to whom it was given, and those of
 * the campaign's annotators who annotate the article blind on their own account, or have done so for all that is asked.
 * `isHolding` says of an assignment whether it counts.
 */
const placesWhere = (condition: string, isHolding: string): string => `
  SELECT c.id AS campaign_id, ca.article_id, ca.position, s.annotator_id, s.id AS assignment_id, s.origin, s.assigned_at,
    s.expires_at, p.state AS pass_state
  FROM campaign c JOIN assignment s ON s.campaign_id = c.id
    JOIN campaign_article ca ON ca.campaign_id = c.id AND ca.article_id = s.article_id
    LEFT JOIN pass p ON p.article_id = s.article_id AND p.annotator_id = s.annotator_id
  WHERE ${condition} AND ${isHolding}
  UNION ALL
  SELECT c.id, ca.article_id, ca.position, p.annotator_id, NULL, NULL, NULL, NULL, p.state
  FROM campaign c JOIN campaign_article ca ON ca.campaign_id = c.id JOIN campaign_annotator n ON n.campaign_id = c.id
    JOIN pass p ON p.article_id = ca.article_id AND p.annotator_id = n.user_id
  WHERE ${condition}
    AND NOT EXISTS (SELECT 1 FROM assignment s WHERE s.campaign_id = c.id AND s.article_id = p.article_id
      AND s.annotator_id = p.annotator_id AND (s.released_at IS NULL
        OR (p.state = 'open' AND s.release IN ('given_back', 'withdrawn'))))
    AND (p.state = 'open' OR p.complete_kinds @> c.kinds)`;

/**
 * The places as one person may see them (invariant 7): while they annotate an article blind themselves, they learn nothing
 * of how far others are with it. Parameters: $1 campaigns, $2 the person, $3 the time.
 */
const SEEN_PLACES = `
  SELECT place.campaign_id, place.article_id, place.position, place.annotator_id, place.assignment_id, place.origin,
    place.assigned_at, CASE WHEN NOT is_blind THEN place.expires_at END AS expires_at,
    CASE WHEN is_blind THEN 'hidden' WHEN pass_state IS NULL THEN 'waiting' WHEN pass_state = 'open' THEN 'begun'
      ELSE 'submitted' END AS state
  FROM (SELECT place.*, place.annotator_id <> $2::uuid AND EXISTS (SELECT 1 FROM pass own WHERE own.article_id = place.article_id
        AND own.annotator_id = $2::uuid AND own.state = 'open') AS is_blind
      FROM (${placesWhere(
        'c.id = ANY($1::uuid[])',
        `(${HOLDS('$3')} OR (s.released_at IS NULL AND EXISTS (SELECT 1 FROM pass own WHERE own.article_id = s.article_id
          AND own.annotator_id = $2::uuid AND own.state = 'open')))`,
      )}) place) place
  WHERE NOT (is_blind AND assignment_id IS NULL)`;

interface Viewing {
  userId: string;
  now: Date;
}

/** Articles of a campaign in its order, each with those who annotate it; `limit + 1` rows. */
export function listCampaignArticles(
  db: Database,
  listing: { campaignId: string; limit: number; after: [position: number, id: string] | null } & Viewing,
): Promise<CampaignArticle[]> {
  return db.$queryRawUnsafe<CampaignArticle[]>(
    `WITH seen AS (
       SELECT place.article_id, json_agg(json_build_object('assignmentId', place.assignment_id,
         'annotator', json_build_object('id', u.id, 'name', u.name), 'origin', place.origin, 'state', place.state,
         'assignedAt', ${instant('place.assigned_at')}, 'expiresAt', ${instant('place.expires_at')}) ORDER BY u.name, u.id) AS places
       FROM (${SEEN_PLACES}) place JOIN app_user u ON u.id = place.annotator_id GROUP BY place.article_id)
     SELECT json_build_object('id', t.id, 'title', t.title) AS article, ca.position, coalesce(seen.places, '[]') AS places
     FROM campaign_article ca JOIN article t ON t.id = ca.article_id LEFT JOIN seen ON seen.article_id = ca.article_id
     WHERE ca.campaign_id = ANY($1::uuid[])
       ${listing.after ? 'AND (ca.position, ca.article_id) > ($4::int, $5::uuid)' : ''}
     ORDER BY ca.position, ca.article_id LIMIT ${listing.limit + 1}`,
    [listing.campaignId],
    listing.userId,
    listing.now,
    ...(listing.after ?? []),
  );
}

/** How much each annotator of a campaign has, by name; also those who left it and still have articles. */
export function listWorkloads(
  db: Database,
  { campaignId, userId, now }: { campaignId: string } & Viewing,
): Promise<Workload[]> {
  return db.$queryRawUnsafe<Workload[]>(
    `WITH place AS (${SEEN_PLACES})
     SELECT json_build_object('id', u.id, 'name', u.name) AS annotator, n.user_id IS NOT NULL AS "isIn",
       count(place.article_id)::int AS assigned, (count(*) FILTER (WHERE place.state = 'begun'))::int AS begun,
       (count(*) FILTER (WHERE place.state = 'submitted'))::int AS submitted
     FROM (SELECT user_id FROM campaign_annotator WHERE campaign_id = ANY($1::uuid[])
           UNION SELECT annotator_id FROM place) who
       JOIN app_user u ON u.id = who.user_id
       LEFT JOIN campaign_annotator n ON n.campaign_id = ANY($1::uuid[]) AND n.user_id = who.user_id
       LEFT JOIN place ON place.annotator_id = who.user_id
     GROUP BY u.id, u.name, n.user_id ORDER BY u.name, u.id`,
    [campaignId],
    userId,
    now,
  );
}

/** How far campaigns are, by id. */
export async function progressOfCampaigns(
  db: Database,
  { campaignIds, userId, now }: { campaignIds: readonly string[] } & Viewing,
): Promise<Map<string, CampaignProgress>> {
  const rows = await db.$queryRawUnsafe<(CampaignProgress & { id: string })[]>(
    `WITH counted AS (
       SELECT place.campaign_id, place.article_id, count(*) AS held,
         count(*) FILTER (WHERE place.state = 'submitted') AS submitted
       FROM (${SEEN_PLACES}) place GROUP BY place.campaign_id, place.article_id)
     SELECT c.id, (count(*) * c.annotators_per_article)::int AS places,
       sum(least(coalesce(held, 0), c.annotators_per_article))::int AS taken,
       sum(least(coalesce(submitted, 0), c.annotators_per_article))::int AS submitted,
       (count(*) FILTER (WHERE submitted >= c.annotators_per_article))::int AS "articlesDone"
     FROM campaign c JOIN campaign_article ca ON ca.campaign_id = c.id
       LEFT JOIN counted ON counted.campaign_id = c.id AND counted.article_id = ca.article_id
     WHERE c.id = ANY($1::uuid[]) GROUP BY c.id`,
    campaignIds,
    userId,
    now,
  );
  const none = { places: 0, taken: 0, submitted: 0, articlesDone: 0 };
  return new Map([
    ...campaignIds.map((id) => [id, none] as const),
    ...rows.map(({ id, ...progress }) => [id, progress] as const),
  ]);
}

/** Whether on every article of a campaign, of which there is one at least, as many have submitted as are asked. */
export async function isCampaignDone(db: Database, campaignId: string): Promise<boolean> {
  const [row] = await db.$queryRawUnsafe<{ done: boolean }[]>(
    `WITH counted AS (
       SELECT place.article_id, count(*) AS submitted
       FROM (${placesWhere('c.id = $1::uuid', 's.released_at IS NULL')}) place WHERE place.pass_state <> 'open'
       GROUP BY place.article_id)
     SELECT count(*) > 0 AND bool_and(coalesce(submitted, 0) >= c.annotators_per_article) AS done
     FROM campaign_article ca JOIN campaign c ON c.id = ca.campaign_id
       LEFT JOIN counted ON counted.article_id = ca.article_id WHERE c.id = $1::uuid`,
    campaignId,
  );
  return row?.done ?? false;
}

/** Whether somebody annotates an article of a campaign blind at this time. */
export async function isBlindInCampaign(
  db: Database,
  { campaignId, userId }: { campaignId: string; userId: string },
): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM campaign_article ca JOIN pass p ON p.article_id = ca.article_id
    WHERE ca.campaign_id = ${campaignId}::uuid AND p.annotator_id = ${userId}::uuid AND p.state = 'open' LIMIT 1`;
  return rows.length > 0;
}

const SELECT_OWN = `
  SELECT s.id, json_build_object('id', c.id, 'name', c.name, 'kinds', c.kinds, 'dueOn', c.due_on::text, 'mode', c.mode,
      'state', c.state) AS campaign,
    json_build_object('id', t.id, 'title', t.title) AS article, s.origin,
    CASE WHEN p.id IS NULL THEN 'waiting' WHEN p.state = 'open' THEN 'begun' ELSE 'submitted' END AS state,
    ${instant('s.assigned_at')} AS "assignedAt", ${instant('s.expires_at')} AS "expiresAt"
  FROM assignment s JOIN campaign c ON c.id = s.campaign_id JOIN article t ON t.id = s.article_id
    LEFT JOIN campaign_article ca ON ca.campaign_id = c.id AND ca.article_id = s.article_id
    LEFT JOIN pass p ON p.article_id = s.article_id AND p.annotator_id = s.annotator_id`;

/** What waits first: what was begun, then by day, then in the campaign's order. */
const OWN_ORDER = `ORDER BY coalesce(p.state, '') NOT IN ('', 'open'), p.id IS NULL, c.due_on NULLS LAST, ca.position, s.id`;

/** Somebody's own articles: in a campaign, of an article, or in all open campaigns of a workspace. What waits comes first. */
export function listOwnAssignments(
  db: Database,
  of: { userId: string; now: Date; limit: number } & (
    { campaignId: string } | { articleId: string } | { workspaceId: string }
  ),
): Promise<OwnAssignment[]> {
  const [condition, value] =
    'campaignId' in of
      ? ['c.id = $3::uuid', of.campaignId]
      : 'articleId' in of
        ? ['t.id = $3::uuid', of.articleId]
        : [`c.workspace_id = $3::uuid AND c.state = 'open'`, of.workspaceId];
  return db.$queryRawUnsafe<OwnAssignment[]>(
    `${SELECT_OWN} WHERE s.annotator_id = $1::uuid AND ${HOLDS('$2')} AND ${condition} ${OWN_ORDER} LIMIT ${of.limit}`,
    of.userId,
    of.now,
    value,
  );
}

/** The campaigns whose work somebody has on an article, to be locked before it changes; in the order of their ids. */
export async function listCampaignsOfWork(
  tx: Database,
  { articleId, annotatorId }: { articleId: string; annotatorId: string },
): Promise<{ id: string; name: string; kinds: Kind[] }[]> {
  return tx.$queryRaw<{ id: string; name: string; kinds: Kind[] }[]>`
    SELECT c.id, c.name, c.kinds FROM campaign c
    WHERE EXISTS (SELECT 1 FROM campaign_article ca WHERE ca.campaign_id = c.id AND ca.article_id = ${articleId}::uuid)
      AND (EXISTS (SELECT 1 FROM campaign_annotator n WHERE n.campaign_id = c.id AND n.user_id = ${annotatorId}::uuid)
        OR EXISTS (SELECT 1 FROM assignment s WHERE s.campaign_id = c.id AND s.article_id = ${articleId}::uuid
          AND s.annotator_id = ${annotatorId}::uuid AND s.released_at IS NULL))
    ORDER BY c.id FOR NO KEY UPDATE`;
}

/** The campaign for which an article is assigned to somebody. */
export async function findCampaignOfAssignment(
  tx: Database,
  { articleId, annotatorId }: { articleId: string; annotatorId: string },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT campaign_id AS id FROM assignment WHERE article_id = ${articleId}::uuid AND annotator_id = ${annotatorId}::uuid
      AND released_at IS NULL`;
  return row?.id ?? null;
}

/** What of a campaign became free because its time was over. */
export interface Expired {
  workspaceId: string;
  campaignId: string;
  assignments: Assignment[];
}

/** Releases the places of a campaign, or of some annotators anywhere, whose time is over; answers them by campaign. */
export function releaseExpired(
  tx: Database,
  { campaignId, annotatorIds, now }: { campaignId: string; annotatorIds: readonly string[]; now: Date },
): Promise<Expired[]> {
  return tx.$queryRaw<Expired[]>`
    WITH expired AS (
      UPDATE assignment s SET released_at = s.expires_at, release = 'expired'
      WHERE (s.campaign_id = ${campaignId}::uuid OR s.annotator_id = ANY(${annotatorIds}::uuid[])) AND s.released_at IS NULL
        AND s.expires_at <= ${now}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM pass p WHERE p.article_id = s.article_id AND p.annotator_id = s.annotator_id)
      RETURNING s.id, s.campaign_id, s.article_id, s.annotator_id)
    SELECT c.workspace_id AS "workspaceId", c.id AS "campaignId", json_agg(json_build_object('id', expired.id,
      'articleId', expired.article_id, 'annotatorId', expired.annotator_id) ORDER BY expired.id) AS assignments
    FROM expired JOIN campaign c ON c.id = expired.campaign_id GROUP BY c.id`;
}

/** Who has annotated the article `ca.article_id` or is at it; who has it from some campaign; who gave it back in this one. */
const ANNOTATED = `SELECT p.annotator_id FROM pass p WHERE p.article_id = ca.article_id`;
const ASSIGNED = `SELECT s.annotator_id FROM assignment s WHERE s.article_id = ca.article_id AND s.released_at IS NULL`;
const GAVE_UP = `SELECT s.annotator_id FROM assignment s WHERE s.article_id = ca.article_id AND s.campaign_id = ca.campaign_id
  AND s.release IN ('given_back', 'withdrawn')`;

/**
 * The article that somebody gets next from the pool: of those with a free place, which they have not annotated, do not hold
 * and did not give back, the one that is nearest to having all its annotators. Ask under {@link lockCampaign}, after
 * {@link releaseExpired}.
 */
export async function findNextArticle(
  tx: Database,
  { campaignId, annotatorId, now }: { campaignId: string; annotatorId: string; now: Date },
): Promise<string | null> {
  const [row] = await tx.$queryRawUnsafe<{ id: string }[]>(
    `WITH place AS (${placesWhere('c.id = $1::uuid', HOLDS('$3'))}),
       held AS (SELECT article_id, count(*) AS places FROM place GROUP BY article_id)
     SELECT ca.article_id AS id FROM campaign_article ca JOIN campaign c ON c.id = ca.campaign_id
       LEFT JOIN held ON held.article_id = ca.article_id
     WHERE c.id = $1::uuid AND coalesce(held.places, 0) < c.annotators_per_article
       AND $2::uuid NOT IN (${ANNOTATED}) AND $2::uuid NOT IN (${ASSIGNED}) AND $2::uuid NOT IN (${GAVE_UP})
     ORDER BY coalesce(held.places, 0) DESC, ca.position, ca.article_id LIMIT 1`,
    campaignId,
    annotatorId,
    now,
  );
  return row?.id ?? null;
}

/** An article of a campaign as whoever gives out its places sees it. */
export interface ArticlePlaces {
  articleId: string;
  held: number;
  /** Who has annotated it or is at it; who has it from some campaign; who gave it back or had it taken away in this one. */
  annotated: string[];
  assigned: string[];
  gaveUp: string[];
  /** Whether whoever gives out annotates it blind themselves. */
  isBlind: boolean;
}

/** Ask under {@link lockCampaign}, after {@link releaseExpired}. */
export function listArticlePlaces(
  tx: Database,
  { campaignId, userId, now }: { campaignId: string } & Viewing,
): Promise<ArticlePlaces[]> {
  const those = (people: string): string => `ARRAY(SELECT annotator_id::text FROM (${people}) who)`;
  return tx.$queryRawUnsafe<ArticlePlaces[]>(
    `WITH place AS (${placesWhere('c.id = $1::uuid', HOLDS('$2'))}),
       counted AS (SELECT article_id, count(*)::int AS places FROM place GROUP BY article_id)
     SELECT ca.article_id AS "articleId", coalesce(counted.places, 0) AS held, ${those(ANNOTATED)} AS annotated,
       ${those(ASSIGNED)} AS assigned, ${those(GAVE_UP)} AS "gaveUp",
       EXISTS (SELECT 1 FROM pass own WHERE own.article_id = ca.article_id AND own.annotator_id = $3::uuid
         AND own.state = 'open') AS "isBlind"
     FROM campaign_article ca LEFT JOIN counted ON counted.article_id = ca.article_id
     WHERE ca.campaign_id = $1::uuid ORDER BY ca.position, ca.article_id`,
    campaignId,
    now,
    userId,
  );
}

/** Which articles of a campaign somebody has: they cannot be taken out of it. */
export async function listHeldArticles(tx: Database, campaignId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT article_id AS id FROM assignment WHERE campaign_id = ${campaignId}::uuid AND released_at IS NULL`;
  return rows.map(({ id }) => id);
}

/** Gives people articles; answers those of them that were not held already, here or in another campaign. */
export function insertAssignments(
  tx: Database,
  given: {
    campaignId: string;
    origin: CampaignMode;
    assignedById: string;
    now: Date;
    expiresAt: Date | null;
  },
  assignments: readonly Assignment[],
): Promise<Assignment[]> {
  return tx.$queryRawUnsafe<Assignment[]>(
    `INSERT INTO assignment (id, campaign_id, article_id, annotator_id, origin, assigned_by_id, assigned_at, expires_at)
     SELECT n.id, $2::uuid, n."articleId", n."annotatorId", $3, $4::uuid, $5::timestamptz, $6::timestamptz
     FROM json_to_recordset($1::json) AS n (id uuid, "articleId" uuid, "annotatorId" uuid)
     ON CONFLICT (article_id, annotator_id) WHERE released_at IS NULL DO NOTHING
     RETURNING id, article_id AS "articleId", annotator_id AS "annotatorId"`,
    JSON.stringify(assignments),
    given.campaignId,
    given.origin,
    given.assignedById,
    given.now,
    given.expiresAt,
  );
}

export interface AssignmentRow {
  id: string;
  slug: string;
  campaignId: string;
  articleId: string;
  annotatorId: string;
  release: AssignmentRelease | null;
  reason: string | null;
  releasedAt: string | null;
  /** Whether the annotator has submitted the article. */
  isSubmitted: boolean;
}

export async function findAssignment(db: Database, id: string): Promise<AssignmentRow | null> {
  const [row] = await db.$queryRawUnsafe<AssignmentRow[]>(
    `SELECT s.id, w.slug, s.campaign_id AS "campaignId", s.article_id AS "articleId", s.annotator_id AS "annotatorId", s.release,
       s.reason, ${instant('s.released_at')} AS "releasedAt",
       EXISTS (SELECT 1 FROM pass p WHERE p.article_id = s.article_id AND p.annotator_id = s.annotator_id
         AND p.state <> 'open') AS "isSubmitted"
     FROM assignment s JOIN campaign c ON c.id = s.campaign_id JOIN workspace w ON w.id = c.workspace_id WHERE s.id = $1::uuid`,
    id,
  );
  return row ?? null;
}

export async function updateReleased(
  tx: Database,
  { id, release, reason, now }: { id: string; release: AssignmentRelease; reason: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE assignment SET released_at = ${now}::timestamptz, release = ${release}, reason = ${reason} WHERE id = ${id}::uuid`;
}

/** Lets a place that was released stand again; false where its time is over and nobody has begun: it would be free at once. */
export async function updateRestored(tx: Database, id: string, now: Date): Promise<boolean> {
  const restored = await tx.$executeRaw`
    UPDATE assignment s SET released_at = NULL, release = NULL, reason = NULL
    WHERE s.id = ${id}::uuid AND (s.expires_at IS NULL OR s.expires_at > ${now}::timestamptz
      OR EXISTS (SELECT 1 FROM pass p WHERE p.article_id = s.article_id AND p.annotator_id = s.annotator_id))`;
  return restored === 1;
}

interface Given {
  campaignId: string;
  assignedById: string;
  ids: readonly string[];
}

/**
 * Takes back what somebody gave out, as if it had never been: not that on which work has begun nor, so that it cannot tell
 * that, what is of an article which they annotate blind themselves. Answers what was taken back now.
 */
export function undoGiven(
  tx: Database,
  { campaignId, assignedById, ids, now }: Given & { now: Date },
): Promise<Assignment[]> {
  return tx.$queryRaw<Assignment[]>`
    UPDATE assignment s SET released_at = ${now}::timestamptz, release = 'undone'
    WHERE s.id = ANY(${ids}::uuid[]) AND s.campaign_id = ${campaignId}::uuid AND s.assigned_by_id = ${assignedById}::uuid
      AND s.origin = 'list' AND s.released_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM pass p WHERE p.article_id = s.article_id
        AND (p.annotator_id = s.annotator_id OR (p.annotator_id = ${assignedById}::uuid AND p.state = 'open')))
    RETURNING s.id, s.article_id AS "articleId", s.annotator_id AS "annotatorId"`;
}

/** Which of the assignments that somebody gave out are undone by now. */
export async function listUndone(db: Database, { campaignId, assignedById, ids }: Given): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM assignment WHERE id = ANY(${ids}::uuid[]) AND campaign_id = ${campaignId}::uuid
      AND assigned_by_id = ${assignedById}::uuid AND release = 'undone'`;
  return rows.map(({ id }) => id);
}
