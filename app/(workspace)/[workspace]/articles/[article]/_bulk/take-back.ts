import { getJson } from '@/app/_forms/ask-api';
import { wordOfStatus } from '@/app/_marks/words';
import type { Annotation } from '@/lib/domain/annotation';
import type { HistoryEvent } from '@/lib/domain/history';
import type { Page } from '@/lib/domain/page';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import type { Act } from '@/lib/domain/undo-stack';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import { type Attempts, sendVerdict } from './send-verdict';

const MOST_LETTERS = 20_000;

/**
 * Takes back the verdict that an act recorded, by another one that sets the status it replaced and says so. A verdict
 * that stood before comes back with its reasons and evidence. Refused where somebody has changed the annotation since.
 */
export async function takeBack(
  { annotationId: id, left }: Act,
  personId: string,
  attempts: Attempts,
): Promise<Result<Annotation, Failure>> {
  const history = await wholeHistory(id);
  if (!history.ok) return history;
  const request = requestTakingBack(history.value, left, personId);
  return request.ok ? sendVerdict({ id, version: left }, request.value, personId, attempts) : request;
}

/** The body of the request that takes back the last verdict of a history, which is the person's own, or why not. */
export function requestTakingBack(events: readonly HistoryEvent[], left: number, personId: string) {
  const last = events.at(-1)?.after;
  const verdict = events.findLast(({ verification }) => verification);
  const recorded = verdict?.verification;
  if (!last || !recorded || !verdict.before || last.version > left || verdict.actor.id !== personId)
    return err({ code: 'changed', message: 'It was changed since. Record a new verdict on it.' });
  if (last.version < left)
    return err({ code: 'unsaved', message: 'A change of it is not saved yet. Try again once it is.' });
  if (last.status !== recorded.status || last.kind !== verdict.before.kind)
    return err({ code: 'changed', message: 'Its status is another one by now.' });
  const { status } = verdict.before;
  const words = `Taken back: “${wordOfStatus(recorded.status)}”, recorded for several at once.`;
  if (!isDecided(status)) return ok({ status, rationale: words, evidence: [], searches: [] });
  const earlier = events.findLast(
    ({ verification, seq }) => verification?.status === status && seq < verdict.seq,
  )?.verification;
  if (!earlier)
    return err({ code: 'changed', message: 'What stood before has no reasons on record. Record it anew.' });
  return ok({ ...requestFromVerification(earlier), rationale: withReasons(words, earlier.rationale) });
}

const withReasons = (words: string, earlier: string): string =>
  `${words} It stands again: ${earlier}`.slice(0, MOST_LETTERS);

/** A decision as the request that would record it once more. */
function requestFromVerification({ status, evidence, searches, ...verification }: Verification) {
  const { criteria, criteriaPostHoc, outcomeKnownAt } = verification;
  return {
    status,
    evidence: evidence.map(({ stance, origin, url, excerpt, capture, ...place }) => ({
      stance,
      origin,
      url,
      excerpt,
      articleId: place.articleId,
      revisionId: place.revisionId,
      span: place.span,
      annotationId: place.annotationId,
      captureId: capture?.id ?? null,
    })),
    searches,
    criteria: criteriaPostHoc ? criteria : null,
    outcomeKnownAt,
  };
}

async function wholeHistory(id: string): Promise<Result<HistoryEvent[], Failure>> {
  const events: HistoryEvent[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page = await getJson<Page<HistoryEvent>>(`/api/v1/annotations/${id}/history?limit=500${query}`);
    if (!page.ok) return page;
    events.push(...page.value.value.items);
    cursor = page.value.value.nextCursor;
  }
  return ok(events);
}
