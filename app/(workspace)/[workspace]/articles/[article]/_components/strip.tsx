'use client';
import { memo, type RefObject, useRef } from 'react';
import { toneOfStatus } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import styles from './strip.module.css';
import type { RoomActions } from './room-actions';
import { useStripLayout } from './use-strip-layout';

/** Where in the text annotations lie, along the right edge. For the pointer: the list says the same to everybody else. */
export const Strip = memo(function Strip({
  annotations,
  textRef,
  openId,
  actions,
}: {
  annotations: readonly Annotation[];
  textRef: RefObject<HTMLElement | null>;
  openId: string | null;
  actions: RoomActions;
}) {
  const stripRef = useRef<HTMLDivElement>(null);
  useStripLayout(stripRef, textRef, annotations);
  return (
    <div ref={stripRef} className={styles.strip} aria-hidden="true">
      {annotations.map((annotation) => (
        <button
          key={annotation.id}
          type="button"
          tabIndex={-1}
          data-tick={annotation.id}
          className={classNames(
            styles.tick,
            styles[annotation.kind],
            styles[toneOfStatus(annotation.status)],
            annotation.id === openId && styles.open,
          )}
          onClick={() => actions.open(annotation.id)}
        />
      ))}
    </div>
  );
});
