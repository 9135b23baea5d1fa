import 'server-only';
import type { Affiliation } from '@/lib/domain/affiliation';
import type { Annotation } from '@/lib/domain/annotation';
import type { NameUse } from '@/lib/domain/source-names';
import type { Basis, Kind, SourceType, Status } from '@/lib/domain/vocabulary';
import { selectAnnotations } from './annotation-rows';
import type { Database } from './database';

/** A source that was merged into another one, with its own other names and what is recorded under it. */
export interface MergedSource {
  id: string;
  name: string;
  type: SourceType;
  mergedIntoId: string;
  annotations: number;
  aliases: string[];
}

export async function listMergedSources(db: Database, survivorId: string): Promise<MergedSource[]> {
  return db.$queryRaw<MergedSource[]>`
    SELECT s.id, s.name, s.type, s.merged_into_id AS "mergedIntoId",
      (SELECT count(DISTINCT a.id)::int FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id
        WHERE h.recorded_id = s.id AND a.deleted_at IS NULL) AS annotations,
      ARRAY(SELECT l.name FROM source_alias l WHERE l.source_id = s.id ORDER BY l.folded_name) AS aliases
    FROM source s WHERE s.survivor_id = ${survivorId}::uuid ORDER BY s.folded_name, s.id`;
}

export async function listOwnAliases(db: Database, id: string): Promise<string[]> {
  const rows = await db.sourceAlias.findMany({ where: { sourceId: id }, orderBy: { foldedName: 'asc' } });
  return rows.map(({ name }) => name);
}

/** Under which name, and where, annotations were attributed to a source and those merged into it. */
export async function listNameUses(db: Database, id: string): Promise<NameUse[]> {
  return db.$queryRaw<NameUse[]>`
    SELECT coalesce(h.recorded_id, h.source_id) AS "sourceId", h.name_exact AS "inText", h.named_as AS "namedAs",
      t.id AS "articleId", t.title, count(DISTINCT a.id)::int AS annotations
    FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id JOIN article t ON t.id = a.article_id
    WHERE h.source_id = ${id}::uuid AND a.deleted_at IS NULL
    GROUP BY 1, 2, 3, 4, 5 ORDER BY t.title, t.id`;
}

export async function countStatuses(
  db: Database,
  id: string,
): Promise<{ kind: Kind; status: Status; annotations: number }[]> {
  return db.$queryRaw<{ kind: Kind; status: Status; annotations: number }[]>`
    SELECT a.kind, a.status, count(DISTINCT a.id)::int AS annotations
    FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id
    WHERE h.source_id = ${id}::uuid AND h.position = 0 AND a.deleted_at IS NULL
    GROUP BY a.kind, a.status ORDER BY a.kind, a.status`;
}

interface ByRole {
  source: number;
  relay: number;
}

/** How often it is the one who said it, and one who passed it on. */
export async function countRoles(db: Database, id: string): Promise<ByRole> {
  const [row] = await db.$queryRaw<ByRole[]>`
    SELECT count(DISTINCT a.id) FILTER (WHERE h.position = 0)::int AS source,
      count(DISTINCT a.id) FILTER (WHERE h.position > 0)::int AS relay
    FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id
    WHERE h.source_id = ${id}::uuid AND a.deleted_at IS NULL`;
  return row!;
}

/** Errors that are laid at it by the decision in force on an annotation, while the annotation's status rests on it. */
export async function countErrors(db: Database, id: string): Promise<ByRole> {
  const [row] = await db.$queryRaw<ByRole[]>`
    SELECT count(*) FILTER (WHERE v.error_hop = 0)::int AS source, count(*) FILTER (WHERE v.error_hop > 0)::int AS relay
    FROM verification v JOIN source s ON s.id = v.error_source_id JOIN annotation a ON a.id = v.annotation_id
    WHERE (s.id = ${id}::uuid OR s.survivor_id = ${id}::uuid) AND a.deleted_at IS NULL AND a.recheck_since IS NULL
      AND a.status = v.status
      AND v.seq = (SELECT max(last.seq) FROM verification last LEFT JOIN approval p ON p.verification_id = last.id
        WHERE last.annotation_id = v.annotation_id AND (NOT last.needs_approval OR p.outcome = 'approved'))`;
  return row!;
}

type AffiliationRow = Omit<Affiliation, 'basis'> & { basis: string };

