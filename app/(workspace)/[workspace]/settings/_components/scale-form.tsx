'use client';
import { useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { ShownScale } from '@/lib/domain/likelihood-scale';
import { saveScale } from '../scale-actions';
import { linesFromEntries, scaleFromLines } from './scale-lines';
import styles from './settings.module.css';

/** Makes a new version of the workspace's own scale, beginning with one that there is. */
export function ScaleForm({
  slug,
  basedOn,
  scales,
}: {
  slug: string;
  basedOn: number;
  scales: readonly ShownScale[];
}) {
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [isOpen, setIsOpen] = useState(false);
  const [from, setFrom] = useState(scales[0]!);
  const [name, setName] = useState(ownNameOf(from));
  const [lines, setLines] = useState(linesFromEntries(from.entries));
  const { attempt, error, isBusy } = useAttempt(async () => {
    const read = scaleFromLines(lines);
    if (!read.ok) return read.error.message;
    const refusal = await saveScale(slug, { basedOn, name, entries: read.value });
    if (refusal !== null) return refusal;
    setIsOpen(false);
    announce('The scale was saved as a new version.');
    return null;
  });
  const beginWith = (key: string) => {
    const scale = scales.find((candidate) => candidate.key === key)!;
    setFrom(scale);
    setName(ownNameOf(scale));
    setLines(linesFromEntries(scale.entries));
  };
  return (
    <Dialog
      wide
      open={isOpen}
      onOpenChange={setIsOpen}
      title="Change the scale"
      description="Saved as a new version. What was scored before can still be scored with the earlier ones."
      trigger={
        <Button className={styles.start} disabled={!isReady}>
          Change the scale
        </Button>
      }
      footer={
        <>
          <DialogClose />
          <Button variant="primary" busy={isBusy} onClick={() => !isBusy && attempt()}>
            Save scale
          </Button>
        </>
      }
    >
      <div className="stack">
        {error && <Notice tone="error">{error}</Notice>}
        <Select
          label="Begin with"
          value={from.key}
          onChange={(event) => beginWith(event.target.value)}
          options={scales.map((scale) => ({
            value: scale.key,
            label: scale.version === null ? scale.name : `${scale.name}, version ${scale.version}`,
          }))}
        />
        <TextField
          label="Name"
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label="Words and their probability"
          hint="One line each: from and to in per cent, then the words, with commas. 63–87: probable, likely"
          rows={12}
          value={lines}
          onChange={(event) => setLines(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

const ownNameOf = ({ name, version }: ShownScale): string =>
  version === null ? `Ours, after ${name}` : name;
