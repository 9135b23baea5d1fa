'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';

/** Marks one notification, or without an id all of the workspace, as read. A form's action: works without script. */
export async function markAsRead(form: FormData): Promise<void> {
  const slug = String(form.get('workspace'));
  const id = form.get('id');
  const body = typeof id === 'string' ? { ids: [id] } : { all: true };
  await markNotificationsRead(await requireContext(`/${slug}/notifications`), { slug, body });
  revalidatePath(`/${slug}`, 'layout');
}
