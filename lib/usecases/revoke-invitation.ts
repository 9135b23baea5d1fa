import 'server-only';
import { database } from '@/lib/data/database';
import { markInvitationRevoked } from '@/lib/data/invitations';
import { uuidSchema } from '@/lib/domain/ids';
import { canManage } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** Closes an invitation. Revoking it again changes nothing; one that was accepted stays accepted. */
export async function revokeInvitation(
  context: Context,
  input: { slug: string; id: string },
): Promise<Result<null, Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  const id = uuidSchema.safeParse(input.id);
  const isThere =
    id.success && (await markInvitationRevoked(database(), access.value.workspace.id, id.data, context.now));
  return isThere ? ok(null) : err({ code: 'not_found', message: 'There is no such invitation.' });
}
