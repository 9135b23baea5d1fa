import 'server-only';
import { findCapture, findWorkspaceOfCapture } from '@/lib/data/captures';
import { database } from '@/lib/data/database';
import type { CaptureWithText } from '@/lib/domain/capture';
import { uuidSchema } from '@/lib/domain/ids';
import { canRead } from '@/lib/domain/policy';
import { err, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, requireWorkspace } from './access';
import type { Context } from './context';

/** A stored page or file that the actor may read. */
export async function requireCapture(
  context: Context,
  id: string,
): Promise<Result<CaptureWithText & { slug: string }, AccessRefusal>> {
  const db = database();
  const parsed = uuidSchema.safeParse(id);
  const place = parsed.success ? await findWorkspaceOfCapture(db, parsed.data) : null;
  const access = place ? await requireWorkspace(context, place.slug, canRead) : err(none);
  if (!access.ok || !place) return err(none);
  const capture = await findCapture(db, place.workspaceId, parsed.data!);
  if (!capture) return err(none);
  const { requestHash: _, ...shown } = capture;
  return ok({ ...shown, slug: place.slug });
}

const none: AccessRefusal = {
  code: 'not_found',
  message: 'There is no such stored page or file, or you have no access to it.',
};
