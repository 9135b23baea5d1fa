'use client';
import { useEffect, useRef, useState } from 'react';
import { wordOfSourceType } from '@/app/_marks/words';
import { IconButton } from '@/app/_ui/button';
import { Combobox, type Suggestion } from '@/app/_ui/combobox';
import { Select, TextField } from '@/app/_ui/field';
import { CloseIcon } from '@/app/_ui/icons';
import { foldedName } from '@/lib/domain/folded-name';
import type { Page } from '@/lib/domain/page';
import type { RegisteredSource } from '@/lib/domain/source';
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/vocabulary';
import styles from './annotation-form.module.css';
import type { HopFields } from './form-draft';

/** Between the last key and the question to the server. */
const PAUSE_MS = 120;
const SUGGESTIONS = 12;

/** One hop of an attribution: who, of what sort, and with which words. */
export function SourceField({
  hop,
  isVia,
  workspaceSlug,
  articleId,
  onChange,
  onRemove,
}: {
  hop: HopFields;
  isVia: boolean;
  workspaceSlug: string;
  articleId: string;
  onChange: (hop: HopFields) => void;
  onRemove: (() => void) | null;
}) {
  const { sources, isLooking } = useSources(workspaceSlug, articleId, hop.name);
  const isNew = hop.id === null && hop.name.trim() !== '';
  const pickedRef = useRef<RegisteredSource | null>(null);
  const pick = ({ value }: Suggestion) => {
    const source = sources.find((candidate) => candidate.id === value);
    if (!source) return;
    pickedRef.current = source;
    onChange({ ...hop, ...referenceOf(source), mode: null });
  };
  const write = (name: string) => {
    if (name === hop.name) return;
    // A pick also writes its own name into the field, before or after it is told: that is no new name.
    const picked = pickedRef.current?.name === name ? pickedRef.current : null;
    onChange({ ...hop, id: null, name, mode: null, ...(picked && referenceOf(picked)) });
  };
  return (
    <div className={styles.hop}>
      <div className={styles.hopName}>
        <Combobox
          label={isVia ? 'Via' : 'Said by'}
          value={hop.name}
          onChange={write}
          onPick={pick}
          options={sources.map(suggestionFrom)}
          filtered
          empty={emptyWords(isLooking, isNew)}
        />
        {onRemove && (
          <IconButton
            size="small"
            label={isVia ? 'Remove this via' : 'Remove this source'}
            onClick={onRemove}
          >
            <CloseIcon />
          </IconButton>
        )}
      </div>
      {isNew && (
        <Select
          label="What it is"
          value={hop.type}
          options={SOURCE_TYPES.map((type) => ({ value: type, label: wordOfSourceType(type) }))}
          onChange={(event) => onChange({ ...hop, type: event.target.value as SourceType, mode: null })}
        />
      )}
      <TextField
        label="Cue"
        optional
        placeholder={isVia ? 'reported, according to' : 'said, told, in the words of'}
        value={hop.cue}
        maxLength={300}
        onChange={(event) => onChange({ ...hop, cue: event.target.value })}
      />
    </div>
  );
}

const referenceOf = ({ id, name, type }: RegisteredSource) => ({ id, name, type });

const emptyWords = (isLooking: boolean, isNew: boolean): string =>
  isLooking
    ? 'Looking…'
    : isNew
      ? 'No source of this name yet. It is made when you save.'
      : 'No sources yet. Write a name.';

const suggestionFrom = ({ id, name, type, aliases, annotations }: RegisteredSource): Suggestion => ({
  value: id,
  label: name,
  secondary: [
    wordOfSourceType(type),
    aliases.length ? `also ${aliases.slice(0, 2).join(', ')}` : null,
    annotations === 1 ? '1 annotation' : `${annotations} annotations`,
  ]
    .filter(Boolean)
    .join(' · '),
});

/** The workspace's sources that fit the words; without a connection those of the ones found last that still fit. */
function useSources(workspaceSlug: string, articleId: string, name: string) {
  const [found, setFound] = useState<{ sources: RegisteredSource[]; words: string | null }>({
    sources: [],
    words: null,
  });
  const words = name.trim();
  useEffect(() => {
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({
        articleId,
        limit: String(SUGGESTIONS),
        ...(words && { query: words }),
      });
      const answer = await fetch(`/api/v1/workspaces/${workspaceSlug}/sources?${query}`, {
        signal: aborter.signal,
      })
        .then((response) => (response.ok ? (response.json() as Promise<Page<RegisteredSource>>) : null))
        .catch(() => null);
      if (!aborter.signal.aborted) setFound((was) => ({ sources: answer?.items ?? was.sources, words }));
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [workspaceSlug, articleId, words]);
  // Until the answer is there the list holds what fitted before: only what still fits may be picked.
  return { sources: found.sources.filter((source) => fits(source, words)), isLooking: found.words !== words };
}

const fits = ({ name, aliases }: RegisteredSource, words: string): boolean =>
  [name, ...aliases].some((each) => foldedName(each).includes(foldedName(words)));
