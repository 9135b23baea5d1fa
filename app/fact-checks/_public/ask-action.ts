'use server';
import { headers } from 'next/headers';
import { v7 } from 'uuid';
import { formValue } from '@/app/_forms/form-value';
import { clientAddressFrom } from '@/lib/auth/client-address';
import { readerRequests } from '@/lib/auth/request-rate';
import type { Failure } from '@/lib/domain/result';
import { askForCorrection } from '@/lib/usecases/ask-for-correction';

/** How far a reader's form has come; what was typed is kept when it is refused. */
export type Asking =
  | { state: 'blank' | 'sent'; body?: undefined; email?: undefined }
  | { state: 'refused'; message: string; body: string; email: string };

const TOO_MANY =
  'Too many requests came from here, or from everywhere, in a short time. Nothing was sent, and what you wrote is still here: try again in a quarter of an hour.';

/** Takes what a reader wrote on a public page. Nobody is signed in: it is counted, sized and kept as text. */
export async function askAction(_: Asking, form: FormData): Promise<Asking> {
  const [body, email] = [formValue(form, 'body'), formValue(form, 'email')];
  const refused = (message: string): Asking => ({ state: 'refused', message, body, email });
  const now = new Date();
  const client = clientAddressFrom(Object.fromEntries(await headers()));
  if (!readerRequests.isAllowed(client, now.getTime())) return refused(TOO_MANY);
  const request = { id: formValue(form, 'id'), body, email, website: formValue(form, 'website') };
  const context = { actor: null, now, newId: v7 };
  const asked = await askForCorrection(context, { id: formValue(form, 'factCheck'), body: request });
  return asked.ok ? { state: 'sent' } : refused(wordsOf(asked.error));
}

/** What is wrong, without the names that the fields have for programs. */
function wordsOf({ message, issues }: Failure): string {
  const told = (issues ?? []) as { message: string }[];
  return told.length > 0 ? `${told.map((issue) => issue.message).join(' ')} Nothing was sent.` : message;
}
