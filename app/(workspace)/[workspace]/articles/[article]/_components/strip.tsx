'use client';
import { memo } from 'react';
import { toneOfStatus } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import styles from './strip.module.css';
import type { RoomActions } from './room-actions';

/** Where in the text annotations lie, along the right edge. For the pointer: the list says the same to everybody else. */
export const Strip = memo(function Strip({
  annotations,
  length,
  openId,
  actions,
}: {
  annotations: readonly Annotation[];
  /** Of the text, in code points. */
  length: number;
  openId: string | null;
  actions: RoomActions;
}) {
  return (
    <div className={styles.strip} aria-hidden="true">
      {annotations.map((annotation) => (
        <button
          key={annotation.id}
          type="button"
          tabIndex={-1}
          className={classNames(
            styles.tick,
            styles[annotation.kind],
            styles[toneOfStatus(annotation.status)],
            annotation.id === openId && styles.open,
          )}
          style={{ insetBlockStart: `${(100 * annotation.spans[0]!.start) / Math.max(1, length)}%` }}
          onClick={() => actions.open(annotation.id)}
        />
      ))}
    </div>
  );
});
