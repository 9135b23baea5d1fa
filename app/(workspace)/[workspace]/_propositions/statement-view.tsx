import type { Route } from 'next';
import Link from 'next/link';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { dayInBrief } from '@/app/_ui/dates';
import type { ShownStatement } from '@/lib/domain/proposition';
import styles from './propositions.module.css';

/** Where the words stand: the annotation's note, or the passage. */
export const placeOf = (slug: string, statement: ShownStatement): Route => {
  const { articleId, annotationId, start, end } = statement;
  const place = annotationId ? `annotation-${annotationId}` : `passage-${start}-${end}`;
  return `/${slug}/articles/${articleId}#${place}` as Route;
};

/** Words as an article has them, with who says them, where and when, and how they were judged. */
export function StatementView({ slug, statement }: { slug: string; statement: ShownStatement }) {
  const { words, kind, status, source, article } = statement;
  return (
    <figure className={styles.statement}>
      <blockquote className={styles.words} dir="auto">
        <Link href={placeOf(slug, statement)}>{words}</Link>
      </blockquote>
      <figcaption className={styles.about}>
        {source && <span className={styles.source}>{source.name}</span>}
        <span>
          {[article.title, article.publisher].filter(Boolean).join(', ')}
          {article.publishedAt && (
            <>
              {' · '}
              <time dateTime={article.publishedAt}>{dayInBrief(article.publishedAt)}</time>
            </>
          )}
        </span>
        <span className={styles.marks}>
          {kind ? <KindMark kind={kind} /> : <span>Not marked yet</span>}
          {status && <StatusGlyph status={status} />}
        </span>
      </figcaption>
    </figure>
  );
}
