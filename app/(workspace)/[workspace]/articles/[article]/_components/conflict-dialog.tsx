'use client';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Dialog } from '@/app/_ui/dialog';
import type { Conflict } from '../_browser/article-store';
import { fieldsInWords } from './annotation-words';
import styles from './conflict-dialog.module.css';

/** Both versions beside each other, what differs marked; nothing is lost until one is chosen. */
export function ConflictDialog({
  conflict,
  onChoose,
  onLater,
}: {
  conflict: Conflict;
  onChoose: (choice: 'mine' | 'theirs') => void;
  onLater: () => void;
}) {
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onLater()}
      title="Two people changed this annotation"
      description="Yours is not saved yet. Nothing is lost: keep one version now, the other stays in the history if it was saved. Close this to decide later."
      footer={
        <>
          <Button onClick={() => onChoose('theirs')}>Keep theirs</Button>
          <Button variant="primary" onClick={() => onChoose('mine')}>
            Keep mine
          </Button>
        </>
      }
    >
      <Versions conflict={conflict} />
    </Dialog>
  );
}

function Versions({ conflict: { mine, theirs } }: { conflict: Conflict }) {
  const ours = new Map(fieldsInWords(mine).map((field) => [field.key, field]));
  const others = new Map(fieldsInWords(theirs).map((field) => [field.key, field]));
  const keys = [...new Set([...ours.keys(), ...others.keys()])];
  return (
    <table className={classNames('table', styles.versions)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Field</span>
          </th>
          <th scope="col">Mine</th>
          <th scope="col">Theirs</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const [own, other] = [ours.get(key)?.value ?? '', others.get(key)?.value ?? ''];
          const differs = own !== other;
          return (
            <tr key={key} className={differs ? styles.differs : undefined}>
              <th scope="row">
                {(ours.get(key) ?? others.get(key))!.label}
                {differs && <span className="visually-hidden"> (differs)</span>}
              </th>
              <Value words={own} differs={differs} />
              <Value words={other} differs={differs} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const Value = ({ words, differs }: { words: string; differs: boolean }) => (
  <td dir="auto">
    {words ? differs ? <mark>{words}</mark> : words : <span className={styles.nothing}>Nothing</span>}
  </td>
);
