'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { dayInBrief } from '@/app/_ui/dates';
import type { Page } from '@/lib/domain/page';
import type { SettlingProposal } from '@/lib/domain/proposition';
import styles from './related-passages.module.css';
import type { Passage } from './verify-draft';

/** Passages of later articles that may settle a prediction; each can be taken as evidence. Silent where there are none. */
export function SettlingPassages({
  annotationId,
  workspaceSlug,
  onTake,
}: {
  annotationId: string;
  workspaceSlug: string;
  onTake: (passage: Passage) => void;
}) {
  const [proposals, setProposals] = useState<SettlingProposal[]>([]);
  const [isTaken, setIsTaken] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const leaving = new AbortController();
    const query = new URLSearchParams({ annotationId, limit: '5' });
    void getJson<Page<SettlingProposal>>(
      `/api/v1/workspaces/${workspaceSlug}/settling?${query}`,
      leaving.signal,
    ).then((answer) => {
      if (!leaving.signal.aborted && answer.ok) setProposals(answer.value.value.items);
    });
    return () => leaving.abort();
  }, [annotationId, workspaceSlug]);
  if (proposals.length === 0) return null;
  return (
    <section className={styles.related} aria-label="May be settled by">
      <p>May be settled by</p>
      <ol className={styles.list}>
        {proposals.map(({ id, passage, reasons }) => (
          <li key={id} className={styles.item}>
            <blockquote className={styles.words} dir="auto">
              {passage.words}
            </blockquote>
            <p className="soft small">
              {[
                passage.article.title,
                passage.article.publisher,
                passage.article.publishedAt && dayInBrief(passage.article.publishedAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p className="soft small">{reasons.join(' ')}</p>
            <Button
              size="small"
              disabled={isTaken.has(id)}
              onClick={() => {
                setIsTaken((before) => new Set(before).add(id));
                onTake(passageFrom(passage));
              }}
            >
              {isTaken.has(id) ? 'Taken as evidence' : 'Take as evidence'}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}

const passageFrom = ({
  articleId,
  revisionId,
  start,
  end,
  words,
  article,
}: SettlingProposal['passage']): Passage => ({
  articleId,
  articleTitle: article.title,
  publisher: article.publisher,
  revisionId,
  span: { start, end },
  excerpt: words,
  isOwn: false,
});
