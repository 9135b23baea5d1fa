import 'server-only';
import { v7 } from 'uuid';
import { DEFAULT_GUIDELINE } from '@/lib/domain/default-guideline';
import type { Guideline, NewGuideline } from '@/lib/domain/guideline';
import { type Database, database } from './database';
import { instant } from './instant';

/** The columns of `guideline g`, as {@link guidelineFromRow} takes them. */
export const GUIDELINE_COLUMNS = `g.id, g.number, g.text, g.tags, g.free_tags AS "freeTags", g.attributes, g.summary,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u WHERE u.id = g.author_id) AS author,
  ${instant('g.created_at')} AS "createdAt"`;

/** The database does not keep the order of keys, so it is made here. */
export const guidelineFromRow = (row: Guideline): Guideline => ({
  id: row.id,
  number: row.number,
  text: row.text,
  tags: row.tags.map(({ name, meaning }) => ({ name, meaning })),
  freeTags: row.freeTags,
  attributes: row.attributes.map(({ key, label, kinds, type, options, ordered, required, hint }) => ({
    ...{ key, label, kinds, type, options, ordered, required, hint },
  })),
  summary: row.summary,
  author: row.author,
  createdAt: row.createdAt,
});

async function listWhere(db: Database, condition: string, values: readonly unknown[]): Promise<Guideline[]> {
  const rows = await db.$queryRawUnsafe<Guideline[]>(
    `SELECT ${GUIDELINE_COLUMNS} FROM guideline g WHERE ${condition}`,
    ...values,
  );
  return rows.map(guidelineFromRow);
}

/**
 * The version of a workspace's guideline that is in force: the newest one. A workspace of before there were guidelines has
 * the shipped one from the first time that somebody asks.
 */
export async function findGuidelineInForce(db: Database, workspaceId: string): Promise<Guideline> {
  const inForce = async (from: Database) =>
    (await listWhere(from, 'g.workspace_id = $1::uuid ORDER BY g.number DESC LIMIT 1', [workspaceId]))[0];
  const known = await inForce(db);
  if (known) return known;
  // On a connection of its own: whoever asks may be reading as of a moment at which there was none.
  await insertShippedGuideline(database(), { workspaceId, now: null });
  const made = await inForce(database());
  if (!made) throw new Error(`workspace ${workspaceId} has no guideline`);
  return made;
}

/** The versions, the newest first; those before a number alone where one is given. */
export const listGuidelineVersions = (
  db: Database,
  workspaceId: string,
  { before = null, limit = null }: { before?: number | null; limit?: number | null } = {},
): Promise<Guideline[]> =>
  listWhere(
    db,
    'g.workspace_id = $1::uuid AND ($2::int IS NULL OR g.number < $2::int) ORDER BY g.number DESC LIMIT $3::int',
    [workspaceId, before, limit],
  );

/** One version by its number. */
export async function findGuidelineVersion(
  db: Database,
  workspaceId: string,
  number: number,
): Promise<Guideline | null> {
  const [guideline] = await listWhere(db, 'g.workspace_id = $1::uuid AND g.number = $2::int', [
    workspaceId,
    number,
  ]);
  return guideline ?? null;
}

/**
 * The version that stands on what is annotated now in an article, in the layer that the transaction is in: the database's
 * `stamped_guideline` says which. A workspace without any gets the shipped one.
 */
export async function requireStampedGuideline(
  tx: Database,
  { articleId, workspaceId }: { articleId: string; workspaceId: string },
): Promise<Guideline> {
  const known = await findStamped(tx, articleId);
  if (known) return known;
  await insertShippedGuideline(tx, { workspaceId, now: null });
  const made = await findStamped(tx, articleId);
  if (!made) throw new Error(`article ${articleId} has no guideline`);
  return made;
}

const findStamped = async (tx: Database, articleId: string): Promise<Guideline | undefined> =>
  (
    await listWhere(tx, `g.id = stamped_guideline($1::uuid, coalesce(open_pass(), 'shared'))`, [articleId])
  )[0];

/** The version that what somebody annotates in an article stands under: in their own open pass where they have one. */
export async function findGuidelineOfArticle(
  db: Database,
  { articleId, userId }: { articleId: string; userId: string },
): Promise<Guideline | null> {
  const [guideline] = await listWhere(
    db,
    `g.id = stamped_guideline($1::uuid, coalesce((SELECT p.id::text FROM pass p
       WHERE p.article_id = $1::uuid AND p.annotator_id = $2::uuid AND p.state = 'open'), 'shared'))`,
    [articleId, userId],
  );
  return guideline ?? null;
}

/** Puts the version that stands on what is annotated now on an annotation that was made before there was any. */
export async function stampAnnotation(
  tx: Database,
  annotationId: string,
  guidelineId: string,
): Promise<void> {
  await tx.annotation.update({ where: { id: annotationId }, data: { guidelineId }, select: { id: true } });
}

/** Gives a workspace the shipped guideline, unless it has one, also when several ask at once. */
export async function insertShippedGuideline(
  db: Database,
  { workspaceId, now }: { workspaceId: string; now: Date | null },
): Promise<void> {
  const { text, tags, freeTags, attributes, summary } = DEFAULT_GUIDELINE;
  await db.$executeRawUnsafe(
    `INSERT INTO guideline (id, workspace_id, number, text, tags, free_tags, attributes, summary, request_hash, created_at)
     VALUES ($8::uuid, $1::uuid, 1, $2, $3::jsonb, $4, $5::jsonb, $6, 'shipped', coalesce($7::timestamptz, now()))
     ON CONFLICT (workspace_id, number) DO NOTHING`,
    workspaceId,
    text,
    JSON.stringify(tags),
    freeTags,
    JSON.stringify(attributes),
    summary,
    now,
    v7(),
  );
}

/** Adds a version unless there is one of that number, also when two ask at once. Tells whether it was added. */
export async function insertGuideline(
  db: Database,
  version: NewGuideline & {
    id: string;
    workspaceId: string;
    number: number;
    authorId: string;
    requestHash: string;
    now: Date;
  },
): Promise<boolean> {
  const { id, workspaceId, number, text, tags, freeTags, attributes, summary, authorId, requestHash, now } =
    version;
  const added = await db.$executeRawUnsafe(
    `INSERT INTO guideline (id, workspace_id, number, text, tags, free_tags, attributes, summary, author_id, request_hash,
       created_at)
     VALUES ($1::uuid, $2::uuid, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9::uuid, $10, $11::timestamptz)
     ON CONFLICT (workspace_id, number) DO NOTHING`,
    id,
    workspaceId,
    number,
    text,
    JSON.stringify(tags),
    freeTags,
    JSON.stringify(attributes),
    summary,
    authorId,
    requestHash,
    now,
  );
  return added > 0;
}

/** Whether this very request made that version, whose answer may have got lost. */
export async function isGuidelineOf(
  db: Database,
  version: { workspaceId: string; number: number; requestHash: string; authorId: string },
): Promise<boolean> {
  const { workspaceId, number, requestHash, authorId } = version;
  return (await db.guideline.count({ where: { workspaceId, number, requestHash, authorId } })) > 0;
}
