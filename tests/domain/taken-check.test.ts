import { describe, expect, test } from 'vitest';
import { TAKEN_FOR, takenNow } from '@/lib/domain/taken-check';

const SEEN = '2026-11-22T09:00:00.000Z';
const taken = { by: { id: 'u', name: 'Ada' }, at: '2026-11-22T07:00:00.000Z', seenAt: SEEN };
const after = (milliseconds: number) => new Date(Date.parse(SEEN) + milliseconds);

describe('what somebody took', () => {
  test('is theirs until they give no sign of life for too long', () => {
    expect(takenNow({ taken }, after(0))).toBe(taken);
    expect(takenNow({ taken }, after(TAKEN_FOR - 1))).toBe(taken);
    expect(takenNow({ taken }, after(TAKEN_FOR))).toBeNull();
  });

  test('is nobody’s where nobody took it', () => {
    expect(takenNow({ taken: null }, after(0))).toBeNull();
  });
});
