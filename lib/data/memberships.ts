import 'server-only';
import type { Role } from '@/lib/domain/vocabulary';
import type { Database } from './database';

export interface MemberView {
  user: { id: string; name: string; email: string };
  role: Role;
  createdAt: string;
}

/**
 * Holds the workspace's row until the transaction ends. Whoever changes who its members are takes it first: two
 * owners who demote each other at the same moment would leave none. Writers of articles do not wait for it.
 */
export async function lockMembers(db: Database, workspaceId: string): Promise<void> {
  await db.$executeRaw`SELECT 1 FROM workspace WHERE id = ${workspaceId}::uuid FOR NO KEY UPDATE`;
}

export async function findRole(db: Database, workspaceId: string, userId: string): Promise<Role | null> {
  const row = await db.membership.findUnique({ where: { workspaceId_userId: { workspaceId, userId } } });
  return (row?.role as Role | undefined) ?? null;
}

export async function upsertMembership(
  db: Database,
  membership: { workspaceId: string; userId: string; role: Role; createdAt: Date },
): Promise<void> {
  const { workspaceId, userId, role } = membership;
  await db.membership.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: membership,
    update: { role },
  });
}

export async function deleteMembership(db: Database, workspaceId: string, userId: string): Promise<void> {
  await db.membership.deleteMany({ where: { workspaceId, userId } });
}

/** Whether somebody else than this user owns the workspace. Ask under {@link lockMembers}. */
export async function hasOtherOwner(db: Database, workspaceId: string, userId: string): Promise<boolean> {
  const others = await db.membership.count({
    where: { workspaceId, role: 'owner', userId: { not: userId } },
  });
  return others > 0;
}

/** The members of a workspace, in the order they came. */
export async function listWorkspaceMembers(db: Database, workspaceId: string): Promise<MemberView[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId },
    include: { user: { select: { id: true, name: true, email: true } } },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
  });
  return rows.map(({ user, role, createdAt }) => ({
    user,
    role: role as Role,
    createdAt: createdAt.toISOString(),
  }));
}

export async function listMemberIds(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db.membership.findMany({ where: { workspaceId }, select: { userId: true } });
  return rows.map(({ userId }) => userId);
}

/** The owner who has been one for longest. */
export async function findFirstOwner(
  db: Database,
  slug: string,
): Promise<{ id: string; name: string } | null> {
  const row = await db.membership.findFirst({
    where: { role: 'owner', workspace: { slug } },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
    select: { user: { select: { id: true, name: true } } },
  });
  return row?.user ?? null;
}

/** Those who check what is marked: editors and owners. */
export async function listCheckerIds(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db.membership.findMany({
    where: { workspaceId, role: { in: ['editor', 'owner'] } },
    select: { userId: true },
  });
  return rows.map(({ userId }) => userId);
}
