import 'server-only';
import { database } from '@/lib/data/database';
import {
  findGuidelineInForce,
  findGuidelineVersion,
  insertGuideline,
  isGuidelineOf,
  listGuidelineVersions,
} from '@/lib/data/guidelines';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import {
  type Guideline,
  type NewGuideline,
  newGuidelineSchema,
  retypedAttribute,
} from '@/lib/domain/guideline';
import { parseInput } from '@/lib/domain/parse-input';
import { canWriteGuideline } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { requestHash } from './request-hash';
import { requireVersion } from './version-guard';

export interface ChangedGuideline {
  guideline: Guideline;
  /** False where the very same request had made it before, or where it says what is in force already. */
  isNew: boolean;
}

/**
 * Adds a version of the guideline, which is in force from now on: annotations that are made or revised stand under it, and
 * those of before keep theirs. `ifMatch` is the number of the version that was changed; where somebody else was first,
 * nothing is written.
 */
export async function changeGuideline(
  context: Context,
  input: { slug: string; ifMatch?: string | null; body: unknown },
): Promise<Result<ChangedGuideline, Failure>> {
  const access = await requireWorkspace(context, input.slug, canWriteGuideline);
  if (!access.ok) return access;
  const body = parseInput(newGuidelineSchema, input.body);
  if (!body.ok) return body;
  const base = requireVersion(input.ifMatch);
  if (!base.ok) return base;
  const { id: workspaceId } = access.value.workspace;
  const hash = requestHash(body.value);
  const number = base.value + 1;
  const request = { workspaceId, number, requestHash: hash, authorId: context.actor.userId };

  const inForce = await findGuidelineInForce(database(), workspaceId);
  if (inForce.number !== base.value) return settled(request, inForce);
  if (saysTheSame(inForce, body.value)) return ok({ guideline: inForce, isNew: false });
  const retyped = retypedAttribute(
    body.value.attributes,
    await listGuidelineVersions(database(), workspaceId),
  );
  if (retyped)
    return err({
      code: 'invalid_input',
      message: `“${retyped.key}” was a ${retyped.type} in version ${retyped.number}, and annotations may have such values. Give the attribute another name in the data.`,
    });
  const id = context.newId();
  const isAdded = await inTransaction<boolean, Failure>(async (tx) => {
    const added = await insertGuideline(tx, { ...body.value, ...request, id, now: context.now });
    if (added)
      await insertWorkspaceEvent(tx, {
        workspaceId,
        type: 'guideline_changed',
        subjectId: id,
        before: { number: inForce.number },
        after: { number, summary: body.value.summary },
        requestHash: hash,
        actorId: context.actor.userId,
        now: context.now,
      });
    return ok(added);
  });
  if (!isAdded.ok) return isAdded;
  const after = await findGuidelineInForce(database(), workspaceId);
  return isAdded.value && after.id === id ? ok({ guideline: after, isNew: true }) : settled(request, after);
}

/** The answer where another version came first, which may be the one that this very request made. */
async function settled(
  request: { workspaceId: string; number: number; requestHash: string; authorId: string },
  current: Guideline,
): Promise<Result<ChangedGuideline, Failure>> {
  if (await isGuidelineOf(database(), request)) {
    const made = await findGuidelineVersion(database(), request.workspaceId, request.number);
    if (made) return ok({ guideline: made, isNew: false });
  }
  return err({
    code: 'stale_version',
    message:
      'The guideline was changed meanwhile. Nothing of yours was saved, and nothing was overwritten: look at the version in force and change it again.',
    current,
  });
}

/** Whether a version would be no other than the one in force, whatever it says of the change. */
const saysTheSame = (held: Guideline, { text, tags, freeTags, attributes }: NewGuideline): boolean =>
  requestHash({ text, tags, freeTags, attributes }) ===
  requestHash({
    text: held.text,
    tags: held.tags,
    freeTags: held.freeTags,
    attributes: held.attributes,
  });
