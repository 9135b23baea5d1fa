import { type FormEvent, useId, useState } from 'react';
import { StatusGlyph } from '@/app/_marks/status-glyph';
import { pluralOfKind, wordOfStatus } from '@/app/_marks/words';
import { meaningOfStatus } from '@/app/_marks/status-meanings';
import { Button } from '@/app/_ui/button';
import { TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import { isDecided, KINDS } from '@/lib/domain/vocabulary';
import { SearchFields } from '../../../_verify/search-fields';
import type { BulkBarProps } from './bulk-bar';
import styles from './bulk-bar.module.css';
import {
  bulkPlan,
  type BulkVerdictDraft,
  countedKinds,
  type LeftOut,
  missingWords,
  sharedStatuses,
} from './bulk-verdict';

/** The status that several annotations get, why, and which of them cannot have it. */
export function BulkStatus({
  picking,
  today,
  isUnsaved,
  isConnected,
  draft,
  onChange,
  onRecord,
  onCancel,
}: Pick<BulkBarProps, 'picking' | 'today' | 'isUnsaved' | 'isConnected'> & {
  draft: BulkVerdictDraft;
  onChange: (change: Partial<BulkVerdictDraft>) => void;
  onRecord: (ready: Annotation[]) => void;
  onCancel: () => void;
}) {
  const { chosen } = picking;
  const [isSent, setIsSent] = useState(false);
  const { ready, leftOut } = bulkPlan(chosen, draft, { today, isUnsaved });
  const missing = missingWords(draft, today);
  const shown = isSent ? missing : {};
  const { status } = draft;
  const isDecision = status !== null && isDecided(status);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsSent(true);
    if (Object.keys(missing).length === 0 && ready.length > 0) onRecord(ready);
  };
  return (
    <form aria-label="Set the status" onSubmit={submit} className={styles.form}>
      <Statuses chosen={chosen} value={status} error={shown.status} onChange={onChange} />
      {status !== null && (
        <TextArea
          label="Why"
          optional={!isDecision}
          hint={
            isDecision
              ? 'It stands with each of them: one or two sentences that somebody else can check.'
              : undefined
          }
          value={draft.rationale}
          error={shown.rationale}
          onChange={(event) => onChange({ rationale: event.target.value })}
        />
      )}
      {isDecision && (
        <>
          <SearchFields searches={draft.searches} onChange={(searches) => onChange({ searches })} />
          {shown.searches && <p className={styles.error}>{shown.searches}</p>}
        </>
      )}
      {isDecision && ready.some(({ kind }) => kind === 'prediction') && (
        <TextField
          label="The outcomes became known on"
          type="date"
          max={today}
          value={draft.outcomeKnownAt}
          error={shown.outcome}
          onChange={(event) => onChange({ outcomeKnownAt: event.target.value })}
        />
      )}
      {status !== null && (
        <p>
          {ready.length > 0
            ? `${countedKinds(ready)} will be “${wordOfStatus(status).toLowerCase()}”.`
            : 'None of those selected can get this status.'}
        </p>
      )}
      {leftOut.map((each) => (
        <LeftOutNote key={each.why} {...each} />
      ))}
      {!isConnected && (
        <Notice tone="info">
          A status needs the connection, and there seems to be none now. Tags and deleting work without it.
        </Notice>
      )}
      <div className={styles.actions}>
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          size="small"
          variant="primary"
          type="submit"
          aria-disabled={status !== null && ready.length === 0}
        >
          Set for {countedKinds(status === null ? chosen : ready)}
        </Button>
      </div>
    </form>
  );
}

function Statuses({
  chosen,
  value,
  error,
  onChange,
}: {
  chosen: readonly Annotation[];
  value: BulkVerdictDraft['status'];
  error: string | undefined;
  onChange: (change: Partial<BulkVerdictDraft>) => void;
}) {
  const id = useId();
  const isMixed = KINDS.filter((kind) => chosen.some((each) => each.kind === kind)).length > 1;
  return (
    <fieldset className={styles.statuses} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>The status of all of them</legend>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      {sharedStatuses(chosen).map(({ status, kinds }) => (
        <label key={status} title={meaningOfStatus(status)}>
          <input
            type="radio"
            name={id}
            value={status}
            checked={value === status}
            onChange={() => onChange({ status })}
          />
          <span>
            <StatusGlyph status={status} />
            {isMixed && (
              <span className={styles.kinds}>
                {' '}
                {kinds.map((kind) => pluralOfKind(kind).toLowerCase()).join(', ')}
              </span>
            )}
          </span>
        </label>
      ))}
      {chosen.some(({ kind }) => kind === 'prediction') && (
        <p className="soft small">
          That a prediction came true needs evidence of its own: record it note by note.
        </p>
      )}
    </fieldset>
  );
}

/** Why some are left out, and which. */
function LeftOutNote({ why, annotations }: LeftOut) {
  return (
    <details className={styles.leftOut}>
      <summary>
        {countedKinds(annotations)} left out: {why}
      </summary>
      <ul className={styles.list}>
        {annotations.map((annotation) => (
          <li key={annotation.id} dir="auto">
            {wordsOf(annotation)}
          </li>
        ))}
      </ul>
    </details>
  );
}
