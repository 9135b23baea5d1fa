import 'server-only';
import type { Article, ListedArticle, MetadataBasis } from '@/lib/domain/article';
import type { Region } from '@/lib/domain/region';
import type { ArticleLicence } from '@/lib/domain/licence';
import type { Basis, DatePrecision, TextMode } from '@/lib/domain/vocabulary';
import { type Database, literal, type Prisma } from './database';

/** The columns of an article and its current revision, without the text. */
const ARTICLE_FIELDS = {
  id: true,
  title: true,
  publisher: true,
  byline: true,
  url: true,
  publishedAt: true,
  publishedAtPrecision: true,
  publishedAtBasis: true,
  language: true,
  licence: true,
  licenceUrl: true,
  rightsHolder: true,
  textAllowed: true,
  licenceVersion: true,
  basis: true,
  seq: true,
  createdAt: true,
  workspace: { select: { slug: true } },
} satisfies Prisma.ArticleSelect;

const REVISION_FIELDS = {
  id: true,
  number: true,
  text: true,
  sha256: true,
  regions: true,
} satisfies Prisma.RevisionSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_FIELDS }>;

const dayFromDate = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;
export const dateFromDay = (day: string | null): Date | null => (day ? new Date(`${day}T00:00:00Z`) : null);

function metadataFromRow(row: ArticleRow) {
  return {
    id: row.id,
    workspace: row.workspace.slug,
    title: row.title,
    publisher: row.publisher,
    byline: row.byline,
    url: row.url,
    publishedAt: dayFromDate(row.publishedAt),
    publishedAtPrecision: row.publishedAtPrecision as DatePrecision | null,
    publishedAtBasis: row.publishedAtBasis as Basis | null,
    language: row.language,
    basis: row.basis as unknown as Record<string, MetadataBasis>,
    licence: row.licence,
    licenceUrl: row.licenceUrl,
    rightsHolder: row.rightsHolder,
    textAllowed: row.textAllowed as TextMode | null,
    licenceVersion: row.licenceVersion,
    seq: row.seq,
    createdAt: row.createdAt.toISOString(),
  };
}

/** An article with its current revision, or with the one named. */
export async function findArticle(
  db: Database,
  id: string,
  revisionId: string | null = null,
): Promise<Article | null> {
  const row = await db.article.findUnique({
    where: { id },
    select: {
      ...ARTICLE_FIELDS,
      currentRevision: { select: REVISION_FIELDS },
      revisions: { where: { id: { in: revisionId ? [revisionId] : [] } }, select: REVISION_FIELDS },
      copies: { select: { similarity: true, other: { select: { id: true, title: true, publisher: true } } } },
      copyOf: {
        select: { similarity: true, article: { select: { id: true, title: true, publisher: true } } },
      },
    },
  });
  const revision = revisionId ? row?.revisions[0] : row?.currentRevision;
  if (!row || !revision) return null;
  return {
    ...metadataFromRow(row),
    revision: { ...revision, regions: revision.regions as unknown as Region[] },
    alsoRanIn: [
      ...row.copies.map(({ similarity, other }) => ({ ...other, similarity })),
      ...row.copyOf.map(({ similarity, article }) => ({ ...article, similarity })),
    ].sort((a, b) => b.similarity - a.similarity),
  };
}

/** What is known of an article beside its text. */
export async function requireArticleMetadata(db: Database, id: string) {
  return metadataFromRow(await db.article.findUniqueOrThrow({ where: { id }, select: ARTICLE_FIELDS }));
}

export interface ArticleListing {
  workspaceId: string;
  /** Words that the title, publisher or byline must hold. */
  query?: string;
  limit: number;
  /** Creation time and id of the last article of the page before. */
  after: { createdAt: string; id: string } | null;
}

