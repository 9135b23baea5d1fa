'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import { useAttempt } from '@/app/_forms/use-attempt';
import { wordOfSourceType } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Combobox } from '@/app/_ui/combobox';
import { Dialog, DialogClose } from '@/app/_ui/dialog';
import { Notice } from '@/app/_ui/notice';
import { useAnnounce } from '@/app/_ui/toast';
import type { Page } from '@/lib/domain/page';
import type { RegisteredSource } from '@/lib/domain/source';
import { usePerson } from '../../../_session/person';
import { mergeSources, unmergeSources } from '../../_components/source-acts';
import styles from './source-page.module.css';

/** Between the last key and the question to the server. */
const PAUSE_MS = 150;
const SUGGESTIONS = 12;

/** Merges this source into another one, which is looked for by any of its names. */
export function MergeDialog({
  slug,
  source,
}: {
  slug: string;
  source: Pick<RegisteredSource, 'id' | 'name' | 'type' | 'articleId' | 'annotations'>;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const person = usePerson();
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<RegisteredSource | null>(null);
  const found = useMergeTargets(slug, source, isOpen ? words : null);
  const { attempt, error, isBusy } = useAttempt(async (into: RegisteredSource) => {
    const refusal = await mergeSources(person.id, source.id, into.id);
    if (refusal) return refusal;
    setOpen(false);
    announce(`“${source.name}” was merged into “${into.name}”.`, {
      undo: async () => {
        const refused = await unmergeSources(person.id, source.id);
        if (refused) return announce(refused);
        router.push(`/${slug}/sources/${source.id}` as Route);
        router.refresh();
      },
    });
    router.push(`/${slug}/sources/${into.id}` as Route);
    router.refresh();
    return null;
  });
  const into = chosen ?? found.find(({ name }) => name === words.trim()) ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (into && !isBusy) attempt(into);
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>Merge…</Button>}
      title={`Merge “${source.name}” into another source`}
      description="The other one stands for both from then on, everywhere. Nothing is lost: you can un-merge them whenever you like."
    >
      <form onSubmit={submit} className={styles.form}>
        {error && <Notice tone="error">{error}</Notice>}
        <Combobox
          label="Merge into"
          value={words}
          onChange={(typed) => {
            setWords(typed);
            if (typed !== chosen?.name) setChosen(null);
          }}
          onPick={({ value }) => setChosen(found.find(({ id }) => id === value) ?? null)}
          options={found.map(({ id, name, type, aliases, annotations }) => ({
            value: id,
            label: name,
            secondary: [
              wordOfSourceType(type),
              aliases.length > 0 ? `also ${aliases.slice(0, 2).join(', ')}` : null,
              annotations === 1 ? '1 annotation' : `${annotations} annotations`,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          filtered
          empty="No other source has this name."
        />
        <p className="soft small">
          {into
            ? `${source.annotations === 1 ? '1 annotation' : `${source.annotations} annotations`} will show “${into.name}”. “${source.name}” is kept as a name that it was recorded under.`
            : 'Choose the source whose name stays.'}
        </p>
        <div className={styles.foot}>
          <DialogClose />
          <Button type="submit" variant="primary" busy={isBusy} disabled={!into}>
            Merge
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The other sources that fit: for one of an article its like in that article, else those that the workspace shares. */
function useMergeTargets(
  slug: string,
  { id, type, articleId }: Pick<RegisteredSource, 'id' | 'type' | 'articleId'>,
  words: string | null,
): RegisteredSource[] {
  const [found, setFound] = useState<RegisteredSource[]>([]);
  useEffect(() => {
    if (words === null) return;
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({
        limit: String(SUGGESTIONS),
        ...(words.trim() && { query: words.trim() }),
        ...(articleId && { articleId, type }),
      });
      const answer = await getJson<Page<RegisteredSource>>(
        `/api/v1/workspaces/${slug}/sources?${query}`,
        aborter.signal,
      );
      if (aborter.signal.aborted || !answer.ok) return;
      setFound(answer.value.value.items.filter((other) => other.id !== id && other.articleId === articleId));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [slug, id, type, articleId, words]);
  return found;
}
