import 'server-only';
import type { StoredHop } from '@/lib/data/annotations';
import type { Database } from '@/lib/data/database';
import { findOrInsertSource, findSource } from '@/lib/data/sources';
import { modeOfHop, type RequestedHop } from '@/lib/domain/annotation';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** The sources of an attribution, found or made, in the order given (innermost first). */
export async function resolveHops(
  tx: Database,
  place: { workspaceId: string; articleId: string },
  requested: readonly RequestedHop[],
  newId: () => string,
): Promise<Result<StoredHop[], Failure<'unknown_source'>>> {
  const hops: StoredHop[] = [];
  for (const hop of requested) {
    const source =
      'id' in hop.source
        ? await findSource(tx, place.workspaceId, hop.source.id)
        : await findOrInsertSource(tx, place, { ...hop.source, id: newId() });
    if (!source)
      return err({
        code: 'unknown_source',
        message: 'A source of the attribution is not in this workspace. Name it instead of giving an id.',
      });
    hops.push({ sourceId: source.id, cue: hop.cue, mode: modeOfHop(hop, source.type) });
  }
  return ok(hops);
}
