import 'server-only';
import { type AnnotationFilter, addressOfFilter } from '@/lib/domain/annotation-filter';
import type { Subset } from '@/lib/domain/subset';
import type { Database, Prisma } from './database';
import { filterFromStored } from './stored-filter';

/** A subset with its filter in its one form. */
export interface StoredSubset extends Omit<Subset, 'filter' | 'address'> {
  workspaceId: string;
  filter: AnnotationFilter;
}

const ROW = {
  id: true,
  workspaceId: true,
  name: true,
  note: true,
  filter: true,
  version: true,
  author: { select: { id: true, name: true } },
  createdAt: true,
  updatedAt: true,
  deletedAt: true,
} satisfies Prisma.SubsetSelect;

const subsetFromRow = (row: Prisma.SubsetGetPayload<{ select: typeof ROW }>): StoredSubset => ({
  ...row,
  filter: filterFromStored(row.filter),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  deletedAt: row.deletedAt?.toISOString() ?? null,
});

export const shownSubset = ({ workspaceId: _, filter, ...subset }: StoredSubset): Subset => ({
  ...subset,
  filter: filter as Subset['filter'],
  address: addressOfFilter(filter),
});

/** The subset of this name; case does not count. Deleted ones have none. */
export async function findSubset(
  db: Database,
  workspaceId: string,
  name: string,
): Promise<StoredSubset | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM subset WHERE workspace_id = ${workspaceId}::uuid AND deleted_at IS NULL
      AND lower(name) = lower(${name.trim()}::text)`;
  return found ? findSubsetById(db, found.id) : null;
}

/** The subset of this id, also a deleted one. */
export async function findSubsetById(db: Database, id: string): Promise<StoredSubset | null> {
  const row = await db.subset.findUnique({ where: { id }, select: ROW });
  return row && subsetFromRow(row);
}

/** The subsets of a workspace by name, at most `limit + 1`; deleted ones are left out. */
export async function listSubsets(
  db: Database,
  listing: { workspaceId: string; limit: number; after: [name: string, id: string] | null },
): Promise<StoredSubset[]> {
  const { workspaceId, limit, after } = listing;
  const ids = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT id FROM subset WHERE workspace_id = $1::uuid AND deleted_at IS NULL
       ${after ? 'AND (lower(name), id) > (lower($3::text), $4::uuid)' : ''} ORDER BY lower(name), id LIMIT $2::int`,
    workspaceId,
    limit + 1,
    ...(after ?? []),
  );
  const rows = await db.subset.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, select: ROW });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [subsetFromRow(row)] : [];
  });
}

/** Locks a subset until the transaction ends, so that changes of it come one after another. */
export async function lockSubset(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<{ workspaceId: string; requestHash: string } | null> {
  const [row] = await tx.$queryRaw<{ workspaceId: string; requestHash: string }[]>`
    SELECT workspace_id AS "workspaceId", request_hash AS "requestHash" FROM subset WHERE id = ${id}::uuid FOR UPDATE`;
  return row ?? null;
}

/** Serialises what gives names to the subsets of a workspace. */
export async function lockSubsetNames(tx: Prisma.TransactionClient, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('subsets:' || ${workspaceId}, 0))`;
}

export async function insertSubset(
  tx: Database,
  row: {
    id: string;
    workspaceId: string;
    name: string;
    note: string;
    filter: AnnotationFilter;
    authorId: string;
    requestHash: string;
    now: Date;
  },
): Promise<void> {
  const { now, filter, ...data } = row;
  await tx.subset.create({
    data: { ...data, filter: filter as Prisma.InputJsonObject, createdAt: now, updatedAt: now },
  });
}

export async function updateSubset(
  tx: Database,
  id: string,
  change: { name?: string; note?: string; filter?: AnnotationFilter; deletedAt?: Date | null; now: Date },
): Promise<void> {
  const { now, filter, ...data } = change;
  await tx.subset.update({
    where: { id },
    data: {
      ...data,
      ...(filter && { filter: filter as Prisma.InputJsonObject }),
      updatedAt: now,
      version: { increment: 1 },
    },
  });
}

export async function findWorkspaceSlugOfSubset(db: Database, id: string): Promise<string | null> {
  const row = await db.subset.findUnique({
    where: { id },
    select: { workspace: { select: { slug: true } } },
  });
  return row?.workspace.slug ?? null;
}
