import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { countUnread } from '@/lib/data/notifications';
import { listUserWorkspaces } from '@/lib/data/workspaces';
import { abilitiesOf, type Abilities, canRead } from '@/lib/domain/policy';
import { ok, type Result } from '@/lib/domain/result';
import type { Role } from '@/lib/domain/vocabulary';
import { type AccessRefusal, requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';
import { remindOfDue } from './remind-of-due';

export interface ShownWorkspace {
  workspace: WorkspaceAccess['workspace'];
  role: Role;
  abilities: Abilities;
  /** The other workspaces that the actor could go to, by name. */
  others: { slug: string; name: string }[];
  /** How many of the actor's notifications here they have not read. */
  unread: number;
}

/** A workspace as its frame shows it: its name, what one may do in it, and where else one belongs. */
export async function showWorkspace(
  context: Context,
  input: { slug: string },
): Promise<Result<ShownWorkspace, AccessRefusal>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const { workspace, standing } = access.value;
  const { userId, tokenWorkspaceId } = context.actor;
  await remindOfDue(context, workspace);
  const [own, unread] = await Promise.all([
    listUserWorkspaces(databaseFor(access.value), userId, tokenWorkspaceId),
    countUnread(databaseFor(access.value), workspace.id, userId),
  ]);
  return ok({
    workspace,
    role: standing.role!,
    abilities: abilitiesOf(standing),
    others: own.filter(({ id }) => id !== workspace.id).map(({ slug, name }) => ({ slug, name })),
    unread,
  });
}
