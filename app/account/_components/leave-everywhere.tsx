'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { ConfirmDialog } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { leaveEverywhere } from '../actions';
import { leave } from '../leave';

export function LeaveEverywhere({ userId }: { userId: string }) {
  const { attempt, error, isBusy } = useAttempt(() => leave(userId, leaveEverywhere));
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
