'use server';
import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { formValue } from '@/app/_forms/form-value';
import { requireContext } from '@/lib/auth/current-context';
import { openPass } from '@/lib/usecases/open-pass';
import { releaseAssignment } from '@/lib/usecases/release-assignment';
import { takeNextArticle } from '@/lib/usecases/take-next-article';

/* Actions of plain forms: the reading room sends no script for them. */

/** Opens one's blind pass on the article that is asked of one. */
export async function startAssigned(form: FormData): Promise<void> {
  const here = `/${formValue(form, 'workspace')}/articles/${formValue(form, 'article')}`;
  await openPass(await requireContext(here), { articleId: formValue(form, 'article'), body: {} });
  redirect(here as Route);
}

/** Gives an article back, and leads to what else there is to do. */
export async function giveBack(form: FormData): Promise<void> {
  const slug = formValue(form, 'workspace');
  const context = await requireContext(`/${slug}/campaigns`);
  const body = { reason: formValue(form, 'reason') };
  await releaseAssignment(context, { id: formValue(form, 'assignment'), body });
  redirect(`/${slug}/campaigns` as Route);
}

/** Leads to the next article of a campaign; where there is none to the campaign, which says so. */
export async function takeNext(form: FormData): Promise<void> {
  const slug = formValue(form, 'workspace');
  const id = formValue(form, 'campaign');
  const next = await takeNextArticle(await requireContext(`/${slug}/campaigns/${id}`), { id, body: {} });
  const article = next.ok ? next.value.assignment?.article.id : undefined;
  redirect((article ? `/${slug}/articles/${article}` : `/${slug}/campaigns/${id}?next=none`) as Route);
}
