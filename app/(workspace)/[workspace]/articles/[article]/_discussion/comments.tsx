'use client';
import { use, useEffect, useRef, useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { Button } from '@/app/_ui/button';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Thread } from '@/lib/domain/comment';
import type { Abilities } from '@/lib/domain/policy';
import { CommentBox } from './comment-box';
import { CommentThread } from './comment-thread';
import styles from './comments.module.css';
import { DiscussionsContext } from './discussions';
import { useThreads } from './use-threads';

/** What is said about an annotation, and the place to say more. */
export function Comments({
  annotation,
  abilities,
  workspaceSlug,
  timeZone,
  isHeld,
}: {
  annotation: Annotation;
  abilities: Abilities;
  workspaceSlug: string;
  timeZone: string;
  /** What stands above is still to come: nothing is shown yet that it would move. */
  isHeld: boolean;
}) {
  const { id, discussion } = annotation;
  const { threads: read, hasFailed, reload } = useThreads(id, discussion.seq);
  const threads = isHeld ? null : read;
  const seenBefore = useReading(id, threads);
  const shared = { annotation, abilities, workspaceSlug, timeZone, seenBefore, onChanged: reload };
  const isOpen = ({ id, resolved }: Thread): boolean => resolved === null || id === pointedThread();
  const open = threads?.filter(isOpen) ?? [];
  const resolved = threads?.filter((thread) => !isOpen(thread)) ?? [];
  return (
    <section className={styles.comments} aria-label="Comments">
      {hasFailed && (
        <p className={styles.failed} role="status">
          The comments could not be loaded.{' '}
          <Button variant="link" size="small" onClick={reload}>
            Try again
          </Button>
        </p>
      )}
      {threads === null && !hasFailed && <Spinner label="Loading the comments" showLabel />}
      {open.map((thread) => (
        <CommentThread key={thread.id} thread={thread} {...shared} />
      ))}
      {resolved.length > 0 && (
        <details className={styles.resolved}>
          <summary>
            {resolved.length === 1 ? '1 resolved thread' : `${resolved.length} resolved threads`}
          </summary>
          {resolved.map((thread) => (
            <CommentThread key={thread.id} thread={thread} {...shared} />
          ))}
        </details>
      )}
      {abilities.comment && (
        <Begin
          annotation={annotation}
          workspaceSlug={workspaceSlug}
          isHeld={isHeld || (threads === null && !hasFailed)}
          onSent={reload}
        />
      )}
    </section>
  );
}

/** The thread that the address points to: a notification led here. */
const pointedThread = (): string | null => new URLSearchParams(location.search).get('thread');

/** Marks what is shown as read while somebody can see it. The answer is how far they had read when they opened it. */
function useReading(annotationId: string, threads: Thread[] | null): number {
  const { marks, markRead } = use(DiscussionsContext);
  const [seenBefore] = useState(() => marks.get(annotationId) ?? 0);
  const last = Math.max(0, ...(threads ?? []).flatMap(({ comments }) => comments.map(({ seq }) => seq)));
  const isNew = last > (marks.get(annotationId) ?? 0);
  useEffect(() => {
    if (!isNew) return;
    const mark = () => document.visibilityState === 'visible' && markRead(annotationId, last);
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [annotationId, last, isNew, markRead]);
  return seenBefore;
}

/** The buttons that begin a thread, and its box. A draft that was kept opens it. */
function Begin({
  annotation,
  workspaceSlug,
  isHeld,
  onSent,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  /** The threads are still to come. By its key a comment can be begun all the same. */
  isHeld: boolean;
  onSent: () => void;
}) {
  const { person } = use(DiscussionsContext);
  const draftKey = { userId: person.id, form: 'comment', about: annotation.id };
  const [asks, setAsks] = useState<boolean | null>(
    () => findDraft<{ asks: boolean }>(draftKey)?.asks ?? null,
  );
  const [turn, setTurn] = useState(0);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const begin = (isQuestion: boolean) => {
    setAsks(isQuestion);
    setTurn(turn + 1);
  };
  const close = () => {
    setAsks(null);
    // The button comes back with the next rendering.
    requestAnimationFrame(() => buttonRef.current?.focus());
  };
  if (asks !== null)
    return (
      <>
        <button type="button" hidden data-begin-comment onClick={() => setTurn(turn + 1)} />
        <CommentBox
          key={String(asks)}
          focusTurn={turn}
          draftKey={draftKey}
          saying={{ annotationId: annotation.id, ...(asks && { question: true }) }}
          label={asks ? 'Question for the editor' : 'Comment'}
          verb={asks ? 'Ask the editor' : 'Send'}
          workspaceSlug={workspaceSlug}
          onSent={() => {
            onSent();
            close();
          }}
          onClose={close}
        />
      </>
    );
  if (isHeld) return <button type="button" hidden data-begin-comment onClick={() => begin(false)} />;
  return (
    <div className={styles.begin}>
      <Button
        ref={buttonRef}
        size="small"
        data-begin-comment
        aria-keyshortcuts="m"
        onClick={() => begin(false)}
      >
        Comment
      </Button>
      <Button size="small" variant="bare" onClick={() => begin(true)}>
        Ask the editor
      </Button>
    </div>
  );
}
