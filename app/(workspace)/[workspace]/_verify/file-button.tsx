'use client';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { asUser, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { PlusIcon } from '@/app/_ui/icons';
import type { Capture } from '@/lib/domain/capture';
import { MOST_FILE_BYTES } from '@/lib/domain/file-limit';
import { usePerson } from '../_session/person';
import styles from './verify-fields.module.css';

/** Chooses a file that is kept as evidence. */
export function FileButton({
  workspaceSlug,
  onKept,
}: {
  workspaceSlug: string;
  onKept: (capture: Capture) => void;
}) {
  const person = usePerson();
  const input = useRef<HTMLInputElement>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (file: File) => {
    setProblem(null);
    if (file.size > MOST_FILE_BYTES)
      return setProblem(
        `The file is larger than ${MOST_FILE_BYTES / 1_000_000} MB. Keep the part that matters.`,
      );
    setIsBusy(true);
    const answer = await postJson<Capture>(
      `/api/v1/workspaces/${workspaceSlug}/captures`,
      { id: v7(), fileName: file.name, base64: await base64Of(file) },
      asUser(person.id),
    );
    setIsBusy(false);
    if (answer.ok) onKept(answer.value.value);
    else setProblem(answer.error.message);
  };
  return (
    <>
      <Button size="small" busy={isBusy} onClick={() => input.current?.click()}>
        <PlusIcon /> Add a file
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="A file as evidence"
        accept=".txt,.md,.csv,.html,.htm,.pdf,text/*,application/pdf"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was refused.
          event.target.value = '';
          if (file) void keep(file);
        }}
      />
      {problem && (
        <p role="alert" className={styles.error}>
          {problem}
        </p>
      )}
    </>
  );
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'));
    reader.readAsDataURL(file);
  });
