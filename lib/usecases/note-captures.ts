import 'server-only';
import { insertCaptures } from '@/lib/data/captures';
import type { Database } from '@/lib/data/database';
import type { EvidenceRow } from '@/lib/data/verifications';
import type { AnnotationAccess } from './access';
import type { Context } from './context';

/** Web pages of which no copy was made yet are noted, to be fetched once the decision is saved. */
export async function noteCaptures(
  tx: Database,
  context: Context,
  { workspace }: AnnotationAccess,
  { hash, evidence }: { hash: string; evidence: readonly EvidenceRow[] },
): Promise<EvidenceRow[]> {
  const noted = evidence.map((item) =>
    item.url && !item.captureId ? { ...item, captureId: context.newId() } : item,
  );
  await insertCaptures(
    tx,
    noted.flatMap(({ captureId, url }, i) =>
      captureId && url && captureId !== evidence[i]!.captureId
        ? [
            {
              id: captureId,
              workspaceId: workspace.id,
              kind: 'page',
              url,
              fileName: null,
              state: 'waiting',
              requestHash: hash,
              actorId: context.actor.userId,
              now: context.now,
            },
          ]
        : [],
    ),
  );
  return noted;
}
