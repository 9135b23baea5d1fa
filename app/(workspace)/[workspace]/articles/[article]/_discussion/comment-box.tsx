'use client';
import { use, useEffect, useEffectEvent, useState } from 'react';
import { v7 } from 'uuid';
import { type DraftKey, findDraft } from '@/app/_forms/kept-drafts';
import { onSignedIn } from '@/app/_forms/session-news';
import { useKeptDraft } from '@/app/_forms/use-kept-draft';
import { Button } from '@/app/_ui/button';
import { bodyFromTyped } from '@/lib/domain/comment-text';
import { membersOf, type Saying, sendComment } from './comment-requests';
import styles from './comments.module.css';
import { DiscussionsContext } from './discussions';
import { MentionArea } from './mention-area';

interface Draft {
  /** The id that the comment will have: sent again it is not said twice. */
  id: string;
  words: string;
  asks: boolean;
}
/** Why it is not sent; `waits`: it is tried again as soon as there is a line, or somebody has signed in. */
interface Trouble {
  message: string;
  waits: boolean;
}

/** Where something new is said. What is typed is kept in the browser until the server has it. */
export function CommentBox({
  saying,
  draftKey,
  label,
  verb,
  workspaceSlug,
  focusTurn,
  onSent,
  onClose,
}: {
  saying: Omit<Saying, 'body'>;
  draftKey: DraftKey;
  label: string;
  verb: string;
  workspaceSlug: string;
  /** Above 0 the focus is in the box, again with each change. */
  focusTurn: number;
  onSent: () => void;
  onClose: () => void;
}) {
  const { person } = use(DiscussionsContext);
  const [kept] = useState(() => findDraft<Draft>(draftKey));
  const [id] = useState(() => kept?.id ?? v7());
  const [words, setWords] = useState(kept?.words ?? '');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const asks = saying.question ?? false;
  const forget = useKeptDraft(draftKey, words.trim() ? ({ id, words, asks } satisfies Draft) : null);

  const send = async (): Promise<void> => {
    if (isBusy || !words.trim()) return;
    setBusy(true);
    const members = words.includes('@') ? await membersOf(workspaceSlug).catch(() => null) : [];
    const sent =
      members === null
        ? null
        : await sendComment(person.id, id, { ...saying, body: bodyFromTyped(words.trim(), members) });
    setBusy(false);
    if (sent?.ok) {
      forget();
      return onSent();
    }
    const failure = sent?.error;
    const waits = !failure || failure.code === 'unreached' || failure.code === 'signed_out';
    setTrouble({ waits, message: failure?.message ?? 'The server could not be reached.' });
  };
  const sendAgain = useEffectEvent(() => void send());
  const isWaiting = trouble?.waits ?? false;
  useEffect(() => {
    if (!isWaiting) return;
    const listener = () => sendAgain();
    addEventListener('online', listener);
    const stopHearing = onSignedIn(listener);
    return () => {
      removeEventListener('online', listener);
      stopHearing();
    };
  }, [isWaiting]);
  const discard = () => {
    forget();
    onClose();
  };
  return (
    <form
      className={styles.box}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MentionArea
        label={label}
        value={words}
        workspaceSlug={workspaceSlug}
        focusTurn={focusTurn}
        isBusy={isBusy}
        onChange={setWords}
        onSend={() => void send()}
        onEscape={words.trim() ? onClose : discard}
      />
      {trouble && (
        <p className={styles.trouble} role="alert">
          {trouble.waits
            ? `Not sent yet, it is kept here. ${trouble.message}`
            : `Not sent: ${trouble.message} Your words are kept here.`}
        </p>
      )}
      <div className={styles.boxActions}>
        <Button type="submit" size="small" variant="primary" busy={isBusy} aria-keyshortcuts="Control+Enter">
          {trouble ? 'Try again' : verb}
        </Button>
        <Button size="small" variant="bare" onClick={discard}>
          {words.trim() ? 'Discard' : 'Cancel'}
        </Button>
      </div>
    </form>
  );
}
