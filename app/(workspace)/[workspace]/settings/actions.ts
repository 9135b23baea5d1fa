'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import type { Failure, Result } from '@/lib/domain/result';
import { changeMemberRole } from '@/lib/usecases/change-member-role';
import { createInvitation, type CreatedInvitation } from '@/lib/usecases/create-invitation';
import { createToken } from '@/lib/usecases/create-token';
import type { CreatedToken } from '@/lib/usecases/make-token';
import { removeMember } from '@/lib/usecases/remove-member';
import { renameWorkspace } from '@/lib/usecases/rename-workspace';
import { revokeInvitation } from '@/lib/usecases/revoke-invitation';
import { revokeToken } from '@/lib/usecases/revoke-token';

const contextFor = (slug: string) => requireContext(`/${slug}/settings`);

/** Shows what has become of the settings; the name stands in the shell too. */
function settled<T>(slug: string, outcome: Result<T, Failure>): Result<T, Failure> {
  if (outcome.ok) revalidatePath(`/${slug}`, 'layout');
  return outcome;
}
const wordsOf = (outcome: Result<unknown, Failure>): string | null =>
  outcome.ok ? null : outcome.error.message;

export async function saveWorkspace(slug: string, body: unknown): Promise<string | null> {
  return wordsOf(settled(slug, await renameWorkspace(await contextFor(slug), { slug, body })));
}

export async function saveRole(slug: string, userId: string, role: string): Promise<string | null> {
  const input = { slug, userId, body: { role } };
  return wordsOf(settled(slug, await changeMemberRole(await contextFor(slug), input)));
}

export async function dismissMember(slug: string, userId: string): Promise<string | null> {
  return wordsOf(settled(slug, await removeMember(await contextFor(slug), { slug, userId })));
}

export async function invite(slug: string, body: unknown): Promise<Result<CreatedInvitation, Failure>> {
  return settled(slug, await createInvitation(await contextFor(slug), { slug, body }));
}

export async function withdrawInvitation(slug: string, id: string): Promise<string | null> {
  return wordsOf(settled(slug, await revokeInvitation(await contextFor(slug), { slug, id })));
}

export async function makeToken(slug: string, body: unknown): Promise<Result<CreatedToken, Failure>> {
  return settled(slug, await createToken(await contextFor(slug), { slug, body }));
}

export async function withdrawToken(slug: string, id: string): Promise<string | null> {
  return wordsOf(settled(slug, await revokeToken(await contextFor(slug), { slug, id })));
}
