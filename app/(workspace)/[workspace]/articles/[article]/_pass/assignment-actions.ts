'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { formValue } from '@/app/_forms/form-value';
import { requireContext } from '@/lib/auth/current-context';
import { findOwnAssignment } from '@/lib/usecases/find-own-assignment';
import { openPass } from '@/lib/usecases/open-pass';
import { releaseAssignment } from '@/lib/usecases/release-assignment';
import { takeNextArticle } from '@/lib/usecases/take-next-article';

/* Actions of plain forms: the reading room sends no script for them. */

/** Opens one's blind pass on the article that is asked of one; the article says why where it cannot. */
export async function startAssigned(form: FormData): Promise<void> {
  const articleId = formValue(form, 'article');
  const here = `/${formValue(form, 'workspace')}/articles/${articleId}`;
  const context = await requireContext(here);
  const asked = await findOwnAssignment(context, { articleId });
  if (asked.ok && asked.value === null) return redirect(refusedAt(here, 'not_asked'));
  const opened = await openPass(context, { articleId, body: {} });
  redirect(opened.ok ? (here as Route) : refusedAt(here, opened.error.code));
}

/** Gives an article back, and leads to what else there is to do, from where it can be undone. */
export async function giveBack(form: FormData): Promise<void> {
  const slug = formValue(form, 'workspace');
  const here = `/${slug}/articles/${formValue(form, 'article')}`;
  const body = { reason: formValue(form, 'reason') };
  const given = await releaseAssignment(await requireContext(here), {
    id: formValue(form, 'assignment'),
    body,
  });
  if (!given.ok) return redirect(refusedAt(here, given.error.code));
  // Somebody else was faster: it was taken back, or its time was over.
  if (given.value.release !== 'given_back') return redirect(refusedAt(here, 'not_asked'));
  const back = new URLSearchParams({ back: given.value.id, at: given.value.releasedAt });
  redirect(`/${slug}/campaigns?${back}` as Route);
}

/** Leads to the next article of a campaign; where there is none to the campaign, which says so. */
export async function takeNext(form: FormData): Promise<void> {
  const slug = formValue(form, 'workspace');
  const id = formValue(form, 'campaign');
  const here = `/${slug}/campaigns/${id}`;
  const next = await takeNextArticle(await requireContext(here), { id, body: {} });
  if (!next.ok) return redirect(refusedAt(here, next.error.code));
  const article = next.value.assignment?.article.id;
  redirect((article ? `/${slug}/articles/${article}` : `${here}?next=none`) as Route);
}

/** The page says what the code means: `wordsOfWorkRefusal`. */
const refusedAt = (here: string, code: string) => `${here}?refused=${encodeURIComponent(code)}` as Route;
