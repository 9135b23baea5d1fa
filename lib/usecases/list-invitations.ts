import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { type InvitationView, listOpenInvitations } from '@/lib/data/invitations';
import { canManage } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** The invitations that nobody has accepted yet. */
export async function listInvitations(
  context: Context,
  input: { slug: string },
): Promise<Result<InvitationView[], Failure>> {
  const access = await requireWorkspace(context, input.slug, canManage);
  if (!access.ok) return access;
  return ok(await listOpenInvitations(databaseFor(access.value), access.value.workspace.id, context.now));
}