const AFFILIATION = `f.id, f.source_id AS "sourceId", f.role, coalesce(body.name, f.organisation) AS organisation,
  body.id AS "organisationId", f.from_date AS "from", f.until_date AS "until", f.basis, f.note
  FROM source_affiliation f JOIN source s ON s.id = f.source_id
  LEFT JOIN source named ON named.id = f.organisation_id
  LEFT JOIN source body ON body.id = coalesce(named.survivor_id, named.id)`;

const affiliationFromRow = (row: AffiliationRow): Affiliation => ({ ...row, basis: row.basis as Basis });

/** The affiliations of sources and of those merged into them, by the id of the one that stands for them. */
export async function listAffiliations(
  db: Database,
  survivorIds: readonly string[],
): Promise<Map<string, Affiliation[]>> {
  const rows = await db.$queryRawUnsafe<(AffiliationRow & { survivorId: string })[]>(
    `SELECT coalesce(s.survivor_id, s.id) AS "survivorId", ${AFFILIATION}
     WHERE coalesce(s.survivor_id, s.id) = ANY($1::uuid[]) ORDER BY f.created_at, f.id`,
    [...survivorIds],
  );
  const held = new Map<string, Affiliation[]>();
  for (const { survivorId, ...row } of rows)
    held.set(survivorId, [...(held.get(survivorId) ?? []), affiliationFromRow(row)]);
  return held;
}

export async function findAffiliation(db: Database, id: string): Promise<Affiliation | null> {
  const [row] = await db.$queryRawUnsafe<AffiliationRow[]>(`SELECT ${AFFILIATION} WHERE f.id = $1::uuid`, id);
  return row ? affiliationFromRow(row) : null;
}

/** The sources that an article's annotations name: those that stand for them. */
export async function listSourceIdsOf(db: Database, articleId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT h.source_id AS id FROM attribution_hop h JOIN annotation a ON a.id = h.annotation_id
    WHERE a.article_id = ${articleId}::uuid AND a.deleted_at IS NULL`;
  return rows.map(({ id }) => id);
}

/** What a source said or passed on, with the article it stands in. */
export interface SaidAnnotation extends Annotation {
  article: { id: string; title: string; publisher: string | null; publishedAt: string | null };
}

export interface SaidListing {
  sourceId: string;
  kind?: Kind | undefined;
  status?: Status | undefined;
  role?: 'source' | 'relay' | undefined;
  limit: number;
  after: { day: string; id: string } | null;
}

/** The day by which it is ordered; articles without a date come last. */
export const dayOfSaid = ({ article }: SaidAnnotation): string => article.publishedAt ?? '0001-01-01';

/** The latest article first, at most `limit + 1`. */
export async function listSaid(db: Database, listing: SaidListing): Promise<SaidAnnotation[]> {
  const annotations = await selectAnnotations(
    db,
    `JOIN article t ON t.id = a.article_id
     WHERE a.deleted_at IS NULL AND a.layer = 'shared'
       AND EXISTS (SELECT 1 FROM attribution_hop h WHERE h.annotation_id = a.id AND h.source_id = $1::uuid
         AND ($2::text IS NULL OR (h.position = 0) = ($2 = 'source')))
       AND ($3::text IS NULL OR a.kind = $3) AND ($4::text IS NULL OR a.status = $4)
       AND ($5::date IS NULL OR (coalesce(t.published_at, '0001-01-01'), a.id) < ($5::date, $6::uuid))
     ORDER BY coalesce(t.published_at, '0001-01-01') DESC, a.id DESC LIMIT $7::int`,
    [
      listing.sourceId,
      listing.role ?? null,
      listing.kind ?? null,
      listing.status ?? null,
      listing.after?.day ?? null,
      listing.after?.id ?? null,
      listing.limit + 1,
    ],
  );
  const articles = await db.article.findMany({
    where: { id: { in: [...new Set(annotations.map(({ articleId }) => articleId))] } },
    select: { id: true, title: true, publisher: true, publishedAt: true },
  });
  const byId = new Map(articles.map((article) => [article.id, article]));
  return annotations.map((annotation) => {
    const article = byId.get(annotation.articleId)!;
    return {
      ...annotation,
      article: { ...article, publishedAt: article.publishedAt?.toISOString().slice(0, 10) ?? null },
    };
  });
}
