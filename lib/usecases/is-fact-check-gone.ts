import 'server-only';
import { database } from '@/lib/data/database';
import { isUnpublished } from '@/lib/data/public-fact-checks';
import { uuidSchema } from '@/lib/domain/ids';

/** Whether a public address is one of a page that was there and was taken off. */
export async function isFactCheckGone(input: { id: string }): Promise<boolean> {
  const id = uuidSchema.safeParse(input.id);
  return id.success && isUnpublished(database(), id.data);
}
