'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { StatusGlyph } from '@/app/_marks/status-glyph';
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
  annotation,
  workspaceSlug,
  onSettled,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  onSettled: (annotation: Annotation, outcome: 'approve' | 'decline') => void;
}) {
  const { awaiting } = annotation;
  const decision = useDecision(annotation.id, awaiting?.verificationId ?? null);
  if (!awaiting) return null;
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
      {decision ? (
        <DecisionBody verification={decision} workspaceSlug={workspaceSlug} />
      ) : (
        <Spinner label="Loading the decision" />
      )}
      <ApprovalButtons
        verificationId={awaiting.verificationId}
        verifierId={awaiting.verifier.id}
        onSettled={onSettled}
      />
    </section>
  );
}

function useDecision(annotationId: string, verificationId: string | null): Verification | null {
  const [decision, setDecision] = useState<Verification | null>(null);
  useEffect(() => {
    if (!verificationId) return;
    const asked = new AbortController();
    void getJson<Page<Verification>>(`/api/v1/annotations/${annotationId}/verifications`, asked.signal).then(
      (answer) => {
        if (answer.ok && !asked.signal.aborted)
          setDecision(answer.value.value.items.find(({ id }) => id === verificationId) ?? null);
      },
    );
    return () => asked.abort();
  }, [annotationId, verificationId]);
  return decision;
}
