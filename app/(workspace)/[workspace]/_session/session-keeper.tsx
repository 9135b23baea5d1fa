'use client';
import { type ReactNode, useEffect, useState } from 'react';
import { onAskedToSignIn } from '@/app/_forms/session-news';
import { lazyPart } from '@/app/_ui/lazy-part';
import { type Person, PersonContext } from './person';

const SignInDialog = lazyPart(() => import('./sign-in-dialog').then((module) => module.SignInDialog));

/** Tells the page whose it is, and lets that person sign in again in place when their session has ended. */
export function SessionKeeper({ person, children }: { person: Person; children: ReactNode }) {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => onAskedToSignIn(() => setAsking(true)), []);
  return (
    <PersonContext value={person}>
      {children}
      {isAsking && <SignInDialog person={person} onClose={() => setAsking(false)} />}
    </PersonContext>
  );
}
