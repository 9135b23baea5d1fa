import { StatusGlyph } from '@/app/_marks/status-glyph';
import { Button } from '@/app/_ui/button';
import type { Verification } from '@/lib/domain/verification';
import styles from './earlier-verdict.module.css';
import { draftFromVerification, type VerifyDraft } from './verify-draft';

/**
 * The verdict that an annotation had before a revision changed its words. It is not brought back by itself: it can be
 * put into the form, read again and recorded as a new one.
 */
export function EarlierVerdict({
  earlier,
  today,
  onTake,
}: {
  earlier: Verification;
  today: string;
  onTake: (draft: VerifyDraft) => void;
}) {
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
