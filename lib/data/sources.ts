import 'server-only';
import { foldedName } from '@/lib/domain/folded-name';
import { belongsToArticle, type RegisteredSource } from '@/lib/domain/source';
import type { Kind, SourceType } from '@/lib/domain/vocabulary';
import type { Database, Prisma } from './database';

export interface SourceRow {
  id: string;
  name: string;
  type: SourceType;
  articleId: string | null;
  version: number;
  /** What it was merged into, and what stands for it now; null for one that stands for itself. */
  mergedIntoId: string | null;
  survivorId: string | null;
}

const ROW = {
  id: true,
  name: true,
  type: true,
  articleId: true,
  version: true,
  mergedIntoId: true,
  survivorId: true,
} satisfies Prisma.SourceSelect;

const sourceFromRow = (row: Prisma.SourceGetPayload<{ select: typeof ROW }>): SourceRow => ({
  ...row,
  type: row.type as SourceType,
});

/** The source with this id, if it belongs to the workspace; also one that was merged. */
export async function findSource(db: Database, workspaceId: string, id: string): Promise<SourceRow | null> {
  const row = await db.source.findFirst({ where: { id, workspaceId }, select: ROW });
  return row && sourceFromRow(row);
}

/** The same, unless what stands for it now is out of the reader's sight: then neither is shown. */
export async function findShownSource(
  db: Database,
  workspaceId: string,
  id: string,
): Promise<SourceRow | null> {
  const source = await findSource(db, workspaceId, id);
  if (!source?.survivorId) return source;
  return (await findSource(db, workspaceId, source.survivorId)) && source;
}

/**
 * The source of this name and type, made when there is none. Named ones are looked up in the workspace, also by
 * their aliases and among those that were merged; anonymous ones and authors in their article. Two writers at once get
 * the same row.
 */
export async function findOrInsertSource(
  tx: Database,
  place: { workspaceId: string; articleId: string | null },
  source: { id: string; name: string; type: SourceType },
): Promise<SourceRow> {
  const folded = foldedName(source.name);
  const scope = belongsToArticle(source.type) ? place.articleId : null;
  const where = { workspaceId: place.workspaceId, articleId: scope, type: source.type };
  const found = await tx.source.findMany({
    where: { ...where, OR: [{ foldedName: folded }, { aliases: { some: { foldedName: folded } } }] },
    select: { ...ROW, foldedName: true },
    orderBy: { createdAt: 'asc' },
  });
  // One that stands for itself goes before one that was merged, a main name before another one.
  const known =
    found.find((row) => row.foldedName === folded && row.mergedIntoId === null) ??
    found.find((row) => row.foldedName === folded) ??
    found.find((row) => row.mergedIntoId === null) ??
    found[0];
  if (known) return sourceFromRow(known);
  await tx.source.createMany({
    data: [
      {
        ...where,
        id: source.id,
        name: source.name.trim(),
        foldedName: folded,
        firstNamedIn: place.articleId,
      },
    ],
    skipDuplicates: true,
  });
  const made = await tx.source.findFirstOrThrow({
    where: { ...where, foldedName: folded, mergedIntoId: null },
    select: ROW,
  });
  return sourceFromRow(made);
}

/** Makes sources that annotations were the first to name the registry's own: somebody registers them themselves. */
export async function registerSources(tx: Database, ids: string[]): Promise<void> {
  await tx.source.updateMany({
    where: { id: { in: ids }, firstNamedIn: { not: null } },
    data: { firstNamedIn: null },
  });
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
  type?: SourceType | undefined;
  /** When set, anonymous sources and authors of this article are listed too; else only what the workspace shares. */
  articleId?: string | undefined;
  limit: number | null;
  after: { name: string; id: string } | null;
}

interface ListedRow {
  id: string;
  name: string;
  type: SourceType;
  articleId: string | null;
  articleTitle: string | null;
  version: number;
  aliases: string[];
  merged: number;
  counts: Partial<Record<Kind, number>> | null;
}

