import 'server-only';
import { database } from '@/lib/data/database';
import { markTokenRevoked } from '@/lib/data/tokens';
import { uuidSchema } from '@/lib/domain/ids';
import { canMakeToken, canManage } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** Ends a token at once: one's own, or anybody's as an owner. Revoking it again changes nothing. */
export async function revokeToken(
  context: Context,
  input: { slug: string; id: string },
): Promise<Result<null, Failure>> {
  const access = await requireWorkspace(context, input.slug, canMakeToken);
  if (!access.ok) return access;
  const { workspace, standing } = access.value;
  const id = uuidSchema.safeParse(input.id);
  const userId = canManage(standing) ? null : standing.userId;
  const isThere =
    id.success &&
    (await markTokenRevoked(database(), { id: id.data, workspaceId: workspace.id, userId }, context.now));
  return isThere ? ok(null) : err({ code: 'not_found', message: 'There is no such token.' });
}
