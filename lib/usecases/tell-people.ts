import 'server-only';
import type { Database } from '@/lib/data/database';
import { type Concerned, insertNotifications, listConcerned } from '@/lib/data/notifications';
import type { NotificationKind } from '@/lib/domain/vocabulary';
import type { AnnotationAccess } from './access';
import type { Context } from './context';

/** Somebody who is concerned, and whether the words themselves name them. */
export type Reached = Concerned & { isMentioned: boolean };

/**
 * Notifies the members for whom `kindFor` has a kind, each of one thing and nobody of what they did themselves.
 * Answers who was told.
 */
export async function tellPeople(
  tx: Database,
  context: Context,
  access: AnnotationAccess,
  about: { threadId: string; commentId: string; mentioned?: readonly string[] },
  kindFor: (person: Reached) => NotificationKind | null,
): Promise<string[]> {
  const { annotationId, workspace } = access;
  const { threadId, commentId, mentioned = [] } = about;
  const place = { workspaceId: workspace.id, annotationId, threadId };
  const told = (await listConcerned(tx, place)).flatMap((person) => {
    if (person.userId === context.actor.userId) return [];
    const kind = kindFor({ ...person, isMentioned: mentioned.includes(person.userId) });
    return kind ? [{ id: context.newId(), userId: person.userId, kind }] : [];
  });
  const actorId = context.actor.userId;
  await insertNotifications(
    tx,
    { workspaceId: workspace.id, annotationId, comment: { threadId, commentId }, actorId, now: context.now },
    told,
  );
  return told.map(({ userId }) => userId);
}
