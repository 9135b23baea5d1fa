import type { Route } from 'next';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import type { ImportPreview, KinArticle } from '@/lib/domain/import-preview';
import styles from './kin-notices.module.css';

/** What the workspace has already that this text resembles: the same, an earlier version of it, or copies. */
export function KinNotices({
  slug,
  preview: { duplicateOf, revisionOf, nearCopies },
  saving,
  onSaveRevision,
}: {
  slug: string;
  preview: ImportPreview;
  saving: string | null;
  onSaveRevision: (articleId: string) => void;
}) {
  if (duplicateOf)
    return (
      <Notice title="This very text is here already">
        <p>
          <ArticleLink slug={slug} article={{ ...duplicateOf, publisher: null }} /> has it, word for word. It
          is not stored twice.
        </p>
      </Notice>
    );
  const copies = nearCopies.filter((copy) => !revisionOf.some(({ id }) => id === copy.id));
  return (
    <>
      {revisionOf.map((article) => (
        <Notice
          key={article.id}
          title="This may be a new version of an article that is here"
          action={
            <Button busy={saving === article.id} onClick={() => !saving && onSaveRevision(article.id)}>
              Save as a new revision
            </Button>
          }
        >
          <p>
            <ArticleLink slug={slug} article={article} /> {WHY[article.why]}. As a new revision it keeps that
            article’s title and date, and carries the annotations over: those whose words changed ask for a
            new check.
          </p>
        </Notice>
      ))}
      {copies.length > 0 && (
        <Notice title={copies.length === 1 ? 'Also ran in' : `Also ran in ${copies.length} other articles`}>
          <ul className={styles.copies}>
            {copies.map((copy) => (
              <li key={copy.id}>
                <ArticleLink slug={slug} article={copy} />{' '}
                <span className="soft figures">{`${Math.floor(copy.similarity * 100)}\u00a0% alike`}</span>
              </li>
            ))}
          </ul>
          <p>It can be stored all the same. Copies do not count as evidence for each other.</p>
        </Notice>
      )}
    </>
  );
}

const WHY = { same_url: 'has the same web address', same_title: 'has nearly the same title' } as const;

/** Opens beside this page: the pasted text is not stored yet. */
function ArticleLink({ slug, article }: { slug: string; article: KinArticle }) {
  return (
    <>
      <a href={`/${slug}/articles/${article.id}` as Route} target="_blank" rel="noopener">
        {article.title}
        <span className="visually-hidden"> (opens in a new tab)</span>
      </a>
      {article.publisher && <span className="soft"> ({article.publisher})</span>}
    </>
  );
}
