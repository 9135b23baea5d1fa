'use client';
import Link from 'next/link';
import type { Route } from 'next';
import { useEffect, useState } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { wordOfEvent, wordOfStance } from '@/app/_marks/words';
import { dayInWords } from '@/app/_ui/dates';
import { RelativeTime } from '@/app/_ui/relative-time';
import { ShowMore } from '@/app/_ui/show-more';
import { Spinner } from '@/app/_ui/spinner';
import { Button } from '@/app/_ui/button';
import type { HistoryEvent } from '@/lib/domain/history';
import type { Page } from '@/lib/domain/page';
import type { Evidence, Verification } from '@/lib/domain/verification';
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
  const { status, rationale, evidence, searches, outcomeKnownAt, criteria, criteriaPostHoc } = verification;
  return (
    <div className={styles.decision}>
      <p className={styles.status}>
        <StatusGlyph status={status} />
      </p>
      {rationale && <p className={styles.rationale}>{rationale}</p>}
      {outcomeKnownAt && <p className={styles.when}>Outcome known on {dayInWords(outcomeKnownAt)}</p>}
      {criteria && (
        <p className={styles.when}>
          Judged by: {criteria}
          {criteriaPostHoc && ' (written after the fact)'}
        </p>
      )}
      {evidence.length > 0 && (
        <ul className={styles.evidence} aria-label="Evidence">
          {evidence.map((item, i) => (
            <li key={i}>
              <EvidenceWords evidence={item} workspaceSlug={workspaceSlug} />
            </li>
          ))}
        </ul>
      )}
      {searches.length > 0 && (
        <>
          <p className={styles.when}>Searched in vain:</p>
          <ul className={styles.searches}>
            {searches.map((search) => (
              <li key={search}>{search}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function EvidenceWords({ evidence, workspaceSlug }: { evidence: Evidence; workspaceSlug: string }) {
  const { stance, url, excerpt, articleId, articleTitle, annotationId, span, storedCopy } = evidence;
  const place = span
    ? `#passage-${span.start}-${span.end}`
    : annotationId
      ? `#annotation-${annotationId}`
      : '';
  return (
    <>
      <span className={styles.stance}>{wordOfStance(stance)}: </span>
      {articleId && (
        <Link href={`/${workspaceSlug}/articles/${articleId}${place}` as Route}>
          {articleTitle ?? 'Another article'}
        </Link>
      )}
      {url && (
        <a href={url} rel="noreferrer">
          {hostOf(url)}
        </a>
      )}
      {excerpt && <q className={styles.excerpt}>{excerpt}</q>}
      {url && !storedCopy && <span className={styles.when}> No copy of the page is kept.</span>}
    </>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
