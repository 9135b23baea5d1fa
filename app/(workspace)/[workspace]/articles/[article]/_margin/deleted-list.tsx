'use client';
import { KindMark } from '@/app/_marks/kind-mark';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './deleted-list.module.css';

/** What was deleted stays here and can come back. */
export function DeletedList({
  annotations,
  canRestore,
  onRestore,
}: {
  annotations: readonly Annotation[];
  canRestore: boolean;
  onRestore: (id: string) => void;
}) {
  if (annotations.length === 0) return null;
  return (
    <details className={styles.deleted}>
      <summary>Deleted ({annotations.length})</summary>
      <ul>
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            <KindMark kind={annotation.kind} lineOnly />
            <span className={styles.words} dir="auto">
              {wordsOf(annotation)}
            </span>
            {canRestore && (
              <Button size="small" onClick={() => onRestore(annotation.id)}>
                Restore
                <span className="visually-hidden">: {wordsOf(annotation)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
