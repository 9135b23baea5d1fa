'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfEvent } from '@/app/_marks/event-words';
import { momentInWords } from '@/app/_ui/dates';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { Spinner } from '@/app/_ui/spinner';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { patchTowards } from '@/lib/domain/field-patch';
import type { HistoryEvent } from '@/lib/domain/history';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { isDecided, SIDE_EVENT_TYPES } from '@/lib/domain/vocabulary';
import { checkChangeInWords } from '../../../_check/check-in-words';
import { DecisionBody } from '../../../_verify/decision-body';
import styles from './annotation-history.module.css';
import { changesBetween } from '../_components/version-words';

interface HistoryProps {
  annotation: Annotation;
  workspaceSlug: string;
  timeZone: string;
  /** Makes the annotation what it was; null for those who may not change it. */
  onRestore: ((wanted: Annotation) => void) | null;
}

type Loaded =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'loaded'; events: HistoryEvent[]; nextCursor: string | null };

const CHANGES_FIELDS: ReadonlySet<string> = new Set(['annotation_revised', 'annotation_reanchored']);

/** What was said and done beside it left it as it was. */
const IS_BESIDE: ReadonlySet<string> = new Set(SIDE_EVENT_TYPES);

/** Who did what to an annotation, the oldest first; decisions with their reasons and evidence. */
export function AnnotationHistory({ annotation, workspaceSlug, timeZone, onRestore }: HistoryProps) {
  // A row that is saved has the number of its last event: with a new one the history is read again.
  const { loaded, showMore, tryAgain } = useHistory(
    annotation.id,
    Math.max(annotation.seq, annotation.discussion.seq, annotation.check?.seq ?? 0),
  );
  if (loaded.state === 'loading') return <Spinner label="Loading the history" showLabel />;
  if (loaded.state === 'failed')
    return (
      <p className={styles.failed}>
        The history could not be loaded.{' '}
        <Button variant="link" size="small" onClick={tryAgain}>
          Try again
        </Button>
      </p>
    );
  return (
    <>
      <ol className={styles.events}>
        {loaded.events.filter(isTold).map((event) => (
          <li key={event.seq}>
            <p>
              <span className={styles.actor}>{event.actor.name}</span> {didInWords(event)},{' '}
              <span className={styles.when}>
                <RelativeTime instant={event.createdAt} timeZone={timeZone} />
              </span>
            </p>
            {event.verification && (
              <Decision verification={event.verification} workspaceSlug={workspaceSlug} />
            )}
            {event.settled && (
              <p className={styles.status}>
                <StatusGlyph status={event.settled.status} />
                {event.settled.reason && `: ${event.settled.reason}`}
              </p>
            )}
            {CHANGES_FIELDS.has(event.type) && event.before && (
              <Changes before={event.before} after={event.after} />
            )}
            {onRestore && !IS_BESIDE.has(event.type) && canReturnTo(annotation, event.after) && (
              <Earlier
                annotation={annotation}
                earlier={event.after}
                moment={momentInWords(event.createdAt, timeZone)}
                onRestore={onRestore}
              />
            )}
          </li>
        ))}
      </ol>
      {loaded.nextCursor && <ShowMore onShow={showMore} />}
      {annotation.layer === 'shared' && (
        <p className="small">
          <Link href={`/${workspaceSlug}/decisions/${annotation.id}` as Route}>
            Decisions, replies, and how it stood on an earlier day
          </Link>
        </p>
      )}
    </>
  );
}

/** Whether an event is worth a line: that somebody took a check and gave it back is not. */
const isTold = (event: HistoryEvent): boolean =>
  event.type !== 'check_changed' || checkChangeInWords(event.before?.check, event.after.check) !== null;

const didInWords = (event: HistoryEvent): string =>
  (event.type === 'check_changed' && checkChangeInWords(event.before?.check, event.after.check)) ||
  wordOfEvent(event.type);

/** Whether it was otherwise then. A kind that has a verdict stays, until the verdict is taken back. */
const canReturnTo = (annotation: Annotation, earlier: Annotation): boolean =>
  patchTowards(annotation, earlier) !== null &&
  (earlier.kind === annotation.kind || !isDecided(annotation.status));

function useHistory(annotationId: string, lastEvent: number) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const aborter = new AbortController();
    historyPage(annotationId, null, aborter.signal)
      .then(({ items, nextCursor }) => setLoaded({ state: 'loaded', events: items, nextCursor }))
      .catch(() => !aborter.signal.aborted && setLoaded({ state: 'failed' }));
    return () => aborter.abort();
  }, [annotationId, lastEvent, attempt]);
  const showMore = async () => {
    if (loaded.state !== 'loaded' || !loaded.nextCursor) return;
    const page = await historyPage(annotationId, loaded.nextCursor).catch(() => null);
    if (page)
      setLoaded({ state: 'loaded', events: [...loaded.events, ...page.items], nextCursor: page.nextCursor });
  };
  return { loaded, showMore, tryAgain: () => setAttempt(attempt + 1) };
}

async function historyPage(
  annotationId: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<Page<HistoryEvent>> {
  const query = cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
  const response = await fetch(`/api/v1/annotations/${annotationId}/history${query}`, {
    signal: signal ?? null,
  });
  if (!response.ok) throw new Error(`history answered ${response.status}`);
  return (await response.json()) as Page<HistoryEvent>;
}

/** How it was after an event, beside how it is now, and the way back there. */
function Earlier({
  annotation,
  earlier,
  moment,
  onRestore,
}: {
  annotation: Annotation;
  earlier: Annotation;
  moment: string;
  onRestore: (wanted: Annotation) => void;
}) {
  return (
    <details className={styles.earlier}>
      <summary>Compare with now</summary>
      <Changes before={annotation} after={{ ...earlier, deletedAt: null }} without="not there then" />
      <Button size="small" onClick={() => onRestore(earlier)}>
        Restore this version<span className="visually-hidden"> of {moment}</span>
      </Button>
    </details>
  );
}

function Changes({
  before,
  after,
  without = 'taken away',
}: {
  before: Annotation;
  after: Annotation;
  without?: string;
}) {
  const changes = changesBetween(before, after);
  if (changes.length === 0) return null;
  return (
    <dl className={styles.changes}>
      {changes.map(({ key, label, from, to }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {from && <del>{from}</del>}{' '}
            {to ? <ins>{to}</ins> : <span className={styles.when}>{without}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Decision({ verification, workspaceSlug }: { verification: Verification; workspaceSlug: string }) {
  return (
    <div className={styles.decision}>
      <p className={styles.status}>
        <StatusGlyph status={verification.status} />
      </p>
      <DecisionBody verification={verification} workspaceSlug={workspaceSlug} />
    </div>
  );
}
