'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { countOfLosses } from '@/app/_marks/export-words';
import { Checkbox } from '@/app/_ui/field';
import { Notice } from '@/app/_ui/notice';
import { Spinner } from '@/app/_ui/spinner';
import type { LossCounts, LossSubject } from '@/lib/domain/loss-counts';
import type { AskedText } from '@/lib/domain/licence';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import styles from '../export.module.css';

type Known =
  { state: 'looking' } | { state: 'failed'; message: string } | { state: 'known'; counts: LossCounts };

/** What the chosen format would leave behind, told before the download, and the consent that it needs. */
export function Losses({
  path,
  format,
  text,
  filter,
  onReady,
}: {
  path: string;
  format: ExportFormat;
  text: AskedText;
  /** The query of the filter that the export is narrowed to, or nothing. */
  filter: string;
  onReady: (isReady: boolean) => void;
}) {
  const [known, setKnown] = useState<Known>({ state: 'looking' });
  useEffect(() => {
    const stop = new AbortController();
    void getJson<{ counts: LossCounts }>(
      `${path}?format=${format}&losses=counts${filter && `&${filter}`}`,
      stop.signal,
    ).then((answer) => {
      if (stop.signal.aborted) return;
      if (!answer.ok) return setKnown({ state: 'failed', message: answer.error.message });
      const { counts } = answer.value.value;
      setKnown({ state: 'known', counts });
      if (counts.losses === 0) onReady(true);
    });
    return () => stop.abort();
  }, [path, format, filter, onReady]);

  if (known.state === 'looking') return <Spinner label="Looking what the format can hold" showLabel />;
  if (known.state === 'known' && known.counts.losses === 0)
    return <p className="soft">The format holds everything that is recorded here.</p>;
  return (
    <div className={styles.losses}>
      {known.state === 'failed' ? (
        <Notice tone="error" title="What the format leaves behind could not be counted">
          {known.message}
        </Notice>
      ) : (
        <Notice tone="info" title="This format cannot hold everything">
          It leaves behind, of {known.counts.annotations.toLocaleString('en')}{' '}
          {known.counts.annotations === 1 ? 'annotation' : 'annotations'}: {inWords(known.counts)}.{' '}
          <a href={`${path}?format=${format}&text=${text}&losses=only${filter && `&${filter}`}`}>
            Download the list
          </a>
        </Notice>
      )}
      <Checkbox
        name="allowLoss"
        value="true"
        label="Export all the same"
        onChange={(event) => onReady(event.currentTarget.checked)}
      />
    </div>
  );
}

const inWords = ({ by }: LossCounts): string =>
  new Intl.ListFormat('en').format(
    Object.entries(by).map(([subject, count]) => countOfLosses(subject as LossSubject, count)),
  );
