import { expect, test } from 'vitest';
import { assignSchema, isLate, newCampaignSchema, patchCampaignSchema } from '@/lib/domain/campaign';
import { submitPassSchema } from '@/lib/domain/pass';

test('work is late from the day after its day, until it is submitted', () => {
  const due = (dueOn: string | null, state: 'waiting' | 'begun' | 'submitted' | 'hidden') => ({
    dueOn,
    state,
  });
  expect(isLate(due('2026-09-01', 'waiting'), '2026-09-01')).toBe(false);
  expect(isLate(due('2026-09-01', 'begun'), '2026-09-02')).toBe(true);
  expect(isLate(due('2026-09-01', 'submitted'), '2026-09-02')).toBe(false);
  expect(isLate(due('2026-09-01', 'hidden'), '2026-09-02')).toBe(false);
  expect(isLate(due(null, 'waiting'), '2026-09-02')).toBe(false);
});

test('a campaign asks for all kinds of two people by a list unless it says otherwise', () => {
  expect(newCampaignSchema.parse({ name: ' Harbour ' })).toEqual({
    ...{
      name: 'Harbour',
      note: '',
      kinds: ['claim', 'quote', 'prediction'],
      guidelineVersion: null,
      dueOn: null,
    },
    ...{ annotatorsPerArticle: 2, mode: 'list', holdHours: null, articleIds: [], annotatorIds: [] },
  });
});

test('kinds stand once and in their order; none is no campaign and no submission', () => {
  expect(newCampaignSchema.parse({ name: 'x', kinds: ['prediction', 'claim', 'claim'] }).kinds).toEqual([
    'claim',
    'prediction',
  ]);
  expect(newCampaignSchema.safeParse({ name: 'x', kinds: [] }).success).toBe(false);
  expect(submitPassSchema.parse({}).kinds).toEqual(['claim', 'quote', 'prediction']);
  expect(submitPassSchema.safeParse({ kinds: [] }).success).toBe(false);
});

test('a change names something, and what is assigned is named or spread', () => {
  expect(patchCampaignSchema.safeParse({}).success).toBe(false);
  expect(assignSchema.safeParse({}).success).toBe(false);
  expect(assignSchema.parse({ spread: 'evenly' })).toEqual({ spread: 'evenly', seed: 1 });
});
