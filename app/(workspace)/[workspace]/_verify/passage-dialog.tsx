'use client';
import { useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Article } from '@/lib/domain/article';
import { ArticlePicker } from './article-picker';
import { PassagePicker } from './passage-picker';
import type { Passage } from './verify-draft';

/** Chooses a passage of another article: first the article, then its words. */
export function PassageDialog({
  open,
  onOpenChange,
  workspaceSlug,
  ownArticleId,
  onPick,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspaceSlug: string;
  ownArticleId: string;
  onPick: (passage: Passage) => void;
}) {
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
      wide
      open={open}
      onOpenChange={(next) => {
        if (!next) setArticle(null);
        onOpenChange(next);
      }}
      title={article ? article.title : 'A passage of another article'}
      description={article ? article.publisher : 'Choose the article it stands in.'}
    >
      {error && (
        <Notice tone="error" title="The article could not be opened">
          {error}
        </Notice>
      )}
      {isLoading ? (
        <Spinner label="Opening the article" showLabel />
      ) : article ? (
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
