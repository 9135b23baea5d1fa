import type { Route } from 'next';
import Link from 'next/link';
import type { Asked } from '@/app/_forms/use-answer';
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
  anchors,
  workspaceSlug,
  onCheck,
}: {
  annotation: Annotation;
  anchors: Asked<Page<AnchorRecord>>;
  workspaceSlug: string;
  /** Opens the form that records a verdict; null for those who do not verify. */
  onCheck: (() => void) | null;
}) {
  const since = annotation.recheck?.sinceRevision;
  if (since === undefined) return null;
  const words = anchors.answer && recheckWordsOf(annotation, anchors.answer.items);
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
      {anchors.hasFailed && (
        <p>
          The earlier words could not be loaded.{' '}
          <Button variant="link" size="small" onClick={anchors.askAgain}>
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
