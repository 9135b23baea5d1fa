import 'server-only';
import { findWorkspaceIdOf } from '@/lib/data/comparisons';
import { database } from '@/lib/data/database';
import { compareArticles } from './compare-articles';
import type { Context } from './context';

/** Several changes that come one after another are looked at together. */
const WAIT = 2_000;
/** Between two parts others may use the database. */
const PART = 10;
const MOST_PARTS = 30;

/** Workspaces that are being looked at in this process, each with whether something has come meanwhile. */
const running = new Map<string, { hasMore: boolean }>();

/**
 * Compares, some time after a change, what came with it: nobody waits for it. One run for each workspace at a time; what
 * is left over, or goes wrong, is made up for by the next run or by whoever asks for it.
 */
export async function compareLater(
  { newId }: Pick<Context, 'newId'>,
  { articleId, wait = WAIT }: { articleId: string; wait?: number },
): Promise<void> {
  const workspaceId = await findWorkspaceIdOf(database(), articleId);
  if (!workspaceId) return;
  const held = running.get(workspaceId);
  if (held) {
    held.hasMore = true;
    return;
  }
  const run = { hasMore: true };
  running.set(workspaceId, run);
  try {
    while (run.hasMore) {
      run.hasMore = false;
      await new Promise((resolve) => setTimeout(resolve, wait));
      await compareAll(workspaceId, newId);
    }
  } catch (error) {
    console.error('looking for links between articles failed; it is made up for later:', error);
  } finally {
    running.delete(workspaceId);
  }
}

async function compareAll(workspaceId: string, newId: () => string): Promise<void> {
  for (let part = 0; part < MOST_PARTS; part++) {
    const { compared, left } = await compareArticles(workspaceId, { now: new Date(), newId, limit: PART });
    if (left === 0 || compared === 0) return;
  }
}
