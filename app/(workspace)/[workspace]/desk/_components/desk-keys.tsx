import { KeyHint } from '@/app/_ui/key-hint';
import styles from './desk.module.css';

const KEYS: readonly [keys: string, does: string][] = [
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'check it'],
  ['T', 'take it, or give it back'],
  ['M', 'make it mine'],
  ['P', 'raise its priority'],
  ['A', 'arrange who, when, how pressing'],
  ['R', 'begin the review, or take that back'],
  ['X', 'pick it, for several at once'],
];

/** The desk's keys, folded away. */
export function DeskKeys() {
  return (
    <details className={styles.keys}>
      <summary>Keys</summary>
      <dl>
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
