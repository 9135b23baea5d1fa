import type { SubmittedResolution } from './resolution';

type PlaceOfEvidence = Pick<
  SubmittedResolution['evidence'][number],
  'stance' | 'url' | 'excerpt' | 'articleId' | 'revisionId' | 'span' | 'annotationId' | 'captureId'
>;
type Content<E> = Pick<
  SubmittedResolution,
  'status' | 'rationale' | 'searches' | 'criteria' | 'outcomeKnownAt'
> & { evidence: E[] };

/**
 * What two resolvers who agree say together: both reasons with their names, the evidence and searches of both, each once,
 * and the earlier of the two days on which the outcome is said to have become known.
 */
export function joinedResolution<E extends PlaceOfEvidence>(
  first: Content<E> & { name: string },
  second: Content<E> & { name: string },
): Content<E> {
  const days = [first.outcomeKnownAt, second.outcomeKnownAt].filter((day) => day !== null).sort();
  return {
    status: second.status,
    rationale: `${first.name}: ${first.rationale}\n\n${second.name}: ${second.rationale}`,
    searches: [...new Set([...first.searches, ...second.searches])],
    criteria: first.criteria ?? second.criteria,
    outcomeKnownAt: days[0] ?? null,
    evidence: uniqueBy([...first.evidence, ...second.evidence], keyOfEvidence),
  };
}

/**
 * What makes two pieces of evidence the same, whatever the order of their fields: of a page its address, however often it
 * was kept, of a file the very upload.
 */
const keyOfEvidence = (item: PlaceOfEvidence): string => {
  const { stance, url, excerpt, articleId, revisionId, span, annotationId } = item;
  const fileId = url === null ? item.captureId : null;
  return JSON.stringify([
    stance,
    url,
    excerpt,
    articleId,
    revisionId,
    span?.start,
    span?.end,
    annotationId,
    fileId,
  ]);
};

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
