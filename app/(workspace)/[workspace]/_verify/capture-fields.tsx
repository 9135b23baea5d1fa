'use client';
import { type ReactNode, useState } from 'react';
import { v7 } from 'uuid';
import { asUser, getJson, postJson } from '@/app/_forms/ask-api';
import { Button } from '@/app/_ui/button';
import { dayInWords } from '@/app/_ui/dates';
import { TextArea, TextField } from '@/app/_ui/field';
import type { Capture, CaptureWithText } from '@/lib/domain/capture';
import { holdsExcerpt } from '@/lib/domain/holds-excerpt';
import { isWebAddress } from '@/lib/domain/web-address';
import { usePerson } from '../_session/person';
import { CopyWords } from './copy-words';
import type { EvidenceDraft } from './verify-draft';
import styles from './verify-fields.module.css';

/** A page of the web or a file, as evidence: where it is, the copy that was kept of it, and the words that matter. */
export function CaptureFields({
  item,
  workspaceSlug,
  error,
  onChange,
}: {
  item: EvidenceDraft;
  workspaceSlug: string;
  error: string | null;
  onChange: (patch: Partial<EvidenceDraft>) => void;
}) {
  const { capture } = item;
  const copy = useCopy(item, workspaceSlug, onChange);
  return (
    <>
      {capture?.kind === 'file' ? (
        <p>
          <b>{capture.fileName}</b>
        </p>
      ) : (
        <div className={styles.address}>
          <TextField
            label="Web address"
            inputMode="url"
            placeholder="https://"
            value={item.url}
            maxLength={2000}
            error={error}
            autoFocus={item.url === '' && item.excerpt === ''}
            // A copy of another page is none of this one.
            onChange={(event) => onChange({ url: event.target.value, capture: null })}
          />
          <Button
            busy={copy.isBusy}
            disabled={!isWebAddress(item.url.trim())}
            onClick={() => void copy.fetchPage()}
          >
            Fetch<span className="visually-hidden"> the page</span>
          </Button>
        </div>
      )}
      {capture?.kind === 'file' && error && <p className={styles.error}>{error}</p>}
      <div role="status" className="small">
        {copy.problem ? (
          <p>{copy.problem} You can record the words all the same.</p>
        ) : (
          capture && <Kept capture={capture} />
        )}
      </div>
      {copy.words !== null && (
        <details className={styles.read} open={item.excerpt === ''}>
          <summary>Read the copy, and take the words from it</summary>
          <CopyWords text={copy.words} excerpt={item.excerpt} onTake={(excerpt) => onChange({ excerpt })} />
        </details>
      )}
      {capture?.state === 'stored' && copy.words === null && capture.copy?.textSha256 && (
        <div>
          <Button size="small" busy={copy.isBusy} onClick={() => void copy.readAgain()}>
            Read the copy
          </Button>
        </div>
      )}
      <TextArea
        label="Excerpt"
        hint="The words that matter, as they stand there: pages change."
        value={item.excerpt}
        onChange={(event) => onChange({ excerpt: event.target.value })}
      />
      {copy.words !== null && item.excerpt.trim() && (
        <p role="status" className="small">
          {holdsExcerpt(copy.words, item.excerpt)
            ? 'The excerpt stands in the copy.'
            : 'These words do not stand in the copy. Check them.'}
        </p>
      )}
    </>
  );
}

/** What was kept, in a sentence. */
function Kept({ capture }: { capture: Capture }): ReactNode {
  const { copy } = capture;
  if (!copy) return null;
  const title = copy.title && <b>“{copy.title}”</b>;
  const day = copy.publishedAt && `of ${dayInWords(copy.publishedAt)}`;
  return (
    <p>
      {title} {day} {title || day ? '· ' : ''}
      {capture.kind === 'file' ? 'The file is kept.' : 'A copy of its text is kept.'}
      {!copy.textSha256 && ' No text could be read from it: write down the words that matter.'}
    </p>
  );
}

function useCopy(
  { url, capture }: EvidenceDraft,
  workspaceSlug: string,
  onChange: (patch: Partial<EvidenceDraft>) => void,
) {
  const person = usePerson();
  const [read, setRead] = useState<{ id: string; text: string | null } | null>(null);
  const [problem, setProblem] = useState<{ url: string; words: string } | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const take = async (asked: ReturnType<typeof getJson<CaptureWithText>>, address: string) => {
    setIsBusy(true);
    setProblem(null);
    const answer = await asked;
    setIsBusy(false);
    if (!answer.ok) return setProblem({ url: address, words: answer.error.message });
    const { text, ...kept } = answer.value.value;
    if (kept.state !== 'stored')
      return setProblem({ url: address, words: kept.failure ?? 'The page could not be fetched.' });
    setRead({ id: kept.id, text });
    onChange({ capture: kept });
  };
  return {
    isBusy,
    words: read && read.id === capture?.id ? read.text : null,
    problem: problem?.url === url ? problem.words : null,
    fetchPage: () =>
      take(
        postJson<CaptureWithText>(
          `/api/v1/workspaces/${workspaceSlug}/captures`,
          { id: v7(), url: url.trim() },
          asUser(person.id),
        ),
        url,
      ),
    readAgain: () => take(getJson<CaptureWithText>(`/api/v1/captures/${capture!.id}`), url),
  };
}
