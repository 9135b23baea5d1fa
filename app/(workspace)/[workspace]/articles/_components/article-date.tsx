import { dayInBrief, dayInWords } from '@/app/_ui/dates';
import type { ListedArticle } from '@/lib/domain/article';
import styles from './article-table.module.css';

/** A publication date as exactly as it is known, and whether it was printed or concluded. */
export function ArticleDate({
  article: { publishedAt, publishedAtPrecision: precision, publishedAtBasis: basis },
}: {
  article: Pick<ListedArticle, 'publishedAt' | 'publishedAtPrecision' | 'publishedAtBasis'>;
}) {
  if (!publishedAt) return <span className="soft">No date</span>;
  const isDay = precision === null || precision === 'day';
  return (
    <>
      <time dateTime={isDay ? publishedAt : publishedAt.slice(0, precision === 'year' ? 4 : 7)}>
        {isDay ? dayInBrief(publishedAt) : dayInWords(publishedAt, precision)}
      </time>
      {basis === 'inferred' && <span className={styles.basis}> inferred</span>}
    </>
  );
}
