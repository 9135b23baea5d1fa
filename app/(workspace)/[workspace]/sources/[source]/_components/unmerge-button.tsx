'use client';
import { useRouter } from 'next/navigation';
import { useAttempt } from '@/app/_forms/use-attempt';
import { Button } from '@/app/_ui/button';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { ShownSource } from '@/lib/domain/source';
import { usePerson } from '../../../_session/person';
import { mergeSources, unmergeSources } from '../../_components/source-acts';
import styles from './source-page.module.css';

/** Takes a merged source out again. What is recorded under it goes with it, and that is said before. */
export function UnmergeButton({
  merged,
  survivor,
}: {
  merged: ShownSource['mergedSources'][number];
  survivor: { id: string; name: string };
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const person = usePerson();
  const { attempt, error, isBusy } = useAttempt(async () => {
    const refusal = await unmergeSources(person.id, merged.id);
    if (refusal) return refusal;
    document.getElementById('source')?.focus();
    announce(`“${merged.name}” is a source of its own again.`, {
      undo: async () => {
        const refused = await mergeSources(person.id, merged.id, merged.mergedIntoId);
        if (refused) return announce(refused);
        router.refresh();
      },
    });
    router.refresh();
    return null;
  });
  const { annotations } = merged;
  return (
    <div className={styles.unmerge}>
      {error && <Notice tone="error">{error}</Notice>}
      <span className="soft small">
        {annotations === 1 ? '1 annotation is' : `${annotations} annotations are`} recorded under it, and
        would go with it.
      </span>
      <Button
        size="small"
        busy={isBusy}
        onClick={() => attempt()}
        aria-label={`Un-merge “${merged.name}” from “${survivor.name}”`}
      >
        Un-merge
      </Button>
    </div>
  );
}
