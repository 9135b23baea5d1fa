'use client';
import { type ReactNode, useId, useState } from 'react';
import { v7 } from 'uuid';
import { wordOfStance } from '@/app/_marks/evidence-words';
import { Button, IconButton } from '@/app/_ui/button';
import { PlusIcon, TrashIcon } from '@/app/_ui/icons';
import type { Annotation } from '@/lib/domain/annotation';
import type { Capture } from '@/lib/domain/capture';
import { STANCES } from '@/lib/domain/vocabulary';
import { PassageDialog } from './passage-dialog';
import type { EvidenceDraft, Passage } from './verify-draft';
import styles from './verify-fields.module.css';

type Change = (patch: Partial<EvidenceDraft>) => void;
/** Adds a passage, a copy that was kept or, with neither, a page that is to be named. */
export type AddEvidence = (passage: Passage | null, capture?: Capture | null) => void;

/** The evidence for a verdict, piece by piece, each with how it bears on it; passages of other articles are chosen here. */
export function EvidenceList({
  legend,
  annotation,
  workspaceSlug,
  evidence,
  errorAt = () => null,
  onChange,
  pageVerb,
  pageFields,
  itemMore,
  addMore,
  children,
}: {
  legend: string;
  annotation: Annotation;
  workspaceSlug: string;
  evidence: EvidenceDraft[];
  /** What is wrong with a piece, by its number; without one with the whole. */
  errorAt?: (at?: number) => string | null;
  onChange: (evidence: EvidenceDraft[]) => void;
  /** On the button that adds a page of the web. */
  pageVerb: string;
  /** The fields of a piece that is no passage. */
  pageFields: (item: EvidenceDraft, change: Change, error: string | null) => ReactNode;
  /** Beneath each piece. */
  itemMore?: (item: EvidenceDraft, change: Change) => ReactNode;
  /** Further ways to add one: beside the buttons, and below them. */
  addMore?: (add: AddEvidence) => ReactNode;
  children?: (add: AddEvidence) => ReactNode;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const id = useId();
  const error = errorAt();
  const add: AddEvidence = (passage, capture = null) =>
    onChange([
      ...evidence,
      { key: v7(), stance: passage?.isOwn ? 'context' : 'supports', passage, url: '', excerpt: '', capture },
    ]);
  return (
    <fieldset className={styles.group} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {evidence.map((item, i) => {
        const change: Change = (patch) =>
          onChange(evidence.map((other) => (other.key === item.key ? { ...other, ...patch } : other)));
        return (
          <div
            key={item.key}
            className={styles.evidence}
            data-evidence={i}
            role="group"
            aria-label={`Evidence ${i + 1}`}
          >
            <StanceChoice
              item={item}
              name={`evidence ${i + 1}`}
              onChange={change}
              onRemove={() => onChange(evidence.filter(({ key }) => key !== item.key))}
            />
            {item.passage ? (
              <PassageItem passage={item.passage} error={errorAt(i)} />
            ) : (
              pageFields(item, change, errorAt(i))
            )}
            {itemMore?.(item, change)}
          </div>
        );
      })}
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
          <PlusIcon /> {pageVerb}
        </Button>
        {addMore?.(add)}
      </div>
      {children?.(add)}
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

const StanceChoice = ({
  item: { key, stance },
  name,
  onChange,
  onRemove,
}: {
  item: EvidenceDraft;
  name: string;
  onChange: Change;
  onRemove: () => void;
}) => (
  <div className={styles.stances}>
    {STANCES.map((each) => (
      <label key={each} className={styles.stance}>
        <input
          type="radio"
          name={`stance-${key}`}
          value={each}
          checked={stance === each}
          onChange={() => onChange({ stance: each })}
        />
        <span>{wordOfStance(each)}</span>
      </label>
    ))}
    <IconButton label={`Remove ${name}`} size="small" onClick={onRemove}>
      <TrashIcon />
    </IconButton>
  </div>
);

const PassageItem = ({ passage, error }: { passage: Passage; error: string | null }) => (
  <figure>
    <blockquote className={styles.words}>{passage.excerpt}</blockquote>
    <figcaption className="soft small">
      {passage.articleTitle}
      {passage.publisher && ` (${passage.publisher})`}
    </figcaption>
    {error && <p className={styles.error}>{error}</p>}
  </figure>
);
