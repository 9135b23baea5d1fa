'use client';
import { useId, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import type { ArticleAdjudication, ShownUnit } from '@/lib/domain/adjudication/adjudication-schema';
import { AGREEING, type Agreeing, isMergeable } from '@/lib/domain/adjudication/adjudication-unit';
import styles from './adjudication-room.module.css';

const unitsOf = ({ revisions }: ArticleAdjudication): ShownUnit[] => revisions.flatMap(({ units }) => units);
export const mergeableCount = (adjudication: ArticleAdjudication, agreeing: Agreeing): number =>
  unitsOf(adjudication).filter((unit) => isMergeable(unit, agreeing)).length;

const WORDS: Record<Agreeing, string> = {
  exact: 'What agrees in everything',
  spans:
    'Also the same words under the same kind: where annotators say different things, the field stays empty',
};

/** Asks how far annotators have to agree, and merges what does. */
export function MergeDialog({
  adjudication,
  isBusy,
  onMerge,
  onClose,
}: {
  adjudication: ArticleAdjudication;
  isBusy: boolean;
  onMerge: (agreeing: Agreeing) => void;
  onClose: () => void;
}) {
  const [agreeing, setAgreeing] = useState<Agreeing>('exact');
  const form = useId();
  const counts = Object.fromEntries(
    AGREEING.map((each) => [each, mergeableCount(adjudication, each)]),
  ) as Record<Agreeing, number>;
  return (
    <Dialog
      title="Merge what agrees"
      description="Marks on which all annotators agree go into the shared layer. What was decided stays as it is, and each can be undone."
      open
      onOpenChange={(open) => !open && onClose()}
      footer={
        <>
          <DialogClose />
          <Button variant="primary" type="submit" form={form} busy={isBusy} disabled={counts[agreeing] === 0}>
            Merge {counts[agreeing]}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          onMerge(agreeing);
        }}
      >
        <fieldset className={styles.choices}>
          <legend className="visually-hidden">What to merge</legend>
          {AGREEING.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name="agreeing"
                value={each}
                checked={agreeing === each}
                onChange={() => setAgreeing(each)}
              />{' '}
              {WORDS[each]} ({counts[each]})
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}
