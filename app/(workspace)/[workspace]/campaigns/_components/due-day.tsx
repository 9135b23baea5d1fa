import { dayInBrief } from '@/app/_ui/dates';
import { isLate, type WorkState } from '@/lib/domain/campaign';
import styles from './campaigns.module.css';

/** By which day something is wanted; says that it is late in words. */
export function DueDay({ dueOn, state, today }: { dueOn: string | null; state: WorkState; today: string }) {
  if (dueOn === null) return <>no day set</>;
  return isLate({ dueOn, state }, today) ? (
    <span className={styles.late}>late: was due {dayInBrief(dueOn)}</span>
  ) : (
    <>due {dayInBrief(dueOn)}</>
  );
}
