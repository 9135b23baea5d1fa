import { FilterSentence, FilterWord } from '@/app/_ui/filter-word';
import type { ShownScales } from '@/lib/domain/likelihood-scale';
import type { Grouping, Scoreboard } from '@/lib/domain/scoreboard-schema';
import { scaleInWords } from './scale-in-words';
import type { ScoreboardSearch } from './scoreboard-search';
import styles from './scoreboard.module.css';

const DIVISIONS: { value: '' | Grouping; label: string }[] = [
  { value: '', label: 'source' },
  { value: 'outlet', label: 'outlet' },
  { value: 'topic', label: 'topic' },
  { value: 'time', label: 'time of saying' },
];

/** What is shown, as a sentence; the dates look back at what had been recorded, and at what could be known. */
export function ScoreFilter({
  board,
  asked,
  scales,
}: {
  board: Scoreboard;
  asked: ScoreboardSearch;
  scales: ShownScales;
}) {
  const { current, own, shipped } = scales;
  const others = [...own, ...shipped].filter(({ key }) => key !== current.key);
  return (
    <FilterSentence label="Choose what is scored">
      Records by{' '}
      <FilterWord label="By" name="by" value={board.by === 'source' ? '' : board.by} options={DIVISIONS} />,
      with the numbers of{' '}
      <FilterWord
        label="Scale"
        name="scale"
        value={asked.scale && others.some(({ key }) => key === asked.scale) ? asked.scale : ''}
        options={[
          { value: '', label: scaleInWords(current) },
          ...others.map((scale) => ({ value: scale.key, label: scaleInWords(scale) })),
        ]}
      />
      <span className={styles.dates}>
        <label>
          as recorded by
          <input type="date" name="asOf" defaultValue={asked.asOf?.slice(0, 10)} className={styles.date} />
        </label>
        <label>
          as known on
          <input type="date" name="knownAsOf" defaultValue={asked.knownAsOf} className={styles.date} />
        </label>
      </span>
    </FilterSentence>
  );
}
