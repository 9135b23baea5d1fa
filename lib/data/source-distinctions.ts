import 'server-only';
import type { Database } from './database';

interface Pair {
  sourceId: string;
  otherId: string;
}

const ordered = ({ sourceId, otherId }: Pair): Pair =>
  sourceId < otherId ? { sourceId, otherId } : { sourceId: otherId, otherId: sourceId };

/** Whether it was not known before. */
export async function insertDistinction(
  tx: Database,
  { actorId, now, ...pair }: Pair & { actorId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.sourceDistinction.createMany({
    data: [{ ...ordered(pair), actorId, createdAt: now }],
    skipDuplicates: true,
  });
  return count > 0;
}

/** Whether there was one. */
export async function deleteDistinction(tx: Database, pair: Pair): Promise<boolean> {
  const { count } = await tx.sourceDistinction.deleteMany({ where: ordered(pair) });
  return count > 0;
}

/** The pairs of a workspace's sources that are known to be two, each by the ids that stand for them now. */
export async function listDistinctions(db: Database, workspaceId: string): Promise<[string, string][]> {
  const rows = await db.$queryRaw<{ a: string; b: string }[]>`
    SELECT coalesce(s.survivor_id, s.id) AS a, coalesce(o.survivor_id, o.id) AS b
    FROM source_distinction d JOIN source s ON s.id = d.source_id JOIN source o ON o.id = d.other_id
    WHERE s.workspace_id = ${workspaceId}::uuid`;
  return rows.map(({ a, b }) => [a, b]);
}
