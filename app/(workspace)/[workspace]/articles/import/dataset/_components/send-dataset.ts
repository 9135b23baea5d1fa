import { asUser } from '@/app/_forms/ask-api';
import type { ImportFormat, ImportProgress, ImportReport } from '@/lib/domain/import-report';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** How far it is: what was sent, then what was taken. */
export type SendingState =
  { step: 'sending'; done: number; of: number } | ({ step: 'taking' } & ImportProgress);

export interface Sending {
  report: Promise<Result<ImportReport, Failure>>;
  stop: () => void;
}

/** Sends files and tells how far it is. Several go as a form, one goes as it is, however large. */
export function sendDataset(
  {
    slug,
    format,
    files,
    userId,
  }: { slug: string; format: ImportFormat; files: readonly File[]; userId: string },
  onState: (state: SendingState) => void,
): Sending {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ format, name: files[0]!.name });
  request.open('POST', `/api/v1/workspaces/${slug}/imports?${query}`);
  request.setRequestHeader('accept', 'application/x-ndjson');
  for (const [name, value] of Object.entries(asUser(userId))) request.setRequestHeader(name, value);
  if (files.length === 1) request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.onprogress = ({ loaded, total }) => onState({ step: 'sending', done: loaded, of: total });
  let read = 0;
  request.onprogress = () => {
    // Whole lines only: the last one may still be coming.
    const end = request.responseText.lastIndexOf('\n');
    if (request.status !== 200 || end < read) return;
    const last = request.responseText.slice(read, end).split('\n').at(-1);
    read = end + 1;
    const progress = last ? (JSON.parse(last) as { progress?: ImportProgress }).progress : undefined;
    if (progress) onState({ step: 'taking', ...progress });
  };
  const report = new Promise<Result<ImportReport, Failure>>((resolve) => {
    request.onload = () => resolve(outcomeOf(request));
    request.onabort = () =>
      resolve(err({ code: 'stopped', message: 'Stopped. What was taken until then is there.' }));
    request.onerror = () =>
      resolve(
        err({
          code: 'unreached',
          message:
            'The server could not be reached, or the connection broke. Send the file again: what was taken is not taken twice.',
        }),
      );
  });
  request.send(files.length === 1 ? files[0]! : formOf(files));
  return { report, stop: () => request.abort() };
}

function formOf(files: readonly File[]): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  return form;
}

function outcomeOf(request: XMLHttpRequest): Result<ImportReport, Failure> {
  const last = request.responseText.trimEnd().split('\n').at(-1) ?? '';
  try {
    const answer = JSON.parse(last) as { value?: ImportReport; problem?: Problem } & Problem;
    if (request.status === 200 && answer.value) return ok(answer.value);
    const { code, detail, ...details } = answer.problem ?? answer;
    return err({ ...details, code, message: detail });
  } catch {
    return err({
      code: 'bug',
      message: 'Something went wrong on our side. Send the file again: what was taken is not taken twice.',
    });
  }
}

interface Problem {
  code: string;
  detail: string;
}
