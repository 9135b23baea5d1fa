import 'server-only';
import type { Database } from './database';

/** The name of a source of a workspace, or null where it has no such source. */
export async function findSourceName(db: Database, workspaceId: string, id: string): Promise<string | null> {
  const row = await db.source.findFirst({ where: { id, workspaceId }, select: { name: true } });
  return row?.name ?? null;
}
