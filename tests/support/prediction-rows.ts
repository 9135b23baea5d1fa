import type { PredictionRow } from '@/lib/domain/scoring-unit';
import { isDecided } from '@/lib/domain/vocabulary';

let count = 0;

/** A prediction of a named source in an article of its own, with what the test is about put over it. */
export function aPredictionRow(given: Partial<PredictionRow> = {}): PredictionRow {
  const id = `prediction-${String(++count).padStart(6, '0')}`;
  const article = given.article ?? {
    id: `article of ${id}`,
    title: 'The pier',
    publisher: 'The Gull',
    publishedAt: '2026-03-01',
  };
  const status = given.status ?? 'pending';
  return {
    annotationId: id,
    propositionId: null,
    words: `The ferry will sail for the ${count}th time`,
    source: { id: 'source-noor', name: 'Noor Valk', type: 'person' },
    copyGroup: article.id,
    tags: [],
    likelihoodWords: null,
    probability: null,
    deadline: null,
    decidedAt: isDecided(status) ? '2026-05-01T12:00:00.000Z' : null,
    outcomeKnownAt: isDecided(status) ? '2026-05-01' : null,
    createdAt: '2026-03-01T12:00:00.000Z',
    ...given,
    article,
    status,
  };
}
