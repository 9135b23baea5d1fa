import 'server-only';
import { transaction } from '@/lib/data/database';
import {
  clearUnfinished,
  type FrozenFile,
  hashOfReleaseFile,
  writeReleaseFile,
} from '@/lib/data/release-files';
import { MOST_TRIES } from '@/lib/data/job-queue';
import { holdingRelease } from '@/lib/data/release-lock';
import { findRelease, ReleaseTakenOver, type StoredRelease, TakenRelease } from '@/lib/data/releases';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import { database } from '@/lib/data/database';
import type { ReleaseFile } from '@/lib/domain/release';
import { freezeRelease } from './freeze-release';
import { type FileMaker, type MadeRelease, makeReleaseFiles, ReleaseRefused } from './release-files';

/** `elsewhere`: somebody else is making it; `again`: it failed, and may be tried again; `settled`: there is nothing to do. */
export type MakingOutcome = 'ready' | 'failed' | 'again' | 'elsewhere' | 'settled';

/**
 * Makes a release: freezes its rows, unless that is done, and writes each file that is not there yet. One process does it at
 * a time. Whoever dies in its midst leaves whole files and what can be begun again.
 */
export async function makeRelease(id: string, clock: { now: () => Date }): Promise<MakingOutcome> {
  const held = await holdingRelease(id, async (signal): Promise<MakingOutcome> => {
    const taken = await TakenRelease.take(id, clock.now());
    const release = taken && (await findRelease(database(), id));
    if (!taken || !release) return 'settled';
    try {
      const made = await make(release, taken, { ...clock, signal });
      await transaction(async (tx) => {
        await taken.noteReady(tx, { ...made, now: clock.now() });
        await insertWorkspaceEvent(
          tx,
          endOf(release, 'release_ready', { manifestSha256: made.manifestSha256 }, clock.now()),
        );
      });
      return 'ready';
    } catch (error) {
      if (error instanceof ReleaseTakenOver || signal.aborted) return 'elsewhere';
      return noteFailure(release, taken, error, clock.now());
    }
  });
  return held ? held.value : 'elsewhere';
}

async function make(
  release: StoredRelease,
  taken: TakenRelease,
  { now, signal }: { now: () => Date; signal: AbortSignal },
): Promise<MadeRelease> {
  if (release.tries > MOST_TRIES)
    throw new ReleaseRefused(
      'Making it was begun several times and never came to an end: the server stopped each time. Look at its log and at the ' +
        'memory and disk that it has, then try again.',
    );
  await clearUnfinished(release.id);
  const attempt = taken.attempt;
  if (release.frozen) await mustBeWhole(release.id, release.frozen);
  else {
    const note = (step: string) => taken.noteProgress({ step, done: 0, of: 0 }, now());
    const { frozen, frozenAt } = await freezeRelease(release, { attempt, signal, note });
    await taken.noteFrozen(frozen, frozenAt, now());
  }
  const known = await wholeFilesOf(release);
  return makeReleaseFiles(release, writer(release, { taken, known, now, signal }));
}

/** Writes files to the data folder, and keeps in the row what each is as soon as it is there. */
function writer(
  release: StoredRelease,
  work: {
    taken: TakenRelease;
    known: ReadonlyMap<string, ReleaseFile>;
    now: () => Date;
    signal: AbortSignal;
  },
): FileMaker {
  const { taken, known, now, signal } = work;
  const made = new Map(known);
  let progress = { step: '', done: 0, of: 0 };
  return {
    known: (name) => known.get(name) ?? null,
    note: (step, done, of) => {
      signal.throwIfAborted();
      progress = { step, done, of };
      return taken.noteProgress(progress, now());
    },
    make: async ({ bytes, rows, ...file }) => {
      const place = { id: release.id, area: 'files', name: file.name, part: String(taken.attempt) } as const;
      const written = await writeReleaseFile(place, bytes, signal);
      const whole: ReleaseFile = { ...file, ...written, rows: rows() };
      made.set(file.name, whole);
      await taken.noteMade([...made.values()], { ...progress, done: progress.done + 1 }, now());
      return whole;
    },
  };
}

/** Files that an earlier taker made, of which the bytes are still what they were. */
async function wholeFilesOf({ id, made }: StoredRelease): Promise<Map<string, ReleaseFile>> {
  const whole = new Map<string, ReleaseFile>();
  for (const file of made) {
    const there = await hashOfReleaseFile(id, 'files', file.name);
    if (there?.sha256 === file.sha256) whole.set(file.name, file);
  }
  return whole;
}

async function mustBeWhole(id: string, frozen: readonly FrozenFile[]): Promise<void> {
  for (const { name, sha256 } of frozen) {
    const there = await hashOfReleaseFile(id, 'frozen', name);
    if (there?.sha256 === sha256) continue;
    throw new ReleaseRefused(
      'What was frozen for this release is not in the data folder any more, or was changed there. It cannot be made as it ' +
        'was meant: restore the data folder from a backup and try again, or make another release.',
    );
  }
}

async function noteFailure(
  release: StoredRelease,
  taken: TakenRelease,
  error: unknown,
  now: Date,
): Promise<MakingOutcome> {
  console.error(`release ${release.id} could not be made`, error);
  const isFinal = error instanceof ReleaseRefused || release.tries >= MOST_TRIES;
  if (!isFinal) {
    await taken.noteWaiting(now);
    return 'again';
  }
  const failure = wordsOf(error);
  await transaction(async (tx) => {
    await taken.noteFailed(tx, failure, now);
    await insertWorkspaceEvent(tx, endOf(release, 'release_failed', { failure }, now));
  });
  return 'failed';
}

function wordsOf(error: unknown): string {
  if (error instanceof ReleaseRefused) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'The disk that holds the data folder is full. Make room on it and try again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'The data folder could not be written to. Look at its permissions and try again.';
  return 'Something went wrong on our side, several times. Nothing in the workspace has changed. The server’s log says more.';
}

const endOf = (
  release: StoredRelease,
  type: 'release_ready' | 'release_failed',
  after: Record<string, string>,
  now: Date,
) => ({
  ...{ workspaceId: release.workspaceId, type, subjectId: release.id, before: null, after },
  requestHash: `${release.requestHash} ${release.attempt} ${type}`,
  actorId: null,
  now,
});
