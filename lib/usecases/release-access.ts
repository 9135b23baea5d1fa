import 'server-only';
import { database } from '@/lib/data/database';
import { isBlindToRelease } from '@/lib/data/release-rows';
import { findRelease, type StoredRelease } from '@/lib/data/releases';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import type { Release } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import { isTellingOfPasses } from '@/lib/domain/release-part';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { type AccessRefusal, requireWorkspace, type WorkspaceAccess } from './access';
import type { Context } from './context';

export interface ReleaseAccess extends WorkspaceAccess {
  release: StoredRelease;
}

/** A release that the actor may do something with. */
export async function requireRelease(
  context: Pick<Context, 'actor'>,
  id: string,
  right: (standing: Standing) => boolean,
): Promise<Result<ReleaseAccess, AccessRefusal>> {
  const known = uuidSchema.safeParse(id);
  const release = known.success ? await findRelease(database(), known.data) : null;
  const access = await requireWorkspace(context, release?.workspace ?? '', right);
  if (access.ok) return ok({ ...access.value, release: release! });
  return access.error.code === 'not_found'
    ? err({ code: 'not_found', message: 'There is no such release, or you have no access to it.' })
    : access;
}

/** The files in which each annotator's own labels stand, or what was made of them. */
const HOLD_PASSES: readonly string[] = [
  'passes.jsonl',
  'adjudication.jsonl',
  'agreement.json',
  RELEASE_FILE_NAMES.jsonl,
];

/**
 * Invariant 7: whoever annotates an article blind gets no file that holds others' passes of it, also of an earlier release;
 * and no file at all of a release whose filter asked for passes, because what fits it tells of them.
 */
export const checkNotBlindTo = (
  context: Pick<Context, 'actor'>,
  release: StoredRelease,
  fileName: string,
): Promise<Result<null, Failure>> =>
  HOLD_PASSES.includes(fileName) ? checkNotBlind(context, release) : checkTellsNothingBlind(context, release);

/** The same of what every file of a release has in common: which annotations are in it. */
export const checkTellsNothingBlind = async (
  context: Pick<Context, 'actor'>,
  release: StoredRelease,
): Promise<Result<null, Failure>> =>
  isTellingOfPasses(release.part) ? checkNotBlind(context, release) : ok(null);

async function checkNotBlind(
  { actor }: Pick<Context, 'actor'>,
  { workspaceId, frozenAt }: StoredRelease,
): Promise<Result<null, Failure>> {
  if (frozenAt === null) return ok(null);
  const isBlind = await isBlindToRelease(database(), { workspaceId, userId: actor.userId, frozenAt });
  return isBlind ? blind : ok(null);
}

const blind = err<Failure>({
  code: 'pass_open',
  message:
    'This tells what others marked in an article that you are annotating blind. Submit your pass first; the release stays as it is.',
});

/** A release as the API answers it: nothing of how it is made, and no file before all are. */
export const shownRelease = (release: StoredRelease): Release => ({
  id: release.id,
  workspace: release.workspace,
  name: release.name,
  version: release.version,
  notes: release.notes,
  state: release.state,
  progress: release.progress,
  failure: release.failure,
  options: release.options,
  part: release.part,
  requestedBy: release.requestedBy,
  createdAt: release.createdAt,
  frozenAt: release.frozenAt,
  readyAt: release.readyAt,
  files: release.files,
  manifestSha256: release.manifestSha256,
});
