'use client';
import { useEffect } from 'react';
import { askToSignIn } from '@/app/_forms/session-news';
import type { Snapshot } from '../_browser/article-store';
import type { CardMode } from './room-actions';

/**
 * Asks once to sign in again when work waits for it, but not while a form is open: what is typed there must not go on in
 * the field of the password.
 */
export function useSignInPrompt({ connection, saving }: Snapshot, mode: CardMode): void {
  const isDue = connection === 'signed_out' && saving.size > 0 && mode === 'read';
  useEffect(() => {
    if (isDue) askToSignIn();
  }, [isDue]);
}
