import 'server-only';
import type { WorkspaceEventType } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { Prisma } from './generated/prisma/client';

/** One entry in the history of what belongs to no annotation; `subjectId` names what it happened to. */
export interface NewWorkspaceEvent {
  workspaceId: string;
  type: WorkspaceEventType;
  subjectId: string;
  before: Prisma.InputJsonValue | null;
  after: Prisma.InputJsonValue | null;
  /** Tells a repeated request from a new one. */
  requestHash: string;
  /** Null where the app did it by itself. */
  actorId: string | null;
  now: Date;
}

export interface WorkspaceEvent {
  id: number;
  type: WorkspaceEventType;
  subjectId: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
  actor: { id: string; name: string } | null;
  createdAt: string;
}

export async function insertWorkspaceEvent(tx: Database, event: NewWorkspaceEvent): Promise<void> {
  const { now, before, after, ...row } = event;
  await tx.workspaceEvent.create({
    data: {
      ...row,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
      createdAt: now,
    },
  });
}

/** The newest first, at most `limit + 1`; `before` is the id of the last one that was shown. */
export async function listWorkspaceEvents(
  db: Database,
  listing: {
    workspaceId: string;
    subjectId?: string;
    types?: readonly WorkspaceEventType[];
    limit: number;
    before?: number | null;
  },
): Promise<WorkspaceEvent[]> {
  const rows = await db.workspaceEvent.findMany({
    where: {
      workspaceId: listing.workspaceId,
      ...(listing.subjectId && { subjectId: listing.subjectId }),
      ...(listing.types && { type: { in: [...listing.types] } }),
      ...(listing.before && { id: { lt: listing.before } }),
    },
    orderBy: { id: 'desc' },
    take: listing.limit + 1,
    include: { actor: { select: { id: true, name: true } } },
  });
  return rows.map((row) => ({
    id: Number(row.id),
    type: row.type as WorkspaceEventType,
    subjectId: row.subjectId,
    before: row.before,
    after: row.after,
    actor: row.actor,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** Whether this very request has written an event about the subject already. */
export async function hasWorkspaceEventOf(
  db: Database,
  subjectId: string,
  requestHash: string,
): Promise<boolean> {
  return (
    (await db.workspaceEvent.findFirst({ where: { subjectId, requestHash }, select: { id: true } })) !== null
  );
}
