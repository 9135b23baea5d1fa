import type { Route } from 'next';
import type { ReactNode } from 'react';
import { ChevronLeftIcon } from '@/app/_ui/icons';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Article } from '@/lib/domain/article';
import styles from './article-header.module.css';

/** The slim line over the text: what is known of the article, and what can be done with it. */
export function ArticleHeader({
  article,
  about,
  workspaceSlug,
  children,
}: {
  article: Article;
  about: ReactNode;
  workspaceSlug: string;
  children: ReactNode;
}) {
  const { revision, alsoRanIn } = article;
  const revisions = `/${workspaceSlug}/articles/${article.id}/revisions`;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <PlaceLink href={`/${workspaceSlug}/articles` as Route} className={styles.back}>
          <ChevronLeftIcon />
          Articles
        </PlaceLink>
        {about}
        <div className={styles.here}>{children}</div>
      </div>
      {(alsoRanIn.length > 0 || revision.number > 1) && (
        <p className={styles.more}>
          {revision.number > 1 && (
            <PlaceLink href={revisions as Route} className={styles.revision}>
              Revision {revision.number}
            </PlaceLink>
          )}
          {alsoRanIn.length > 0 && (
            <span>
              Also ran in{' '}
              {alsoRanIn.map((other, i) => (
                <span key={other.id}>
                  {i > 0 && ', '}
                  <PlaceLink href={`/${workspaceSlug}/articles/${other.id}` as Route}>
                    {other.publisher ?? other.title}
                  </PlaceLink>
                </span>
              ))}
            </span>
          )}
        </p>
      )}
    </header>
  );
}
