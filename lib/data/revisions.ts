import 'server-only';
import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { AnchorRecord, ListedRevision } from '@/lib/domain/revision-report';
import type { AnchorState } from '@/lib/domain/vocabulary';
import type { Database } from './database';
import { instant } from './instant';

type RevisionRow = Pick<ListedRevision, 'id' | 'number' | 'sha256' | 'length' | 'createdAt'> & {
  toCheck: number;
};
interface OutcomeRow {
  createdAt: string;
  actorId: string;
  actorName: string;
  state: AnchorState;
  count: number;
}

/**
 * The revisions of an article with a number below `before`, the newest first, at most `limit`. What each did, and who
 * added it, is read from the events it wrote: they bear the revision's own instant and are never changed.
 */
export async function listRevisions(
  db: Database,
  articleId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<ListedRevision[]> {
  const rows = await db.$queryRawUnsafe<RevisionRow[]>(
    `SELECT r.id, r.number, r.sha256, r.length, ${instant('r.created_at')} AS "createdAt",
       (SELECT count(*)::int FROM annotation a WHERE a.article_id = r.article_id AND a.layer = 'shared'
          AND a.deleted_at IS NULL AND a.recheck_since = r.number) AS "toCheck"
     FROM revision r WHERE r.article_id = $1::uuid AND ($2::int IS NULL OR r.number < $2::int)
     ORDER BY r.number DESC LIMIT $3`,
    articleId,
    before,
    limit,
  );
  const outcomes = await db.$queryRawUnsafe<OutcomeRow[]>(
    `SELECT ${instant('e.created_at')} AS "createdAt", e.actor_id AS "actorId", u.name AS "actorName",
       e.after->>'anchor' AS state, (count(*) FILTER (WHERE e.before->>'deletedAt' IS NULL))::int AS count
     FROM event e JOIN app_user u ON u.id = e.actor_id
     WHERE e.article_id = $1::uuid AND e.layer = 'shared' AND e.type = 'annotation_reanchored'
     GROUP BY e.created_at, e.actor_id, u.name, e.after->>'anchor'`,
    articleId,
  );
  return rows.map((row) => {
    const own = outcomes.filter(({ createdAt }) => createdAt === row.createdAt);
    const anchors = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    for (const { state, count } of own) anchors[state] += count;
    const addedBy = own[0] ? { id: own[0].actorId, name: own[0].actorName } : null;
    return { ...row, addedBy, anchors };
  });
}

/** The texts of a revision and of the one before it; null when the article has no revision of this number. */
export async function findRevisionTexts(
  db: Database,
  articleId: string,
  number: number,
): Promise<{
  text: string;
  createdAt: Date;
  previous: { id: string; number: number; text: string } | null;
} | null> {
  const rows = await db.revision.findMany({
    where: { articleId, number: { lte: number } },
    orderBy: { number: 'desc' },
    take: 2,
    select: { id: true, number: true, text: true, createdAt: true },
  });
  const [row, previous] = rows;
  return row?.number === number
    ? { text: row.text, createdAt: row.createdAt, previous: previous ?? null }
    : null;
}

/** The annotations of an article just before and just after a revision, those left out that were deleted by then. */
export async function listCarried(
  db: Database,
  articleId: string,
  revisionCreatedAt: Date,
): Promise<{ before: Annotation; after: Annotation }[]> {
  const rows = await db.event.findMany({
    where: { articleId, layer: 'shared', type: 'annotation_reanchored', createdAt: revisionCreatedAt },
    orderBy: { seq: 'asc' },
    select: { before: true, after: true },
  });
  return (rows as unknown as { before: Annotation; after: Annotation }[]).filter(
    ({ before }) => !before.deletedAt,
  );
}

/** Where an annotation lies in a revision, with that revision's text. */
export type AnchorRow = Pick<AnchorRecord, 'revision' | 'state' | 'spans'> & { text: string };

/** The anchors of an annotation, the oldest revision first. */
export async function listAnchors(db: Database, annotationId: string): Promise<AnchorRow[]> {
  const rows = await db.anchor.findMany({
    where: { annotationId },
    orderBy: { revision: { number: 'asc' } },
    select: {
      state: true,
      revision: { select: { id: true, number: true, createdAt: true, text: true } },
      spans: {
        orderBy: { position: 'asc' },
        select: { start: true, end: true, exact: true, prefix: true, suffix: true },
      },
    },
  });
  return rows.map(({ state, spans, revision: { text, createdAt, ...revision } }) => ({
    revision: { ...revision, createdAt: createdAt.toISOString() },
    state: state as AnchorState,
    spans,
    text,
  }));
}

/** The spans of an annotation in a revision; none when its words are not there or it was made later. */
export const listAnchorSpans = (db: Database, annotationId: string, revisionId: string): Promise<Span[]> =>
  db.anchorSpan.findMany({
    where: { annotationId, revisionId },
    orderBy: { position: 'asc' },
    select: { start: true, end: true },
  });
