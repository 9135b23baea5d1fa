'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { KindMark } from '@/app/_marks/kind-mark';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './orphan-tray.module.css';
import type { RoomActions } from '../_components/room-actions';

/** The fragment of an address that opens the tray. */
const HASH = '#lost';

/**
 * Annotations whose words a newer text no longer has. They wait here, apart from the notes, until somebody selects
 * words for them or lets them go. It stays in sight, so that it is at hand when the words are found.
 */
export function OrphanTray({
  orphans,
  selectedWords,
  canAnnotate,
  revisionsHref,
  actions,
}: {
  orphans: readonly Annotation[];
  /** What is selected in the text; empty when nothing is. */
  selectedWords: string;
  canAnnotate: boolean;
  revisionsHref: string;
  actions: RoomActions;
}) {
  const { isOpen, setOpen } = useOpenedByHash();
  if (orphans.length === 0) return null;
  return (
    <details
      id="lost"
      className={styles.tray}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {orphans.length === 1
          ? '1 annotation lost its words'
          : `${orphans.length} annotations lost their words`}
      </summary>
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
          <Link href={revisionsHref as Route}>What changed</Link>
        </p>
        <ul>
          {orphans.map((orphan) => (
            <Orphan key={orphan.id} {...{ orphan, selectedWords, canAnnotate, actions }} />
          ))}
        </ul>
      </div>
    </details>
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

/** Open when the address asks for it; a link from the report of a revision does. */
function useOpenedByHash() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const look = () => {
      if (location.hash === HASH) setOpen(true);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return { isOpen, setOpen };
}
