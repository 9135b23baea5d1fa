import styles from '../export.module.css';

export interface Choice<T extends string> {
  value: T;
  word: string;
  meaning: string;
  finePrint?: string;
}

/** One of a few, each explained in a sentence. */
export function Choices<T extends string>({
  legend,
  name,
  value,
  onChoose,
  options,
}: {
  legend: string;
  name: string;
  value: T;
  onChoose: (value: T) => void;
  options: readonly Choice<T>[];
}) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            <span className={styles.word}>{option.word}</span>
            <span className={styles.meaning}>{option.meaning}</span>
            {option.finePrint && <span className={styles.finePrint}>{option.finePrint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
