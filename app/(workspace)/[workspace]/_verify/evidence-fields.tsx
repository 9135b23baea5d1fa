'use client';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { meaningOfOrigin, wordOfOrigin, wordOfStance } from '@/app/_marks/evidence-words';
import { Button, IconButton } from '@/app/_ui/button';
import { PlusIcon, TrashIcon } from '@/app/_ui/icons';
import type { Annotation } from '@/lib/domain/annotation';
import type { Capture } from '@/lib/domain/capture';
import { EVIDENCE_ORIGINS, type EvidenceOrigin, STANCES } from '@/lib/domain/vocabulary';
import { CaptureFields } from './capture-fields';
import { FileButton } from './file-button';
import { PassageDialog } from './passage-dialog';
import { RelatedPassages } from './related-passages';
import { SettlingPassages } from './settling-passages';
import styles from './verify-fields.module.css';
import type { EvidenceDraft, Passage, PlacedRefusal } from './verify-draft';

/** The evidence for a decision: passages of other articles, pages of the web, and files. */
export function EvidenceFields({
  workspaceSlug,
  annotation,
  evidence,
  messageAt,
  onChange,
}: {
  workspaceSlug: string;
  annotation: Annotation;
  evidence: EvidenceDraft[];
  messageAt: (place: PlacedRefusal['place']) => string | null;
  onChange: (evidence: EvidenceDraft[]) => void;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const id = useId();
  const error = messageAt('evidence');
  const add = (passage: Passage | null, capture: Capture | null = null) =>
    onChange([
      ...evidence,
      { key: v7(), stance: passage?.isOwn ? 'context' : 'supports', passage, url: '', excerpt: '', capture },
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
          workspaceSlug={workspaceSlug}
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
        <FileButton workspaceSlug={workspaceSlug} onKept={(capture) => add(null, capture)} />
      </div>
      {annotation.kind === 'prediction' && (
        <SettlingPassages
          annotationId={annotation.id}
          workspaceSlug={workspaceSlug}
          onTake={(passage) => add(passage)}
        />
      )}
      <RelatedPassages annotationId={annotation.id} onTake={(passage) => add(passage)} />
      <PassageDialog
        open={isPicking}
        onOpenChange={setIsPicking}
        workspaceSlug={workspaceSlug}
        annotation={annotation}
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
  workspaceSlug,
  error,
  onChange,
  onRemove,
}: {
  at: number;
  item: EvidenceDraft;
  workspaceSlug: string;
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
        <CaptureFields item={item} workspaceSlug={workspaceSlug} error={error} onChange={onChange} />
      )}
      <OriginChoice
        name={`origin-${item.key}`}
        value={item.origin ?? null}
        onChange={(origin) => onChange({ origin })}
      />
    </div>
  );
}

/** Whether it is first-hand. Nobody has to say. */
function OriginChoice({
  name,
  value,
  onChange,
}: {
  name: string;
  value: EvidenceOrigin | null;
  onChange: (origin: EvidenceOrigin | null) => void;
}) {
  return (
    <div className={styles.origins} role="radiogroup" aria-label="First-hand or not">
      {[...EVIDENCE_ORIGINS, null].map((origin) => (
        <label key={origin} className={styles.stance} title={origin ? meaningOfOrigin(origin) : undefined}>
          <input type="radio" name={name} checked={value === origin} onChange={() => onChange(origin)} />
          <span>{origin ? wordOfOrigin(origin) : 'Not said'}</span>
        </label>
      ))}
    </div>
  );
}
