'use client';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { sendJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { PropositionLink } from '@/lib/domain/proposition';
import type { LinkState, LinkType } from '@/lib/domain/vocabulary';
import styles from './propositions.module.css';

type Decision = 'confirm' | 'reject' | 'reopen';

const SAID: Record<Decision, string> = {
  confirm: 'Confirmed.',
  reject: 'Rejected. It will not be proposed again.',
  reopen: 'Open again.',
};
/** What confirming does, in the words of the type. */
const CONFIRM: Record<LinkType, string> = {
  contradicts: 'They contradict each other',
  same: 'They say the same',
  updates: 'It is an update',
  resolves: 'It tells what became of it',
};

/** The buttons under a link, and their keys while the focus is in it: c confirms, r rejects, j and k go on and back. */
export function LinkDecision({
  id,
  type,
  state,
  version,
  mayDecide,
  children,
}: {
  id: string;
  type: LinkType;
  state: LinkState;
  version: number;
  mayDecide: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const item = useRef<HTMLLIElement>(null);

  const decide = async (decision: Decision, base: number): Promise<string | null> => {
    const answer = await sendJson<PropositionLink>(
      'POST',
      `/api/v1/proposition-links/${id}/${decision}`,
      undefined,
      { 'if-match': String(base) },
    );
    if (!answer.ok) return answer.error.message;
    const after = answer.value.value.version;
    announce(SAID[decision], {
      ...(decision !== 'reopen' && { undo: () => void decide('reopen', after).then(sayWhereRefused) }),
    });
    // What was decided may leave the list: the focus goes on to the next one.
    if (decision !== 'reopen') stepFrom(item.current, 1);
    router.refresh();
    return null;
  };
  const sayWhereRefused = (refusal: string | null) => refusal && announce(refusal);
  const { attempt, error, isBusy } = useAttempt(decide);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') stepFrom(item.current, key === 'j' ? 1 : -1);
    else if (mayDecide && !isBusy && key === 'c' && state !== 'confirmed') attempt('confirm', version);
    else if (mayDecide && !isBusy && key === 'r' && state === 'proposed') attempt('reject', version);
    else return;
    event.preventDefault();
  };

  return (
    <li ref={item} className={styles.item} tabIndex={-1} data-link-item="" onKeyDown={onKeyDown}>
      {children}
      {mayDecide && (
        <div className={styles.actions}>
          {state !== 'confirmed' && (
            <Button
              size="small"
              busy={isBusy}
              aria-keyshortcuts="c"
              onClick={() => attempt('confirm', version)}
            >
              {CONFIRM[type]}
            </Button>
          )}
          {state === 'proposed' && (
            <Button
              size="small"
              busy={isBusy}
              aria-keyshortcuts="r"
              onClick={() => attempt('reject', version)}
            >
              Reject
            </Button>
          )}
          {state !== 'proposed' && (
            <Button size="small" variant="link" busy={isBusy} onClick={() => attempt('reopen', version)}>
              Take the decision back
            </Button>
          )}
        </div>
      )}
      {error && (
        <Notice tone="error" title="Nothing was changed">
          {error}
        </Notice>
      )}
    </li>
  );
}

function stepFrom(item: HTMLElement | null, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-link-item]')];
  const at = item ? all.indexOf(item) : -1;
  const next = all[at + by] ?? (by === 1 ? all[at - 1] : undefined);
  next?.focus();
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
