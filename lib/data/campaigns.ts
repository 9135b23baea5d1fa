import 'server-only';
import type { Campaign, NewCampaign } from '@/lib/domain/campaign';
import type { CampaignMode, CampaignState, Kind } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

/** The row of a campaign, as whoever changes it holds it. */
export interface CampaignRow {
  id: string;
  workspaceId: string;
  name: string;
  note: string;
  kinds: Kind[];
  guidelineId: string | null;
  dueOn: string | null;
  annotatorsPerArticle: number;
  mode: CampaignMode;
  holdHours: number | null;
  state: CampaignState;
  version: number;
  createdById: string;
}

const SELECT_CAMPAIGN = `
  SELECT c.id, c.workspace_id AS "workspaceId", c.name, c.note, c.kinds,
    (SELECT json_build_object('id', g.id, 'number', g.number) FROM guideline g WHERE g.id = c.guideline_id) AS guideline,
    c.due_on::text AS "dueOn", c.annotators_per_article AS "annotatorsPerArticle", c.mode, c.hold_hours AS "holdHours", c.state,
    (SELECT count(*)::int FROM campaign_article a WHERE a.campaign_id = c.id) AS articles, c.version,
    json_build_object('id', u.id, 'name', u.name) AS "createdBy", ${instant('c.created_at')} AS "createdAt"
  FROM campaign c JOIN app_user u ON u.id = c.created_by_id`;

export async function findCampaign(db: Database, id: string): Promise<Campaign | null> {
  const [campaign] = await db.$queryRawUnsafe<Campaign[]>(`${SELECT_CAMPAIGN} WHERE c.id = $1::uuid`, id);
  return campaign ?? null;
}

/** A campaign that is known to be there: its row is never deleted. */
export async function requireCampaign(db: Database, id: string): Promise<Campaign> {
  const campaign = await findCampaign(db, id);
  if (!campaign) throw new Error(`campaign ${id} vanished`);
  return campaign;
}

/** Campaigns of a workspace: open ones before closed ones, the newest first; `limit + 1` rows. */
export function listCampaignRows(
  db: Database,
  listing: {
    workspaceId: string;
    state: CampaignState | null;
    limit: number;
    after: [state: CampaignState, createdAt: string, id: string] | null;
  },
): Promise<Campaign[]> {
  return db.$queryRawUnsafe<Campaign[]>(
    `${SELECT_CAMPAIGN} WHERE c.workspace_id = $1::uuid AND ($2::text IS NULL OR c.state = $2)
       ${listing.after ? `AND (c.state = 'closed', $4::timestamptz, $5::uuid) > ($3 = 'closed', c.created_at, c.id)` : ''}
     ORDER BY c.state = 'closed', c.created_at DESC, c.id DESC LIMIT ${listing.limit + 1}`,
    listing.workspaceId,
    listing.state,
    ...(listing.after ?? []),
  );
}

/** The slug of the workspace that a campaign is of. */
export async function findSlugOfCampaign(db: Database, id: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ slug: string }[]>`
    SELECT w.slug FROM campaign c JOIN workspace w ON w.id = c.workspace_id WHERE c.id = ${id}::uuid`;
  return row?.slug ?? null;
}

