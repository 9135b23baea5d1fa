'use client';
import Link from 'next/link';
import { Avatar } from '@/app/_ui/avatar';
import { classNames } from '@/app/_ui/class-names';
import type { Snapshot } from '../_browser/article-store';
import styles from './presence.module.css';

const SHOWN_PEOPLE = 5;

/** Who else has the article open, and whether what they do arrives. */
export function Presence({
  people,
  connection,
  waiting,
}: Pick<Snapshot, 'people' | 'connection'> & { waiting: number }) {
  const shown = people.slice(0, SHOWN_PEOPLE);
  return (
    <div className={styles.presence}>
      <ConnectionWords connection={connection} waiting={waiting} />
      {people.length > 0 && (
        <ul className={styles.people} aria-label="Also here">
          {shown.map((person) => (
            <li key={person.id}>
              <Avatar name={person.name} labelled />
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
              +{people.length - SHOWN_PEOPLE}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function ConnectionWords({ connection, waiting }: { connection: Snapshot['connection']; waiting: number }) {
  return (
    <p role="status" className={classNames(styles.connection, styles[connection])}>
      {words(connection, waiting)}
    </p>
  );
}

function words(connection: Snapshot['connection'], waiting: number) {
  const kept =
    waiting === 0
      ? 'What you do is kept here'
      : waiting === 1
        ? 'One change is kept here'
        : `${waiting} changes are kept here`;
  switch (connection) {
    case 'live':
      return 'Live';
    case 'connecting':
      return <span className={styles.late}>Connecting…</span>;
    case 'offline':
      return `Offline. ${kept} and sent later.`;
    case 'signed_out':
      return (
        <>
          Signed out. {kept} until you <Link href="/sign-in">sign in again</Link>.
        </>
      );
    case 'closed':
      return 'You no longer have access to this workspace.';
  }
}
