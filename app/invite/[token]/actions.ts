'use server';
import { v7 } from 'uuid';
import { findContext } from '@/lib/auth/current-context';
import { type Accepted, acceptInvitation } from '@/lib/usecases/accept-invitation';
import type { Failure, Result } from '@/lib/domain/result';

/** Accepts an invitation as whoever is signed in, or else with the new account that the body describes. */
export async function accept(token: string, body: unknown): Promise<Result<Accepted, Failure>> {
  const context = (await findContext()) ?? { actor: null, now: new Date(), newId: v7 };
  return acceptInvitation(context, { token, body });
}
