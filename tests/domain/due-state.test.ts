import { expect, test } from 'vitest';
import { dueStateOf } from '@/lib/domain/due-state';

test.each([
  [null, 'undated'],
  ['2026-11-21', 'overdue'],
  ['2026-11-22', 'soon'],
  ['2026-11-29', 'soon'],
  ['2026-11-30', 'later'],
] as const)('a day of %s is %s on 22 November 2026', (due, state) => {
  expect(dueStateOf(due, '2026-11-22')).toBe(state);
});