/** Articles of a workspace, the newest import first, at most `limit + 1`. */
export async function listArticles(db: Database, listing: ArticleListing): Promise<ListedArticle[]> {
  const words = listing.query?.trim().split(/\s+/).filter(Boolean).map(literal) ?? [];
  const rows = await db.article.findMany({
    where: {
      workspaceId: listing.workspaceId,
      currentRevisionId: { not: null },
      AND: [
        ...words.map((word) => ({
          OR: (['title', 'publisher', 'byline'] as const).map((field) => ({
            [field]: { contains: word, mode: 'insensitive' as const },
          })),
        })),
        ...(listing.after
          ? [
              {
                OR: [
                  { createdAt: { lt: new Date(listing.after.createdAt) } },
                  { createdAt: new Date(listing.after.createdAt), id: { lt: listing.after.id } },
                ],
              },
            ]
          : []),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: listing.limit + 1,
    select: {
      ...ARTICLE_FIELDS,
      currentRevision: { select: { id: true, number: true, sha256: true } },
      _count: { select: { annotations: { where: { deletedAt: null } } } },
    },
  });
  return rows.map((row) => ({
    ...metadataFromRow(row),
    revision: row.currentRevision!,
    annotations: row._count.annotations,
  }));
}

export interface NewArticleRow extends ArticleLicence {
  id: string;
  workspaceId: string;
  title: string;
  publisher: string | null;
  byline: string | null;
  url: string | null;
  publishedAt: string | null;
  publishedAtPrecision: DatePrecision | null;
  publishedAtBasis: Basis | null;
  language: string | null;
  basis: Record<string, MetadataBasis>;
  createdAt: Date;
}

export interface NewRevisionRow {
  id: string;
  articleId: string;
  number: number;
  text: string;
  original: string | null;
  sha256: string;
  length: number;
  regions: readonly Region[];
  signature: number[];
  bands: number[];
  createdAt: Date;
}

export async function insertArticle(tx: Database, article: NewArticleRow): Promise<void> {
  await tx.article.create({
    data: {
      ...article,
      publishedAt: dateFromDay(article.publishedAt),
      basis: article.basis as unknown as Prisma.InputJsonValue,
    },
  });
}

/** Inserts a revision and makes it the article's current one. */
export async function insertRevision(tx: Database, revision: NewRevisionRow): Promise<void> {
  await tx.revision.create({
    data: { ...revision, regions: revision.regions as unknown as Prisma.InputJsonValue },
  });
  await tx.article.update({ where: { id: revision.articleId }, data: { currentRevisionId: revision.id } });
}

/** Serialises imports into one workspace, so that the same text arriving twice at once is stored once. */
export async function lockImports(tx: Database, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import:' || ${workspaceId}, 0))`;
}

/** The article of the workspace that has, or had, a revision with this text. */
export async function findArticleByText(
  db: Database,
  workspaceId: string,
  sha256: string,
): Promise<string | null> {
  const row = await db.revision.findFirst({
    where: { sha256, article: { workspaceId } },
    select: { articleId: true },
    orderBy: { createdAt: 'asc' },
  });
  return row?.articleId ?? null;
}

export interface RevisionCandidate {
  id: string;
  title: string;
  publisher: string | null;
  url: string | null;
}

/** Articles of which a new text may be a revision: the same address, or the same publisher. */
export async function listRevisionCandidates(
  db: Database,
  workspaceId: string,
  { url, publisher }: { url: string | null; publisher: string | null },
): Promise<RevisionCandidate[]> {
  if (!url && !publisher) return [];
  return db.article.findMany({
    where: {
      workspaceId,
      currentRevisionId: { not: null },
      OR: [...(url ? [{ url }] : []), ...(publisher ? [{ publisher }] : [])],
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, title: true, publisher: true, url: true },
    take: 2_000,
  });
}

/** The names under which the workspace's articles were published. */
export async function listPublishers(db: Database, workspaceId: string): Promise<string[]> {
  const rows = await db.article.findMany({
    where: { workspaceId, publisher: { not: null } },
    distinct: ['publisher'],
    select: { publisher: true },
    take: 1_000,
  });
  return rows.flatMap(({ publisher }) => publisher ?? []);
}

export interface NearCopyCandidate {
  id: string;
  title: string;
  publisher: string | null;
  text: string;
  regions: Region[];
}

/** Articles whose current text shares a band of its signature, most bands first: likely near-copies. */
export async function listNearCopyCandidates(
  db: Database,
  workspaceId: string,
  bands: readonly number[],
): Promise<NearCopyCandidate[]> {
  if (bands.length === 0) return [];
  return db.$queryRawUnsafe<NearCopyCandidate[]>(
    `SELECT t.id, t.title, t.publisher, r.text, r.regions
     FROM revision r JOIN article t ON t.current_revision_id = r.id
     WHERE t.workspace_id = $1::uuid AND r.bands && $2::int[]
     ORDER BY (SELECT count(*) FROM unnest(r.bands) AS band WHERE band = ANY($2::int[])) DESC, t.id LIMIT 50`,
    workspaceId,
    bands,
  );
}

export async function insertNearCopies(
  tx: Database,
  articleId: string,
  copies: readonly { id: string; similarity: number }[],
): Promise<void> {
  await tx.nearCopy.createMany({
    data: copies.map(({ id, similarity }) => {
      const [first, second] = articleId < id ? [articleId, id] : [id, articleId];
      return { articleId: first, otherId: second, similarity };
    }),
    skipDuplicates: true,
  });
}

/** The article itself and its near-copies: none of them is independent evidence for its claims. */
export async function listOwnArticleIds(db: Database, articleId: string): Promise<Set<string>> {
  const rows = await db.nearCopy.findMany({
    where: { OR: [{ articleId }, { otherId: articleId }] },
    select: { articleId: true, otherId: true },
  });
  return new Set([articleId, ...rows.flatMap((row) => [row.articleId, row.otherId])]);
}

/** Which revision of an article is the current one, whatever pass is open. */
export async function currentRevisionId(db: Database, id: string): Promise<string | null> {
  const row = await db.article.findUnique({ where: { id }, select: { currentRevisionId: true } });
  return row?.currentRevisionId ?? null;
}
