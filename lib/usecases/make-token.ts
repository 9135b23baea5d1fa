import 'server-only';
import { newApiToken, tokenHash } from '@/lib/auth/secret-token';
import type { Database } from '@/lib/data/database';
import { insertToken } from '@/lib/data/tokens';
import type { TokenScope } from '@/lib/domain/vocabulary';
import type { Context } from './context';

export interface CreatedToken {
  id: string;
  token: string;
}

/** Makes an API token. It is shown once; the database keeps its hash. */
export async function makeToken(
  db: Database,
  { now, newId }: Pick<Context, 'now' | 'newId'>,
  given: { name: string; scope: TokenScope; userId: string; workspaceId: string },
): Promise<CreatedToken> {
  const id = newId();
  const token = newApiToken();
  await insertToken(db, { ...given, id, tokenHash: tokenHash(token), createdAt: now });
  return { id, token };
}
