'use client';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { wordOfStance } from '@/app/_marks/words';
import { Button, IconButton } from '@/app/_ui/button';
import { TextArea, TextField } from '@/app/_ui/field';
import { PlusIcon, TrashIcon } from '@/app/_ui/icons';
import { STANCES } from '@/lib/domain/vocabulary';
import { PassageDialog } from './passage-dialog';
import { RelatedPassages } from './related-passages';
import styles from './verify-fields.module.css';
import type { EvidenceDraft, Passage, PlacedRefusal } from './verify-draft';

/** The evidence for a decision: pages of the web and passages of other articles. */
export function EvidenceFields({
  workspaceSlug,
  annotationId,
  ownArticleId,
  evidence,
  messageAt,
  onChange,
}: {
  workspaceSlug: string;
  annotationId: string;
  ownArticleId: string;
  evidence: EvidenceDraft[];
  messageAt: (place: PlacedRefusal['place']) => string | null;
  onChange: (evidence: EvidenceDraft[]) => void;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const id = useId();
  const error = messageAt('evidence');
  const add = (passage: Passage | null) =>
    onChange([
      ...evidence,
      { key: v7(), stance: passage?.isOwn ? 'context' : 'supports', passage, url: '', excerpt: '' },
    ]);
  const change = (key: string, patch: Partial<EvidenceDraft>) =>
    onChange(evidence.map((item) => (item.key === key ? { ...item, ...patch } : item)));
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>Evidence</legend>
      {evidence.map((item, i) => (
        <EvidenceItem
          key={item.key}
          at={i}
          item={item}
          error={messageAt(`evidence.${i}`)}
          onChange={(patch) => change(item.key, patch)}
          onRemove={() => onChange(evidence.filter(({ key }) => key !== item.key))}
        />
      ))}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="row">
        <Button size="small" data-add-evidence="" onClick={() => setIsPicking(true)}>
          <PlusIcon /> Add a passage
        </Button>
        <Button size="small" onClick={() => add(null)}>
          <PlusIcon /> Add a web page
        </Button>
      </div>
      <RelatedPassages annotationId={annotationId} onTake={add} />
      <PassageDialog
        open={isPicking}
        onOpenChange={setIsPicking}
        workspaceSlug={workspaceSlug}
        ownArticleId={ownArticleId}
        onPick={(passage) => {
          setIsPicking(false);
          add(passage);
        }}
      />
    </fieldset>
  );
}

function EvidenceItem({
  at,
  item,
  error,
  onChange,
  onRemove,
}: {
  at: number;
  item: EvidenceDraft;
  error: string | null;
  onChange: (patch: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
}) {
  const { passage } = item;
  return (
    <div className={styles.evidence} data-evidence={at} role="group" aria-label={`Evidence ${at + 1}`}>
      <div className={styles.stances}>
        {STANCES.map((stance) => (
          <label key={stance} className={styles.stance}>
            <input
              type="radio"
              name={`stance-${item.key}`}
              value={stance}
              checked={item.stance === stance}
              onChange={() => onChange({ stance })}
            />
            <span>{wordOfStance(stance)}</span>
          </label>
        ))}
        <IconButton label={`Remove evidence ${at + 1}`} size="small" onClick={onRemove}>
          <TrashIcon />
        </IconButton>
      </div>
      {passage ? (
        <figure>
          <blockquote className={styles.words}>{passage.excerpt}</blockquote>
          <figcaption className="soft small">
            {passage.articleTitle}
            {passage.publisher && ` (${passage.publisher})`}
          </figcaption>
          {error && <p className={styles.error}>{error}</p>}
        </figure>
      ) : (
        <>
          <TextField
            label="Web address"
            inputMode="url"
            placeholder="https://"
            value={item.url}
            maxLength={2000}
            error={error}
            autoFocus={item.url === '' && item.excerpt === ''}
            onChange={(event) => onChange({ url: event.target.value })}
          />
          <TextArea
            label="Excerpt"
            hint="Copy the words that matter: pages change, and no copy of the page is kept."
            value={item.excerpt}
            onChange={(event) => onChange({ excerpt: event.target.value })}
          />
        </>
      )}
    </div>
  );
}
