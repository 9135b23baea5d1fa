'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { dayInBrief } from '@/app/_ui/dates';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { Page } from '@/lib/domain/page';
import type { RelatedPassage } from '@/lib/domain/related-passage';
import styles from './related-passages.module.css';
import type { Passage } from './verify-draft';

/** So many are asked for at once; further down there is little that helps. */
const AT_ONCE = 5;

/** Passages of other articles that may bear on an annotation, found by machine; each can be taken as evidence. */
export function RelatedPassages({
  annotationId,
  onTake,
}: {
  annotationId: string;
  onTake: (passage: Passage) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.related} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Passages of other articles that may bear on this</summary>
      {isOpen && <Listing annotationId={annotationId} onTake={onTake} />}
    </details>
  );
}

function Listing({ annotationId, onTake }: { annotationId: string; onTake: (passage: Passage) => void }) {
  const [passages, setPassages] = useState<RelatedPassage[] | null>(null);
  const [cursor, setCursor] = useState<string | null>('');
  const [error, setError] = useState<string | null>(null);
  const [isTaken, setIsTaken] = useState<ReadonlySet<string>>(new Set());
  const [wanted, setWanted] = useState('');

  useEffect(() => {
    const leaving = new AbortController();
    const query = new URLSearchParams({ limit: String(AT_ONCE), ...(wanted && { cursor: wanted }) });
    void getJson<Page<RelatedPassage>>(
      `/api/v1/annotations/${annotationId}/related?${query}`,
      leaving.signal,
    ).then((answer) => {
      if (leaving.signal.aborted) return;
      if (!answer.ok) return setError(answer.error.message);
      const { items, nextCursor } = answer.value.value;
      setError(null);
      setCursor(nextCursor);
      setPassages((before) => [...(before ?? []), ...items]);
    });
    return () => leaving.abort();
  }, [annotationId, wanted]);

  if (error)
    return (
      <Notice tone="error" title="The passages could not be listed">
        {error}
      </Notice>
    );
  if (!passages) return <Spinner label="Looking for passages" showLabel />;
  if (passages.length === 0)
    return (
      <p className="soft small">There is no other article yet. Passages will stand here once there is.</p>
    );
  return (
    <>
      <p className="soft small">
        Found by comparing words and names, the likeliest first. Read before you take one.
      </p>
      <ol className={styles.list}>
        {passages.map((related) => {
          const key = `${related.articleId} ${related.spans[0]!.start}`;
          return (
            <li key={key} className={styles.item}>
              <blockquote className={styles.words} dir="auto">
                {related.spans[0]!.exact}
              </blockquote>
              <p className="soft small">
                {[
                  related.article.title,
                  related.article.publisher,
                  related.article.publishedAt && dayInBrief(related.article.publishedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {related.reasons.length > 0 && (
                <p className="soft small">It {related.reasons.join(', and ')}.</p>
              )}
              <Button
                size="small"
                disabled={isTaken.has(key)}
                onClick={() => {
                  setIsTaken((before) => new Set(before).add(key));
                  onTake(passageFrom(related));
                }}
              >
                {isTaken.has(key) ? 'Taken as evidence' : 'Take as evidence'}
              </Button>
            </li>
          );
        })}
      </ol>
      {cursor && (
        <Button variant="link" size="small" onClick={() => setWanted(cursor)}>
          Show more passages
        </Button>
      )}
    </>
  );
}

const passageFrom = ({ articleId, revisionId, spans, article, isCopy }: RelatedPassage): Passage => ({
  articleId,
  articleTitle: article.title,
  publisher: article.publisher,
  revisionId,
  span: { start: spans[0]!.start, end: spans[0]!.end },
  excerpt: spans[0]!.exact,
  isOwn: isCopy,
});
