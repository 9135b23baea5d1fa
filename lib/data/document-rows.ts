import 'server-only';
import type { DescribedAnnotation, ExportedDocument } from '@/lib/export/records';
import { articlePages } from './article-pages';
import { DESCRIBED_ARTICLE, readDescribed } from './export-rows';
import { instant } from './instant';
import { type Selection, type SelectionSql, selectionSql } from './selection';
import type { Snapshot } from './snapshot';

interface ArticleRow {
  article: ExportedDocument['article'];
  /** The current revision, and those in which an exported annotation was left; of a part often these alone. */
  revisions: Omit<ExportedDocument['revision'], 'text'>[];
}

/**
 * Every article's current text, and older ones that still hold annotations, each with its annotations: articles by
 * creation, revisions by number. One article at a time is in memory, because a connection reads one thing at a time and
 * a text belongs to all annotations in it.
 */
export async function* readDocuments(
  snapshot: Snapshot,
  selection: Selection,
): AsyncGenerator<ExportedDocument> {
  for await (const { article, revisions } of readArticles(snapshot, selection)) {
    const rows: DescribedAnnotation[] = [];
    for await (const row of readDescribed(snapshot, selection, { withText: false, articleId: article.id }))
      rows.push(row);
    for (const revision of revisions)
      yield {
        article,
        revision: { ...revision, text: await readText(snapshot, revision.id) },
        rows: rows.filter(({ annotation }) => annotation.revisionId === revision.id),
      };
  }
}

/** True of `revision r` of `article t` where its text is exported. */
const exportedRevision = ({ annotations, isPart }: SelectionSql, { everyArticle }: Selection): string => {
  const holdsSome = `EXISTS (SELECT 1 FROM annotation a WHERE a.article_id = t.id AND a.revision_id = r.id AND ${annotations})`;
  return isPart && !everyArticle ? holdsSome : `(r.id = t.current_revision_id OR ${holdsSome})`;
};

async function* readArticles(snapshot: Snapshot, selection: Selection): AsyncGenerator<ArticleRow> {
  const sql = selectionSql(selection);
  const revisions = `(SELECT coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'sha256', r.sha256,
      'createdAt', ${instant('r.created_at')}) ORDER BY r.number), '[]')
    FROM revision r WHERE r.article_id = t.id AND ${exportedRevision(sql, selection)}) AS revisions`;
  const columns = [`${DESCRIBED_ARTICLE} AS article`, revisions];
  const asked = { condition: sql.articles, values: sql.values, columns };
  for await (const page of articlePages<ArticleRow>(snapshot, asked)) yield* page;
}

async function readText(snapshot: Snapshot, revisionId: string): Promise<string> {
  const { rows } = await snapshot.query<{ text: string }>('SELECT text FROM revision WHERE id = $1::uuid', [
    revisionId,
  ]);
  return rows[0]!.text;
}

/** How many texts an export of documents holds. */
export async function countDocuments(snapshot: Snapshot, selection: Selection): Promise<number> {
  const sql = selectionSql(selection);
  const { rows } = await snapshot.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM revision r JOIN article t ON t.id = r.article_id
     WHERE t.workspace_id = $1::uuid AND ${exportedRevision(sql, selection)}`,
    [...sql.values],
  );
  return rows[0]!.total;
}
