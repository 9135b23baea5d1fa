import 'server-only';
import { database } from '@/lib/data/database';
import { isBlindToRelease } from '@/lib/data/release-rows';
import { findRelease, type StoredRelease } from '@/lib/data/releases';
import { uuidSchema } from '@/lib/domain/ids';
import type { Standing } from '@/lib/domain/policy';
import type { Release } from '@/lib/domain/release';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
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

/** The files in which nothing stands that somebody marked, and what is public anyway. The card has counts of the whole. */
const HOLD_NO_MARKS: readonly string[] = [
  ...(['guideline.md', 'splits.json', 'splits.csv', 'LICENCES.csv', 'schema.json', 'CITATION.cff'] as const),
  ...(['croissant.json', 'README.md', 'manifest.json', 'SHA256SUMS'] as const),
  RELEASE_FILE_NAMES.claimreview,
];

/**
 * Invariant 7: whoever annotates an article blind gets no file that holds what others marked in it, also of an earlier release;
 * and no file at all of a release of a part, because which articles fit, and how much in them, tells of it.
 */
export async function checkNotBlindTo(
  { actor }: Pick<Context, 'actor'>,
  { workspaceId, frozenAt, part }: StoredRelease,
  fileName: string,
): Promise<Result<null, Failure>> {
  const tellsNothing = part === null && HOLD_NO_MARKS.includes(fileName);
  if (actor.isCommand || frozenAt === null || tellsNothing) return ok(null);
  const isBlind = await isBlindToRelease(database(), { workspaceId, userId: actor.userId, frozenAt });
  return isBlind ? blind : ok(null);
}

const blind = err<Failure>({
  code: 'pass_open',
  message:
    'This tells what others marked in an article that you are annotating blind. Submit your pass first; the release stays as it is.',
});

/** A release as its reader may know it: of a part that they are blind to no files, whose rows are counted. */
export async function releaseInSight(
  context: Pick<Context, 'actor'>,
  stored: StoredRelease,
): Promise<Release> {
  const release = shownRelease(stored);
  if (stored.part === null || stored.state !== 'ready') return release;
  const allowed = await checkNotBlindTo(context, stored, 'manifest.json');
  return allowed.ok ? release : { ...release, files: [] };
}

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
