import 'server-only';
import { database } from '@/lib/data/database';
import { listActiveTokens, type TokenView } from '@/lib/data/tokens';
import { canManage, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** The tokens of a workspace that work: all of them for an owner, one's own for anybody else. */
export async function listTokens(
  context: Context,
  input: { slug: string },
): Promise<Result<TokenView[], Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { workspace, standing } = access.value;
  return ok(await listActiveTokens(database(), workspace.id, canManage(standing) ? null : standing.userId));
}
