'use client';
import { use, useRef, useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Thread } from '@/lib/domain/comment';
import type { Abilities } from '@/lib/domain/policy';
import { CommentBox } from './comment-box';
import { CommentItem } from './comment-item';
import { write } from './comment-requests';
import styles from './comments.module.css';
import { DiscussionsContext } from './discussions';

/** A thread: what was said in it, how it stands, and a reply. */
export function CommentThread({
  thread,
  annotation,
  abilities,
  workspaceSlug,
  timeZone,
  seenBefore,
  onChanged,
}: {
  thread: Thread;
  annotation: Annotation;
  abilities: Abilities;
  workspaceSlug: string;
  timeZone: string;
  seenBefore: number;
  onChanged: () => void;
}) {
  const { person } = use(DiscussionsContext);
  const draftKey = { userId: person.id, form: 'comment', about: thread.id };
  const [replies, setReplies] = useState(() => findDraft(draftKey) !== null);
  const [turn, setTurn] = useState(0);
  const replyRef = useRef<HTMLButtonElement>(null);
  const settle = useSettle(thread, onChanged);
  const { resolved, isQuestion } = thread;
  const close = () => {
    setReplies(false);
    requestAnimationFrame(() => replyRef.current?.focus());
  };
  const canResolve = abilities.moderate || (abilities.comment && thread.author.id === person.id);
  return (
    <article
      className={styles.thread}
      aria-label={`${isQuestion ? 'Question' : 'Thread'} by ${thread.author.name}`}
    >
      {(isQuestion || resolved) && (
        <p className={styles.state}>
          {isQuestion && <span data-question={resolved ? 'answered' : 'open'}>Question for the editor</span>}
          {resolved && (
            <span>
              {isQuestion ? 'answered' : 'Resolved'}
              {resolved.by && ` by ${resolved.by.name}`}
            </span>
          )}
        </p>
      )}
      <ol className={styles.list}>
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem
              comment={comment}
              isNew={comment.seq > seenBefore && comment.author.id !== person.id}
              canDelete={abilities.moderate || (abilities.comment && comment.author.id === person.id)}
              canRevise={abilities.comment && comment.author.id === person.id}
              workspaceSlug={workspaceSlug}
              timeZone={timeZone}
              onChanged={onChanged}
            />
          </li>
        ))}
      </ol>
      {replies && abilities.comment ? (
        <CommentBox
          focusTurn={turn}
          draftKey={draftKey}
          saying={{ annotationId: annotation.id, threadId: thread.id }}
          label="Reply"
          verb="Send"
          workspaceSlug={workspaceSlug}
          onSent={() => {
            onChanged();
            close();
          }}
          onClose={close}
        />
      ) : (
        <div className={styles.threadActions}>
          {abilities.comment && (
            <Button
              ref={replyRef}
              size="small"
              variant="bare"
              onClick={() => {
                setReplies(true);
                setTurn(turn + 1);
              }}
            >
              Reply<span className="visually-hidden"> to {thread.author.name}</span>
            </Button>
          )}
          {canResolve && (
            <Button
              size="small"
              variant="bare"
              busy={settle.isBusy}
              onClick={() => settle.run(resolved === null)}
            >
              {resolved ? 'Open again' : isQuestion ? 'Answered' : 'Resolve'}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

/** Resolves a thread or opens it again, and offers the way back. */
function useSettle(thread: Thread, onChanged: () => void) {
  const { person } = use(DiscussionsContext);
  const [isBusy, setBusy] = useState(false);
  const announce = useAnnounce();
  const run = async (isResolved: boolean): Promise<void> => {
    setBusy(true);
    const path = `/threads/${thread.id}/${isResolved ? 'resolve' : 'reopen'}`;
    const done = await write({ method: 'POST', path, userId: person.id });
    setBusy(false);
    if (!done.ok) return announce(`${done.error.message} The thread is as it was.`);
    onChanged();
    announce(isResolved ? 'The thread is resolved.' : 'The thread is open again.', {
      undo: () => void run(!isResolved),
    });
  };
  return { isBusy, run: (isResolved: boolean) => void run(isResolved) };
}
