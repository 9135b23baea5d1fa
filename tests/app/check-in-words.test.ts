import { describe, expect, test } from 'vitest';
import { checkChangeInWords } from '@/app/(workspace)/[workspace]/_check/check-in-words';
import type { Check } from '@/lib/domain/check';
import { NO_CHECK } from '@/lib/domain/no-check';

const [ada, ben] = [
  { id: 'a', name: 'Ada' },
  { id: 'b', name: 'Ben' },
];
const check = (fields: Partial<Check>): Check => ({ ...NO_CHECK, ...fields });
const takenBy = (by: { id: string; name: string }): Partial<Check> => ({ taken: { by, at: '', seenAt: '' } });

describe('what became of a check', () => {
  test('taking from nobody and giving back are not worth a line', () => {
    expect(checkChangeInWords(undefined, check(takenBy(ada)))).toBeNull();
    expect(checkChangeInWords(check(takenBy(ada)), check({}))).toBeNull();
  });

  test('taking over is', () => {
    expect(checkChangeInWords(check(takenBy(ada)), check(takenBy(ben)))).toBe('took the check over from Ada');
  });

  test('what was arranged is said in one sentence', () => {
    const after = check({ assignee: ben, priority: 'high', dueOn: '2026-12-01' });
    expect(checkChangeInWords(undefined, after)).toBe(
      'gave the check to Ben, made its priority high, wants it checked by 1 Dec 2026',
    );
    expect(checkChangeInWords(after, check({ priority: 'high' }))).toBe(
      'gave the check to nobody, took away the day it was due',
    );
  });
});
