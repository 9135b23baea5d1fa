import { describe, expect, test } from 'vitest';
import { wordOfStatus } from '@/app/_marks/words';
import { ratingOf, RATING_SCALE } from '@/lib/domain/claim-rating';
import { isPublishable } from '@/lib/domain/fact-check-content';
import { ALL_STATUSES, isDecided } from '@/lib/domain/vocabulary';

describe('the rating of a verdict', () => {
  test.each([
    ['supported', 5],
    ['conflicting', 3],
    ['refuted', 1],
    ['not_enough_evidence', null],
    ['accurate', 5],
    ['altered', 3],
    ['out_of_context', 3],
    ['misattributed', 1],
    ['fabricated', 1],
    ['came_true', null],
    ['did_not_come_true', null],
  ] as const)('%s is %s', (status, value) => {
    expect(ratingOf(status)!.value).toBe(value);
  });

  test.each(ALL_STATUSES)('%s has one if it is decided, in the words that the pages use', (status) => {
    const rating = ratingOf(status);
    expect(rating !== null).toBe(isDecided(status));
    expect(isPublishable(status)).toBe(isDecided(status));
    if (!rating) return;
    expect(rating.words).toBe(wordOfStatus(status));
    if (rating.value === null) return;
    expect(rating.value).toBeGreaterThanOrEqual(RATING_SCALE.worst);
    expect(rating.value).toBeLessThanOrEqual(RATING_SCALE.best);
  });
});
