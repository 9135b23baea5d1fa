'use server';
import { redirect } from 'next/navigation';
import { endCurrentSession } from '@/lib/auth/current-session';

/** Signs this browser out. */
export async function signOut(): Promise<void> {
  await endCurrentSession();
  redirect('/sign-in');
}
