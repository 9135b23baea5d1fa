import type { Route } from 'next';
import Link from 'next/link';
import type { GuideHtml } from './guide-html';
import type { GuidePage } from './guide-pages';
import styles from './guide-text.module.css';

/** A page of the guide with the way to the one before and the one after. */
export function GuideText({
  guide,
  previous,
  next,
}: {
  guide: GuideHtml;
  previous?: GuidePage;
  next?: GuidePage;
}) {
  return (
    <>
      <article className={`prose ${styles.text}`} dangerouslySetInnerHTML={{ __html: guide.html }} />
      {(previous || next) && (
        <nav aria-label="Before and after this page" className={styles.onward}>
          {previous && (
            <Link href={`/help/${previous.slug}` as Route}>
              <span>Before</span>
              {previous.title}
            </Link>
          )}
          {next && (
            <Link href={`/help/${next.slug}` as Route} className={styles.next}>
              <span>Next</span>
              {next.title}
            </Link>
          )}
        </nav>
      )}
    </>
  );
}
