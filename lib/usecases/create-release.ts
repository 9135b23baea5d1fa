import 'server-only';
import { database } from '@/lib/data/database';
import { hasArticles } from '@/lib/data/release-rows';
import { findReleaseNamed, insertRelease, reopenRelease, type StoredRelease } from '@/lib/data/releases';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { parseInput } from '@/lib/domain/parse-input';
import { canRelease } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { newReleaseSchema, type Release } from '@/lib/domain/release';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { inTransaction } from './in-transaction';
import { shownRelease } from './release-access';
import { releasePartFrom, selectionOfPart } from './release-part';
import { requestHash } from './request-hash';

interface Created {
  release: Release;
  outcome: 'created' | 'existing';
}

/**
 * Says what a release is to be; making it is a job of its own. The same request again answers the release that there is,
 * and tries again where that failed; another one of the same name and version is refused, because a release never changes.
 */
export async function createRelease(
  context: Context,
  input: { slug: string; body: unknown },
): Promise<Result<Created, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRelease);
  if (!access.ok) return access;
  const body = parseInput(newReleaseSchema, input.body);
  if (!body.ok) return body;
  const { name, version, notes, filter, subset, articles, ...options } = body.value;
  const { id: workspaceId, timeZone } = access.value.workspace;
  const asPart = await releasePartFrom(database(), workspaceId, { filter, subset, articles });
  if (!asPart.ok) return asPart;
  const part = asPart.value;
  // What its ids are called may change between a request and its repetition.
  const question = part && { filter: part.filter, articles: part.articles, subset: part.subset };
  const hash = requestHash({ name, version, notes, ...options, ...(question && { part: question }) });
  const id = context.newId();
  const outcome = await inTransaction<Created['outcome'], Failure>(async (tx) => {
    const requestedById = context.actor.userId;
    const asked = { id, workspaceId, name, version, notes, requestHash: hash, options, part, requestedById };
    if (!(await insertRelease(tx, { ...asked, now: context.now }))) {
      const known = await findReleaseNamed(tx, { workspaceId, name, version });
      if (known?.requestHash !== hash) return anotherOne(known);
      if (known.state === 'failed') await askAgain(tx, context, known);
      return ok('existing');
    }
    const today = dayIn(timeZone, context.now);
    if (part && !(await hasArticles(tx, selectionOfPart(workspaceId, part, { timeZone, today }))))
      return empty;
    await insertWorkspaceEvent(tx, {
      ...{ workspaceId, type: 'release_asked', subjectId: id, before: null },
      after: { name, version, notes, options, part },
      ...{ requestHash: hash, actorId: requestedById, now: context.now },
    });
    return ok('created');
  });
  if (!outcome.ok) return outcome;
  const release = await findReleaseNamed(database(), { workspaceId, name, version });
  return ok({ release: shownRelease(release!), outcome: outcome.value });
}

/** Puts a release that failed back among those that are to be made. */
export async function askAgain(
  tx: Parameters<typeof insertWorkspaceEvent>[0],
  context: Context,
  release: StoredRelease,
): Promise<void> {
  if (!(await reopenRelease(tx, release.id, context.now))) return;
  await insertWorkspaceEvent(tx, {
    ...{ workspaceId: release.workspaceId, type: 'release_asked_again', subjectId: release.id },
    before: { failure: release.failure },
    after: null,
    requestHash: `${release.requestHash} ${release.attempt}`,
    ...{ actorId: context.actor.userId, now: context.now },
  });
}

const empty = err<Failure>({
  code: 'nothing_fits',
  message:
    'No annotation fits what was asked for, so the release would be empty. Nothing was made: drop a condition, or release everything.',
});

const anotherOne = (known: StoredRelease | null) =>
  err({
    code: 'release_exists',
    message:
      `There is a release "${known?.name}" ${known?.version} that was made by other choices. A release never changes: ` +
      'give this one another version.',
    ...(known && { releaseId: known.id }),
  });
