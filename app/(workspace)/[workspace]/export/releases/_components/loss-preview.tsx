'use client';
import { useEffect, useRef, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { countOfLosses, wordOfFormat } from '@/app/_marks/export-words';
import { Button } from '@/app/_ui/button';
import type { LossCounts, LossSubject } from '@/lib/domain/loss-counts';
import type { ExportFormat } from '@/lib/domain/vocabulary';

type Known = Partial<Record<ExportFormat, LossCounts | { failure: string }>>;

/** What the formats that cannot hold everything would leave behind, counted when somebody asks. */
export function LossPreview({
  slug,
  query,
  formats,
}: {
  slug: string;
  /** The part that is asked for, as the query of an address; empty for everything. */
  query: string;
  formats: readonly ExportFormat[];
}) {
  const [known, setKnown] = useState<Known>({});
  const [isBusy, setBusy] = useState(false);
  const counting = useRef<AbortController>(null);
  // Whoever asks for another part does not wait for the figures of this one.
  useEffect(() => () => counting.current?.abort(), []);
  async function count(): Promise<void> {
    const { signal } = (counting.current = new AbortController());
    setBusy(true);
    for (const format of formats) {
      const answer = await getJson<{ counts: LossCounts }>(
        `/api/v1/workspaces/${slug}/export?format=${format}&losses=counts${query && `&${query}`}`,
        signal,
      );
      if (signal.aborted) return;
      const told = answer.ok ? answer.value.value.counts : { failure: answer.error.message };
      setKnown((before) => ({ ...before, [format]: told }));
    }
    setBusy(false);
  }
  if (formats.length === 0) return null;
  return (
    <div className="stack">
      <p className="soft">
        {formats.map(wordOfFormat).join(', ')} cannot hold everything. A report of what each leaves behind
        goes along with the release.
      </p>
      <div className="row">
        <Button size="small" busy={isBusy} onClick={() => void count()}>
          Count it now
        </Button>
      </div>
      <ul aria-live="polite">
        {formats.map((format) => {
          const told = known[format];
          return told && <li key={format}>{`${wordOfFormat(format)}: ${wordsOf(told)}.`}</li>;
        })}
      </ul>
    </div>
  );
}

function wordsOf(told: LossCounts | { failure: string }): string {
  if ('failure' in told) return told.failure.replace(/\.$/, '');
  const by = Object.entries(told.by) as [LossSubject, number][];
  return by.length === 0
    ? 'holds everything that is here'
    : by.map(([what, n]) => countOfLosses(what, n)).join(', ');
}
