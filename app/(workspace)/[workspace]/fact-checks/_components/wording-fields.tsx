'use client';
import { TextArea, TextField, Checkbox } from '@/app/_ui/field';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import { MOST_OF_CLAIM, MOST_OF_HEADLINE, MOST_OF_SUMMARY } from '@/lib/domain/fact-check-limits';

export type Worded = Pick<FactCheckContent, 'headline' | 'claimReviewed' | 'summary' | 'byline'>;

/** The words of a public page that its editor writes; everything else comes from the decision. */
export function WordingFields({
  wording,
  onChange,
  verifier,
  workspaceName,
}: {
  wording: Worded;
  onChange: (change: Partial<Worded>) => void;
  verifier: string | null;
  workspaceName: string;
}) {
  const { headline, claimReviewed, summary, byline } = wording;
  return (
    <>
      <TextField
        label="Headline"
        value={headline}
        maxLength={MOST_OF_HEADLINE}
        required
        onChange={(event) => onChange({ headline: event.target.value })}
      />
      <TextArea
        label="What is reviewed"
        hint="In checkable words, as search engines show it."
        rows={2}
        value={claimReviewed}
        maxLength={MOST_OF_CLAIM}
        required
        onChange={(event) => onChange({ claimReviewed: event.target.value })}
      />
      <TextArea
        label="Summary"
        optional
        hint="What readers take away, in a sentence or two."
        rows={3}
        value={summary ?? ''}
        maxLength={MOST_OF_SUMMARY}
        onChange={(event) => onChange({ summary: event.target.value || null })}
      />
      {verifier && (
        <Checkbox
          label={`Name ${verifier}, who decided`}
          hint={`Else the page is signed by ${workspaceName} alone.`}
          checked={byline === 'verifier'}
          onChange={(event) => onChange({ byline: event.target.checked ? 'verifier' : 'workspace' })}
        />
      )}
    </>
  );
}

/** The content with other words: what the page will show. */
export const reworded = (
  content: FactCheckContent,
  wording: Worded,
  verifier: string | null,
): FactCheckContent => ({
  ...content,
  ...wording,
  verifier: wording.byline === 'verifier' ? verifier : null,
});

export const wordingOf = ({ headline, claimReviewed, summary, byline }: FactCheckContent): Worded => ({
  headline,
  claimReviewed,
  summary,
  byline,
});
