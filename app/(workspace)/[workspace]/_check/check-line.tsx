'use client';
import { wordOfPriority } from '@/app/_marks/desk-words';
import { dayInBrief } from '@/app/_ui/dates';
import type { Check } from '@/lib/domain/check';
import { takenNow } from '@/lib/domain/taken-check';
import styles from './check-line.module.css';
import { useMinute } from './use-minute';

/** What is arranged for a note's check, and who is at it: one small line, or nothing. */
export function CheckLine({ check }: { check: Check }) {
  const minute = useMinute();
  const taken = minute && takenNow(check, minute);
  const { priority, dueOn, assignee } = check;
  const isPressing = priority === 'high' || priority === 'urgent';
  const words = [
    priority !== 'normal' && (isPressing ? wordOfPriority(priority) : `${wordOfPriority(priority)} priority`),
    dueOn && `due ${dayInBrief(dueOn)}`,
    assignee && `for ${assignee.name}`,
    taken && `taken by ${taken.by.name}`,
  ].filter(Boolean);
  // The first sight does not tell yet who is at it; the line has its place if somebody may be.
  if (words.length === 0 && (minute || !check.taken)) return null;
  return (
    <p className={styles.line} data-pressing={isPressing || undefined}>
      {words.join(' · ') || '\u00a0'}
    </p>
  );
}
