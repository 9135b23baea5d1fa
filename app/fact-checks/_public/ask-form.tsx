'use client';
import { useActionState } from 'react';
import { Button } from '@/app/_ui/button';
import { TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { MOST_OF_REQUEST } from '@/lib/domain/fact-check-limits';
import { type Asking, askAction } from './ask-action';
import styles from './public-page.module.css';

/** Asks the editors to correct a page. A plain form: it works without script, and keeps what was typed when refused. */
export function AskForm({
  factCheckId,
  requestId,
  publisher,
}: {
  factCheckId: string;
  requestId: string;
  publisher: string;
}) {
  const [asking, action, isBusy] = useActionState<Asking, FormData>(askAction, { state: 'blank' });
  if (asking.state === 'sent')
    return (
      <Notice tone="success" title="Sent. Thank you.">
        The editors will read it. What they correct stands on this page, with its date.
      </Notice>
    );
  return (
    <form action={action}>
      {asking.state === 'refused' && <Notice tone="error">{asking.message}</Notice>}
      <input type="hidden" name="factCheck" value={factCheckId} />
      <input type="hidden" name="id" value={requestId} />
      <TextArea
        label="What is wrong, and how do you know?"
        name="body"
        rows={6}
        required
        maxLength={MOST_OF_REQUEST}
        defaultValue={asking.body}
        key={`body ${asking.state}`}
      />
      <TextField
        label="Your e-mail address"
        optional
        hint={`Only the editors of ${publisher} see it, to ask you or to answer.`}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={320}
        defaultValue={asking.email}
        key={`email ${asking.state}`}
      />
      <div className={styles.trap} aria-hidden="true">
        <label>
          Leave this empty
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <Button type="submit" variant="primary" busy={isBusy}>
        Ask for a correction
      </Button>
    </form>
  );
}
