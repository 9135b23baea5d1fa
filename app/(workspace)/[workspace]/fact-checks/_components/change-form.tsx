'use client';
import { useState } from 'react';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { FactCheck, FactCheckDraft } from '@/lib/domain/fact-check';
import { MOST_OF_REASON } from '@/lib/domain/fact-check-limits';
import { correct, edit } from '../actions';
import styles from './fact-checks.module.css';
import { type Worded, WordingFields, wordingOf } from './wording-fields';

/**
 * Changes a public page. With a reason it is a correction, which readers see with its date; what changes the claim or the
 * verdict always needs one.
 */
export function ChangeForm({
  slug,
  workspaceName,
  factCheck,
  draft,
}: {
  slug: string;
  workspaceName: string;
  factCheck: FactCheck;
  draft: Pick<FactCheckDraft, 'verificationId' | 'verifier' | 'correctionReason'>;
}) {
  const announce = useAnnounce();
  const isReady = useIsReady();
  const { id, version, content, standing, verificationId } = factCheck;
  const held = wordingOf(content);
  const [wording, setWording] = useState(held);
  const isNew = standing === 'decided_anew' && draft.verificationId !== null;
  const [takesNew, setTakesNew] = useState(isNew);
  const [reason, setReason] = useState(isNew ? (draft.correctionReason ?? '') : '');
  const changed = changedFields(held, wording);
  const needsReason = takesNew || 'claimReviewed' in changed;
  const { attempt, error, isBusy } = useAttempt(async () => {
    const isCorrection = needsReason || reason.trim() !== '';
    const decision = takesNew ? draft.verificationId : isCurrent(draft, verificationId);
    const outcome = isCorrection
      ? await correct(slug, id, version, {
          ...changed,
          reason,
          ...(decision && { verificationId: decision }),
        })
      : await edit(slug, id, version, changed);
    if (!outcome.ok) return outcome.error.message;
    announce(isCorrection ? 'Corrected. Readers see the reason and the date.' : 'The wording was changed.');
    setReason('');
    return null;
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) attempt();
      }}
    >
      {error && <Notice tone="error">{error}</Notice>}
      {isNew && (
        <Checkbox
          label="Publish the new decision"
          hint="Its verdict, reason and evidence take the place of those on the page."
          checked={takesNew}
          onChange={(event) => setTakesNew(event.target.checked)}
        />
      )}
      <WordingFields
        wording={wording}
        onChange={(change) => setWording({ ...wording, ...change })}
        verifier={draft.verifier}
        workspaceName={workspaceName}
      />
      <TextArea
        label="What was wrong"
        optional={!needsReason}
        required={needsReason}
        hint="Readers see it on the page, with its date. Leave it empty only for a slip of the pen."
        rows={3}
        value={reason}
        maxLength={MOST_OF_REASON}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
        {needsReason || reason.trim() !== '' ? 'Publish the correction' : 'Change the wording'}
      </Button>
    </form>
  );
}

/** The published decision while it is in force: with it, what was added to it since (replies, copies) goes out too. */
const isCurrent = (draft: Pick<FactCheckDraft, 'verificationId'>, published: string): string | null =>
  draft.verificationId === published ? published : null;

function changedFields(held: Worded, wording: Worded): Partial<Worded> {
  const fields = Object.keys(held) as (keyof Worded)[];
  return Object.fromEntries(
    fields.filter((field) => held[field] !== wording[field]).map((field) => [field, wording[field]]),
  );
}
