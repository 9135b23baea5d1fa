import { wordOfPriority } from '@/app/_marks/desk-words';
import { dayInBrief } from '@/app/_ui/dates';
import type { Check } from '@/lib/domain/check';
import { NO_CHECK } from '@/lib/domain/no-check';

/**
 * What became of a check between two states, to follow a name: "took it over from Ada Lind", "gave the check to Ben Okoro,
 * due 3 May 2025". Null where somebody took it from nobody or gave it back: those who look at a history do not ask for it.
 */
export function checkChangeInWords(from: Check | undefined, to: Check | undefined): string | null {
  const [before, after] = [from ?? NO_CHECK, to ?? NO_CHECK];
  const parts: string[] = [];
  if (after.taken && before.taken && after.taken.by.id !== before.taken.by.id)
    parts.push(`took the check over from ${before.taken.by.name}`);
  if (after.assignee?.id !== before.assignee?.id)
    parts.push(after.assignee ? `gave the check to ${after.assignee.name}` : 'gave the check to nobody');
  if (after.priority !== before.priority)
    parts.push(`made its priority ${wordOfPriority(after.priority).toLowerCase()}`);
  if (after.dueOn !== before.dueOn)
    parts.push(
      after.dueOn ? `wants it checked by ${dayInBrief(after.dueOn)}` : 'took away the day it was due',
    );
  return parts.length > 0 ? parts.join(', ') : null;
}
