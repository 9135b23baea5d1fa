'use client';
import { memo, type MouseEvent, type RefObject } from 'react';
import { toneOfStatus } from '@/app/_marks/words';
import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { nameOfAnnotation } from '../_components/annotation-words';
import styles from './strip.module.css';
import type { RoomActions } from '../_components/room-actions';
import { useStripLayout } from './use-strip-layout';

/** Of longer words the beginning is enough. */
const MOST_LETTERS = 120;

/** Where in the text annotations lie, along the right edge. For the pointer: the list says the same to everybody else. */
export const Strip = memo(function Strip({
  annotations,
  textRef,
  faint,
  openId,
  actions,
}: {
  annotations: readonly Annotation[];
  textRef: RefObject<HTMLElement | null>;
  /** Those that the filter does not ask for. */
  faint: ReadonlySet<string> | null;
  openId: string | null;
  actions: RoomActions;
}) {
  const layout = useStripLayout(textRef, annotations, faint);
  if (!layout) return null;
  return (
    <div className={styles.strip} aria-hidden="true" onClick={showPlace}>
      <div className={styles.window} style={{ blockSize: `${(100 * layout.shown).toFixed(2)}%` }} />
      {layout.ticks.map(({ annotation, share, count }) => (
        <button
          key={annotation.id}
          type="button"
          tabIndex={-1}
          data-tick={annotation.id}
          style={{ insetBlockStart: `${(100 * share).toFixed(2)}%` }}
          className={classNames(
            styles.tick,
            styles[annotation.kind],
            styles[toneOfStatus(annotation.status)],
            annotation.id === openId && styles.open,
            faint?.has(annotation.id) && styles.faint,
          )}
          onPointerEnter={({ currentTarget }) => (currentTarget.title = wordsAt(annotation, count))}
          onClick={() => actions.open(annotation.id)}
        />
      ))}
    </div>
  );
});

/** What the pointer is told of a place, made when it comes there. */
function wordsAt(annotation: Annotation, count: number): string {
  const words = wordsOf(annotation);
  const said = words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
  const more = count > 1 ? `\nand ${count - 1} more here` : '';
  return `${nameOfAnnotation(annotation)}:\n${said}${more}`;
}

/** A press between the ticks brings that part of the page into the middle of the window. */
function showPlace({ target, currentTarget, clientY }: MouseEvent<HTMLElement>): void {
  if (target !== currentTarget) return;
  const share = clientY / currentTarget.clientHeight;
  scrollTo({ top: share * document.documentElement.scrollHeight - innerHeight / 2 });
}
