import { StatusGlyph } from '@/app/_marks/status-glyph';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Verification } from '@/lib/domain/verification';
import { DecisionBody } from './decision-body';
import styles from './verification-history.module.css';

/** The decisions on one annotation, the newest first, each with its reasons. The earlier ones stay as they were. */
export function VerificationHistory({
  verifications,
  workspaceSlug,
}: {
  verifications: readonly Verification[];
  workspaceSlug: string;
}) {
  if (verifications.length === 0) return <p className="soft small">Nobody has decided on it yet.</p>;
  const newestFirst = [...verifications].sort((a, b) => b.seq - a.seq);
  return (
    <ol className={styles.history} aria-label="Decisions">
      {newestFirst.map((verification, i) => (
        <li key={verification.id} className={i === 0 ? styles.current : styles.earlier}>
          <Decision verification={verification} workspaceSlug={workspaceSlug} />
        </li>
      ))}
    </ol>
  );
}

function Decision({ verification, workspaceSlug }: { verification: Verification; workspaceSlug: string }) {
  const { status, verifier, createdAt } = verification;
  return (
    <>
      <p className={styles.head}>
        <StatusGlyph status={status} />
        <span className="soft small">
          {verifier.name}, <RelativeTime instant={createdAt} />
        </span>
      </p>
      <DecisionBody verification={verification} workspaceSlug={workspaceSlug} />
    </>
  );
}
