import 'server-only';
import type { Database } from '@/lib/data/database';
import {
  findFactCheck,
  findFactCheckOf,
  insertFactCheck,
  insertFactCheckVersion,
  lockFactCheck,
} from '@/lib/data/fact-checks';
import { hasWorkspaceEventOf, insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { type FactCheck, type PublishFactCheck, publishFactCheckSchema } from '@/lib/domain/fact-check';
import { factCheckContentFrom } from '@/lib/domain/fact-check-content';
import { parseInput } from '@/lib/domain/parse-input';
import { canPublish } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type AnnotationAccess, requireAnnotation, requireWorkspace } from './access';
import { inBrief, writeChange } from './change-fact-check';
import type { Context } from './context';
import { shownFactCheck } from './fact-check-access';
import { inTransaction } from './in-transaction';
import { requirePublishable } from './publishable-decision';
import { requestHash } from './request-hash';

/** The page, and whether this request published it or a retry found it. */
export interface Published {
  factCheck: FactCheck;
  outcome: 'published' | 'unchanged';
}

/**
 * Publishes the decision on an annotation on a page of its own. An annotation has one page for good: where one was
 * unpublished, it is put back at its old address. What is public is copied, so that later changes of the annotation
 * change nothing before the public.
 */
export async function publishFactCheck(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Published, Failure>> {
  const workspace = await requireWorkspace(context, input.slug, canPublish);
  if (!workspace.ok) return workspace;
  const body = parseInput(publishFactCheckSchema, input.body);
  if (!body.ok) return body;
  const access = await requireAnnotation(context, body.value.annotationId, canPublish);
  if (!access.ok || access.value.workspace.id !== workspace.value.workspace.id) return noSuchAnnotation;
  const id = body.value.id ?? context.newId();
  const hash = requestHash({ ...body.value, verb: 'publish', id });
  return inTransaction((tx) => publish(tx, context, access.value, { id, hash, asked: body.value }));
}

async function publish(
  tx: Database,
  context: Context,
  { annotationId, workspace }: AnnotationAccess,
  { id, hash, asked }: { id: string; hash: string; asked: PublishFactCheck },
): Promise<Result<Published, Failure>> {
  const { now, actor } = context;
  const isNew = await insertFactCheck(tx, { id, workspaceId: workspace.id, annotationId, now });
  const heldId = isNew ? id : ((await findFactCheckOf(tx, annotationId))?.id ?? null);
  // The id belongs to the page of another annotation.
  if (heldId === null) return idTaken;
  if (!isNew) {
    await lockFactCheck(tx, heldId);
    const held = (await findFactCheck(tx, heldId))!;
    if (await hasWorkspaceEventOf(tx, heldId, hash))
      return ok({ factCheck: shownFactCheck(held), outcome: 'unchanged' });
    if (held.state === 'published') return alreadyPublished(shownFactCheck(held));
  }
  const decision = await requirePublishable(tx, annotationId, asked.verificationId ?? null);
  if (!decision.ok) return decision;
  const content = factCheckContentFrom(decision.value, asked);
  const verificationId = decision.value.verification.id;
  if (!isNew) {
    const held = (await findFactCheck(tx, heldId))!;
    const wanted = {
      change: 'published_again',
      note: asked.note,
      published: { content, verificationId },
    } as const;
    const again = await writeChange(tx, context, { held, wanted, hash });
    return ok({ factCheck: shownFactCheck(again), outcome: 'published' });
  }
  const first = { factCheckId: id, number: 1, change: 'published', note: null } as const;
  await insertFactCheckVersion(tx, { ...first, verificationId, content, authorId: actor.userId, now });
  const made = (await findFactCheck(tx, id))!;
  await insertWorkspaceEvent(tx, {
    workspaceId: workspace.id,
    type: 'fact_check_published',
    subjectId: id,
    before: null,
    after: inBrief(made),
    requestHash: hash,
    actorId: actor.userId,
    now,
  });
  return ok({ factCheck: shownFactCheck(made), outcome: 'published' });
}

const noSuchAnnotation = err({
  code: 'invalid_input',
  message: 'annotationId: There is no such annotation in this workspace.',
});
const idTaken = err({
  code: 'id_taken',
  message: 'Another fact check has this id. Nothing was published: make a new one.',
});
const alreadyPublished = (current: FactCheck) =>
  err({
    code: 'already_published',
    message: 'This decision has a public page already. Correct that one, with a reason that readers see.',
    current,
  });
