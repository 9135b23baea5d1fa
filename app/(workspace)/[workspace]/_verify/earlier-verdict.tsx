import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import type { Annotation } from '@/lib/domain/annotation';
import type { Page } from '@/lib/domain/page';
import type { Verification } from '@/lib/domain/verification';
import { isDecided } from '@/lib/domain/vocabulary';
import styles from './earlier-verdict.module.css';
import { draftFromVerification, type VerifyDraft } from './verify-draft';

/**
 * The verdict that an annotation had before a revision changed its words. It is not brought back by itself: it can be
 * put into the form, read again and recorded as a new one.
 */
export function EarlierVerdict({
  annotation,
  today,
  onTake,
}: {
  annotation: Annotation;
  today: string;
  onTake: (draft: VerifyDraft) => void;
}) {
  const earlier = useEarlierVerdict(annotation);
  if (!earlier) return null;
  return (
    <div className={styles.earlier}>
      <p>
        Before the words changed: <StatusGlyph status={earlier.status} />, said {earlier.verifier.name}
      </p>
      <blockquote className={styles.rationale}>{earlier.rationale}</blockquote>
      <Button size="small" onClick={() => onTake(draftFromVerification(earlier, today))}>
        Put it into the form
      </Button>
    </div>
  );
}

function useEarlierVerdict({ id, recheck }: Annotation): Verification | null {
  const [earlier, setEarlier] = useState<Verification | null>(null);
  const isAsked = recheck !== null;
  useEffect(() => {
    if (!isAsked) return;
    const aborter = new AbortController();
    void getJson<Page<Verification>>(`/api/v1/annotations/${id}/verifications`, aborter.signal).then(
      (answer) => {
        // Without it the form works as ever.
        if (answer.ok && !aborter.signal.aborted)
          setEarlier(answer.value.value.items.findLast(({ status }) => isDecided(status)) ?? null);
      },
    );
    return () => aborter.abort();
  }, [id, isAsked]);
  return isAsked ? earlier : null;
}
