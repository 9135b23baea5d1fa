import { draftsOf, wipeDrafts } from '@/app/_forms/kept-drafts';
import {
  countUnsent,
  wipeOutbox,
} from '@/app/(workspace)/[workspace]/articles/[article]/_browser/indexed-db-outbox';

/**
 * Signs out by `end` and removes from this browser what waited there of theirs to be saved, and what they began in
 * forms; whoever would lose something is asked first. What somebody else left there stays theirs: a session that ended
 * must not cost them their work. Answers with the words of a refusal, or null.
 */
export async function leave(userId: string, end: () => Promise<string | null>): Promise<string | null> {
  const waiting = [...(await countUnsent(userId)).values()].reduce((sum, count) => sum + count, 0);
  const unsent = [...draftsOf(userId).values()].reduce((sum, forms) => sum + forms.length, waiting);
  const question = `${unsent === 1 ? 'One change is' : `${unsent} changes are`} not saved yet and would be lost. Sign out all the same?`;
  if (unsent > 0 && !confirm(question)) return null;
  const refusal = await end();
  if (refusal !== null) return refusal;
  wipeDrafts(userId);
  await wipeOutbox(userId);
  location.replace('/sign-in');
  return null;
}
