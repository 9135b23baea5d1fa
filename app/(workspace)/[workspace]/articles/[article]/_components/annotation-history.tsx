'use client';
import { useEffect, useState } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfEvent } from '@/app/_marks/words';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { Spinner } from '@/app/_ui/spinner';
import { Button } from '@/app/_ui/button';
import type { HistoryEvent } from '@/lib/domain/history';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { DecisionBody } from '../../../_verify/decision-body';
import styles from './annotation-history.module.css';
import { changesBetween } from './annotation-words';

interface HistoryProps {
  annotationId: string;
  /** A new version is a new event: the history is read again. */
  version: number;
  workspaceSlug: string;
  timeZone: string;
}

type Loaded =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'loaded'; events: HistoryEvent[]; nextCursor: string | null };

/** Who did what to an annotation, the oldest first; decisions with their reasons and evidence. */
export function AnnotationHistory({ annotationId, version, workspaceSlug, timeZone }: HistoryProps) {
  const { loaded, showMore, tryAgain } = useHistory(annotationId, version);
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
        {loaded.events.map((event) => (
          <li key={event.seq}>
            <p>
              <span className={styles.actor}>{event.actor.name}</span> {wordOfEvent(event.type)},{' '}
              <span className={styles.when}>
                <RelativeTime instant={event.createdAt} timeZone={timeZone} />
              </span>
            </p>
            {event.verification && (
              <Decision verification={event.verification} workspaceSlug={workspaceSlug} />
            )}
            {event.type === 'annotation_revised' && event.before && <Changes event={event} />}
          </li>
        ))}
      </ol>
      {loaded.nextCursor && <ShowMore onShow={showMore} />}
    </>
  );
}

function useHistory(annotationId: string, version: number) {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const aborter = new AbortController();
    historyPage(annotationId, null, aborter.signal)
      .then(({ items, nextCursor }) => setLoaded({ state: 'loaded', events: items, nextCursor }))
      .catch(() => !aborter.signal.aborted && setLoaded({ state: 'failed' }));
    return () => aborter.abort();
  }, [annotationId, version, attempt]);
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

function Changes({ event }: { event: HistoryEvent }) {
  const changes = changesBetween(event.before!, event.after);
  return (
    <dl className={styles.changes}>
      {changes.map(({ key, label, from, to }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {from && <del>{from}</del>}{' '}
            {to ? <ins>{to}</ins> : <span className={styles.when}>taken away</span>}
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
