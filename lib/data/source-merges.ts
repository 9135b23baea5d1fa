import 'server-only';
import type { Database, Prisma } from './database';

/**
 * Keeps others from merging, un-merging or changing these sources, and from attributing anything to them, until the
 * transaction ends. In the order of ids, so that two that want the same ones wait for each other.
 */
export async function lockSources(tx: Prisma.TransactionClient, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    SELECT id FROM source WHERE id = ANY(${[...ids]}::uuid[]) OR survivor_id = ANY(${[...ids]}::uuid[])
    ORDER BY id FOR UPDATE`;
}

/** Makes one source stand for another one and all that was merged into that; what was recorded stays written down. */
export async function mergeInto(tx: Prisma.TransactionClient, id: string, survivorId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE source SET survivor_id = ${survivorId}::uuid WHERE survivor_id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE source SET merged_into_id = ${survivorId}::uuid, survivor_id = ${survivorId}::uuid, version = version + 1
    WHERE id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE attribution_hop SET recorded_id = coalesce(recorded_id, source_id), source_id = ${survivorId}::uuid
    WHERE source_id = ${id}::uuid`;
}

/** Makes a merged source stand for itself again, with what was merged into it before and all that was recorded under them. */
export async function takeOut(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE source SET merged_into_id = NULL, survivor_id = NULL, version = version + 1 WHERE id = ${id}::uuid`;
  await tx.$executeRaw`
    WITH RECURSIVE below AS (
      SELECT id FROM source WHERE merged_into_id = ${id}::uuid
      UNION ALL SELECT s.id FROM source s JOIN below ON s.merged_into_id = below.id
    ) UPDATE source SET survivor_id = ${id}::uuid WHERE id IN (SELECT id FROM below)`;
  await tx.$executeRaw`
    UPDATE attribution_hop SET source_id = ${id}::uuid, recorded_id = nullif(recorded_id, ${id}::uuid)
    WHERE recorded_id = ${id}::uuid OR recorded_id IN (SELECT id FROM source WHERE survivor_id = ${id}::uuid)`;
}

/** What was merged into what at an instant (it included), from the history: the survivor by the id that was merged. */
export async function listSurvivorsAsOf(
  db: Database,
  workspaceId: string,
  until: Date,
): Promise<Map<string, { id: string; name: string; type: string }>> {
  const rows = await db.$queryRaw<{ id: string; into: string | null }[]>`
    SELECT DISTINCT ON (e.subject_id) e.subject_id AS id, e.after->>'mergedInto' AS "into" FROM workspace_event e
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.type IN ('source_merged', 'source_unmerged')
      AND e.created_at <= ${until}::timestamptz
    ORDER BY e.subject_id, e.id DESC`;
  const into = new Map(rows.flatMap((row) => (row.into ? [[row.id, row.into] as const] : [])));
  const ends = [...into].map(([id, next]) => {
    let end = next;
    for (let onward = into.get(end); onward; onward = into.get(end)) end = onward;
    return [id, end] as const;
  });
  const named = await db.source.findMany({
    where: { id: { in: [...new Set(ends.map(([, end]) => end))] } },
    select: { id: true, name: true, type: true },
  });
  const sources = new Map(named.map((source) => [source.id, source]));
  return new Map(ends.flatMap(([id, end]) => (sources.has(end) ? [[id, sources.get(end)!] as const] : [])));
}
