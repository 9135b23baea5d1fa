import 'server-only';
import { findAnnotation } from '@/lib/data/annotation-rows';
import { database } from '@/lib/data/database';
import { type TakenBack, takeBackSchema } from '@/lib/domain/import-report';
import { parseInput } from '@/lib/domain/parse-input';
import { canImport } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { deleteAnnotation } from './delete-annotation';

/**
 * Takes back annotations that an import of the actor's made: each is deleted, and can be restored. What somebody has changed
 * since stays, and so do the texts. Doing it again changes nothing.
 */
export async function takeBackImport(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<TakenBack, Failure>> {
  const access = await requireWorkspace(context, input.slug, canImport);
  if (!access.ok) return access;
  const body = parseInput(takeBackSchema, input.body);
  if (!body.ok) return body;
  const taken: TakenBack = { deleted: 0, kept: [] };
  for (const id of body.value.annotationIds) {
    const annotation = await findAnnotation(database(), id);
    const isOwn = annotation?.version === 1 && annotation.author.id === context.actor.userId;
    const deleted = isOwn ? await deleteAnnotation(context, { id, ifMatch: '1' }) : null;
    if (deleted?.ok) taken.deleted++;
    else taken.kept.push(id);
  }
  return ok(taken);
}
