'use client';
import { type FormEvent, type RefObject, useState } from 'react';
import { wordOfPriority } from '@/app/_marks/desk-words';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Select, TextField } from '@/app/_ui/field';
import { wordsOf } from '@/lib/domain/annotation-words';
import type { Check, PatchCheck } from '@/lib/domain/check';
import type { DeskItem } from '@/lib/domain/desk';
import { CHECK_PRIORITIES, type CheckPriority } from '@/lib/domain/vocabulary';
import type { Person } from './row-context';
import styles from './desk.module.css';

const KEEP = '';
const NOBODY = 'nobody';

/** Whose a check is, by when and how pressing; for several at once what is left alone stays as it is on each. */
export function ArrangeDialog({
  items,
  checkOf,
  members,
  open,
  onOpenChange,
  finalFocus,
  onArrange,
}: {
  items: readonly DeskItem[];
  checkOf: (item: DeskItem) => Check;
  members: readonly Person[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  finalFocus: RefObject<HTMLElement | null>;
  onArrange: (patch: PatchCheck) => void;
}) {
  const [only] = items;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={finalFocus}
      title={items.length === 1 ? 'Arrange the check' : `Arrange ${items.length} checks`}
      description={items.length === 1 && only && <span className={styles.quoted}>{wordsOf(only)}</span>}
    >
      <ArrangeForm
        key={items.map(({ id }) => id).join()}
        check={items.length === 1 && only ? checkOf(only) : null}
        members={members}
        onArrange={onArrange}
        onUnchanged={() => onOpenChange(false)}
      />
    </Dialog>
  );
}

function ArrangeForm({
  check,
  members,
  onArrange,
  onUnchanged,
}: {
  /** As it is; null for several, which may differ. */
  check: Check | null;
  members: readonly Person[];
  onArrange: (patch: PatchCheck) => void;
  onUnchanged: () => void;
}) {
  const before = {
    assignee: check ? (check.assignee?.id ?? NOBODY) : KEEP,
    priority: check ? check.priority : KEEP,
    dueOn: check?.dueOn ?? '',
  };
  const [assignee, setAssignee] = useState<string>(before.assignee);
  const [priority, setPriority] = useState<string>(before.priority);
  const [dueOn, setDueOn] = useState(before.dueOn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const patch: PatchCheck = {
      ...(assignee !== before.assignee && { assigneeId: assignee === NOBODY ? null : assignee }),
      ...(priority !== before.priority && { priority: priority as CheckPriority }),
      ...(dueOn !== before.dueOn && { dueOn: dueOn || null }),
    };
    if (Object.keys(patch).length > 0) onArrange(patch);
    else onUnchanged();
  };
  const keep = check ? [] : [{ value: KEEP, label: 'As it is on each' }];
  return (
    <form className={styles.arrange} onSubmit={submit} aria-label="Arrange">
      <Select
        label="Whose"
        value={assignee}
        onChange={(event) => setAssignee(event.target.value)}
        options={[
          ...keep,
          { value: NOBODY, label: 'Nobody’s yet' },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label="Priority"
        value={priority}
        onChange={(event) => setPriority(event.target.value)}
        options={[
          ...keep,
          ...[...CHECK_PRIORITIES].reverse().map((word) => ({ value: word, label: wordOfPriority(word) })),
        ]}
      />
      <TextField
        label="Wanted by"
        type="date"
        optional
        hint={check ? undefined : 'Left empty, each keeps its own.'}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <div className={styles.arrangeActs}>
        <DialogClose />
        <Button type="submit" variant="primary">
          Arrange
        </Button>
      </div>
    </form>
  );
}
