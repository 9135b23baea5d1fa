import 'server-only';
import type { Pass } from '@/lib/domain/pass';
import type { Kind, PassState } from '@/lib/domain/vocabulary';
import { lockArticle } from './article-lock';
import { blindTo, databaseFor, readAs, type Reader } from './blind-reading';
import { type Database, database, type Prisma, snapshot } from './database';
import { instant } from './instant';

/**
 * Whether the pass `p` may be seen by the user whom the parameter names (invariant 7): one's own always; another's once it
 * is revealed, except while one annotates the same article blind. Whatever reads layers other than the shared one asks
 * this; all else reads the views `annotation`, `event` and `source`, which hold no pass.
 */
export const passVisibleTo = (
  userId: string,
): string => `(p.annotator_id = ${userId}::uuid OR (p.state = 'revealed'
  AND NOT EXISTS (SELECT 1 FROM pass own WHERE own.article_id = p.article_id AND own.annotator_id = ${userId}::uuid
    AND own.state = 'open')))`;

/** Whether the pass `p` may be told to everybody: it is revealed, and nobody annotates the article blind. */
export const passVisibleToAll = `(p.state = 'revealed'
  AND NOT EXISTS (SELECT 1 FROM pass blind WHERE blind.article_id = p.article_id AND blind.state = 'open'))`;

/**
 * Opens a pass to this transaction: until it ends, the views show that layer beside what its reader sees of the shared one,
 * and what is written is of it. Only for whoever may see the pass.
 */
export async function enterPass(tx: Prisma.TransactionClient, reader: Reader, passId: string): Promise<void> {
  await readAs(tx, reader);
  await tx.$executeRaw`SELECT set_config('touchstone.pass', ${passId}, true)`;
}

/** Opens one's own open pass to a transaction that writes in it. */
export async function enterOwnPass(tx: Prisma.TransactionClient, passId: string): Promise<void> {
  const [reader] = await tx.$queryRawUnsafe<Reader[]>(
    `SELECT ${blindTo('p.annotator_id')} AS "blindTo" FROM pass p WHERE p.id = $1::uuid`,
    passId,
  );
  if (!reader) throw new Error(`pass ${passId} vanished`);
  await enterPass(tx, reader, passId);
}

/** Reads in the shared layer or, where a pass is named, with that pass beside it. */
export function readInPass<T>(
  reader: Reader,
  passId: string | null,
  read: (db: Database) => Promise<T>,
): Promise<T> {
  if (passId === null) return read(databaseFor(reader));
  return snapshot(async (tx) => {
    await enterPass(tx, reader, passId);
    return read(tx);
  });
}

const SELECT_PASS = `
  SELECT p.id, p.article_id AS "articleId", p.revision_id AS "revisionId", p.state,
    json_build_object('id', u.id, 'name', u.name) AS annotator,
    (SELECT count(*)::int FROM every_annotation a WHERE a.pass_id = p.id AND a.deleted_at IS NULL) AS annotations,
    CASE WHEN p.state = 'open' THEN '{}' ELSE p.complete_kinds END AS "completeKinds",
    ${instant('p.opened_at')} AS "openedAt", ${instant('p.submitted_at')} AS "submittedAt",
    ${instant('p.revealed_at')} AS "revealedAt"
  FROM pass p JOIN app_user u ON u.id = p.annotator_id`;

/** The user's own pass on an article. */
export async function findOwnPass(db: Database, articleId: string, userId: string): Promise<Pass | null> {
  const [pass] = await db.$queryRawUnsafe<Pass[]>(
    `${SELECT_PASS} WHERE p.article_id = $1::uuid AND p.annotator_id = $2::uuid`,
    articleId,
    userId,
  );
  return pass ?? null;
}

/** The passes on an article that were revealed, as far as the user may see them. */
export function listRevealedPasses(db: Database, articleId: string, userId: string): Promise<Pass[]> {
  return db.$queryRawUnsafe<Pass[]>(
    `${SELECT_PASS} WHERE p.article_id = $1::uuid AND p.state = 'revealed' AND ${passVisibleTo('$2')}
     ORDER BY p.opened_at, p.id`,
    articleId,
    userId,
  );
}

/** Whose passes on an article are not revealed yet, by name: for editors, and no word of what is in them. */
export function listAwaitedPasses(
  db: Database,
  articleId: string,
): Promise<{ annotator: Pass['annotator']; state: 'open' | 'submitted' }[]> {
  return db.$queryRawUnsafe(
    `SELECT json_build_object('id', u.id, 'name', u.name) AS annotator, p.state
     FROM pass p JOIN app_user u ON u.id = p.annotator_id
     WHERE p.article_id = $1::uuid AND p.state <> 'revealed' ORDER BY u.name, u.id`,
    articleId,
  );
}

/** Locks the user's own pass on an article until the transaction ends; makes it, on the current revision, where there is none. */
export async function lockOrInsertPass(
  tx: Prisma.TransactionClient,
  pass: { id: string; articleId: string; annotatorId: string; now: Date },
): Promise<{ id: string; state: PassState }> {
  const { id, articleId, annotatorId, now } = pass;
  await tx.$executeRaw`
    INSERT INTO pass (id, article_id, annotator_id, revision_id, opened_at)
    SELECT ${id}::uuid, t.id, ${annotatorId}::uuid, t.current_revision_id, ${now}::timestamptz
    FROM article t WHERE t.id = ${articleId}::uuid
    ON CONFLICT (article_id, annotator_id) DO NOTHING`;
  const [row] = await tx.$queryRaw<{ id: string; state: PassState }[]>`
    SELECT id, state FROM pass WHERE article_id = ${articleId}::uuid AND annotator_id = ${annotatorId}::uuid
    FOR UPDATE`;
  if (!row) throw new Error(`the pass on article ${articleId} vanished`);
  return row;
}

