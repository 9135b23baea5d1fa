import 'server-only';
import type { AnnotationPlace } from '@/lib/data/annotations';
import type { Database } from '@/lib/data/database';
import { currentRevisionText, findRevisionText } from '@/lib/data/revision-text';
import { reanchorSpans } from '@/lib/domain/anchor';
import type { RequestedSpan } from '@/lib/domain/annotation';
import { excerptOf } from '@/lib/domain/excerpt';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { areSortedAndDisjoint, bySpan, type Span } from '@/lib/domain/span';
import { textChangeOf } from '@/lib/domain/text-diff';
import type { TextIndex } from '@/lib/domain/text-index';

export type PlaceRefusal = Failure<'anchor_mismatch' | 'invalid_input' | 'orphaned'>;

/** Where requested spans lie in the current revision. `recheckSince` is set when a newer revision changed their words. */
export interface Placed {
  place: AnnotationPlace;
  /** The number of the current revision. */
  revision: number;
  recheckSince: number | null;
}

/**
 * Checks requested spans against the server's own text (invariants 1 and 2), and carries them over when the request
 * was made on a revision that has been superseded. Call it under the article's lock.
 */
export async function placeSpans(
  tx: Database,
  articleId: string,
  revisionId: string,
  requested: readonly RequestedSpan[],
): Promise<Result<Placed, PlaceRefusal>> {
  const current = await currentRevisionText(tx, articleId);
  const revision = revisionId === current.id ? current : await findRevisionText(tx, revisionId);
  if (!revision || revision.articleId !== articleId)
    return err({ code: 'invalid_input', message: 'revisionId names no revision of this article.' });

  const spans = [...requested].sort(bySpan);
  if (!areSortedAndDisjoint(spans))
    return err({ code: 'invalid_input', message: 'The spans of one annotation must not overlap.' });
  const { index } = revision;
  const wrong = spans.find(
    (span) => span.end > index.length || index.slice(span.start, span.end) !== span.exact,
  );
  if (wrong)
    return err({
      code: 'anchor_mismatch',
      message: `The text from ${wrong.start} to ${wrong.end} (code points) is not the excerpt that was sent. Read the article again and mark it once more.`,
      span: { start: wrong.start, end: wrong.end },
      found: wrong.end > index.length ? null : index.slice(wrong.start, wrong.end),
    });
  if (revision.id === current.id)
    return ok({
      place: { revisionId, state: 'exact', spans: withExcerpts(index, spans) },
      revision: current.number,
      recheckSince: null,
    });

  const moved = reanchorSpans(textChangeOf(revision.text, current.text), spans);
  if (moved.state === 'orphaned')
    return err({
      code: 'orphaned',
      message:
        'The article has a newer revision, in which these words are gone. Mark them in the current text.',
      currentRevisionId: current.id,
    });
  return ok({
    place: {
      revisionId: current.id,
      state: moved.state,
      spans: withExcerpts(current.index, moved.spans),
    },
    revision: current.number,
    recheckSince: moved.state === 'changed' ? current.number : null,
  });
}

export const withExcerpts = (index: TextIndex, spans: readonly Span[]): AnnotationPlace['spans'] =>
  spans.map(({ start, end }) => ({ start, end, ...excerptOf(index, { start, end }) }));
