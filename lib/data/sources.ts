import 'server-only';
import { foldedName } from '@/lib/domain/folded-name';
import { belongsToArticle, type RegisteredSource } from '@/lib/domain/source';
import type { SourceType } from '@/lib/domain/vocabulary';
import { type Database, literal, type Prisma } from './database';

export interface SourceRow {
  id: string;
  type: SourceType;
}

/** The source with this id, if it belongs to the workspace. */
export async function findSource(db: Database, workspaceId: string, id: string): Promise<SourceRow | null> {
  const row = await db.source.findFirst({ where: { id, workspaceId }, select: { id: true, type: true } });
  return row && { id: row.id, type: row.type as SourceType };
}

/**
 * The source of this name and type, made when there is none. Named ones are looked up in the workspace, also by
 * their aliases; anonymous ones and authors in their article. Two writers at once get the same row.
 */
export async function findOrInsertSource(
  tx: Database,
  place: { workspaceId: string; articleId: string | null },
  source: { id: string; name: string; type: SourceType },
): Promise<SourceRow> {
  const folded = foldedName(source.name);
  const scope = belongsToArticle(source.type) ? place.articleId : null;
  const where = { workspaceId: place.workspaceId, articleId: scope, type: source.type };
  const found = await tx.source.findFirst({
    where: { ...where, OR: [{ foldedName: folded }, { aliases: { some: { foldedName: folded } } }] },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  });
  if (found) return { id: found.id, type: source.type };
  await tx.source.createMany({
    data: [{ ...where, id: source.id, name: source.name.trim(), foldedName: folded }],
    skipDuplicates: true,
  });
  const made = await tx.source.findFirstOrThrow({
    where: { ...where, foldedName: folded },
    select: { id: true },
  });
  return { id: made.id, type: source.type };
}

export async function insertAliases(
  tx: Database,
  sourceId: string,
  aliases: readonly string[],
): Promise<void> {
  await tx.sourceAlias.createMany({
    data: aliases.map((name) => ({ sourceId, name: name.trim(), foldedName: foldedName(name) })),
    skipDuplicates: true,
  });
}

export interface SourceListing {
  workspaceId: string;
  /** Words that a name or alias must hold. */
  query?: string | undefined;
  /** When set, anonymous sources and authors of this article are listed too; else only what the workspace shares. */
  articleId?: string | undefined;
  limit: number;
  after: { name: string; id: string } | null;
}

const REGISTERED = {
  id: true,
  name: true,
  type: true,
  articleId: true,
  aliases: { select: { name: true }, orderBy: { name: 'asc' } },
  _count: { select: { hops: { where: { annotation: { deletedAt: null } } } } },
} satisfies Prisma.SourceSelect;

const registeredFromRow = ({
  _count,
  aliases,
  type,
  ...row
}: Prisma.SourceGetPayload<{ select: typeof REGISTERED }>): RegisteredSource => ({
  ...row,
  type: type as SourceType,
  aliases: aliases.map((alias) => alias.name),
  annotations: _count.hops,
});

/** A source that this very transaction has found or made. */
export async function requireRegisteredSource(db: Database, id: string): Promise<RegisteredSource> {
  return registeredFromRow(await db.source.findUniqueOrThrow({ where: { id }, select: REGISTERED }));
}

/** Sources by name, at most `limit + 1`. */
export async function listSources(db: Database, listing: SourceListing): Promise<RegisteredSource[]> {
  const words = listing.query ? foldedName(listing.query).split(' ').filter(Boolean).map(literal) : [];
  const rows = await db.source.findMany({
    where: {
      workspaceId: listing.workspaceId,
      ...(listing.articleId && { OR: [{ articleId: null }, { articleId: listing.articleId }] }),
      AND: [
        ...words.map((word) => ({
          OR: [{ foldedName: { contains: word } }, { aliases: { some: { foldedName: { contains: word } } } }],
        })),
        ...(listing.after
          ? [
              {
                OR: [
                  { foldedName: { gt: listing.after.name } },
                  { foldedName: listing.after.name, id: { gt: listing.after.id } },
                ],
              },
            ]
          : []),
      ],
    },
    orderBy: [{ foldedName: 'asc' }, { id: 'asc' }],
    take: listing.limit + 1,
    select: REGISTERED,
  });
  return rows.map(registeredFromRow);
}
