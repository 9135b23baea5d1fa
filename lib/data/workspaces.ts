import 'server-only';
import type { Role } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { insertShippedGuideline } from './guidelines';

export interface WorkspaceView {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
}
export interface OwnWorkspace extends WorkspaceView {
  role: Role;
}

const VIEW = { id: true, slug: true, name: true, timeZone: true } as const;

export const findWorkspace = (db: Database, slug: string): Promise<WorkspaceView | null> =>
  db.workspace.findUnique({ where: { slug }, select: VIEW });

/**
 * Makes the workspace, with the guideline that the app brings along, unless the slug is taken, also when two ask at once.
 * Tells whether it was made.
 */
export async function insertWorkspace(
  db: Database,
  workspace: WorkspaceView & { createdAt: Date },
): Promise<boolean> {
  const { count } = await db.workspace.createMany({ data: [workspace], skipDuplicates: true });
  if (count > 0) await insertShippedGuideline(db, { workspaceId: workspace.id, now: workspace.createdAt });
  return count > 0;
}

export const updateWorkspace = (
  db: Database,
  id: string,
  change: { name?: string; timeZone?: string },
): Promise<WorkspaceView> => db.workspace.update({ where: { id }, data: change, select: VIEW });

/** Every workspace of the installation, oldest first. */
export const listAllWorkspaces = (db: Database): Promise<WorkspaceView[]> =>
  db.workspace.findMany({ select: VIEW, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

/** The workspaces that the user is a member of, by name; only one of them for the bearer of a token. */
export async function listUserWorkspaces(
  db: Database,
  userId: string,
  onlyId: string | null,
): Promise<OwnWorkspace[]> {
  const rows = await db.membership.findMany({
    where: { userId, ...(onlyId !== null && { workspaceId: onlyId }) },
    select: { role: true, workspace: { select: VIEW } },
    orderBy: [{ workspace: { name: 'asc' } }, { workspace: { slug: 'asc' } }],
  });
  return rows.map(({ role, workspace }) => ({ ...workspace, role: role as Role }));
}
