import 'server-only';
import type { Database } from '@/lib/data/database';
import {
  findFactCheck,
  insertFactCheckVersion,
  lockFactCheck,
  type StoredFactCheck,
  updateFactCheck,
} from '@/lib/data/fact-checks';
import { hasWorkspaceEventOf, insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { FactCheck, FactCheckContent } from '@/lib/domain/fact-check';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { FactCheckChange } from '@/lib/domain/vocabulary';
import type { Context } from './context';
import { type FactCheckAccess, shownFactCheck } from './fact-check-access';
import { inTransaction } from './in-transaction';

/** What is public after a change: nothing where `content` is null. */
export interface NewContent {
  change: FactCheckChange;
  note: string | null;
  published: { content: FactCheckContent; verificationId: string } | null;
}

/**
 * The way of every change of a public page: lock it, compare the version, add what the public sees from now on, and
 * write it into the workspace's history. A repeated request is answered with what is there.
 */
export async function changeFactCheck(
  context: Context,
  access: FactCheckAccess,
  request: { base: number; hash: string },
  next: (tx: Database, held: StoredFactCheck) => Promise<Result<NewContent, Failure>>,
): Promise<Result<FactCheck, Failure>> {
  const { id } = access.factCheck;
  const outcome = await inTransaction<StoredFactCheck, Failure>(async (tx) => {
    await lockFactCheck(tx, id);
    const held = (await findFactCheck(tx, id))!;
    if (held.version !== request.base)
      return (await hasWorkspaceEventOf(tx, id, request.hash)) ? ok(held) : stale(held);
    const wanted = await next(tx, held);
    if (!wanted.ok) return wanted;
    return ok(await writeChange(tx, context, { held, wanted: wanted.value, hash: request.hash }));
  });
  return outcome.ok ? ok(shownFactCheck(outcome.value)) : outcome;
}

/** Adds a version to a fact check that this transaction has locked, and tells the workspace's history. */
export async function writeChange(
  tx: Database,
  context: Context,
  { held, wanted, hash }: { held: StoredFactCheck; wanted: NewContent; hash: string },
): Promise<StoredFactCheck> {
  const { now, actor } = context;
  const { change, note, published } = wanted;
  const version = held.version + 1;
  await updateFactCheck(tx, held.id, { state: published ? 'published' : 'unpublished', version, now });
  await insertFactCheckVersion(tx, {
    factCheckId: held.id,
    number: version,
    change,
    note,
    verificationId: published?.verificationId ?? null,
    content: published?.content ?? null,
    authorId: actor.userId,
    now,
  });
  const after = (await findFactCheck(tx, held.id))!;
  await insertWorkspaceEvent(tx, {
    workspaceId: held.workspaceId,
    type: `fact_check_${change}`,
    subjectId: held.id,
    before: inBrief(held),
    after: { ...inBrief(after), note },
    requestHash: hash,
    actorId: actor.userId,
    now,
  });
  return after;
}

/** What the history says of a fact check: what was public stands in its versions. */
export const inBrief = ({ state, version, verificationId, content, annotationId }: StoredFactCheck) => ({
  annotationId,
  state,
  version,
  verificationId,
  headline: content.headline,
  status: content.status,
});

const stale = (held: StoredFactCheck) =>
  err({
    code: 'stale_version',
    message:
      'Somebody changed this fact check in the meantime. Nothing was published: look at it as it is now and decide.',
    current: shownFactCheck(held),
  });

/** The refusal to change a page that nobody sees. */
export const isOff = (held: StoredFactCheck) =>
  err({
    code: 'unpublished',
    message: 'This fact check was unpublished. Publish it again before you change it.',
    current: shownFactCheck(held),
  });
