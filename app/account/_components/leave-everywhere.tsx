'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { leaveEverywhere } from '../actions';

export function LeaveEverywhere() {
  const { attempt, error, isBusy } = useAttempt(async () => {
    const refusal = await leaveEverywhere();
    if (refusal === null) location.replace('/sign-in');
    return refusal;
  });
  return (
    <div className="stack">
      {error && <Notice tone="error">{error}</Notice>}
      <div>
        <ConfirmDialog
          title="Sign out everywhere?"
          verb="Sign out everywhere"
          busy={isBusy}
          onConfirm={() => attempt()}
          trigger={<Button variant="danger">Sign out everywhere</Button>}
        >
          Every browser is signed out at once, this one too, and unused sign-in links stop working. API tokens
          go on; revoke them in the settings of their workspace.
        </ConfirmDialog>
      </div>
    </div>
  );
}
