'use client';
import type { Route } from 'next';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import { PlaceLink } from '@/app/_ui/place-link';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { RoomActions } from '../_components/room-actions';
import styles from './orphan-tray.module.css';

export interface OrphanPanelProps {
  orphans: readonly Annotation[];
  /** What is selected in the text; empty when nothing is. */
  selectedWords: string;
  canAnnotate: boolean;
  revisionsHref: string;
  actions: RoomActions;
}

/** What lies in the tray, each with what can be done about it. */
export function OrphanPanel({
  orphans,
  selectedWords,
  canAnnotate,
  revisionsHref,
  actions,
}: OrphanPanelProps) {
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>
        {!canAnnotate ? (
          'The text was changed, and no longer has the words they were on.'
        ) : selectedWords ? (
          <>
            Selected: <q className={styles.selected}>{selectedWords}</q>
          </>
        ) : (
          'Select the words in the text that say the same, then attach the annotation to them; or let it go.'
        )}{' '}
        <PlaceLink href={revisionsHref as Route}>What changed</PlaceLink>
      </p>
      <ul>
        {orphans.map((orphan) => (
          <Orphan key={orphan.id} {...{ orphan, selectedWords, canAnnotate, actions }} />
        ))}
      </ul>
    </div>
  );
}

function Orphan({
  orphan,
  selectedWords,
  canAnnotate,
  actions,
}: {
  orphan: Annotation;
  selectedWords: string;
  canAnnotate: boolean;
  actions: RoomActions;
}) {
  const words = wordsOf(orphan);
  return (
    <li className={styles.orphan}>
      <button type="button" className={styles.opener} onClick={() => actions.open(orphan.id)}>
        <span className={styles.marks}>
          <KindMark kind={orphan.kind} />
          <StatusGlyph status={orphan.status} />
        </span>
        <span className={styles.words} dir="auto">
          {words}
        </span>
      </button>
      {canAnnotate && (
        // A press must not take the selection away before it was used.
        <span className={styles.actions} onMouseDown={(event) => event.preventDefault()}>
          <Button
            size="small"
            aria-disabled={selectedWords === '' || undefined}
            onClick={() => actions.attach(orphan)}
          >
            Attach to the selected words
            <span className="visually-hidden">: {words}</span>
          </Button>
          <Button size="small" variant="bare" onClick={() => actions.remove(orphan.id)}>
            Let go
            <span className="visually-hidden">: {words}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
