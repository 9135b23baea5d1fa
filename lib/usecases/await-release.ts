import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { database } from '@/lib/data/database';
import { findRelease } from '@/lib/data/releases';
import { isSettled, type Release } from '@/lib/domain/release';
import { shownRelease } from './release-access';

const LOOK_EVERY = 200;

/**
 * The release as it is when it is ready or has failed, or when that took longer than it was given, in milliseconds. For
 * whoever was allowed to see it before.
 */
export async function awaitRelease(
  id: string,
  { atMost, onProgress }: { atMost: number; onProgress?: (release: Release) => void },
): Promise<Release> {
  for (const end = performance.now() + atMost; ; await pause(LOOK_EVERY)) {
    const release = shownRelease((await findRelease(database(), id))!);
    if (isSettled(release) || performance.now() >= end) return release;
    onProgress?.(release);
  }
}
