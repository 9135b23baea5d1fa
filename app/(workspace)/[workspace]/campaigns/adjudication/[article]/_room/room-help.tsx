'use client';
import { Dialog } from '@/app/_ui/dialog';
import { Checkbox } from '@/app/_ui/field';
import { KeyHint } from '@/app/_ui/key-hint';
import styles from './adjudication-room.module.css';

const KEYS: readonly (readonly [string, string])[] = [
  ['J', 'Next one that waits'],
  ['K', 'The one before that waits'],
  ['A', 'Take what A marked; B, C and, from the fourth annotator on, 4, 5, … likewise'],
  ['2', 'Take both, or all'],
  ['E', 'Edit, then take that'],
  ['N', 'Take none: nothing stands there'],
  ['D', 'Keep as a disagreement'],
  ['U', 'Undo the decision that is shown, or the last one'],
  ['M', 'Merge what agrees'],
  ['?', 'These keys'],
];

/** The keys of the page, and the switch for those of one letter (WCAG 2.1.4). */
export const RoomHelp = ({
  lettersWork,
  onLettersWork,
  onClose,
}: {
  lettersWork: boolean;
  onLettersWork: (work: boolean) => void;
  onClose: () => void;
}) => (
  <Dialog title="Keys" open onOpenChange={(open) => !open && onClose()}>
    <Checkbox
      label="Keys of one letter work"
      hint="Switch them off if you speak to your computer, or press them by accident. The buttons do all of this too."
      checked={lettersWork}
      onChange={(event) => onLettersWork(event.target.checked)}
    />
    <dl className={styles.keys}>
      {KEYS.map(([key, words]) => (
        <div key={key}>
          <dt>
            <KeyHint keys={key} />
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
