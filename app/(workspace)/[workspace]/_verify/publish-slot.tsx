import type { Route } from 'next';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import type { Annotation } from '@/lib/domain/annotation';
import type { FactCheckDraft } from '@/lib/domain/fact-check';
import styles from './publish-slot.module.css';

/** How a decision stands before the public, and the way to publish it; nothing while there is nothing to tell. */
export function PublishSlot({
  annotation: { id, seq },
  workspaceSlug,
  mayPublish,
}: {
  annotation: Pick<Annotation, 'id' | 'seq'>;
  workspaceSlug: string;
  mayPublish: boolean;
}) {
  const draft = useDraft(id, seq);
  if (!draft) return null;
  const { factCheck, refusal } = draft;
  const here = `/${workspaceSlug}/fact-checks`;
  if (factCheck?.state === 'published') {
    const isChanged = factCheck.standing !== 'current';
    return (
      <p className={styles.slot}>
        <Link href={`${here}/${factCheck.id}` as Route}>Published as a fact check</Link>
        {isChanged && ' The decision has changed since. '}
        {isChanged && mayPublish && refusal === null && (
          <Link href={`${here}/${factCheck.id}` as Route}>Publish the new one…</Link>
        )}
      </p>
    );
  }
  if (!mayPublish || refusal !== null) return null;
  return (
    <p className={styles.slot}>
      <Link href={`${here}/of/${id}` as Route}>{factCheck ? 'Publish again…' : 'Publish…'}</Link>
    </p>
  );
}

/** What there is to publish and what is public, asked again after each change of the annotation. */
function useDraft(id: string, seq: number): FactCheckDraft | null {
  const [held, setHeld] = useState<{ id: string; draft: FactCheckDraft } | null>(null);
  useEffect(() => {
    const aborter = new AbortController();
    void getJson<FactCheckDraft>(`/api/v1/annotations/${id}/fact-check`, aborter.signal).then((answer) => {
      // Without it the card works as ever.
      if (answer.ok && !aborter.signal.aborted) setHeld({ id, draft: answer.value.value });
    });
    return () => aborter.abort();
  }, [id, seq]);
  return held?.id === id ? held.draft : null;
}
