'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { onAskedToSignIn } from '@/app/_forms/session-news';
import { MissingPart } from '@/app/_ui/missing-part';
import { type Person, PersonContext } from './person';

const SignInDialog = dynamic(
  () => import('./sign-in-dialog').then((module) => module.SignInDialog).catch(() => MissingPart),
  { ssr: false },
);

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
