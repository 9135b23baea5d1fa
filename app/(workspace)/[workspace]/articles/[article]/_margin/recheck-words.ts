import type { ReanchorReason } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { AnchorRecord } from '@/lib/domain/revision-report';

/** What somebody has to read again: pairs of words then and now, and why. */
export interface RecheckWords {
  reason: ReanchorReason | null;
  pairs: { before: string; after: string }[];
}

/**
 * What to compare on an annotation that asks for a new check: its words when somebody last looked, with those of today;
 * when only the words around them differ, the sentences. Null when its anchors do not tell.
 */
export function recheckWordsOf(
  annotation: Annotation,
  anchors: readonly AnchorRecord[],
): RecheckWords | null {
  const since = annotation.recheck?.sinceRevision;
  if (since === undefined) return null;
  const seen = anchors.findLast(({ revision, spans }) => revision.number < since && spans.length > 0);
  const changed = anchors.findLast(
    ({ revision, state, pieces }) => revision.number >= since && state === 'changed' && pieces.length > 0,
  );
  const [before, after] = [seen && wordsOf(seen), wordsOf(annotation)];
  if (before && before !== after)
    return { reason: changed?.reason ?? 'words_differ', pairs: [{ before, after }] };
  if (!changed) return null;
  const pairs = changed.pieces.flatMap(({ before, after }) =>
    after === null || after === before ? [] : [{ before, after }],
  );
  return { reason: changed.reason, pairs };
}
