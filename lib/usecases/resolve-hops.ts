import 'server-only';
import type { HopPlaces, StoredHop } from '@/lib/data/annotations';
import type { Database } from '@/lib/data/database';
import { currentRevisionText, findRevisionText } from '@/lib/data/revision-text';
import { findNamedAmong, findOrInsertSource, findSource, type SourceRow } from '@/lib/data/sources';
import { type Hop, type HopSpan, modeOfHop, type RequestedHop } from '@/lib/domain/annotation';
import { carriedHopSpan } from '@/lib/domain/carry-over';
import { foldedName } from '@/lib/domain/folded-name';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { textChangeOf } from '@/lib/domain/text-diff';

export type HopRefusal = Failure<'unknown_source' | 'anchor_mismatch' | 'invalid_input'>;

interface HopContext {
  workspaceId: string;
  articleId: string;
  /** The revision in which the places of the request lie, and the one in which the annotation does. */
  revisionId: string;
  placedIn: string;
  /** The attribution so far. A source that is named again as before stays recorded as it was. */
  held: readonly Hop[];
}

/**
 * The hops of an attribution in the order given (innermost first): their sources found or made, the places of cue and
 * name checked against the server's own text and carried over to the annotation's revision. Call it under the article's
 * lock.
 */
export async function resolveHops(
  tx: Database,
  context: HopContext,
  requested: readonly RequestedHop[],
  newId: () => string,
): Promise<Result<StoredHop[], HopRefusal>> {
  const hops: StoredHop[] = [];
  for (const hop of requested) {
    const named = await namedSource(tx, context, hop, newId);
    if (!named)
      return err({
        code: 'unknown_source',
        message: 'A source of the attribution is not in this workspace. Name it instead of giving an id.',
      });
    const places = await placesOf(tx, context, hop);
    if (!places.ok) return places;
    const { source, name } = named;
    hops.push({
      sourceId: source.id,
      namedAs: foldedName(name) === foldedName(source.name) ? null : name,
      cue: hop.cue ?? hop.cueSpan?.exact ?? null,
      mode: modeOfHop(hop, source.type),
      places: places.value,
    });
  }
  return ok(hops);
}

/** The source that a hop names, and by which name. Those of another article's own are not there for this one. */
async function namedSource(
  tx: Database,
  { workspaceId, articleId, held }: HopContext,
  hop: RequestedHop,
  newId: () => string,
): Promise<{ source: SourceRow; name: string } | null> {
  if (!('id' in hop.source)) {
    const source = await findOrInsertSource(tx, { workspaceId, articleId }, { ...hop.source, id: newId() });
    return { source, name: hop.source.name };
  }
  const source = await findSource(tx, workspaceId, hop.source.id);
  if (!source || (source.articleId !== null && source.articleId !== articleId)) return null;
  const survivor = source.survivorId ?? source.id;
  const recorded = hop.recordedAs ?? held.find((other) => other.source.id === source.id)?.recordedAs;
  if (!recorded) return { source, name: source.name };
  const row = await findSource(tx, workspaceId, recorded.id);
  // One that has been un-merged since is another source.
  if (!row || (row.survivorId ?? row.id) !== survivor) return { source, name: source.name };
  const named = row.survivorId ? row : await findNamedAmong(tx, survivor, recorded.name);
  return { source: named ?? row, name: recorded.name };
}

async function placesOf(
  tx: Database,
  { articleId, revisionId, placedIn }: HopContext,
  hop: RequestedHop,
): Promise<Result<HopPlaces, HopRefusal>> {
  const [cueSpan, nameSpan] = [hop.cueSpan ?? null, hop.nameSpan ?? null];
  if (!cueSpan && !nameSpan) return ok({ revisionId: placedIn, cueSpan, nameSpan });
  const revision = await findRevisionText(tx, revisionId);
  if (!revision || revision.articleId !== articleId)
    return err({ code: 'invalid_input', message: 'revisionId names no revision of this article.' });
  const { index } = revision;
  const holds = ({ start, end, exact }: HopSpan): boolean =>
    end <= index.length && index.slice(start, end) === exact;
  const wrong = [cueSpan, nameSpan].find((span) => span && !holds(span));
  if (wrong)
    return err({
      code: 'anchor_mismatch',
      message: `The text from ${wrong.start} to ${wrong.end} (code points) is not the cue or name that was sent. Read the article again and mark it once more.`,
      span: { start: wrong.start, end: wrong.end },
      found: wrong.end > index.length ? null : index.slice(wrong.start, wrong.end),
    });
  if (revision.id === placedIn) return ok({ revisionId: placedIn, cueSpan, nameSpan });
  const current = await currentRevisionText(tx, articleId);
  if (current.id !== placedIn) return ok({ revisionId: placedIn, cueSpan: null, nameSpan: null });
  const change = textChangeOf(revision.text, current.text);
  return ok({
    revisionId: placedIn,
    cueSpan: carriedHopSpan(change, cueSpan),
    nameSpan: carriedHopSpan(change, nameSpan),
  });
}
