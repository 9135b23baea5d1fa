import 'server-only';
import { releaseExpired } from '@/lib/data/assignments';
import type { Database } from '@/lib/data/database';
import { insertWorkspaceEvent } from '@/lib/data/workspace-events';
import type { Context } from './context';
import { requestHash } from './request-hash';

/** Writes down which places of a campaign, or of somebody anywhere, have become free because their time is over. */
export async function letPlacesExpire(
  tx: Database,
  { now }: Pick<Context, 'now'>,
  of: { campaignId: string; annotatorIds: readonly string[] },
): Promise<void> {
  const expired = await releaseExpired(tx, { ...of, now });
  for (const { workspaceId, campaignId, assignments } of expired)
    await insertWorkspaceEvent(tx, {
      workspaceId,
      type: 'places_expired',
      subjectId: campaignId,
      before: { assignments },
      after: null,
      requestHash: requestHash({ expired: assignments.map(({ id }) => id) }),
      actorId: null,
      now,
    });
}
