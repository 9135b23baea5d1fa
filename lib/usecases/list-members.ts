import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listWorkspaceMembers } from '@/lib/data/memberships';
import { canManage, canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/vocabulary';
import { requireWorkspace } from './access';
import type { Context } from './context';

export interface ListedMember {
  user: { id: string; name: string; email: string | null };
  role: Role;
  createdAt: string;
}

/** Who belongs to a workspace, in the order they came. Addresses are for those who manage members. */
export async function listMembers(
  context: Context,
  input: { slug: string },
): Promise<Result<ListedMember[], Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const members = await listWorkspaceMembers(databaseFor(access.value), access.value.workspace.id);
  if (canManage(access.value.standing)) return ok(members);
  return ok(members.map((member) => ({ ...member, user: { ...member.user, email: null } })));
}
