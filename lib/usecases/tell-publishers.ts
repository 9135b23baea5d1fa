import 'server-only';
import type { Database } from '@/lib/data/database';
import { listPublishersOf } from '@/lib/data/fact-checks';
import { insertNotifications } from '@/lib/data/notifications';
import type { AnnotationAccess } from './access';
import type { Context } from './context';

/**
 * Tells whoever published a decision that it is not the one in force any more: the page goes on showing it until they
 * publish the new one. Nobody is told of what they did themselves. Answers who was told.
 */
export async function tellPublishers(
  tx: Database,
  { actor, now, newId }: Context,
  { annotationId, workspace }: AnnotationAccess,
): Promise<string[]> {
  const told = (await listPublishersOf(tx, annotationId)).filter((id) => id !== actor.userId);
  await insertNotifications(
    tx,
    { workspaceId: workspace.id, annotationId, comment: null, actorId: actor.userId, now },
    told.map((userId) => ({ id: newId(), userId, kind: 'published_decision_changed' as const })),
  );
  return told;
}
