'use client';
import { use, useState } from 'react';
import { findDraft } from '@/app/_forms/kept-drafts';
import { useKeptDraft } from '@/app/_forms/use-kept-draft';
import { Button } from '@/app/_ui/button';
import type { Comment } from '@/lib/domain/comment';
import { bodyFromTyped, typedFromBody } from '@/lib/domain/comment-text';
import { err } from '@/lib/domain/result';
import { membersOf, write } from './comment-requests';
import styles from './comments.module.css';
import { DiscussionsContext } from './discussions';
import { MentionArea } from './mention-area';

/** One's own comment with other words. */
export function CommentEdit({
  comment,
  workspaceSlug,
  onSaved,
  onUndone,
  onClose,
}: {
  comment: Comment;
  workspaceSlug: string;
  /** It is saved; `undo` gives it the words that it had. */
  onSaved: (saved: Comment, undo: () => void) => void;
  onUndone: () => void;
  onClose: () => void;
}) {
  const { person } = use(DiscussionsContext);
  const draftKey = { userId: person.id, form: 'comment-edit', about: comment.id };
  const [before] = useState(() => typedFromBody(comment.body, comment.mentions));
  const [kept] = useState(() => findDraft<{ words: string; version: number }>(draftKey));
  const [words, setWords] = useState(kept?.words ?? before);
  const [version, setVersion] = useState(kept?.version ?? comment.version);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const forget = useKeptDraft(draftKey, words === before ? null : { words, version });
  const close = () => {
    forget();
    onClose();
  };
  const revise = (body: string, base: number) =>
    write<Comment>({
      method: 'PATCH',
      path: `/comments/${comment.id}`,
      userId: person.id,
      version: base,
      body: { body },
    });
  const save = async (): Promise<void> => {
    if (isBusy || !words.trim()) return;
    setBusy(true);
    const members = await membersOf(workspaceSlug).catch(() => null);
    const known = [...(members ?? []), ...comment.mentions];
    const saved = members
      ? await revise(bodyFromTyped(words.trim(), known), version)
      : err({ code: 'unreached', message: 'The server could not be reached.' });
    setBusy(false);
    if (saved.ok) {
      forget();
      return onSaved(saved.value, () => void revise(comment.body, saved.value.version).then(onUndone));
    }
    const current = (saved.error as { current?: Comment }).current;
    if (current) setVersion(current.version);
    setTrouble(
      current
        ? `This comment says something else by now: “${typedFromBody(current.body, current.mentions)}”. Save again to put your words in its place.`
        : `Not saved, your words are kept here. ${saved.error.message}`,
    );
  };
  return (
    <form
      className={styles.box}
      aria-label="Change the comment"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <MentionArea
        label="Comment"
        value={words}
        workspaceSlug={workspaceSlug}
        focusTurn={1}
        isBusy={isBusy}
        onChange={setWords}
        onSend={() => void save()}
        onEscape={words === before ? close : onClose}
      />
      {trouble && (
        <p className={styles.trouble} role="alert">
          {trouble}
        </p>
      )}
      <div className={styles.boxActions}>
        <Button type="submit" size="small" variant="primary" busy={isBusy}>
          Save
        </Button>
        <Button size="small" variant="bare" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
