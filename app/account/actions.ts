'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import { endCurrentSession, findCurrentSession } from '@/lib/auth/current-session';
import { changeName } from '@/lib/usecases/change-name';
import { changePassword } from '@/lib/usecases/change-password';
import { signOutEverywhere } from '@/lib/usecases/sign-out-everywhere';

/** Each answers with the words of a refusal, or null when it is done. */
export async function saveName(name: string): Promise<string | null> {
  const outcome = await changeName(await requireContext('/account'), { name });
  if (!outcome.ok) return outcome.error.message;
  revalidatePath('/account');
  return null;
}

export async function savePassword(current: string, password: string): Promise<string | null> {
  const context = await requireContext('/account');
  const keepSession = await findCurrentSession();
  const outcome = await changePassword(context, { keepSession, body: { current, password } });
  if (!outcome.ok) return outcome.error.message;
  revalidatePath('/account');
  return null;
}

export async function leaveHere(): Promise<string | null> {
  await endCurrentSession();
  return null;
}

export async function leaveEverywhere(): Promise<string | null> {
  const outcome = await signOutEverywhere(await requireContext('/account'));
  if (!outcome.ok) return outcome.error.message;
  await endCurrentSession();
  return null;
}
