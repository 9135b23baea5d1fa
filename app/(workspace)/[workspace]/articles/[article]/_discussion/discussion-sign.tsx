'use client';
import { use } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { discussionInWords } from './discussion-words';
import styles from './discussion-sign.module.css';
import { DiscussionsContext, isUnread } from './discussions';

/** On a closed card: that something is said about it, that the editor is asked, and that it is new to the reader. */
export function DiscussionSign({ annotation }: { annotation: Annotation }) {
  const { marks } = use(DiscussionsContext);
  const { discussion } = annotation;
  if (discussion.comments === 0) return null;
  const isNew = isUnread(annotation, marks);
  return (
    <span className={styles.sign} data-unread={isNew || undefined}>
      {discussion.question === 'open' && (
        <span className={styles.question} aria-hidden="true">
          ?
        </span>
      )}
      <span>{discussionInWords(discussion, isNew)}</span>
    </span>
  );
}
