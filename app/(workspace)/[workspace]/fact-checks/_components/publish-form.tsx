'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { v7 } from 'uuid';
import { FactCheckArticle } from '@/app/_fact-check/fact-check-article';
import { useAttempt } from '@/app/_forms/use-attempt';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { TextArea } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import { MOST_OF_REASON } from '@/lib/domain/fact-check-limits';
import { publish } from '../actions';
import styles from './fact-checks.module.css';
import { reworded, WordingFields, wordingOf } from './wording-fields';

/** Publishes a decision. Beside the words that can still be chosen stands the whole page as readers will see it. */
export function PublishForm({
  slug,
  workspaceName,
  annotationId,
  verificationId,
  content,
  verifier,
  isAgain,
}: {
  slug: string;
  workspaceName: string;
  annotationId: string;
  verificationId: string;
  content: FactCheckContent;
  verifier: string | null;
  /** It was published before and taken off. */
  isAgain: boolean;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [id] = useState(() => v7());
  const [wording, setWording] = useState(wordingOf(content));
  const [note, setNote] = useState('');
  const { attempt, error, isBusy } = useAttempt(async () => {
    const body = { id, annotationId, verificationId, ...wording, ...(isAgain && { note }) };
    const published = await publish(slug, body);
    if (!published.ok) return published.error.message;
    announce('Published. Everybody can read it now.');
    router.push(`/${slug}/fact-checks/${published.value.id}` as Route);
    return null;
  });
  return (
    <div className={styles.columns}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) attempt();
        }}
      >
        {error && <Notice tone="error">{error}</Notice>}
        <WordingFields
          wording={wording}
          onChange={(change) => setWording({ ...wording, ...change })}
          verifier={verifier}
          workspaceName={workspaceName}
        />
        {isAgain && (
          <TextArea
            label="Why it is published again"
            optional
            hint="Readers see it, with its date."
            rows={2}
            value={note}
            maxLength={MOST_OF_REASON}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
          Publish
        </Button>
        <p className="soft small">
          Everybody will be able to read it, search engines too. It can be corrected and unpublished later;
          what was public is kept.
        </p>
      </form>
      <section className={styles.preview} aria-label="What readers will see">
        <p className={styles.previewLabel}>What readers will see</p>
        <FactCheckArticle
          level={2}
          content={reworded(content, wording, verifier)}
          dateline={<PreviewDateline wording={wording} verifier={verifier} name={workspaceName} />}
        />
      </section>
    </div>
  );
}

const PreviewDateline = ({
  wording,
  verifier,
  name,
}: {
  wording: { byline: string };
  verifier: string | null;
  name: string;
}) => (
  <>{wording.byline === 'verifier' && verifier ? `Checked by ${verifier} for ${name}.` : `By ${name}.`}</>
);
