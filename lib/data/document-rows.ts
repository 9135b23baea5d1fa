import 'server-only';
import type { DescribedAnnotation, ExportedDocument } from '@/lib/export/records';
import { DESCRIBED_ARTICLE, readDescribed } from './export-rows';
import { instant } from './instant';
import type { Snapshot } from './snapshot';

const ARTICLES_AT_ONCE = 100;

interface ArticleRow {
  article: ExportedDocument['article'];
  createdAt: string;
  /** The current revision, and those in which an exported annotation was left. */
  revisions: Omit<ExportedDocument['revision'], 'text'>[];
}

/**
 * Every article's current text, and older ones that still hold annotations, each with its annotations: articles by
 * creation, revisions by number. One article at a time is in memory, because a connection reads one thing at a time and
 * a text belongs to all annotations in it.
 */
export async function* readDocuments(
  snapshot: Snapshot,
  workspaceId: string,
): AsyncGenerator<ExportedDocument> {
  for await (const { article, revisions } of readArticlePages(snapshot, workspaceId)) {
    const rows: DescribedAnnotation[] = [];
    for await (const row of readDescribed(snapshot, workspaceId, { withText: false, articleId: article.id }))
      rows.push(row);
    for (const revision of revisions)
      yield {
        article,
        revision: { ...revision, text: await readText(snapshot, revision.id) },
        rows: rows.filter(({ annotation }) => annotation.revisionId === revision.id),
      };
  }
}

async function* readArticlePages(snapshot: Snapshot, workspaceId: string): AsyncGenerator<ArticleRow> {
  let after: ArticleRow | undefined;
  do {
    const { rows } = await snapshot.query<ArticleRow>(
      `SELECT ${DESCRIBED_ARTICLE} AS article, t.created_at::text AS "createdAt",
         (SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256,
             'createdAt', ${instant('r.created_at')}) ORDER BY r.number), '[]')
           FROM revision r WHERE r.article_id = t.id AND (r.id = t.current_revision_id OR EXISTS (
             SELECT 1 FROM annotation a WHERE a.article_id = t.id AND a.revision_id = r.id AND a.layer = 'shared'
               AND a.deleted_at IS NULL))) AS revisions
       FROM article t WHERE t.workspace_id = $1::uuid
         AND ($2::timestamptz IS NULL OR (t.created_at, t.id) > ($2::timestamptz, $3::uuid))
       ORDER BY t.created_at, t.id LIMIT ${ARTICLES_AT_ONCE}`,
      [workspaceId, after?.createdAt ?? null, after?.article.id ?? null],
    );
    yield* rows;
    after = rows.length === ARTICLES_AT_ONCE ? rows.at(-1) : undefined;
  } while (after);
}

async function readText(snapshot: Snapshot, revisionId: string): Promise<string> {
  const { rows } = await snapshot.query<{ text: string }>('SELECT text FROM revision WHERE id = $1::uuid', [
    revisionId,
  ]);
  return rows[0]!.text;
}

/** How many texts an export of documents holds. */
export async function countDocuments(snapshot: Snapshot, workspaceId: string): Promise<number> {
  const { rows } = await snapshot.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM revision r JOIN article t ON t.id = r.article_id
     WHERE t.workspace_id = $1::uuid AND (r.id = t.current_revision_id OR EXISTS (SELECT 1 FROM annotation a
       WHERE a.article_id = t.id AND a.revision_id = r.id AND a.layer = 'shared' AND a.deleted_at IS NULL))`,
    [workspaceId],
  );
  return rows[0]!.total;
}
