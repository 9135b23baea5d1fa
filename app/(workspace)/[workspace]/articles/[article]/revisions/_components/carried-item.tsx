import type { ReactNode } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { wordsOfReason } from '@/app/_marks/reanchor-words';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { WordDiff } from '@/app/_marks/word-diff';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { CarriedAnnotation } from '@/lib/domain/carry-over';
import styles from './carried-item.module.css';

/** One annotation and what a new text makes of it: its words then and now, and why. */
export function CarriedItem({
  annotation,
  state,
  reason,
  pieces,
  status,
  children,
}: Pick<CarriedAnnotation, 'annotation' | 'state' | 'reason' | 'pieces'> & {
  /** How its status changed, where there is more to say than what it was. */
  status?: ReactNode;
  children?: ReactNode;
}) {
  const isGone = state === 'orphaned';
  return (
    <li className={styles.item}>
      <p className={styles.marks}>
        <KindMark kind={annotation.kind} />
        {status ?? <StatusGlyph status={annotation.status} />}
      </p>
      <p className={styles.words} dir="auto">
        <Words annotation={annotation} pieces={state === 'changed' ? pieces : []} />
      </p>
      {reason ? (
        <p className={styles.reason}>{wordsOfReason(reason)}</p>
      ) : (
        isGone && <p className={styles.reason}>{whyGone(annotation)}</p>
      )}
      {children}
    </li>
  );
}

/** Stretches that stayed are said too, so that the whole can be judged. */
function Words({ annotation, pieces }: { annotation: Annotation; pieces: CarriedAnnotation['pieces'] }) {
  if (pieces.length === 0) return wordsOf(annotation);
  return pieces.map(({ before, after }, i) => (
    <span key={i}>
      {i > 0 && ' … '}
      {after === null ? before : <WordDiff before={before} after={after} />}
    </span>
  ));
}

const whyGone = ({ anchor }: Annotation): string =>
  anchor === 'orphaned'
    ? 'An earlier revision had lost these words already.'
    : 'Its place in the new text could not be told.';
