'use client';
import { useRouter } from 'next/navigation';
import { sendJson } from '@/app/_forms/ask-api';
import { useSubmission } from '@/app/_forms/use-submission';
import { pluralOfKind } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Checkbox } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import { type Kind, KINDS } from '@/lib/domain/vocabulary';
import styles from './declare-form.module.css';

/** Declares for which kinds one has annotated the text in full, and takes it back. */
export function DeclareForm({
  articleId,
  revisionId,
  declared,
}: {
  articleId: string;
  revisionId: string;
  /** What one has declared and not taken back. */
  declared: readonly Kind[];
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const save = async (kinds: readonly string[], words: string, undo?: () => void): Promise<string | null> => {
    const answer = await sendJson('PUT', `/api/v1/articles/${articleId}/full-annotations/mine`, {
      revisionId,
      kinds,
    });
    if (!answer.ok) return answer.error.message;
    announce(words, undo && { undo });
    router.refresh();
    return null;
  };
  const takeBack = async () => {
    const refusal = await save(declared, 'It is as it was before.');
    if (refusal) announce(refusal);
  };
  const { onSubmit, error, isBusy, isReady } = useSubmission((form) =>
    save(form.getAll('kind').map(String), 'What you declared was saved.', () => void takeBack()),
  );
  return (
    <form method="post" onSubmit={onSubmit} className={styles.form}>
      {error && <Notice tone="error">{error}</Notice>}
      <fieldset className={styles.group}>
        <legend>I have marked all</legend>
        <div className="row">
          {KINDS.map((kind) => (
            <Checkbox
              key={kind}
              name="kind"
              value={kind}
              label={pluralOfKind(kind)}
              defaultChecked={declared.includes(kind)}
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
          Save
        </Button>
      </div>
    </form>
  );
}
