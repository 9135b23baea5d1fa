'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import { changeCheckingRules } from '@/lib/usecases/change-checking-rules';

/** Saves what the workspace asks of those who check; answers with what is wrong, or null. */
export async function saveCheckingRules(slug: string, body: unknown): Promise<string | null> {
  const saved = await changeCheckingRules(await requireContext(`/${slug}/settings`), { slug, body });
  if (!saved.ok) return saved.error.message;
  revalidatePath(`/${slug}`, 'layout');
  return null;
}
