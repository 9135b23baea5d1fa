import { AddedWords, RemovedWords, WordDiff } from '@/app/_marks/word-diff';
import type { ParagraphChange, SkippedParagraphs } from '@/lib/domain/paragraph-diff';
import styles from './text-changes.module.css';

const SIDE_WORDS: Record<ParagraphChange['kind'], string | null> = {
  same: null,
  changed: 'Changed',
  removed: 'Removed',
  added: 'New',
};

/** What a revision changed in the text, paragraph by paragraph; long stretches that stayed are left out. */
export function TextChanges({ changes }: { changes: readonly (ParagraphChange | SkippedParagraphs)[] }) {
  if (changes.every(({ kind }) => kind === 'same' || kind === 'skipped'))
    return <p className="soft">No paragraph differs: only blank lines or line ends do.</p>;
  return (
    <ol className={styles.changes}>
      {changes.map((change, i) => (
        <li key={i} className={styles[change.kind]}>
          {change.kind === 'skipped' ? (
            <p>{change.count === 1 ? '1 paragraph unchanged' : `${change.count} paragraphs unchanged`}</p>
          ) : (
            <>
              {SIDE_WORDS[change.kind] && <p className={styles.side}>{SIDE_WORDS[change.kind]}</p>}
              <p className={styles.words} dir="auto">
                <Words change={change} />
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

function Words({ change }: { change: ParagraphChange }) {
  if (change.kind === 'same') return change.after;
  if (change.kind === 'removed') return <RemovedWords>{change.before}</RemovedWords>;
  if (change.kind === 'added') return <AddedWords>{change.after}</AddedWords>;
  return <WordDiff before={change.before} after={change.after} />;
}
