import 'server-only';
import type { Database } from './database';

/** Those of the articles that belong to the workspace. */
export async function articleIdsIn(
  db: Database,
  workspaceId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await db.article.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
