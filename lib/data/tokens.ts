import 'server-only';
import type { TokenScope } from '@/lib/domain/vocabulary';
import type { Database } from './database';

/** Whom a token stands for. */
export interface TokenBearer {
  tokenId: string;
  userId: string;
  name: string;
  scope: TokenScope;
  workspaceId: string;
  lastUsedAt: Date | null;
}

/** A token as the settings page lists it; the token itself is shown once, when it is made. */
export interface TokenView {
  id: string;
  name: string;
  scope: TokenScope;
  user: { id: string; name: string };
  createdAt: string;
  lastUsedAt: string | null;
}

const TOUCH_AFTER_MS = 60_000;

export async function insertToken(
  db: Database,
  token: {
    id: string;
    tokenHash: string;
    name: string;
    scope: TokenScope;
    userId: string;
    workspaceId: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.apiToken.create({ data: token });
}

export async function findTokenBearer(db: Database, tokenHash: string): Promise<TokenBearer | null> {
  const [bearer] = await db.$queryRaw<TokenBearer[]>`
    SELECT t.id AS "tokenId", u.id AS "userId", u.name, t.scope, t.workspace_id AS "workspaceId",
      t.last_used_at AS "lastUsedAt"
    FROM api_token t JOIN app_user u ON u.id = t.user_id
    WHERE t.token_hash = ${tokenHash} AND t.revoked_at IS NULL`;
  return bearer ?? null;
}

/** Notes that a token is in use, at most once a minute: a write for each request would cost more than it tells. */
export async function touchToken(db: Database, bearer: TokenBearer, now: Date): Promise<void> {
  const before = new Date(now.getTime() - TOUCH_AFTER_MS);
  if (bearer.lastUsedAt !== null && bearer.lastUsedAt > before) return;
  await db.$executeRaw`UPDATE api_token SET last_used_at = ${now}
    WHERE id = ${bearer.tokenId}::uuid AND (last_used_at IS NULL OR last_used_at <= ${before})`;
}

/** The tokens of a workspace that still work, newest first; of one user, or of all. */
export async function listActiveTokens(
  db: Database,
  workspaceId: string,
  userId: string | null,
): Promise<TokenView[]> {
  const rows = await db.apiToken.findMany({
    where: { workspaceId, revokedAt: null, ...(userId !== null && { userId }) },
    include: { user: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scope: row.scope as TokenScope,
    user: { id: row.user.id, name: row.user.name },
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Revokes a token of the workspace; of `userId` alone, or of anybody. False when there is no such token. */
export async function markTokenRevoked(
  db: Database,
  token: { id: string; workspaceId: string; userId: string | null },
  now: Date,
): Promise<boolean> {
  const where = {
    id: token.id,
    workspaceId: token.workspaceId,
    ...(token.userId !== null && { userId: token.userId }),
  };
  const { count } = await db.apiToken.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0 || (await db.apiToken.count({ where })) > 0;
}

/** A member who leaves takes no token along. */
export async function markMemberTokensRevoked(
  db: Database,
  workspaceId: string,
  userId: string,
  now: Date,
): Promise<void> {
  await db.apiToken.updateMany({ where: { workspaceId, userId, revokedAt: null }, data: { revokedAt: now } });
}
