import 'server-only';
import type { Prisma } from '@/lib/data/database';
import {
  insertProposition,
  listShownAnnotationIds,
  lockProposition,
  requireStoredProposition,
} from '@/lib/data/propositions';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { parseInput } from '@/lib/domain/parse-input';
import { canGroup } from '@/lib/domain/policy';
import { type NewProposition, newPropositionSchema, type Proposition } from '@/lib/domain/proposition';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { joinMembers } from './join-members';
import { requestHash } from './request-hash';

interface Created {
  proposition: Proposition;
  outcome: 'created' | 'unchanged';
}

/** Makes a proposition, with the annotations that say it. The same request with the same id again changes nothing. */
export async function createProposition(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Created, Failure>> {
  const access = await requireWorkspace(context, input.slug, canGroup);
  if (!access.ok) return access;
  const body = parseInput(newPropositionSchema, input.body);
  if (!body.ok) return body;
  const id = body.value.id ?? context.newId();
  const workspaceId = access.value.workspace.id;
  const hash = requestHash(body.value);
  return inTransaction<Created, Failure>(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('proposition:' || ${id}, 0))`;
    const known = await lockProposition(tx, id);
    if (known) {
      if (known.workspaceId !== workspaceId || known.requestHash !== hash) return idTaken;
      return ok({ proposition: await requireStoredProposition(tx, id), outcome: 'unchanged' });
    }
    return make(tx, context, { id, workspaceId, hash, given: body.value });
  });
}

async function make(
  tx: Prisma.TransactionClient,
  context: Context,
  { id, workspaceId, hash, given }: { id: string; workspaceId: string; hash: string; given: NewProposition },
): Promise<Result<Created, Failure>> {
  const ids = [...new Set(given.annotationIds)];
  const shown = await listShownAnnotationIds(tx, workspaceId, ids);
  if (ids.some((annotationId) => !shown.has(annotationId))) return noSuchAnnotation;
  const authorId = context.actor.userId;
  await insertProposition(tx, {
    id,
    workspaceId,
    words: given.words,
    authorId,
    requestHash: hash,
    now: context.now,
  });
  await joinMembers(tx, context, { workspaceId, propositionId: id, annotationIds: ids, hash });
  const proposition = await requireStoredProposition(tx, id);
  await insertWorkspaceEvent(tx, {
    workspaceId,
    type: 'proposition_made',
    subjectId: id,
    before: null,
    after: proposition,
    requestHash: hash,
    actorId: authorId,
    now: context.now,
  });
  return ok({ proposition, outcome: 'created' });
}

/** A proposition's annotations live in its workspace; what was deleted says nothing. */
const noSuchAnnotation = err({
  code: 'invalid_input',
  message:
    'annotationIds: There is no such annotation in this workspace, or it was deleted. Nothing was saved.',
});
const idTaken = err({
  code: 'id_taken',
  message: 'There is another proposition of this id. Nothing was saved.',
});
