import 'server-only';
import type { Release, ReleaseFile, ReleaseProgress } from '@/lib/domain/release';
import type { ReleaseOptions } from '@/lib/domain/release-options';
import { isTellingOfPasses, type ReleasePart } from '@/lib/domain/release-part';
import type { Database } from './database';
import { database } from './database';
import { instant } from './instant';
import type { FrozenFile } from './release-files';
import { filterFromStored } from './stored-filter';

/** A release with what only its making needs. */
export interface StoredRelease extends Release {
  workspaceId: string;
  requestHash: string;
  attempt: number;
  tries: number;
  frozen: FrozenFile[] | null;
  /** Those that are made, also before it is ready. */
  made: ReleaseFile[];
  manifest: unknown;
}

const SELECT = `
  SELECT x.id, x.workspace_id AS "workspaceId", w.slug AS workspace, x.name, x.version, x.notes, x.state, x.progress, x.failure,
    x.options, x.part, json_build_object('id', u.id, 'name', u.name) AS "requestedBy", ${instant('x.created_at')} AS "createdAt",
    ${instant('x.frozen_at')} AS "frozenAt", ${instant('x.ready_at')} AS "readyAt",
    CASE WHEN x.state = 'ready' THEN x.files ELSE '[]' END AS files, x.files AS made, x.manifest_sha256 AS "manifestSha256",
    x.request_hash AS "requestHash", x.attempt, x.tries, x.frozen, x.manifest
  FROM release x JOIN workspace w ON w.id = x.workspace_id JOIN app_user u ON u.id = x.requested_by_id`;

/** The releases that fit a condition, which ends the statement. */
async function selectReleases(
  db: Database,
  condition: string,
  ...values: readonly unknown[]
): Promise<StoredRelease[]> {
  const rows = await db.$queryRawUnsafe<StoredRelease[]>(`${SELECT} ${condition}`, ...values);
  return rows.map((row) => ({
    ...row,
    part: row.part && { ...row.part, filter: filterFromStored(row.part.filter) },
  }));
}

export async function findRelease(db: Database, id: string): Promise<StoredRelease | null> {
  const [release] = await selectReleases(db, 'WHERE x.id = $1::uuid', id);
  return release ?? null;
}

export async function findReleaseNamed(
  db: Database,
  { workspaceId, name, version }: { workspaceId: string; name: string; version: string },
): Promise<StoredRelease | null> {
  const named = 'WHERE x.workspace_id = $1::uuid AND x.name = $2 AND x.version = $3';
  const [release] = await selectReleases(db, named, workspaceId, name, version);
  return release ?? null;
}

/** The newest first, at most `limit + 1`; `before` are the keys of the last one that was shown. */
export function listReleases(
  db: Database,
  listing: { workspaceId: string; limit: number; before: readonly [string, string] | null },
): Promise<StoredRelease[]> {
  return selectReleases(
    db,
    `WHERE x.workspace_id = $1::uuid
       AND ($2::timestamptz IS NULL OR (x.created_at, x.id) < ($2::timestamptz, $3::uuid))
     ORDER BY x.created_at DESC, x.id DESC LIMIT ${listing.limit + 1}`,
    listing.workspaceId,
    listing.before?.[0] ?? null,
    listing.before?.[1] ?? null,
  );
}

/**
 * The ready release of the same name that was frozen last before this one is. One whose filter asked for passes is compared
 * with by such alone: what differs would tell of the passes.
 */
export async function findEarlierRelease(
  db: Database,
  { id, workspaceId, name, part }: Pick<StoredRelease, 'id' | 'workspaceId' | 'name' | 'part'>,
): Promise<StoredRelease | null> {
  const [release] = await selectReleases(
    db,
    `WHERE x.workspace_id = $1::uuid AND x.name = $2 AND x.id <> $3::uuid AND x.state = 'ready'
       AND ($4 OR x.part IS NULL OR NOT jsonb_exists_any(x.part -> 'filter', ARRAY['passes', 'adjudication']))
     ORDER BY x.frozen_at DESC, x.id DESC LIMIT 1`,
    workspaceId,
    name,
    id,
    isTellingOfPasses(part),
  );
  return release ?? null;
}

