'use client';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { leaveHere } from '../actions';
import { leave } from '../leave';

export function SignOutButton({ userId }: { userId: string }) {
  const { attempt, error, isBusy } = useAttempt(() => leave(userId, leaveHere));
  return (
    <>
      {error && <Notice tone="error">{error}</Notice>}
      <Button busy={isBusy} onClick={() => attempt()}>
        Sign out
      </Button>
    </>
  );
}