/** Those of the users who annotate an article blind. */
export async function listBlindTo(articleId: string, userIds: readonly string[]): Promise<Set<string>> {
  const rows = await database().pass.findMany({
    where: { articleId, annotatorId: { in: [...userIds] }, state: 'open' },
    select: { annotatorId: true },
  });
  return new Set(rows.map(({ annotatorId }) => annotatorId));
}

/**
 * Locks an open pass until the transaction ends and returns the number for its next event, so that its events are numbered
 * without gaps and apart from all others; null where it is not open any more.
 */
export async function nextSeqOfPass(tx: Prisma.TransactionClient, passId: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ seq: number }[]>`
    UPDATE pass SET seq = seq + 1 WHERE id = ${passId}::uuid AND state = 'open' RETURNING seq`;
  return row?.seq ?? null;
}

export async function submitOpenPass(
  tx: Prisma.TransactionClient,
  passId: string,
  completeKinds: readonly Kind[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE pass SET state = 'submitted', submitted_at = ${now}::timestamptz, complete_kinds = ${completeKinds} WHERE id = ${passId}::uuid AND state = 'open'`;
}

/** Reveals the submitted passes on an article. */
export async function revealSubmittedPasses(
  tx: Prisma.TransactionClient,
  reveal: { articleId: string; actorId: string; now: Date },
): Promise<void> {
  const { articleId, actorId, now } = reveal;
  await tx.$executeRaw`
    UPDATE pass SET state = 'revealed', revealed_at = ${now}::timestamptz, revealed_by_id = ${actorId}::uuid
    WHERE article_id = ${articleId}::uuid AND state = 'submitted'`;
}

/**
 * Gives the sources that were first named in the revealed passes on an article to everybody, once nobody annotates it
 * blind any more: before, they would tell whoever does whom others attributed to. For after every submission and reveal;
 * of two at once the later one finds what the other did, because both take the article's lock.
 */
export async function shareSourcesNobodyIsBlindTo(
  tx: Prisma.TransactionClient,
  articleId: string,
): Promise<void> {
  await lockArticle(tx, articleId);
  const passes = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM pass p WHERE p.article_id = ${articleId}::uuid AND p.state = 'revealed'
      AND NOT EXISTS (SELECT 1 FROM pass other WHERE other.article_id = p.article_id AND other.state = 'open')
    ORDER BY p.opened_at, p.id`;
  for (const { id } of passes) await shareSourcesOfPass(tx, id);
}

/**
 * Makes those that the registry has by now, by name or alias, stand for their namesakes of the pass, and lets the others
 * join it. What was written stays recorded, as it does where a source of the registry is named.
 */
async function shareSourcesOfPass(tx: Prisma.TransactionClient, passId: string): Promise<void> {
  const replaced = await tx.$queryRaw<{ id: string; into: string; survivor: string; isBlamed: boolean }[]>`
    WITH named AS (
      SELECT s.id, s.name, s.folded_name, known.id AS known_id, known.survivor_id, known.folded_name AS known_name
      FROM every_source s CROSS JOIN LATERAL (
        SELECT k.id, k.survivor_id, k.folded_name FROM every_source k
        WHERE k.layer = 'shared' AND k.workspace_id = s.workspace_id AND k.type = s.type
          AND k.article_id IS NOT DISTINCT FROM s.article_id
          AND (k.folded_name = s.folded_name
            OR EXISTS (SELECT 1 FROM source_alias l WHERE l.source_id = k.id AND l.folded_name = s.folded_name))
        ORDER BY (k.folded_name = s.folded_name) DESC, (k.merged_into_id IS NULL) DESC, k.created_at LIMIT 1
        FOR KEY SHARE OF k) known
      WHERE s.pass_id = ${passId}::uuid
    ), put_down AS (
      UPDATE attribution_hop h SET source_id = coalesce(named.survivor_id, named.known_id),
        recorded_id = CASE WHEN named.survivor_id IS NOT NULL THEN named.known_id END,
        named_as = coalesce(h.named_as, CASE WHEN named.known_name <> named.folded_name THEN named.name END)
      FROM named WHERE h.source_id = named.id
    )
    SELECT id, known_id AS "into", coalesce(survivor_id, known_id) AS survivor,
      EXISTS (SELECT 1 FROM every_verification v WHERE v.error_source_id = named.id) AS "isBlamed" FROM named`;
  // A verdict is never changed: the namesake that one blames stays, merged into what stands for it.
  for (const { id, into, survivor } of replaced.filter(({ isBlamed }) => isBlamed))
    await tx.$executeRaw`
      UPDATE every_source SET layer = 'shared', merged_into_id = ${into}::uuid, survivor_id = ${survivor}::uuid
      WHERE id = ${id}::uuid`;
  const forgotten = replaced.filter(({ isBlamed }) => !isBlamed).map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM every_source WHERE id = ANY(${forgotten}::uuid[])`;
  await tx.$executeRaw`UPDATE every_source SET layer = 'shared' WHERE pass_id = ${passId}::uuid`;
}
