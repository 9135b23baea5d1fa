'use client';
import { Dialog } from '@/app/_ui/dialog';
import { Checkbox } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import styles from './keys-help.module.css';

const READING: [keys: string, does: string][] = [
  ['J', 'Next annotation'],
  ['K', 'Previous annotation'],
  ['Enter', 'Open the annotation of the marker'],
  ['Esc', 'Close the note, back to the text'],
];
const MARKING: [keys: string, does: string][] = [
  ['C', 'Mark the selected words as a claim'],
  ['Q', 'As a quote'],
  ['P', 'As a prediction'],
  ['E', 'Edit the open note'],
  ['Ctrl Enter', 'Save the note'],
  ['Ctrl Z', 'Undo what you did last'],
  ['Ctrl Shift Z', 'Do it again'],
];
const SELECTING: [keys: string, does: string][] = [
  ['← →', 'In the text: move by a word'],
  ['↑ ↓', 'By a sentence'],
  ['Shift', 'With these: select'],
];

/** The keys of the reading room, and the switch for those of one letter (WCAG 2.1.4). */
export function KeysHelp({
  onOpenChange,
  canAnnotate,
  lettersWork,
  onLettersWork,
}: {
  onOpenChange: (open: boolean) => void;
  canAnnotate: boolean;
  lettersWork: boolean;
  onLettersWork: (work: boolean) => void;
}) {
  const rows = canAnnotate ? [...MARKING, ...SELECTING, ...READING] : [...READING, ...SELECTING];
  return (
    <Dialog title="Keys" open onOpenChange={onOpenChange}>
      <dl className={styles.keys}>
        {rows.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label="Keys of one letter work"
        hint="Switch them off if you speak to your computer, or press them by accident."
        checked={lettersWork}
        onChange={(event) => onLettersWork(event.target.checked)}
      />
    </Dialog>
  );
}
