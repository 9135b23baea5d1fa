'use client';
import { useEffect, useState } from 'react';
import { wordOfSourceType } from '@/app/_marks/words';
import { IconButton } from '@/app/_ui/button';
import { Combobox, type Suggestion } from '@/app/_ui/combobox';
import { Select, TextField } from '@/app/_ui/field';
import { CloseIcon } from '@/app/_ui/icons';
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
  const sources = useSources(workspaceSlug, articleId, hop.name);
  const isNew = hop.id === null && hop.name.trim() !== '';
  const pick = ({ value }: Suggestion) => {
    const source = sources.find((candidate) => candidate.id === value);
    if (source) onChange({ ...hop, id: source.id, name: source.name, type: source.type, mode: null });
  };
  return (
    <div className={styles.hop}>
      <div className={styles.hopName}>
        <Combobox
          label={isVia ? 'Via' : 'Said by'}
          value={hop.name}
          // A pick also writes its own name into the field: that is no new name.
          onChange={(name) => name !== hop.name && onChange({ ...hop, name, id: null, mode: null })}
          onPick={pick}
          options={sources.map(suggestionFrom)}
          filtered
          empty={
            isNew ? 'No source of this name yet. It is made when you save.' : 'No sources yet. Write a name.'
          }
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

/** The workspace's sources that fit the words; without a connection those that were found last. */
function useSources(workspaceSlug: string, articleId: string, words: string): RegisteredSource[] {
  const [sources, setSources] = useState<RegisteredSource[]>([]);
  useEffect(() => {
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ query: words.trim(), articleId, limit: String(SUGGESTIONS) });
      if (!words.trim()) query.delete('query');
      const answer = await fetch(`/api/v1/workspaces/${workspaceSlug}/sources?${query}`, {
        signal: aborter.signal,
      })
        .then((response) => (response.ok ? (response.json() as Promise<Page<RegisteredSource>>) : null))
        .catch(() => null);
      if (answer) setSources(answer.items);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [workspaceSlug, articleId, words]);
  return sources;
}
