import 'server-only';
import { failCapture, takeUpCaptures } from '@/lib/data/captures';
import { database } from '@/lib/data/database';
import { PUBLIC_WEB, type WebPolicy } from '@/lib/guard/web-policy';
import { pageFrom } from './capture-evidence';
import type { Context } from './context';
import { keepCopy } from './keep-copy';

/** So many at once: a list of decisions must not become a storm of requests. */
const AT_ONCE = 3;
/** Whoever began has ended by then, or never will, in milliseconds. */
const FORSAKEN_AFTER = 120_000;

/**
 * Fetches the web pages that decisions name and nobody has fetched yet, until none is left: also those that a process
 * which ended had begun. Decides nothing about anybody's rights: what is fetched was named by somebody who may.
 */
export async function fetchWaitingCaptures(
  { now, newId }: { now: () => Date; newId: Context['newId'] },
  policy: WebPolicy = PUBLIC_WEB,
): Promise<number> {
  for (let done = 0; ;) {
    const begun = now();
    const taken = await takeUpCaptures(database(), {
      now: begun,
      forsaken: new Date(begun.getTime() - FORSAKEN_AFTER),
      limit: AT_ONCE,
    });
    if (taken.length === 0) return done;
    await Promise.all(
      taken.map(async ({ id, workspaceId, url }) => {
        const page = await pageFrom(url, policy);
        if (page.ok) await keepCopy({ now: now(), newId }, { captureId: id, workspaceId }, page.value);
        else await failCapture(database(), id, page.error.message, now());
      }),
    );
    done += taken.length;
  }
}
