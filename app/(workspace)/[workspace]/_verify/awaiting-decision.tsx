'use client';
import type { Asked } from '@/app/_forms/use-answer';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import { RelativeTime } from '@/app/_ui/relative-time';
import { Spinner } from '@/app/_ui/spinner';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { ApprovalButtons } from './approval-buttons';
import styles from './awaiting-decision.module.css';
import { DecisionBody } from './decision-body';

/** The decision that waits for a second pair of eyes, with all it rests on, and the answer to it. */
export function AwaitingDecision({
  annotation: { awaiting },
  verifications: { answer, hasFailed, askAgain },
  workspaceSlug,
  onSettled,
}: {
  annotation: Pick<Annotation, 'awaiting'>;
  verifications: Asked<Page<Verification>>;
  workspaceSlug: string;
  onSettled: (annotation: Annotation, outcome: 'approve' | 'decline') => void;
}) {
  if (!awaiting) return null;
  const decision = answer?.items.find(({ id }) => id === awaiting.verificationId);
  return (
    <section className={styles.awaiting} aria-label="A decision waits for approval">
      <p>
        <StatusGlyph status={awaiting.status} />{' '}
        <span className="soft small">
          recorded by {awaiting.verifier.name}
          {decision && (
            <>
              , <RelativeTime instant={decision.createdAt} />
            </>
          )}
          . It waits for another editor’s approval.
        </span>
      </p>
      {decision && <DecisionBody verification={decision} workspaceSlug={workspaceSlug} />}
      {!decision && !hasFailed && <Spinner label="Loading the decision" />}
      {!decision && hasFailed && (
        <p className="small">
          What it rests on could not be loaded.{' '}
          <Button variant="link" size="small" onClick={askAgain}>
            Try again
          </Button>
        </p>
      )}
      {/* Nobody answers before it can be read. */}
      {(decision || hasFailed) && (
        <ApprovalButtons
          verificationId={awaiting.verificationId}
          verifierId={awaiting.verifier.id}
          onSettled={onSettled}
        />
      )}
    </section>
  );
}
