import type { Route } from 'next';
import Link from 'next/link';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { meaningOfAnchor, wordOfAnchor } from '@/app/_marks/words';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Carried } from '@/lib/domain/revision-report';
import { type AnchorState, isDecided } from '@/lib/domain/vocabulary';
import { CarriedItem } from './carried-item';
import styles from './revisions.module.css';
import { StillRight } from './still-right';

/** More unchanged annotations than this are counted, not listed. */
const MOST_LISTED = 200;

interface GroupProps {
  carried: readonly Carried[];
  revision: number;
  /** The address of the reading room. */
  articleHref: string;
  canVerify: boolean;
}

/** The annotations that a revision left in one state. What needs nobody's eyes is folded away. */
export function CarriedGroup({ state, ...group }: GroupProps & { state: AnchorState }) {
  const { carried } = group;
  if (carried.length === 0) return null;
  return (
    <section className={`section ${styles.group}`}>
      <h2>
        {wordOfAnchor(state)} ({carried.length})
        <span className={styles.meaning}>{meaningOfAnchor(state)}</span>
      </h2>
      {state === 'exact' ? <Unchanged {...group} /> : <Listed {...group} />}
    </section>
  );
}

function Listed({ carried, revision, articleHref, canVerify }: GroupProps) {
  return (
    <ul>
      {carried.map((each) => (
        <CarriedItem
          key={each.now.id}
          annotation={each.before}
          state={each.state}
          reason={each.reason}
          pieces={each.pieces}
          status={<Statuses carried={each} />}
        >
          <Since carried={each} />
          <p className={styles.actions}>
            {!each.now.deletedAt && <OpenLink carried={each} articleHref={articleHref} />}
            {canVerify && needsCheck(each, revision) && (
              <StillRight
                annotationId={each.now.id}
                status={each.now.status}
                revision={revision}
                words={wordsOf(each.now)}
                earlier={isDecided(each.before.status) ? each.before.status : null}
              />
            )}
          </p>
        </CarriedItem>
      ))}
    </ul>
  );
}

const needsCheck = ({ state, now }: Carried, revision: number): boolean =>
  state === 'changed' &&
  !now.deletedAt &&
  now.recheck !== null &&
  now.recheck.sinceRevision <= revision &&
  !isDecided(now.status);

/** "Refuted → Unverified", and what somebody decided since. */
function Statuses({ carried: { before, after, now } }: { carried: Carried }) {
  const steps = [before.status, after.status, now.status].filter((status, i, all) => status !== all[i - 1]);
  return (
    <span className={styles.transition}>
      {steps.map((status, i) => (
        <span key={i}>
          {i > 0 && (
            <span className={styles.arrow}>
              <span aria-hidden="true">→ </span>
              <span className="visually-hidden">then </span>
            </span>
          )}
          <StatusGlyph status={status} />
        </span>
      ))}
    </span>
  );
}

/** What happened to it after the revision. */
function Since({ carried: { state, after, now } }: { carried: Carried }) {
  if (now.deletedAt)
    return <p className={styles.since}>It was let go since; it can be restored in the reading room.</p>;
  if (state === 'orphaned' && now.anchor !== 'orphaned')
    return (
      <p className={styles.since}>
        Attached again, to <q>{wordsOf(now)}</q>
      </p>
    );
  if (state === 'changed' && after.recheck && !now.recheck)
    return <p className={styles.since}>Checked again since.</p>;
  return null;
}

function OpenLink({ carried: { state, now }, articleHref }: { carried: Carried; articleHref: string }) {
  const isInTray = state === 'orphaned' && now.anchor === 'orphaned';
  const href = isInTray ? `${articleHref}#lost` : `${articleHref}#annotation-${now.id}`;
  return (
    <Link href={href as Route}>
      {isInTray ? 'Find its words again in the reading room' : 'Open in the reading room'}
      <span className="visually-hidden">: {wordsOf(now)}</span>
    </Link>
  );
}

function Unchanged({ carried, articleHref }: GroupProps) {
  return (
    <details className={styles.quiet}>
      <summary>Show them</summary>
      <ul>
        {carried.slice(0, MOST_LISTED).map(({ now }) => (
          <li key={now.id}>
            <KindMark kind={now.kind} lineOnly />{' '}
            <Link href={`${articleHref}#annotation-${now.id}` as Route}>{wordsOf(now)}</Link>
          </li>
        ))}
      </ul>
      {carried.length > MOST_LISTED && <p className="soft small">And {carried.length - MOST_LISTED} more.</p>}
    </details>
  );
}
