'use client';
import { wordOfUnitState } from '@/app/_marks/adjudication-words';
import { wordOfKind } from '@/app/_marks/words';
import type { ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './adjudication-room.module.css';

const LONGEST = 60;
const inBrief = (words: string): string =>
  words.length > LONGEST ? `${[...words].slice(0, LONGEST).join('').trimEnd()}…` : words;

/** Everything that there is to decide, in the order of the text. */
export function UnitList({
  units,
  current,
  onPick,
}: {
  units: readonly ShownUnit[];
  current: ShownUnit | null;
  onPick: (unit: ShownUnit) => void;
}) {
  return (
    <details className={styles.list}>
      <summary>All {units.length} in a list</summary>
      <ol>
        {units.map((unit) => {
          const { annotation } = unit.members[0]!;
          return (
            <li key={unit.key}>
              <button
                type="button"
                className={styles.item}
                aria-current={unit.key === current?.key ? 'true' : undefined}
                onClick={() => onPick(unit)}
              >
                <span dir="auto">“{inBrief(wordsOf(annotation))}”</span>
                <span className="small soft">
                  {wordOfKind(annotation.kind)}, {wordOfUnitState(unit.state).toLowerCase()}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
