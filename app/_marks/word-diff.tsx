import { type WordDiffPart, wordDiffOf } from '@/lib/domain/word-diff';
import styles from './word-diff.module.css';

/** Two versions of some words in one: removed ones struck through, added ones underlined, and both said aloud. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  return wordDiffOf(before, after).map((part, i) => <Part key={i} {...part} />);
}

export function RemovedWords({ children }: { children: string }) {
  return <Part kind="removed" text={children} />;
}

export function AddedWords({ children }: { children: string }) {
  return <Part kind="added" text={children} />;
}

function Part({ kind, text }: WordDiffPart) {
  if (kind === 'same') return text;
  const [Element, name] =
    kind === 'removed' ? (['del', 'removed: '] as const) : (['ins', 'added: '] as const);
  return (
    <Element className={styles[kind]}>
      <span className="visually-hidden">{name}</span>
      {text}
    </Element>
  );
}
