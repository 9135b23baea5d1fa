import type { Check } from './check';

/** Milliseconds without a sign of life after which what somebody took is free again. */
export const TAKEN_FOR = 2 * 60 * 60 * 1_000;

/** Who is at a check at an instant: null where nobody took it, or whoever did has given no sign of life for too long. */
export function takenNow({ taken }: Pick<Check, 'taken'>, now: Date): Check['taken'] {
  return taken && now.getTime() - Date.parse(taken.seenAt) < TAKEN_FOR ? taken : null;
}
