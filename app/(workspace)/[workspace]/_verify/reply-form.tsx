'use client';
import { useState } from 'react';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { useAttemptId } from '@/app/_forms/sent-attempt';
import { Button } from '@/app/_ui/button';
import { Checkbox, TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import type { ReplyRequest } from '@/lib/domain/reply';
import { usePerson } from '../_session/person';
import styles from './reply-log.module.css';

/** Logs that somebody was asked or, of a request, what came back. It stands among other forms: it is none itself. */
export function ReplyForm({
  annotationId,
  requestId,
  today,
  onLogged,
  onCancel,
}: {
  annotationId: string;
  requestId: string | null;
  today: string;
  onLogged: (request: ReplyRequest) => void;
  onCancel: () => void;
}) {
  const person = usePerson();
  const [entry, setEntry] = useState({
    name: '',
    way: 'e-mail',
    day: today,
    deadline: '',
    words: '',
    isNone: false,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const idFor = useAttemptId();
  const set = (patch: Partial<typeof entry>) => setEntry({ ...entry, ...patch });

  const log = async () => {
    const missing = missingIn(entry, requestId);
    setProblem(missing);
    if (missing || isBusy) return;
    setIsBusy(true);
    const body = bodyFrom(entry, requestId);
    const answer = await postJson<ReplyRequest>(
      `/api/v1/annotations/${annotationId}/replies`,
      { id: idFor(body), ...body },
      asUser(person.id),
    );
    setIsBusy(false);
    if (answer.ok) return onLogged(answer.value.value);
    setProblem(answer.error.message);
  };
  return (
    <div
      role="group"
      aria-label={requestId ? 'What came back' : 'Request for a reply'}
      className={styles.form}
    >
      {!requestId && (
        <>
          <TextField
            label="Who was asked"
            autoFocus
            maxLength={300}
            value={entry.name}
            onChange={(event) => set({ name: event.target.value })}
          />
          <TextField
            label="How"
            maxLength={300}
            value={entry.way}
            onChange={(event) => set({ way: event.target.value })}
          />
        </>
      )}
      <div className={styles.days}>
        <TextField
          label={requestId ? 'On' : 'Asked on'}
          type="date"
          max={today}
          value={entry.day}
          onChange={(event) => set({ day: event.target.value })}
        />
        {!requestId && (
          <TextField
            label="Answer due"
            optional
            type="date"
            value={entry.deadline}
            onChange={(event) => set({ deadline: event.target.value })}
          />
        )}
      </div>
      {requestId && (
        <Checkbox
          label="Nothing came back"
          checked={entry.isNone}
          onChange={(event) => set({ isNone: event.target.checked })}
        />
      )}
      <TextArea
        label={requestId ? (entry.isNone ? 'Remark' : 'Their answer, in their words') : 'What was asked'}
        optional={!requestId || entry.isNone}
        value={entry.words}
        onChange={(event) => set({ words: event.target.value })}
      />
      {problem && <Notice tone="error">{problem}</Notice>}
      <div className="row">
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" busy={isBusy} onClick={() => void log()}>
          Add to the log
        </Button>
      </div>
    </div>
  );
}

interface Entry {
  name: string;
  way: string;
  day: string;
  deadline: string;
  words: string;
  isNone: boolean;
}

function missingIn({ name, way, words, isNone }: Entry, requestId: string | null): string | null {
  if (!requestId && !name.trim()) return 'Say who was asked.';
  if (!requestId && !way.trim()) return 'Say how: by e-mail, by telephone, …';
  return requestId && !isNone && !words.trim()
    ? 'Write down the answer, or say that nothing came back.'
    : null;
}

function bodyFrom({ name, way, day, deadline, words, isNone }: Entry, requestId: string | null) {
  const said = { day: day || null, words: words.trim() || null };
  return requestId
    ? { kind: isNone ? 'no_answer' : 'answer', requestId, ...said }
    : { kind: 'request', name: name.trim(), way: way.trim(), deadline: deadline || null, ...said };
}
