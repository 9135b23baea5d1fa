'use client';
import { KindMark } from '@/app/_marks/kind-mark';
import { classNames } from '@/app/_ui/class-names';
import { KeyHint } from '@/app/_ui/key-hint';
import { KINDS, type Kind } from '@/lib/domain/vocabulary';
import styles from './selection-toolbar.module.css';
import type { TextSelection } from './use-text-selection';

/** The tools at the selection: mark it as one of the kinds, by press, touch or key; widen it; add it to what there is. */
export function SelectionToolbar({
  selection,
  heldCount,
  isNoteOpen,
  onMark,
  onWiden,
  onAdd,
}: {
  selection: TextSelection;
  /** How many stretches are kept to be marked together with this one. */
  heldCount: number;
  isNoteOpen: boolean;
  onMark: (kind: Kind) => void;
  onWiden: () => void;
  onAdd: () => void;
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
          '--left': `${Math.max(0, selection.left)}px`,
        } as React.CSSProperties
      }
      onPointerDown={keep}
      onMouseDown={keep}
    >
      {KINDS.map((kind) => (
        <Tool key={kind} letter={kind.charAt(0)} look={styles[kind]} onPress={() => onMark(kind)}>
          <KindMark kind={kind} />
        </Tool>
      ))}
      <Tool letter="s" look={styles.more} onPress={onWiden}>
        Sentence
      </Tool>
      <Tool letter="a" onPress={onAdd}>
        {isNoteOpen ? 'Add to the note' : heldCount > 0 ? `And also (${heldCount})` : 'And also'}
      </Tool>
    </div>
  );
}

function Tool({
  letter,
  look,
  children,
  onPress,
}: {
  letter: string;
  look?: string;
  children: React.ReactNode;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      className={classNames(styles.tool, look)}
      aria-keyshortcuts={letter}
      onClick={onPress}
    >
      {children}
      <span className={styles.key} aria-hidden="true">
        <KeyHint keys={letter.toUpperCase()} />
      </span>
    </button>
  );
}
