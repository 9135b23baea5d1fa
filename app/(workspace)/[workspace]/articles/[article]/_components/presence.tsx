'use client';
import { askToSignIn } from '@/app/_forms/session-news';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { Snapshot } from '../_browser/article-store';
import type { Reading } from './people-here';
import styles from './presence.module.css';

const PeopleHere = lazyPart(() => import('./people-here').then((module) => module.PeopleHere));

/** Who else has the article open and where they read, and whether what they do arrives. */
export function Presence({
  people,
  connection,
  isAnotherHere,
  waiting,
  reading,
}: Pick<Snapshot, 'people' | 'connection' | 'isAnotherHere'> & { waiting: number; reading: Reading }) {
  return (
    <div className={styles.presence}>
      <ConnectionWords {...{ connection, isAnotherHere, waiting }} />
      {people.length > 0 && <PeopleHere people={people} reading={reading} />}
    </div>
  );
}

type ConnectionProps = Pick<Snapshot, 'connection' | 'isAnotherHere'> & { waiting: number };

function ConnectionWords(props: ConnectionProps) {
  return (
    <p role="status" className={classNames(styles.connection, styles[props.connection])}>
      {/* One item of the row, however many lines its words take. */}
      <span>{words(props)}</span>
    </p>
  );
}

function words({ connection, isAnotherHere, waiting }: ConnectionProps) {
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
          {isAnotherHere ? 'Somebody else has signed in on this browser.' : 'Signed out.'} {kept} until you{' '}
          <Button variant="link" onClick={askToSignIn}>
            sign in again
          </Button>
          .
        </>
      );
    case 'closed':
      return 'You no longer have access to this workspace.';
  }
}