/** A source `s` that stands for itself, with those that were merged into it. */
const SELECT_REGISTERED = `
  SELECT s.id, s.name, s.type, s.article_id AS "articleId", s.version,
    (SELECT t.title FROM article t WHERE t.id = s.article_id) AS "articleTitle",
    ARRAY(SELECT n.name FROM (
        SELECT l.name, l.folded_name FROM source_alias l JOIN source g ON g.id = l.source_id
          WHERE g.id = s.id OR g.survivor_id = s.id
        UNION SELECT g.name, g.folded_name FROM source g WHERE g.survivor_id = s.id) n
      WHERE n.folded_name <> s.folded_name GROUP BY n.name ORDER BY n.name) AS aliases,
    (SELECT count(*)::int FROM source g WHERE g.survivor_id = s.id) AS merged,
    (SELECT json_object_agg(c.kind, c.annotations) FROM (
        SELECT a.kind, count(DISTINCT a.id)::int AS annotations FROM attribution_hop h
        JOIN annotation a ON a.id = h.annotation_id
        WHERE h.source_id = s.id AND a.deleted_at IS NULL GROUP BY a.kind) c) AS counts
  FROM source s`;

function registeredFromRow({ counts, ...row }: ListedRow): RegisteredSource {
  const kinds = { claim: counts?.claim ?? 0, quote: counts?.quote ?? 0, prediction: counts?.prediction ?? 0 };
  return { ...row, kinds, annotations: kinds.claim + kinds.quote + kinds.prediction };
}

/** A source that stands for itself, which this very request has found or made. */
export async function requireRegisteredSource(db: Database, id: string): Promise<RegisteredSource> {
  const rows = await db.$queryRawUnsafe<ListedRow[]>(`${SELECT_REGISTERED} WHERE s.id = $1::uuid`, id);
  return registeredFromRow(rows[0]!);
}

/** Sources by name, at most `limit + 1`; of merged ones that which stands for them, also found by their names. */
export async function listSources(db: Database, listing: SourceListing): Promise<RegisteredSource[]> {
  const words = listing.query ? foldedName(listing.query).split(' ').filter(Boolean) : [];
  const rows = await db.$queryRawUnsafe<ListedRow[]>(
    `${SELECT_REGISTERED}
     WHERE s.workspace_id = $1::uuid AND s.merged_into_id IS NULL
       AND ($2::uuid IS NULL OR s.article_id IS NULL OR s.article_id = $2::uuid)
       AND ($3::text IS NULL OR s.type = $3)
       AND NOT EXISTS (SELECT 1 FROM unnest($4::text[]) AS w WHERE NOT EXISTS (
         SELECT 1 FROM source g WHERE (g.id = s.id OR g.survivor_id = s.id) AND (strpos(g.folded_name, w) > 0
           OR EXISTS (SELECT 1 FROM source_alias l WHERE l.source_id = g.id AND strpos(l.folded_name, w) > 0))))
       AND ($5::text IS NULL OR (s.folded_name, s.id) > ($5, $6::uuid))
     ORDER BY s.folded_name, s.id LIMIT $7::int`,
    listing.workspaceId,
    listing.articleId ?? null,
    listing.type ?? null,
    words,
    listing.after?.name ?? null,
    listing.after?.id ?? null,
    listing.limit === null ? null : listing.limit + 1,
  );
  return rows.map(registeredFromRow);
}

/** Of a source and those merged into it, the one that a name is the name or another name of. */
export async function findNamedAmong(
  db: Database,
  survivorId: string,
  name: string,
): Promise<SourceRow | null> {
  const folded = foldedName(name);
  const row = await db.source.findFirst({
    where: {
      AND: [
        { OR: [{ id: survivorId }, { survivorId }] },
        { OR: [{ foldedName: folded }, { aliases: { some: { foldedName: folded } } }] },
      ],
    },
    orderBy: [{ mergedIntoId: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    select: ROW,
  });
  return row && sourceFromRow(row);
}

/** Another source that stands for itself and has this name and type, in the workspace or, of an article's own, in it. */
export async function findNamesake(
  db: Database,
  workspaceId: string,
  { id, type, articleId }: Pick<SourceRow, 'id' | 'type' | 'articleId'>,
  name: string,
): Promise<SourceRow | null> {
  const row = await db.source.findFirst({
    where: {
      workspaceId,
      type,
      articleId,
      foldedName: foldedName(name),
      mergedIntoId: null,
      id: { not: id },
    },
    select: ROW,
  });
  return row && sourceFromRow(row);
}

export async function updateSource(
  tx: Database,
  id: string,
  { name, type, version }: { name: string; type: SourceType; version: number },
): Promise<void> {
  await tx.source.update({
    where: { id },
    data: { name: name.trim(), foldedName: foldedName(name), type, version },
    select: { id: true },
  });
}

export async function replaceAliases(
  tx: Database,
  sourceId: string,
  aliases: readonly string[],
): Promise<void> {
  await tx.sourceAlias.deleteMany({ where: { sourceId } });
  await insertAliases(tx, sourceId, aliases);
}
