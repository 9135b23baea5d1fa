'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { MoreItems, useMoreItems } from '@/app/_forms/more-items';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { dayInBrief } from '@/app/_ui/dates';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { FoundAnnotation } from '@/lib/domain/found-annotation';
import type { Page } from '@/lib/domain/page';
import { dayIn } from '@/lib/domain/prediction';
import styles from '../annotations.module.css';

/** One line an annotation. What "Show more" fetches is added below what is there. */
export function FoundTable({
  slug,
  timeZone,
  query,
  first,
}: {
  slug: string;
  timeZone: string;
  /** The filter and order, as the query of the API. */
  query: string;
  first: Page<FoundAnnotation>;
}) {
  const { items, more } = useMoreItems(
    first,
    (cursor) => `/api/v1/workspaces/${slug}/annotations?${query}&cursor=${cursor}`,
  );
  return (
    <>
      <div className="table-scroll">
        <table className={`table table-fold ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">Words</th>
              <th scope="col" className={styles.kind}>
                Kind
              </th>
              <th scope="col" className={styles.source}>
                Source
              </th>
              <th scope="col" className={styles.article}>
                Article
              </th>
              <th scope="col" className={styles.status}>
                Status
              </th>
              <th scope="col" className={styles.day}>
                Marked
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <FoundLine key={item.id} slug={slug} timeZone={timeZone} item={item} />
            ))}
          </tbody>
        </table>
      </div>
      <MoreItems what="annotations" more={more} className={styles.bottom} />
    </>
  );
}

function FoundLine({ slug, timeZone, item }: { slug: string; timeZone: string; item: FoundAnnotation }) {
  const { article, attribution } = item;
  const [hop] = attribution;
  return (
    <tr>
      <th scope="row">
        <Link
          href={`/${slug}/articles/${article.id}#annotation-${item.id}` as Route}
          className={styles.words}
          prefetch={false}
        >
          {wordsOf(item) || 'Words that are not in the text any more'}
        </Link>
      </th>
      <td>
        <KindMark kind={item.kind} />
      </td>
      <td>{hop ? hop.source.name : ''}</td>
      <td>
        {article.title}
        {article.publishedAt && <span className={styles.published}> {dayInBrief(article.publishedAt)}</span>}
      </td>
      <td>
        <StatusGlyph status={item.status} />
      </td>
      <td>
        <time dateTime={item.createdAt}>{dayInBrief(dayIn(timeZone, new Date(item.createdAt)))}</time>
      </td>
    </tr>
  );
}
