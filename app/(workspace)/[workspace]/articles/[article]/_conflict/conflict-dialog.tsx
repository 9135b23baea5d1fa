'use client';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { Dialog } from '@/app/_ui/dialog';
import { TextArea } from '@/app/_ui/field';
import type { Conflict, Resolution } from '../_browser/article-store';
import styles from './conflict-dialog.module.css';
import {
  combinedPatch,
  type ConflictField,
  conflictFields,
  type FieldChoice,
  type FieldChoices,
  firstChoices,
  isCombinable,
} from './conflict-fields';

/** Both versions beside each other, what differs marked; nothing is lost until one is chosen, or the two are combined. */
export function ConflictDialog({
  conflict,
  onChoose,
  onLater,
}: {
  conflict: Conflict;
  onChoose: (choice: Resolution) => void;
  onLater: () => void;
}) {
  const fields = useMemo(() => conflictFields(conflict), [conflict]);
  const [chosen, setChosen] = useState<FieldChoices>({});
  // Theirs may change once more while this is open.
  const choices = { ...firstChoices(fields), ...chosen };
  const canCombine = isCombinable(conflict);
  return (
    <Dialog
      wide
      open
      onOpenChange={(open) => !open && onLater()}
      title="Two people changed this annotation"
      description={`Yours is not saved yet. Nothing is lost: keep one version${canCombine ? ', or choose for each field that differs' : ''}. The other stays in the history if it was saved. Close this to decide later.`}
      footer={
        <>
          <Button onClick={() => onChoose('theirs')}>Keep theirs</Button>
          <Button variant={canCombine ? 'quiet' : 'primary'} onClick={() => onChoose('mine')}>
            Keep mine
          </Button>
          {canCombine && (
            <Button
              variant="primary"
              onClick={() => onChoose({ combined: combinedPatch(conflict, choices) })}
            >
              Save the combination
            </Button>
          )}
        </>
      }
    >
      <Versions
        fields={fields}
        choices={choices}
        onChoice={(key, choice) => setChosen((was) => ({ ...was, [key]: choice }))}
      />
    </Dialog>
  );
}

function Versions({
  fields,
  choices,
  onChoice,
}: {
  fields: readonly ConflictField[];
  choices: FieldChoices;
  onChoice: (key: string, choice: FieldChoice) => void;
}) {
  const id = useId();
  return (
    <table className={classNames('table', styles.versions)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Field</span>
          </th>
          <th scope="col" id={`${id}-mine`}>
            Mine
          </th>
          <th scope="col" id={`${id}-theirs`}>
            Theirs
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRows
            key={field.key}
            id={id}
            field={field}
            choice={choices[field.key]}
            onChoice={(choice) => onChoice(field.key, choice)}
          />
        ))}
      </tbody>
    </table>
  );
}

function FieldRows({
  id,
  field,
  choice,
  onChoice,
}: {
  id: string;
  field: ConflictField;
  choice: FieldChoice | undefined;
  onChoice: (choice: FieldChoice) => void;
}) {
  const { key, label, differs, isBothChanged, isChoice, isText } = field;
  const cell = (side: 'mine' | 'theirs') => (
    <td dir="auto">
      {isChoice && choice ? (
        <label className={styles.choice}>
          <input
            type="radio"
            name={`${id}-${key}`}
            aria-labelledby={`${id}-${key} ${id}-${side} ${id}-${key}-${side}`}
            checked={choice.side === side}
            onChange={() => onChoice({ side, words: field[side] })}
          />
          <Value id={`${id}-${key}-${side}`} words={field[side]} differs />
        </label>
      ) : (
        <Value words={field[side]} differs={differs} />
      )}
    </td>
  );
  return (
    <>
      <tr className={differs ? styles.differs : undefined}>
        <th scope="row">
          <span id={`${id}-${key}`}>{label}</span>
          {differs && <span className="visually-hidden"> (differs)</span>}
          {isBothChanged && <span className={styles.both}> Both changed it.</span>}
        </th>
        {cell('mine')}
        {cell('theirs')}
      </tr>
      {isText && choice && (
        <tr className={styles.combined}>
          <td colSpan={3}>
            <TextArea
              rows={2}
              label={`${label}, as it will be saved`}
              value={choice.words}
              onChange={(event) => onChoice({ side: 'own', words: event.target.value })}
            />
          </td>
        </tr>
      )}
    </>
  );
}

const Value = ({ id, words, differs }: { id?: string; words: string; differs: boolean }) => (
  <span id={id}>
    {words ? differs ? <mark>{words}</mark> : words : <span className={styles.nothing}>Nothing</span>}
  </span>
);
