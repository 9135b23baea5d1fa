import 'server-only';
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CampaignState, Kind } from '@/lib/domain/vocabulary';
import { env } from '@/lib/env';
import type { Database } from './database';
import { type Selection, selectionSql } from './selection';
import { instant } from './instant';

/** The instant whose data a transaction sees, as the API writes it. */
export async function instantOfTransaction(db: Database): Promise<string> {
  const [row] = await db.$queryRawUnsafe<{ at: string }[]>(`SELECT ${instant('now()')} AS at`);
  return row!.at;
}

/** Articles on which somebody's pass is still open: nobody may hand them the passes of others. */
export async function listArticlesAnnotatedBlind(db: Database, workspaceId: string): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t.id FROM pass p JOIN article t ON t.id = p.article_id
    WHERE t.workspace_id = ${workspaceId}::uuid AND p.state = 'open'`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Whether somebody annotates an article blind that had marks in the shared layer when a release was frozen, or of which a
 * pass was revealed: the release may hold them. Where theirs was open by then already, the passes were left out.
 */
export async function isBlindToRelease(
  db: Database,
  of: { workspaceId: string; userId: string; frozenAt: string },
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ blind: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM pass own JOIN article t ON t.id = own.article_id
      WHERE t.workspace_id = ${of.workspaceId}::uuid AND own.annotator_id = ${of.userId}::uuid AND own.state = 'open'
        -- The app's clock is not the database's.
        AND (EXISTS (SELECT 1 FROM annotation a WHERE a.article_id = t.id
            AND a.created_at <= ${of.frozenAt}::timestamptz + interval '5 minutes')
          OR own.opened_at > ${of.frozenAt}::timestamptz - interval '5 minutes'
            AND EXISTS (SELECT 1 FROM pass p WHERE p.article_id = t.id AND p.state = 'revealed'
              AND p.revealed_at <= ${of.frozenAt}::timestamptz))) AS blind`;
  return row!.blind;
}

/** The campaigns of which passes were revealed, the oldest first; those over the articles named alone, where any are. */
export const listCampaignsWithPasses = (
  db: Database,
  { workspaceId, articleIds }: { workspaceId: string; articleIds?: readonly string[] | undefined },
): Promise<
  { name: string; kinds: Kind[]; annotatorsPerArticle: number; dueOn: string | null; state: CampaignState }[]
> =>
  db.$queryRaw`
    SELECT c.name, c.kinds, c.annotators_per_article AS "annotatorsPerArticle", c.due_on::text AS "dueOn", c.state
    FROM campaign c
    WHERE c.workspace_id = ${workspaceId}::uuid AND EXISTS (SELECT 1 FROM campaign_article x
      JOIN pass p ON p.article_id = x.article_id WHERE x.campaign_id = c.id AND p.state = 'revealed'
        AND (${articleIds ?? null}::uuid[] IS NULL OR x.article_id = ANY(${articleIds ?? null}::uuid[])))
    ORDER BY c.created_at, c.id`;

/** Everybody who belongs to the workspace. */
export const listPeople = (db: Database, workspaceId: string): Promise<{ id: string; name: string }[]> =>
  db.$queryRaw`
    SELECT u.id, u.name FROM membership m JOIN app_user u ON u.id = m.user_id
    WHERE m.workspace_id = ${workspaceId}::uuid ORDER BY u.id`;

/**
 * The secret of this installation that pseudonyms are made with: without it nobody can try out who a pseudonym is. Made
 * once and kept beside the releases, for their owner alone.
 */
export async function pseudonymSecret(): Promise<string> {
  const folder = path.join(env().DATA_DIR, 'releases');
  const place = path.join(folder, 'pseudonym-secret');
  const known = await readFile(place, 'utf8').catch(() => null);
  if (known) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = randomBytes(32).toString('hex');
  const part = `${place}.${mine.slice(0, 8)}.part`;
  const file = await open(part, 'wx', 0o600);
  await file.writeFile(mine);
  await file.sync();
  await file.close();
  // Of two at once one is first; the other takes what is there.
  await link(part, place).catch(() => {});
  await rm(part, { force: true });
  return readFile(place, 'utf8');
}

/** Articles of which nobody has said under which terms they may be passed on. */
export async function countUnlicensedArticles(db: Database, selection: Selection): Promise<number> {
  const { articles, values } = selectionSql(selection);
  const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM article t WHERE ${articles} AND t.licence IS NULL`,
    ...values,
  );
  return row!.count;
}

/** Whether a selection has any article. */
export async function hasArticles(db: Database, selection: Selection): Promise<boolean> {
  const { articles, values } = selectionSql(selection);
  const [row] = await db.$queryRawUnsafe<{ some: boolean }[]>(
    `SELECT EXISTS (SELECT 1 FROM article t WHERE ${articles}) AS some`,
    ...values,
  );
  return row!.some;
}

export async function listSelectedArticles(db: Database, selection: Selection): Promise<string[]> {
  const { articles, values } = selectionSql(selection);
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT t.id FROM article t WHERE ${articles}`,
    ...values,
  );
  return rows.map(({ id }) => id);
}

/** Revealed passes that a release would hold, and those left out because somebody still annotates their article blind. */
export async function countOfReleasedPasses(
  db: Database,
  selection: Selection,
): Promise<{ revealed: number; heldBack: number }> {
  const { articles, values } = selectionSql(selection);
  const [row] = await db.$queryRawUnsafe<{ revealed: number; heldBack: number }[]>(
    `SELECT (count(*) FILTER (WHERE NOT held))::int AS revealed, (count(*) FILTER (WHERE held))::int AS "heldBack"
    FROM (SELECT EXISTS (SELECT 1 FROM pass other WHERE other.article_id = p.article_id AND other.state = 'open') AS held
      FROM pass p JOIN article t ON t.id = p.article_id
      WHERE ${articles} AND p.state = 'revealed') passes`,
    ...values,
  );
  return row!;
}

export async function findNewestRelease(
  db: Database,
  workspaceId: string,
): Promise<{ name: string; version: string } | null> {
  return db.release.findFirst({
    where: { workspaceId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { name: true, version: true },
  });
}
