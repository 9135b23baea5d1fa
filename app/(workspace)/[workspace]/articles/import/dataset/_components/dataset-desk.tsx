'use client';
import { type FormEvent, useRef, useState } from 'react';
import {
  filesOfImportFormat,
  meaningOfImportFormat,
  OFFERED_IMPORT_FORMATS,
  wordOfImportFormat,
} from '@/app/_marks/import-words';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { Field, Select } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { ImportFormat, ImportReport } from '@/lib/domain/import-report';
import type { Failure } from '@/lib/domain/result';
import { usePerson } from '../../../../_session/person';
import { DatasetReport, RefusedTable } from './dataset-report';
import styles from './dataset.module.css';
import { sendDataset, type Sending, type SendingState } from './send-dataset';

/** A file is chosen, sent, taken; then it says what was taken and what was not, and takes it back if asked. */
export function DatasetDesk({ slug, mayRestore }: { slug: string; mayRestore: boolean }) {
  const person = usePerson();
  const announce = useAnnounce();
  const isReady = useIsReady();
  const [format, setFormat] = useState<ImportFormat>('doccano');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [state, setState] = useState<SendingState | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const sending = useRef<Sending | null>(null);
  const formats = OFFERED_IMPORT_FORMATS.filter((each) => each !== 'jsonl' || mayRestore);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (state) return;
    if (files.length === 0) return setFailure({ code: 'no_file', message: 'Choose a file first.' });
    setReport(null);
    setFailure(null);
    setState({ step: 'sending', done: 0, of: 1 });
    sending.current = sendDataset({ slug, format, files, userId: person.id }, setState);
    const outcome = await sending.current.report;
    setState(null);
    if (!outcome.ok) return setFailure(outcome.error);
    setReport(outcome.value);
    announce(`The file was taken: ${outcome.value.created} annotations are new.`);
  };
  const refused = (failure?.refused ?? []) as ImportReport['refused'];
  return (
    <>
      <form method="post" className={styles.form} onSubmit={(event) => void send(event)}>
        <Select
          label="Form of the file"
          name="format"
          value={format}
          onChange={(event) => setFormat(event.target.value as ImportFormat)}
          options={formats.map((value) => ({ value, label: wordOfImportFormat(value) }))}
          hint={`${wordOfImportFormat(format)}: ${meaningOfImportFormat(format)}.`}
        />
        <Field
          label="File"
          hint="Statuses that decide are not taken: a decision is made here, with its rationale."
        >
          {(wiring) => (
            <input
              type="file"
              {...wiring}
              className={styles.file}
              accept={filesOfImportFormat(format)}
              multiple={format !== 'jsonl'}
              onChange={(event) => setFiles([...(event.target.files ?? [])])}
            />
          )}
        </Field>
        {failure && (
          <Notice tone="error" title="The file was not taken">
            {failure.message}
          </Notice>
        )}
        {state && <Progress state={state} />}
        <div className="row">
          <Button type="submit" variant="primary" busy={state !== null} disabled={!isReady}>
            Import dataset
          </Button>
          {state && <Button onClick={() => sending.current?.stop()}>Stop</Button>}
        </div>
      </form>
      {refused.length > 0 && <RefusedTable refused={refused} />}
      {report && <DatasetReport key={report.annotationIds[0]} slug={slug} report={report} />}
    </>
  );
}

function Progress({ state }: { state: SendingState }) {
  const isWhole = state.step === 'sending' && state.done === state.of;
  const words =
    state.step === 'sending'
      ? isWhole
        ? 'Sent. Reading the file.'
        : `Sending: ${Math.floor((100 * state.done) / Math.max(1, state.of))} %`
      : state.unit === 'texts'
        ? `Taking texts: ${state.done.toLocaleString('en')} of ${state.of.toLocaleString('en')}`
        : `Taking records: ${Math.floor((100 * state.done) / Math.max(1, state.of))} %`;
  return (
    <div className={styles.progress} role="status">
      <span className="figures">{words}</span>
      <progress aria-label="Progress" max={state.of} {...(!isWhole && { value: state.done })} />
    </div>
  );
}
