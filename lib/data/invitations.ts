import 'server-only';
import type { Role } from '@/lib/domain/vocabulary';
import type { Database } from './database';

/** An invitation that waits for somebody; its link is shown once, when it is made. */
export interface InvitationView {
  id: string;
  role: Role;
  email: string | null;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
}

/** What the holder of an invitation's link may know. */
export interface OpenedInvitation {
  id: string;
  workspace: { id: string; slug: string; name: string };
  role: Role;
  email: string | null;
  invitedBy: string;
  acceptedById: string | null;
  isOpen: boolean;
}

export async function insertInvitation(
  db: Database,
  invitation: {
    id: string;
    workspaceId: string;
    role: Role;
    email: string | null;
    tokenHash: string;
    invitedById: string;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db.invitation.create({ data: invitation });
}

export async function findInvitationByHash(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<OpenedInvitation | null> {
  const row = await db.invitation.findUnique({
    where: { tokenHash },
    include: {
      workspace: { select: { id: true, slug: true, name: true } },
      invitedBy: { select: { name: true } },
    },
  });
  return (
    row && {
      id: row.id,
      workspace: row.workspace,
      role: row.role as Role,
      email: row.email,
      invitedBy: row.invitedBy.name,
      acceptedById: row.acceptedById,
      isOpen: row.acceptedAt === null && row.revokedAt === null && row.expiresAt > now,
    }
  );
}

/** Marks an open invitation as accepted; false when somebody was faster or it was revoked meanwhile. */
export async function markInvitationAccepted(
  db: Database,
  id: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now, acceptedById: userId },
  });
  return count > 0;
}

/** Revokes an invitation that waits. False when the workspace has no such invitation at all. */
export async function markInvitationRevoked(
  db: Database,
  workspaceId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, workspaceId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0 || (await db.invitation.count({ where: { id, workspaceId } })) > 0;
}

/** An owner who is one no longer leaves no open doors. */
export async function markInviterRevoked(
  db: Database,
  workspaceId: string,
  invitedById: string,
  now: Date,
): Promise<void> {
  await db.invitation.updateMany({
    where: { workspaceId, invitedById, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}

/** The invitations of a workspace that can still be accepted, newest first. */
export async function listOpenInvitations(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<InvitationView[]> {
  const rows = await db.invitation.findMany({
    where: { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    include: { invitedBy: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    email: row.email,
    invitedBy: row.invitedBy.name,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}
