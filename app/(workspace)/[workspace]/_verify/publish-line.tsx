import type { Route } from 'next';
import Link from 'next/link';
import type { FactCheckDraft } from '@/lib/domain/fact-check';
import styles from './publish-line.module.css';

/** How a decision stands before the public, and the way to publish it; nothing while there is nothing to tell. */
export function PublishLine({
  annotationId,
  draft,
  workspaceSlug,
  mayPublish,
}: {
  annotationId: string;
  draft: FactCheckDraft;
  workspaceSlug: string;
  mayPublish: boolean;
}) {
  const { factCheck, refusal } = draft;
  const here = `/${workspaceSlug}/fact-checks`;
  if (factCheck?.state === 'published') {
    const isChanged = factCheck.standing !== 'current';
    return (
      <p className={styles.line}>
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
    <p className={styles.line}>
      <Link href={`${here}/of/${annotationId}` as Route}>{factCheck ? 'Publish again…' : 'Publish…'}</Link>
    </p>
  );
}
