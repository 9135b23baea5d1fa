'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useState } from 'react';
import { Notice } from '@/app/_ui/notice';
import { ShowMore } from '@/app/_ui/show-more';
import { useAnnounce } from '@/app/_ui/toast';
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
  const [added, setAdded] = useState<Page<ListedArticle>>({ items: [], nextCursor: first.nextCursor });
  const [status, setStatus] = useState<'idle' | 'busy' | 'failed'>('idle');
  const announce = useAnnounce();

  const showMore = async () => {
    setStatus('busy');
    const page = await nextPage(slug, words, added.nextCursor!);
    if (!page) return setStatus('failed');
    setStatus('idle');
    setAdded({ items: [...added.items, ...page.items], nextCursor: page.nextCursor });
    announce(`${page.items.length} more shown.`);
  };
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
            {[...first.items, ...added.items].map((article) => (
              <ArticleRow key={article.id} slug={slug} article={article} />
            ))}
          </tbody>
        </table>
      </div>
      {status === 'failed' && (
        <Notice tone="error" title="The next articles could not be fetched">
          Nothing is lost. Check your connection, then press “Show more” again.
        </Notice>
      )}
      {added.nextCursor && (
        <p className={styles.more}>
          <ShowMore onShow={() => void showMore()} busy={status === 'busy'} />
        </p>
      )}
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

async function nextPage(slug: string, words: string, cursor: string): Promise<Page<ListedArticle> | null> {
  const query = new URLSearchParams({ cursor, ...(words && { query: words }) });
  const response = await fetch(`/api/v1/workspaces/${slug}/articles?${query}`).catch(() => null);
  return response?.ok ? ((await response.json()) as Page<ListedArticle>) : null;
}
