import type { Route } from 'next';
import Link from 'next/link';
import type { ListedArticle } from '@/lib/domain/article';
import styles from './demo-welcome.module.css';

/** The name in addresses of the workspace that an empty installation is given. */
export const DEMO_SLUG = 'demo';
/** The sample article in which all three kinds are nested and most statuses can be seen. */
const RICHEST_TITLE = 'Committee backs bridge repair, seven votes to two';

/** What a newcomer does first in the demo: three steps, a minute in all. */
export function DemoWelcome({ articles }: { articles: readonly ListedArticle[] }) {
  const first = articles.find((article) => article.title === RICHEST_TITLE) ?? articles[0];
  if (!first) return null;
  return (
    <section className={styles.welcome} aria-label="First steps">
      <p>
        This is a newsroom to try things in. Six invented articles tell how a bridge in the invented town of
        Saltmarrow broke, and what was said about it.
      </p>
      <ol>
        <li>
          <Link href={`/${DEMO_SLUG}/articles/${first.id}` as Route}>
            Read an article with its margin notes
          </Link>
          : who claimed, said and foretold what, and whether it held.
        </li>
        <li>
          <Link href={`/${DEMO_SLUG}/predictions` as Route}>See which predictions came true</Link>. One is
          overdue: the last article holds its outcome, and you can record it.
        </li>
        <li>
          <Link href={`/${DEMO_SLUG}/articles/import` as Route}>Paste an article of your own</Link>, mark a
          sentence and press C, Q or P.
        </li>
      </ol>
    </section>
  );
}
