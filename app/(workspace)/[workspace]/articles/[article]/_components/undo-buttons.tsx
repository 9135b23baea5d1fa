'use client';
import { IconButton } from '@/app/_ui/button';
import { RedoIcon, UndoIcon } from '@/app/_ui/icons';
import type { Snapshot } from '../_browser/article-store';
import type { RoomActions } from './room-actions';
import { stepInWords } from './step-words';
import styles from './undo-buttons.module.css';

/** Takes back what one did here, step by step, and does it again. */
export function UndoButtons({
  undo,
  redo,
  actions,
}: Pick<Snapshot, 'undo' | 'redo'> & { actions: Pick<RoomActions, 'walk'> }) {
  return (
    <div className={styles.buttons}>
      <IconButton
        size="small"
        label={undo ? `Undo: ${stepInWords(undo)}` : 'Undo'}
        aria-disabled={!undo}
        aria-keyshortcuts="Control+Z Meta+Z"
        onClick={() => actions.walk('undo')}
      >
        <UndoIcon />
      </IconButton>
      <IconButton
        size="small"
        label={redo ? `Redo: ${stepInWords(redo)}` : 'Redo'}
        aria-disabled={!redo}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z"
        onClick={() => actions.walk('redo')}
      >
        <RedoIcon />
      </IconButton>
    </div>
  );
}
