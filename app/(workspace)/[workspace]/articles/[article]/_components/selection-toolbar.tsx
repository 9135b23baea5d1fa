'use client';
import { classNames } from '@/app/_ui/class-names';
import { KeyHint } from '@/app/_ui/key-hint';
import { KindMark } from '@/app/_marks/kind-mark';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import styles from './selection-toolbar.module.css';
import type { TextSelection } from './use-text-selection';

/** The tools at the selection: mark it as one of the kinds, by press, touch or key. */
export function SelectionToolbar({
  selection,
  onMark,
}: {
  selection: TextSelection;
  onMark: (kind: Kind) => void;
}) {
  // A press must not take the selection away before it was used.
  const keep = (event: React.SyntheticEvent) => event.preventDefault();
  return (
    <div
      role="toolbar"
      aria-label="Mark the selected words"
      className={styles.toolbar}
      style={
        {
          '--top': `${selection.top}px`,
          '--bottom': `${selection.bottom}px`,
          '--left': `${Math.max(0, selection.left)}px`,
        } as React.CSSProperties
      }
      onPointerDown={keep}
      onMouseDown={keep}
    >
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={classNames(styles.tool, styles[kind])}
          aria-keyshortcuts={kind.charAt(0)}
          onClick={() => onMark(kind)}
        >
          <KindMark kind={kind} />
          <span className={styles.key} aria-hidden="true">
            <KeyHint keys={kind.charAt(0).toUpperCase()} />
          </span>
        </button>
      ))}
    </div>
  );
}