/** Says what a release is to be; false where the workspace has one of that name and version. */
export async function insertRelease(
  tx: Database,
  release: {
    id: string;
    workspaceId: string;
    name: string;
    version: string;
    notes: string;
    requestHash: string;
    options: ReleaseOptions;
    part: ReleasePart | null;
    requestedById: string;
    now: Date;
  },
): Promise<boolean> {
  const inserted = await tx.$executeRaw`
    INSERT INTO release (id, workspace_id, name, version, notes, request_hash, options, part, requested_by_id, created_at,
      moved_at)
    VALUES (${release.id}::uuid, ${release.workspaceId}::uuid, ${release.name}, ${release.version}, ${release.notes},
      ${release.requestHash}, ${JSON.stringify(release.options)}::jsonb,
      ${release.part && JSON.stringify(release.part)}::jsonb, ${release.requestedById}::uuid,
      ${release.now}::timestamptz, ${release.now}::timestamptz)
    ON CONFLICT (workspace_id, name, version) DO NOTHING`;
  return inserted === 1;
}

/** Puts a failed release back to waiting; false where it has not failed. What was frozen and made is kept. */
export async function reopenRelease(tx: Database, id: string, now: Date): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE release SET state = 'waiting', failure = NULL, tries = 0, progress = NULL, moved_at = ${now}::timestamptz
    WHERE id = ${id}::uuid AND state = 'failed'`;
  return changed === 1;
}

/** Releases that are to be made and that nobody has moved since, the oldest first. */
export async function listUnfinishedReleases(db: Database, movedBefore: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM release WHERE state IN ('waiting', 'freezing', 'writing') AND moved_at < ${movedBefore}::timestamptz
    ORDER BY created_at, id LIMIT 100`;
  return rows.map(({ id }) => id);
}

/** Raised when somebody else has taken the release meanwhile: whoever gets it lets go. */
export class ReleaseTakenOver extends Error {}

/** What one taker writes of a release. The number of the attempt keeps an earlier one, who lost the lock, from writing. */
export class TakenRelease {
  private constructor(
    readonly id: string,
    readonly attempt: number,
  ) {}

  /** Takes a release that is to be made. Only for whoever holds its lock. Null where there is nothing to do. */
  static async take(id: string, now: Date): Promise<TakenRelease | null> {
    const [row] = await database().$queryRaw<{ attempt: number }[]>`
      UPDATE release SET attempt = attempt + 1, tries = tries + 1, moved_at = ${now}::timestamptz,
        state = CASE WHEN frozen IS NULL THEN 'freezing' ELSE 'writing' END
      WHERE id = ${id}::uuid AND state IN ('waiting', 'freezing', 'writing') RETURNING attempt`;
    return row ? new TakenRelease(id, row.attempt) : null;
  }

  async noteProgress(progress: ReleaseProgress, now: Date): Promise<void> {
    this.#mustBeMine(
      await database().$executeRaw`
      UPDATE release SET progress = ${JSON.stringify(progress)}::jsonb, moved_at = ${now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt}`,
    );
  }

  async noteFrozen(frozen: readonly FrozenFile[], frozenAt: string, now: Date): Promise<void> {
    this.#mustBeMine(
      await database().$executeRaw`
      UPDATE release SET frozen = ${JSON.stringify(frozen)}::jsonb, frozen_at = ${frozenAt}::timestamptz, state = 'writing',
        moved_at = ${now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt} AND frozen IS NULL`,
    );
  }

  async noteMade(made: readonly ReleaseFile[], progress: ReleaseProgress, now: Date): Promise<void> {
    this.#mustBeMine(
      await database().$executeRaw`
      UPDATE release SET files = ${JSON.stringify(made)}::jsonb, progress = ${JSON.stringify(progress)}::jsonb,
        moved_at = ${now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt}`,
    );
  }

  async noteReady(
    tx: Database,
    ready: { files: readonly ReleaseFile[]; manifest: unknown; manifestSha256: string; now: Date },
  ): Promise<void> {
    this.#mustBeMine(
      await tx.$executeRaw`
      UPDATE release SET state = 'ready', files = ${JSON.stringify(ready.files)}::jsonb, progress = NULL,
        manifest = ${JSON.stringify(ready.manifest)}::jsonb, manifest_sha256 = ${ready.manifestSha256},
        ready_at = ${ready.now}::timestamptz, moved_at = ${ready.now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt}`,
    );
  }

  async noteFailed(tx: Database, failure: string, now: Date): Promise<void> {
    this.#mustBeMine(
      await tx.$executeRaw`
      UPDATE release SET state = 'failed', failure = ${failure}, progress = NULL, moved_at = ${now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt}`,
    );
  }

  /** Back among those that wait: it is tried again. */
  async noteWaiting(now: Date): Promise<void> {
    this.#mustBeMine(
      await database().$executeRaw`
      UPDATE release SET state = 'waiting', moved_at = ${now}::timestamptz
      WHERE id = ${this.id}::uuid AND attempt = ${this.attempt}`,
    );
  }

  #mustBeMine(changed: number): void {
    if (changed !== 1) throw new ReleaseTakenOver(`release ${this.id} was taken over`);
  }
}
