import { expect, test } from 'vitest';
import type { ListedPrediction } from '@/lib/domain/listed-prediction';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { predictionsCsv } from '@/lib/export/predictions-csv';
import { anAnnotation } from '@/tests/support/an-annotation';
import { rowsFromCsv } from './csv-reader';

const listed: ListedPrediction = {
  ...anAnnotation({
    kind: 'prediction',
    prediction: {
      ...EMPTY_DETAILS.prediction,
      horizonText: '=next week',
      deadline: '2026-05-10',
      deadlineBasis: 'inferred',
      deadlineEarliest: '2026-05-04',
      polarity: 'will_not',
      threshold: { quantity: 'visitors', comparator: '>=', value: 4000, upper: null, unit: 'people' },
    },
    tracking: { condition: null, criteriaWrittenAt: null, criteriaLock: null, criteriaUnlockedBecause: null },
  }),
  state: 'overdue',
  outcomeKnownAt: null,
  article: {
    id: '0195e000-0000-7000-8000-0000000000a1',
    title: 'The pier',
    publisher: null,
    publishedAt: '2026-05-01',
    publishedAtPrecision: 'day',
    publishedAtBasis: 'stated',
  },
  likelihood: { class: 'number', interval: { low: 0.63, high: 0.87 } },
  criteriaState: 'none',
  horizon: null,
  resolution: null,
};

test('one row per prediction, with where its deadline comes from and the number it is judged by', () => {
  const [header, row] = rowsFromCsv(predictionsCsv([listed]));
  const cells = Object.fromEntries(header!.map((name, i) => [name, row![i]]));
  expect(cells).toMatchObject({
    state: 'overdue',
    words: 'sky is green',
    deadline: '2026-05-10',
    deadline_basis: 'inferred',
    deadline_earliest: '2026-05-04',
    likelihood_low: '0.63',
    polarity: 'will_not',
    threshold_value: '4000',
    criteria_state: 'none',
    condition: '',
  });
  expect(cells.threshold_in_words).toMatch(/^at least 4,000/);
  for (const cell of row!) expect(cell).not.toMatch(/^[=+@-]/);
});
