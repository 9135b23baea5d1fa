import 'server-only';
import { database } from '@/lib/data/database';
import {
  listAllWorkspaces,
  listUserWorkspaces,
  type OwnWorkspace,
  type WorkspaceView,
} from '@/lib/data/workspaces';
import { ok } from '@/lib/domain/result';
import type { Context } from './context';
import type { OperatorContext } from './operator-context';

/** The workspaces that one is a member of. */
export async function listWorkspaces({ actor }: Context): Promise<{ ok: true; value: OwnWorkspace[] }> {
  return ok(await listUserWorkspaces(database(), actor.userId, actor.tokenWorkspaceId));
}

/** Every workspace of the installation, oldest first, for whoever runs a command on the server. */
export const listEveryWorkspace: (
  context: OperatorContext,
) => Promise<{ ok: true; value: WorkspaceView[] }> = async () => ok(await listAllWorkspaces(database()));
