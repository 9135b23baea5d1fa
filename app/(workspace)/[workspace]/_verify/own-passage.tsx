'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { wordOfKind } from '@/app/_marks/words';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Article } from '@/lib/domain/article';
import { isHiddenRole } from '@/lib/domain/hidden-role';
import { paragraphsOf } from '@/lib/domain/region-edit';
import { TextIndex } from '@/lib/domain/text-index';
import { PassageText } from './passage-text';
import styles from './side-by-side.module.css';

/** The words that are checked, where they stand in their own article: beside the text that may bear on them. */
export function OwnPassage({ annotation }: { annotation: Annotation }) {
  const article = useArticle(annotation.articleId);
  return (
    <section className={styles.side} aria-label="The words that are checked">
      <h3 className={styles.heading}>{article?.title ?? wordOfKind(annotation.kind)}</h3>
      {!article ? (
        <Spinner label="Opening the article" />
      ) : article.revision.id === annotation.revisionId ? (
        <MarkedText article={article} annotation={annotation} />
      ) : (
        // An older text has the words, the current one has lost them.
        <blockquote dir="auto">{wordsOf(annotation)}</blockquote>
      )}
    </section>
  );
}

function MarkedText({ article, annotation }: { article: Article; annotation: Annotation }) {
  const index = useMemo(() => new TextIndex(article.revision.text), [article]);
  const paragraphs = useMemo(
    () => paragraphsOf(index, article.revision.regions).filter(({ role }) => !isHiddenRole(role)),
    [index, article],
  );
  const marked = { start: annotation.spans[0]!.start, end: annotation.spans.at(-1)!.end };
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [root, mark] = [text.current, text.current?.querySelector('mark')];
    // Not `scrollIntoView`, which would move the dialog too.
    if (root && mark) root.scrollTop = mark.offsetTop - root.offsetTop - root.clientHeight / 3;
  }, []);
  return (
    <PassageText
      ref={text}
      index={index}
      paragraphs={paragraphs}
      marked={marked}
      label="Text of the article that the words stand in"
    />
  );
}

function useArticle(id: string): Article | null {
  const [article, setArticle] = useState<Article | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    void getJson<Article>(`/api/v1/articles/${id}`, asked.signal).then((answer) => {
      if (answer.ok && !asked.signal.aborted) setArticle(answer.value.value);
    });
    return () => asked.abort();
  }, [id]);
  return article;
}
