'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { wordsOfReason } from '@/app/_marks/reanchor-words';
import { WordDiff } from '@/app/_marks/word-diff';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { AnchorRecord } from '@/lib/domain/revision-report';
import styles from './recheck-note.module.css';
import { recheckWordsOf } from './recheck-words';

/** On a note whose words a revision changed: what they were, what they are, and the way to check them again. */
export function RecheckNote({
  annotation,
  workspaceSlug,
  onCheck,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  /** Opens the form that records a verdict; null for those who do not verify. */
  onCheck: (() => void) | null;
}) {
  const { anchors, tryAgain } = useAnchors(annotation);
  const since = annotation.recheck?.sinceRevision;
  if (since === undefined) return null;
  const words = anchors === 'failed' || anchors === null ? null : recheckWordsOf(annotation, anchors);
  return (
    <div className={styles.note}>
      <p>
        <Link href={`/${workspaceSlug}/articles/${annotation.articleId}/revisions/${since}` as Route}>
          Revision {since}
        </Link>{' '}
        changed what this is about. Read it again.
      </p>
      {words && (
        <>
          {words.pairs.map(({ before, after }, i) => (
            <p key={i} className={styles.words} dir="auto">
              <WordDiff before={before} after={after} />
            </p>
          ))}
          {words.reason && <p>{wordsOfReason(words.reason)}</p>}
        </>
      )}
      {anchors === 'failed' && (
        <p>
          The earlier words could not be loaded.{' '}
          <Button variant="link" size="small" onClick={tryAgain}>
            Try again
          </Button>
        </p>
      )}
      {onCheck && (
        <Button size="small" onClick={onCheck}>
          Check again
        </Button>
      )}
    </div>
  );
}

function useAnchors({ id, version }: Annotation) {
  const [anchors, setAnchors] = useState<AnchorRecord[] | 'failed' | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const aborter = new AbortController();
    void getJson<Page<AnchorRecord>>(`/api/v1/annotations/${id}/anchors`, aborter.signal).then((answer) => {
      if (!aborter.signal.aborted) setAnchors(answer.ok ? answer.value.value.items : 'failed');
    });
    return () => aborter.abort();
  }, [id, version, attempt]);
  return { anchors, tryAgain: () => setAttempt(attempt + 1) };
}
