import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { NO_DISCUSSION } from '@/lib/domain/no-discussion';
import { firstStatusOf } from '@/lib/domain/vocabulary';

/** An annotation as the API answers it; what is not given is invented. */
export function anAnnotation(given: Partial<Annotation> = {}): Annotation {
  const kind = given.kind ?? 'claim';
  return {
    id: '0195e000-0000-7000-8000-000000000001',
    articleId: '0195e000-0000-7000-8000-0000000000a1',
    revisionId: '0195e000-0000-7000-8000-0000000000f1',
    layer: 'shared',
    kind,
    spans: [{ start: 4, end: 16, exact: 'sky is green', prefix: 'The ', suffix: '.' }],
    status: firstStatusOf(kind),
    attribution: [],
    [kind]: EMPTY_DETAILS[kind],
    tags: [],
    attributes: {},
    guidelineVersion: null,
    author: { id: '0195e000-0000-7000-8000-00000000000b', name: 'Ben Okafor' },
    version: 1,
    seq: 1,
    anchor: 'exact',
    recheck: null,
    discussion: NO_DISCUSSION,
    createdAt: '2026-03-01T09:00:00.000Z',
    updatedAt: '2026-03-01T09:00:00.000Z',
    deletedAt: null,
    ...given,
  };
}
