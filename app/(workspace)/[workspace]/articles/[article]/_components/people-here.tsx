'use client';
import { Avatar } from '@/app/_ui/avatar';
import { usePeople } from '@/app/_live/use-people';
import type { TextIndex } from '@/lib/domain/text-index';
import type { Snapshot } from '../_browser/article-store';
import type { Block } from '../_text/blocks';
import { type OtherReading, othersReading, readingWords } from '../_text/others-reading';
import styles from './presence.module.css';

const SHOWN_PEOPLE = 5;

/** The text that is read here, in which the others have their places. */
export interface Reading {
  userId: string;
  articleId: string;
  revisionId: string;
  blocks: readonly Block[];
  index: TextIndex;
  /** Scrolls to the paragraph that begins there. */
  onShow: (start: number) => void;
}

/** Who else has the article open, and where they read. */
export function PeopleHere({ people, reading }: Pick<Snapshot, 'people'> & { reading: Reading }) {
  const { userId, articleId, revisionId, blocks } = reading;
  const places = othersReading(usePeople(userId, articleId), userId, revisionId, blocks);
  const placeOf = (id: string) => places.find(({ person }) => person.id === id);
  const shown = people.slice(0, SHOWN_PEOPLE);
  return (
    <ul className={styles.people} aria-label="Also here">
      {shown.map((person) => (
        <li key={person.id}>
          <PersonHere person={person} place={placeOf(person.id)} reading={reading} />
        </li>
      ))}
      {people.length > SHOWN_PEOPLE && (
        <li
          className={styles.rest}
          title={people
            .slice(SHOWN_PEOPLE)
            .map((person) => person.name)
            .join(', ')}
        >
          <span aria-hidden="true">+{people.length - SHOWN_PEOPLE}</span>
          <span className="visually-hidden">
            {people
              .slice(SHOWN_PEOPLE)
              .map(({ name }) => name)
              .join(', ')}
          </span>
        </li>
      )}
    </ul>
  );
}

/** Who looks at this text now can be followed to where they read. */
function PersonHere({
  person,
  place,
  reading: { blocks, index, onShow },
}: {
  person: { id: string; name: string };
  place: OtherReading | undefined;
  reading: Reading;
}) {
  if (!place) return <Avatar name={person.name} labelled />;
  const words = readingWords(place, blocks, index);
  return (
    <button
      type="button"
      className={styles.person}
      aria-label={words}
      title={words}
      onClick={() => onShow(place.block.start)}
    >
      <Avatar name={person.name} />
    </button>
  );
}
