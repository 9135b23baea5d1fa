'use client';
import { useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { ArticlePicker } from './article-picker';
import { OwnPassage } from './own-passage';
import { PassagePicker } from './passage-picker';
import styles from './side-by-side.module.css';
import type { Passage } from './verify-draft';

/** Chooses a passage of another article: first the article, then its words, beside the words that are checked. */
export function PassageDialog({
  open,
  onOpenChange,
  workspaceSlug,
  annotation,
  onPick,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspaceSlug: string;
  annotation: Annotation;
  onPick: (passage: Passage) => void;
}) {
  const ownArticleId = annotation.articleId;
  const [article, setArticle] = useState<Article | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const choose = async (id: string) => {
    setIsLoading(true);
    setError(null);
    const found = await getJson<Article>(`/api/v1/articles/${id}`);
    setIsLoading(false);
    if (found.ok) setArticle(found.value.value);
    else setError(found.error.message);
  };
  return (
    <Dialog
      wide={article ? 'full' : true}
      open={open}
      onOpenChange={(next) => {
        if (!next) setArticle(null);
        onOpenChange(next);
      }}
      title={article ? 'Two texts beside each other' : 'A passage of another article'}
      description={article ? null : 'Choose the article it stands in.'}
    >
      {error && (
        <Notice tone="error" title="The article could not be opened">
          {error}
        </Notice>
      )}
      {isLoading ? (
        <Spinner label="Opening the article" showLabel />
      ) : article ? (
        <div className={styles.both}>
          <OwnPassage annotation={annotation} />
          <section className={styles.side} aria-label="The other article">
            <div>
              <h3 className={styles.heading}>{article.title}</h3>
              {article.publisher && <p className="soft small">{article.publisher}</p>}
            </div>
            <PassagePicker
              key={article.id}
              article={article}
              isOwn={article.id === ownArticleId || article.alsoRanIn.some(({ id }) => id === ownArticleId)}
              onBack={() => setArticle(null)}
              onPick={(passage) => {
                setArticle(null);
                onPick(passage);
              }}
            />
          </section>
        </div>
      ) : (
        <ArticlePicker
          workspaceSlug={workspaceSlug}
          ownArticleId={ownArticleId}
          onChoose={(id) => void choose(id)}
        />
      )}
    </Dialog>
  );
}
