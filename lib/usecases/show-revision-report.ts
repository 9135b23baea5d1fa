import 'server-only';
import { listAnnotations } from '@/lib/data/annotations';
import { snapshotFor } from '@/lib/data/blind-reading';
import { findRevisionTexts, listCarried, listRevisions } from '@/lib/data/revisions';
import { explanationOf } from '@/lib/domain/carry-over';
import { paragraphDiffOf } from '@/lib/domain/paragraph-diff';
import { canRead } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Carried, RevisionReport } from '@/lib/domain/revision-report';
import { textChangeOf } from '@/lib/domain/text-diff';
import { requireArticle } from './access';
import type { Context } from './context';

/** Revisions are numbered by a Postgres integer. */
const HIGHEST_NUMBER = 2_147_483_646;

/**
 * What a revision changed, in the text and for each annotation there was. The states are those that were recorded when
 * it was added; only the reasons and the words to show are worked out again, from the two texts.
 */
export async function showRevisionReport(
  context: Context,
  input: { articleId: string; number: string },
): Promise<Result<RevisionReport, Failure>> {
  const access = await requireArticle(context, input.articleId, canRead);
  if (!access.ok) return access;
  const { articleId } = access.value;
  const number = /^\d{1,10}$/.test(input.number) ? Math.min(Number(input.number), HIGHEST_NUMBER) : 0;
  const found = await snapshotFor(access.value, async (tx) => {
    const texts = await findRevisionTexts(tx, articleId, number);
    if (!texts) return null;
    const [revision] = await listRevisions(tx, articleId, { before: number + 1, limit: 1 });
    const carried = await listCarried(tx, articleId, texts.createdAt);
    const now = carried.length > 0 ? await listAnnotations(tx, articleId, { withDeleted: true }) : [];
    return { texts, revision: revision!, carried, now };
  });
  if (!found) return err({ code: 'not_found', message: 'This article has no revision of that number.' });

  const { texts, revision, carried, now } = found;
  const { previous, text } = texts;
  const shown = new Map(now.map((annotation) => [annotation.id, annotation]));
  const change = previous && textChangeOf(previous.text, text);
  return ok({
    revision,
    previous: previous && { id: previous.id, number: previous.number },
    paragraphs: previous ? paragraphDiffOf(previous.text, text) : [],
    annotations: carried.map(({ before, after }): Carried => {
      const state = after.anchor;
      const wasPlaced = before.anchor !== 'orphaned' && before.revisionId === previous?.id;
      const { reason, pieces } =
        change && wasPlaced && state !== 'exact'
          ? explanationOf(change, before.spans, state)
          : { reason: null, pieces: [] };
      return { state, reason, pieces, before, after, now: shown.get(after.id) ?? after };
    }),
  });
}
