'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { findSignedIn, onSignedIn, tellSignedIn } from '@/app/_forms/session-news';
import { PasswordForm } from '@/app/sign-in/_components/password-form';
import { Button } from '@/app/_ui/button';
import { Dialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Person } from './person';

/** Signs the page's person in again, here or in another tab, without leaving the page and what is typed in it. */
export function SignInDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const announce = useAnnounce();
  const [other, setOther] = useState<Person | null>(null);

  const look = useEffectEvent(async (isNews: boolean) => {
    const now = await findSignedIn();
    if (now === undefined) return;
    setOther(now?.id === person.id ? null : now);
    if (now?.id !== person.id) return;
    // Found by looking: the rest of the page does not know yet.
    if (!isNews) tellSignedIn();
    announce('Signed in again. What was kept is sent now.');
    onClose();
  });
  useEffect(() => {
    const shown = new AbortController();
    const lookAgain = () => void look(false);
    addEventListener('focus', lookAgain, { signal: shown.signal });
    document.addEventListener('visibilitychange', lookAgain, { signal: shown.signal });
    const stopHearing = onSignedIn(() => void look(true));
    lookAgain();
    return () => {
      shown.abort();
      stopHearing();
    };
  }, []);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Sign in again"
      description={`Your session has ended. What you did and typed is kept here, and sent once ${person.name} is signed in again.`}
    >
      <div className="stack">
        {other && (
          <Notice
            tone="error"
            title={`${other.name} has signed in on this browser`}
            action={<Button onClick={() => location.reload()}>Go on as {other.name}</Button>}
          >
            What {person.name} has not saved stays on this computer, and is not sent under another name.
          </Notice>
        )}
        <PasswordForm />
        <p className="small">
          No password? Ask whoever runs this installation for a sign-in link and open it in another tab, or{' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            sign in another way in a new tab
          </a>
          . Then come back here: this page notices by itself.
        </p>
      </div>
    </Dialog>
  );
}
