'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { postJson } from '@/app/_forms/ask-api';
import { useIsReady } from '@/app/_forms/use-submission';
import { meaningOfTextMode, wordOfFormat, wordOfTextMode } from '@/app/_marks/export-words';
import { Button } from '@/app/_ui/button';
import { Checkbox, Select, TextArea, TextField } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { EXPORT_FILES } from '@/lib/domain/export-file';
import { RELEASE_FILE_NAMES } from '@/lib/domain/release-file-names';
import type { Release } from '@/lib/domain/release';
import type { AskedPart } from '@/lib/domain/release-part';
import { EXPORT_FORMATS, type ExportFormat, TEXT_MODES } from '@/lib/domain/vocabulary';
import { LossPreview } from './loss-preview';
import styles from './new-release.module.css';

const ASKED_TEXTS = ['licensed', ...TEXT_MODES] as const;

/** Asks for a release and goes to its page, where one sees it being made. */
export function ReleaseForm({
  slug,
  newest,
  asked,
  query,
  isEmpty,
}: {
  slug: string;
  newest: { name: string; version: string } | null;
  /** What part of the workspace the page's address asks for. */
  asked: AskedPart;
  /** The same as the query of an address; empty for everything. */
  query: string;
  isEmpty: boolean;
}) {
  const router = useRouter();
  const [formats, setFormats] = useState<readonly ExportFormat[]>(EXPORT_FORMATS);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const isReady = useIsReady();

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const words = (name: string): string => String(data.get(name) ?? '').trim();
    const part = (name: string): number => Number(words(name) || '0');
    setBusy(true);
    setFailure(null);
    const answer = await postJson<Release>(
      `/api/v1/workspaces/${slug}/releases`,
      {
        ...asked,
        name: words('name'),
        version: words('version'),
        notes: words('notes'),
        text: words('text'),
        licence: words('licence') || null,
        pseudonyms: data.get('pseudonyms') !== null,
        seed: part('seed'),
        formats,
        splits: { ratios: { train: part('train'), validation: part('validation'), test: part('test') } },
      },
      { prefer: 'respond-async' },
    );
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.error.message);
      return;
    }
    router.push(`/${slug}/export/releases/${answer.value.value.id}` as Route);
  }

  const toggle = (format: ExportFormat): void =>
    setFormats((chosen) =>
      EXPORT_FORMATS.filter((other) => (other === format ? !chosen.includes(other) : chosen.includes(other))),
    );

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-labelledby="new-release">
      <div className={styles.pair}>
        <TextField
          label="Name"
          hint="Of the dataset: the same for all its versions"
          name="name"
          required
          maxLength={120}
          defaultValue={newest?.name ?? ''}
        />
        <TextField
          label="Version"
          hint={newest ? `The last one is ${newest.version}` : 'Such as 1.0.0'}
          name="version"
          required
          maxLength={40}
          pattern="[0-9A-Za-z][0-9A-Za-z.+_\-]*"
          defaultValue={newest ? '' : '1.0.0'}
        />
      </div>
      <TextArea
        label="Notes"
        hint="What is to be said of this version; Markdown"
        name="notes"
        optional
        rows={3}
      />
      <Select
        label="How much text"
        name="text"
        defaultValue="licensed"
        options={ASKED_TEXTS.map((value) => ({
          value,
          label: `${wordOfTextMode(value)}: ${lowered(meaningOfTextMode(value))}`,
        }))}
      />
      <TextField
        label="Licence of the annotations"
        hint="Such as CC-BY-4.0; the articles keep their own"
        name="licence"
        maxLength={120}
        optional
      />
      <Checkbox
        label="Pseudonyms for the people who annotated and decided"
        hint="Names in free text are not changed; the dataset card lists where they stand"
        name="pseudonyms"
        defaultChecked
      />
      <details className={styles.more}>
        <summary>Splits and formats</summary>
        <div>
          <div className={styles.thirds}>
            <TextField
              label="Training"
              name="train"
              type="number"
              min={0}
              max={1000}
              defaultValue={80}
              required
            />
            <TextField
              label="Validation"
              name="validation"
              type="number"
              min={0}
              max={1000}
              defaultValue={10}
              required
            />
            <TextField label="Test" name="test" type="number" min={0} max={1000} defaultValue={10} required />
            <TextField
              label="Seed"
              name="seed"
              type="number"
              min={0}
              max={4294967295}
              defaultValue={1}
              required
            />
          </div>
          <fieldset className={styles.formats}>
            <legend>Formats</legend>
            {EXPORT_FORMATS.map((format) => (
              <Checkbox
                key={format}
                label={wordOfFormat(format)}
                hint={RELEASE_FILE_NAMES[format]}
                checked={formats.includes(format)}
                onChange={() => toggle(format)}
              />
            ))}
          </fieldset>
          <LossPreview
            key={query}
            slug={slug}
            query={query}
            formats={formats.filter((format) => EXPORT_FILES[format].canLose)}
          />
        </div>
      </details>
      {failure && (
        <Notice tone="error" title="The release was not made">
          {failure}
        </Notice>
      )}
      <div className="row">
        <Button
          type="submit"
          variant="primary"
          busy={isBusy}
          disabled={!isReady || isEmpty || formats.length === 0}
        >
          Make the release
        </Button>
      </div>
    </form>
  );
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