/** Locks a campaign until the transaction ends: whoever gives out its articles, or changes it, waits here for the others. */
export async function lockCampaign(tx: Database, id: string): Promise<CampaignRow | null> {
  const [row] = await tx.$queryRaw<CampaignRow[]>`
    SELECT id, workspace_id AS "workspaceId", name, note, kinds, guideline_id AS "guidelineId", due_on::text AS "dueOn",
      annotators_per_article AS "annotatorsPerArticle", mode, hold_hours AS "holdHours", state, version,
      created_by_id AS "createdById"
    FROM campaign WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  return row ?? null;
}

export async function insertCampaign(
  tx: Database,
  campaign: Omit<NewCampaign, 'id' | 'guidelineVersion' | 'articleIds' | 'annotatorIds'> & {
    id: string;
    workspaceId: string;
    guidelineId: string | null;
    createdById: string;
    now: Date;
  },
): Promise<void> {
  const { id, workspaceId, name, note, kinds, guidelineId, dueOn, annotatorsPerArticle, mode, holdHours } =
    campaign;
  await tx.$executeRaw`
    INSERT INTO campaign (id, workspace_id, name, note, kinds, guideline_id, due_on, annotators_per_article, mode, hold_hours,
      created_by_id, created_at)
    VALUES (${id}::uuid, ${workspaceId}::uuid, ${name}, ${note}, ${kinds}, ${guidelineId}::uuid, ${dueOn}::date,
      ${annotatorsPerArticle}, ${mode}, ${holdHours}, ${campaign.createdById}::uuid, ${campaign.now}::timestamptz)`;
}

/** Writes all fields of a campaign and counts its version up. */
export async function updateCampaign(tx: Database, campaign: CampaignRow): Promise<void> {
  const { id, name, note, kinds, guidelineId, dueOn, annotatorsPerArticle, mode, holdHours, state } =
    campaign;
  await tx.$executeRaw`
    UPDATE campaign SET name = ${name}, note = ${note}, kinds = ${kinds}, guideline_id = ${guidelineId}::uuid,
      due_on = ${dueOn}::date, annotators_per_article = ${annotatorsPerArticle}, mode = ${mode}, hold_hours = ${holdHours},
      state = ${state}, version = version + 1
    WHERE id = ${id}::uuid`;
}

/** The articles of a campaign, in its order. */
export async function listCampaignArticleIds(db: Database, campaignId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT article_id AS id FROM campaign_article WHERE campaign_id = ${campaignId}::uuid ORDER BY position, article_id`;
  return rows.map(({ id }) => id);
}

export async function listCampaignAnnotatorIds(db: Database, campaignId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM campaign_annotator WHERE campaign_id = ${campaignId}::uuid ORDER BY user_id`;
  return rows.map(({ id }) => id);
}

/** Makes these the articles of a campaign, in this order. */
export async function replaceCampaignArticles(
  tx: Database,
  campaignId: string,
  articleIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM campaign_article WHERE campaign_id = ${campaignId}::uuid AND article_id <> ALL(${articleIds}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO campaign_article (campaign_id, article_id, position)
    SELECT ${campaignId}::uuid, given.id, given.position FROM unnest(${articleIds}::uuid[]) WITH ORDINALITY AS given (id, position)
    ON CONFLICT (campaign_id, article_id) DO UPDATE SET position = excluded.position`;
}

/** Makes these the annotators of a campaign. */
export async function replaceCampaignAnnotators(
  tx: Database,
  campaignId: string,
  userIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM campaign_annotator WHERE campaign_id = ${campaignId}::uuid AND user_id <> ALL(${userIds}::uuid[])`;
  await tx.$executeRaw`
    INSERT INTO campaign_annotator (campaign_id, user_id)
    SELECT ${campaignId}::uuid, unnest(${userIds}::uuid[]) ON CONFLICT DO NOTHING`;
}

/** Which of these articles are not of the workspace. */
export async function listForeignArticles(
  db: Database,
  workspaceId: string,
  articleIds: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT given.id::text AS id FROM unnest(${articleIds}::uuid[]) AS given (id)
    WHERE NOT EXISTS (SELECT 1 FROM article t WHERE t.id = given.id AND t.workspace_id = ${workspaceId}::uuid)`;
  return rows.map(({ id }) => id);
}

/** Which of these people do not annotate in the workspace. */
export async function listNonAnnotators(
  db: Database,
  workspaceId: string,
  userIds: readonly string[],
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT given.id::text AS id FROM unnest(${userIds}::uuid[]) AS given (id)
    WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.user_id = given.id AND m.workspace_id = ${workspaceId}::uuid
      AND m.role <> 'reader')`;
  return rows.map(({ id }) => id);
}

/** Of which of these campaigns somebody is an annotator. */
export async function listCampaignsOfAnnotator(
  db: Database,
  { campaignIds, userId }: { campaignIds: readonly string[]; userId: string },
): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT campaign_id AS id FROM campaign_annotator
    WHERE campaign_id = ANY(${campaignIds}::uuid[]) AND user_id = ${userId}::uuid`;
  return new Set(rows.map(({ id }) => id));
}
