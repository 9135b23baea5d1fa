'use client';
import { type DragEvent, type RefObject, useRef, useState } from 'react';
import { useIsReady } from '@/app/_forms/use-submission';
import { Button } from '@/app/_ui/button';
import { classNames } from '@/app/_ui/class-names';
import { controlClass, Field, TextField } from '@/app/_ui/field';
import type { Failure } from '@/lib/domain/result';
import { textFromFile, tooLongToPaste } from './text-file';
import styles from './text-step.module.css';

/** What was put in: the text as it came, and where it was found. */
export interface PastedText {
  raw: string;
  url: string | null;
}

/** Where a text is pasted, dropped or chosen. The field is not controlled: a long text would make typing slow. */
export function TextStep({
  textRef,
  refusal,
  isBusy,
  onRead,
  onChange,
}: {
  textRef: RefObject<HTMLTextAreaElement | null>;
  refusal: Failure | null;
  isBusy: boolean;
  onRead: (pasted: PastedText) => void;
  /** Something was changed after it was refused. */
  onChange: () => void;
}) {
  const [inputRefusal, setInputRefusal] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  const [url, setUrl] = useState('');
  const isReady = useIsReady();
  const chooser = useRef<HTMLInputElement>(null);
  // A text field turns CRLF into LF; the file's own line ends are kept beside what it shows.
  const file = useRef<{ shown: string; raw: string } | null>(null);

  // Whoever presses the button while a file is still being read means that file.
  const taking = useRef(Promise.resolve());

  const take = (chosen: File | undefined) => {
    if (chosen) taking.current = takeFile(chosen);
  };
  const takeFile = async (chosen: File): Promise<void> => {
    const text = await textFromFile(chosen);
    setInputRefusal(text.ok ? null : text.error.message);
    if (!text.ok || !textRef.current) return;
    textRef.current.value = text.value;
    file.current = { shown: textRef.current.value, raw: text.value };
    onChange();
  };
  const drop = (event: DragEvent) => {
    setIsOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const isUrlRefused = refusal?.code === 'invalid_input' && refusal.message.startsWith('url');
  const textError = inputRefusal ?? (isUrlRefused ? null : refusal?.message);
  return (
    <form
      method="post"
      className={styles.form}
      onSubmit={async (event) => {
        event.preventDefault();
        await taking.current;
        const shown = textRef.current?.value ?? '';
        const raw = file.current?.shown === shown ? file.current.raw : shown;
        setInputRefusal(null);
        if (!isBusy) onRead({ raw, url: url.trim() || null });
      }}
    >
      <Field
        label="Text of the article"
        hint="Copy everything from the page, menus and all, or drop a .txt file here."
        error={textError}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            ref={textRef}
            name="raw"
            spellCheck={false}
            autoComplete="off"
            className={classNames(controlClass, styles.text, isOver && styles.over)}
            onChange={() => {
              setInputRefusal(null);
              onChange();
            }}
            onPaste={(event) => {
              const tooLong = tooLongToPaste(event.clipboardData.getData('text/plain'));
              if (!tooLong) return;
              event.preventDefault();
              setInputRefusal(tooLong);
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes('Files')) return;
              event.preventDefault();
              setIsOver(true);
            }}
            onDragLeave={() => setIsOver(false)}
            onDrop={drop}
          />
        )}
      </Field>
      <div>
        <Button size="small" onClick={() => chooser.current?.click()}>
          Choose a .txt file
        </Button>
        <input
          ref={chooser}
          type="file"
          accept=".txt,text/plain"
          hidden
          aria-label="Text file"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      <TextField
        label="Web address"
        optional
        type="text"
        inputMode="url"
        name="url"
        value={url}
        maxLength={2000}
        placeholder="https://"
        hint="Where the article was found. It is noted, not fetched."
        error={isUrlRefused ? 'Use an address that begins with https:// or http://.' : null}
        onChange={(event) => {
          setUrl(event.target.value);
          onChange();
        }}
      />
      <div>
        <Button type="submit" variant="primary" busy={isBusy} disabled={!isReady}>
          Read the text
        </Button>
      </div>
    </form>
  );
}
