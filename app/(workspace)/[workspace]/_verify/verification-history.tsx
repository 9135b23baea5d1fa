import { StatusGlyph } from '@/app/_marks/status-glyph';
import { RelativeTime } from '@/app/_ui/relative-time';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import { DecisionBody } from './decision-body';
import styles from './verification-history.module.css';

/** The decisions on one annotation, the newest first, each with its reasons. The earlier ones stay as they were. */
export function VerificationHistory({
  verifications,
  workspaceSlug,
  inForceId,
}: {
  verifications: readonly Verification[];
  workspaceSlug: string;
  /** Of the one that the status rests on, where that is told; null where it rests on none. */
  inForceId?: string | null;
}) {
  if (verifications.length === 0) return <p className="soft small">Nobody has decided on it yet.</p>;
  const newestFirst = [...verifications].sort((a, b) => b.seq - a.seq);
  return (
    <ol className={styles.history} aria-label="Decisions">
      {newestFirst.map((verification, i) => (
        <li key={verification.id} className={i === 0 ? styles.current : styles.earlier}>
          <Decision
            verification={verification}
            workspaceSlug={workspaceSlug}
            isInForce={verification.id === inForceId}
            opensAgain={isReopening(verification, newestFirst[i + 1])}
          />
        </li>
      ))}
    </ol>
  );
}

const isReopening = ({ status }: Verification, earlier: Verification | undefined): boolean =>
  earlier !== undefined && isDecided(earlier.status) && !isDecided(status);

function Decision({
  verification,
  workspaceSlug,
  isInForce,
  opensAgain,
}: {
  verification: Verification;
  workspaceSlug: string;
  isInForce: boolean;
  opensAgain: boolean;
}) {
  const { status, verifier, createdAt } = verification;
  return (
    <>
      <p className={styles.head}>
        <StatusGlyph status={status} />
        <span className="soft small">
          {verifier.name}
          {opensAgain && ' opened it again'}, <RelativeTime instant={createdAt} />
          {isInForce && ' · in force'}
        </span>
      </p>
      <DecisionBody verification={verification} workspaceSlug={workspaceSlug} />
    </>
  );
}
