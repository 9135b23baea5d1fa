'use client';
import { memo, useState } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { RoomActions } from '../_components/room-actions';
import styles from './stack-card.module.css';
import { STACK_ROWS } from './stacks';
import { Tick } from '../_bulk/tick';

interface StackCardProps {
  annotations: readonly Annotation[];
  /** Null unless it is one of these. */
  hoverId: string | null;
  actions: RoomActions;
}

/** Many annotations of one paragraph as one note: a line each. */
export const StackCard = memo(function StackCard({ annotations, hoverId, actions }: StackCardProps) {
  const [showsAll, setShowsAll] = useState(false);
  const rest = annotations.length - STACK_ROWS;
  return (
    <div className={styles.stack}>
      <ul>
        {annotations.map((annotation, i) => (
          <li key={annotation.id} className={i >= STACK_ROWS && !showsAll ? styles.extra : undefined}>
            <Tick annotation={annotation} />
            <button
              type="button"
              data-card-button={annotation.id}
              className={classNames(styles.row, hoverId === annotation.id && styles.lit)}
              onClick={() => actions.open(annotation.id, { withFocus: true })}
              onPointerEnter={() => actions.hover(annotation.id)}
              onPointerLeave={() => actions.hover(null)}
              onFocus={() => actions.hover(annotation.id)}
              onBlur={() => actions.hover(null)}
            >
              <KindMark kind={annotation.kind} lineOnly />
              <StatusGlyph status={annotation.status} glyphOnly />
              <span className={styles.words} dir="auto">
                {wordsOf(annotation)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          variant="link"
          size="small"
          className={styles.all}
          aria-expanded={showsAll}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Show fewer' : `Show ${rest} more`}
        </Button>
      )}
    </div>
  );
}, isSameStack);

function isSameStack(a: StackCardProps, b: StackCardProps): boolean {
  return (
    a.hoverId === b.hoverId &&
    a.actions === b.actions &&
    a.annotations.length === b.annotations.length &&
    a.annotations.every((annotation, i) => annotation === b.annotations[i])
  );
}
