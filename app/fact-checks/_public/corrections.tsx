import { dayInWords } from '@/app/_ui/dates';
import type { PublicChange } from '@/lib/domain/public-fact-check';
import { dayInZone } from './day-in-zone';
import styles from './public-page.module.css';

const WORDS: Record<string, string> = {
  corrected: 'Corrected',
  unpublished: 'Taken off',
  published_again: 'Published again',
};

/** What was put right after it was published, each with its date and reason, the newest first. */
export function Corrections({ changes, timeZone }: { changes: readonly PublicChange[]; timeZone: string }) {
  if (changes.length === 0) return null;
  return (
    <section id="corrections" className={styles.corrections}>
      <h2>Corrections</h2>
      <ol>
        {[...changes].reverse().map(({ change, at, reason }) => (
          <li key={at}>
            <p className={styles.when}>
              {WORDS[change]}, <time dateTime={at}>{dayInWords(dayInZone(at, timeZone))}</time>
            </p>
            {reason && <p dir="auto">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
