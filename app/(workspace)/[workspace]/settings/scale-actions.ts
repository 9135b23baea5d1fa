'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import type { Failure } from '@/lib/domain/result';
import { saveLikelihoodScale } from '@/lib/usecases/save-likelihood-scale';

/** Saves a new version of the workspace's own scale; answers with what is wrong, or null. */
export async function saveScale(slug: string, body: unknown): Promise<string | null> {
  const saved = await saveLikelihoodScale(await requireContext(`/${slug}/settings`), { slug, body });
  if (!saved.ok) return wordsOf(saved.error);
  revalidatePath(`/${slug}`, 'layout');
  return null;
}

/** What is wrong with the lines, without the names that the fields have in the API. */
function wordsOf({ message, issues }: Failure): string {
  const told = (issues ?? []) as { message: string }[];
  return told.length > 0 ? `${told.map((issue) => issue.message).join(' ')} Nothing was saved.` : message;
}
