'use client';
import type { ComponentProps } from 'react';
import { dayInWords } from '@/app/_ui/dates';
import type { Claim } from '@/lib/domain/annotation';
import { VerifyForm } from '../_verify/verify-form';
import { TakeFirst } from './take-first';
import styles from './verify-taken.module.css';

/** The form of a verdict, whose opening takes the check; above it what exactly is judged, and as of which day. */
export function VerifyTaken({
  articleDay = null,
  ...form
}: ComponentProps<typeof VerifyForm> & {
  /** When the article was published, where that is known here. */
  articleDay?: string | null;
}) {
  const { annotation, onCancel } = form;
  return (
    <TakeFirst annotation={annotation} onLeave={onCancel}>
      {annotation.claim && <JudgedClaim claim={annotation.claim} articleDay={articleDay} />}
      <VerifyForm {...form} />
    </TakeFirst>
  );
}

function JudgedClaim({
  claim: { normalized, judgedAsOf },
  articleDay,
}: {
  claim: Claim;
  articleDay: string | null;
}) {
  return (
    <div className={styles.judged}>
      {normalized && (
        <p>
          <span className={styles.label}>In checkable words:</span> {normalized}
        </p>
      )}
      <p className={styles.asOf}>{asOfInWords(judgedAsOf, articleDay)}</p>
    </div>
  );
}

function asOfInWords(judgedAsOf: string | null, articleDay: string | null): string {
  if (judgedAsOf) return `Judged as of ${dayInWords(judgedAsOf)}.`;
  return `Judged as of ${articleDay ? `${dayInWords(articleDay)}, ` : ''}the day of its article.`;
}
