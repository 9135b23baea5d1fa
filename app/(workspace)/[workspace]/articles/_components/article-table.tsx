'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { MoreItems, useMoreItems } from '@/app/_forms/more-items';
import type { ListedArticle } from '@/lib/domain/article';
import type { Page } from '@/lib/domain/page';
import { ArticleDate } from './article-date';
import styles from './article-table.module.css';

/** One line a row. What "Show more" fetches is added below what is there. */
export function ArticleTable({
  slug,
  words,
  first,
}: {
  slug: string;
  words: string;
  first: Page<ListedArticle>;
}) {
  const { items, more } = useMoreItems(
    first,
    (cursor) =>
      `/api/v1/workspaces/${slug}/articles?cursor=${cursor}${words && `&query=${encodeURIComponent(words)}`}`,
  );
  return (
    <>
      <div className="table-scroll">
        <table className={`table table-fold ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">Title</th>
              <th scope="col" className={styles.publisher}>
                Publisher
              </th>
              <th scope="col" className={styles.date}>
                Published
              </th>
              <th scope="col" className={`number ${styles.count}`}>
                Annotations
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((article) => (
              <ArticleRow key={article.id} slug={slug} article={article} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreItems what="articles" more={more} className={styles.more} />
    </>
  );
}

function ArticleRow({ slug, article }: { slug: string; article: ListedArticle }) {
  return (
    <tr>
      <th scope="row">
        <Link
          href={`/${slug}/articles/${article.id}` as Route}
          title={article.title}
          className={styles.title}
        >
          {article.title}
        </Link>
      </th>
      <td title={article.publisher ?? undefined}>
        {article.publisher}
        {article.licence && (
          <span className={styles.licence} title={`Licence: ${article.licence}`}>
            {article.licence}
          </span>
        )}
      </td>
      <td>
        <ArticleDate article={article} />
      </td>
      <td className="number">
        {article.annotations}
        <span className={styles.unit}> {article.annotations === 1 ? 'annotation' : 'annotations'}</span>
      </td>
    </tr>
  );
}
