import type { Route } from 'next';
import { definitionInWords } from '@/app/_marks/guideline-words';
import { AddedWords, RemovedWords, WordDiff } from '@/app/_marks/word-diff';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Change, GuidelineChanges } from '@/lib/domain/guideline-changes';
import { TextChanges } from '../../../articles/[article]/revisions/_components/text-changes';
import styles from './guideline.module.css';

/** What differs between two versions: in the text by paragraph, of tags and attributes one by one. */
export function ChangesView({
  changes: { text, tags, attributes, freeTags },
  from,
  to,
  href,
}: {
  changes: GuidelineChanges;
  from: number;
  to: number;
  href: string;
}) {
  const isTextSame = text.every(({ kind }) => kind === 'same' || kind === 'skipped');
  return (
    <>
      <section className="section" aria-labelledby="changes">
        <h2 id="changes">
          What changed from version {from} to {to}
        </h2>
        <p className={styles.about}>
          <PlaceLink href={href as Route}>Read version {to}</PlaceLink>
        </p>
        {isTextSame ? <p className="soft">The text is the same.</p> : <TextChanges changes={text} />}
      </section>
      <List title="Attributes" changes={attributes} wordsOf={definitionInWords} />
      <List
        title="Tags"
        changes={tags}
        wordsOf={({ name, meaning }) => (meaning ? `${name}: ${meaning}` : name)}
        more={
          freeTags &&
          (freeTags.after
            ? 'Annotators may give any tags from now on.'
            : 'Annotators may give the tags of the list alone from now on.')
        }
      />
    </>
  );
}

function List<T>({
  title,
  changes,
  wordsOf,
  more = null,
}: {
  title: string;
  changes: readonly Change<T>[];
  wordsOf: (item: T) => string;
  more?: string | null;
}) {
  if (changes.length === 0 && !more) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      {more && <p>{more}</p>}
      <ul>
        {changes.map(({ name, before, after }) => (
          <li key={name} dir="auto" className={styles.words}>
            {before && after ? (
              <WordDiff before={wordsOf(before)} after={wordsOf(after)} />
            ) : before ? (
              <RemovedWords>{wordsOf(before)}</RemovedWords>
            ) : (
              <AddedWords>{wordsOf(after!)}</AddedWords>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
