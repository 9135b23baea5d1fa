import 'server-only';
import { announceNotices } from '@/lib/data/announce';
import { database } from '@/lib/data/database';
import { markNotificationsRead } from '@/lib/data/notifications';
import { markCommentsRead } from '@/lib/data/read-marks';
import { readCommentsSchema } from '@/lib/domain/comment';
import { parseInput } from '@/lib/domain/parse-input';
import { canMarkRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireAnnotation } from './access';
import type { Context } from './context';

/** Keeps that the actor has read the comments on an annotation, and so what they were told of them. */
export async function markCommentsAsRead(
  context: Context,
  input: { id: string; body: unknown },
): Promise<Result<{ seq: number }, Failure>> {
  const access = await requireAnnotation(context, input.id, canMarkRead);
  if (!access.ok) return access;
  const body = parseInput(readCommentsSchema, input.body);
  if (!body.ok) return body;
  const { annotationId, workspace } = access.value;
  const { userId } = context.actor;
  const { seq } = body.value;
  await markCommentsRead(database(), { userId, annotationId, seq });
  const whose = { workspaceId: workspace.id, userId, now: context.now };
  if ((await markNotificationsRead(database(), whose, { annotationId })) > 0) announceNotices([userId]);
  return ok({ seq });
}
