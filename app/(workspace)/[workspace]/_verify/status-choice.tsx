import { useId } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { meaningOfStatus } from '@/app/_marks/status-meanings';
import { type Kind, type Status, STATUSES } from '@/lib/domain/vocabulary';
import styles from './status-choice.module.css';

const QUESTIONS: Record<Kind, string> = {
  claim: 'What does the evidence say of it?',
  quote: 'Was it said so, by this source?',
  prediction: 'What became of it?',
};

/** The statuses of a kind, each with what it means. */
export function StatusChoice({
  kind,
  current,
  value,
  error,
  onChange,
}: {
  kind: Kind;
  current: Status;
  value: Status | null;
  error: string | null;
  onChange: (status: Status) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.choice} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{QUESTIONS[kind]}</legend>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className={styles.options}>
        {STATUSES[kind].map((status) => (
          <label key={status} className={styles.option}>
            <input
              type="radio"
              name={`${id}-status`}
              value={status}
              checked={value === status}
              onChange={() => onChange(status)}
            />
            <span>
              <span className={styles.word}>
                <StatusGlyph status={status} />
                {status === current && <span className={styles.now}>now</span>}
              </span>
              <span className={styles.meaning}>{meaningOfStatus(status)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
