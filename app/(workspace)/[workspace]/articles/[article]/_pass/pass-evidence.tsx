'use client';
import { useState } from 'react';
import { v7 } from 'uuid';
import { wordOfStance } from '@/app/_marks/evidence-words';
import { Button, IconButton } from '@/app/_ui/button';
import { TextArea, TextField } from '@/app/_ui/field';
import { PlusIcon, TrashIcon } from '@/app/_ui/icons';
import type { Annotation } from '@/lib/domain/annotation';
import { STANCES } from '@/lib/domain/vocabulary';
import { PassageDialog } from '../../../_verify/passage-dialog';
import type { EvidenceDraft, Passage } from '../../../_verify/verify-draft';
import styles from '../../../_verify/verify-fields.module.css';

/** Evidence for a verdict in one's own pass: passages of other articles, and web addresses of which no copy is made. */
export function PassEvidence({
  annotation,
  workspaceSlug,
  evidence,
  onChange,
}: {
  annotation: Annotation;
  workspaceSlug: string;
  evidence: EvidenceDraft[];
  onChange: (evidence: EvidenceDraft[]) => void;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const add = (passage: Passage | null) =>
    onChange([
      ...evidence,
      { key: v7(), stance: passage?.isOwn ? 'context' : 'supports', passage, url: '', excerpt: '' },
    ]);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Evidence, if you have any</legend>
      {evidence.map((item, i) => (
        <EvidenceItem
          key={item.key}
          name={`Evidence ${i + 1}`}
          item={item}
          onChange={(patch) =>
            onChange(evidence.map((other) => (other.key === item.key ? { ...other, ...patch } : other)))
          }
          onRemove={() => onChange(evidence.filter(({ key }) => key !== item.key))}
        />
      ))}
      <div className="row">
        <Button size="small" onClick={() => setIsPicking(true)}>
          <PlusIcon /> Add a passage
        </Button>
        <Button size="small" onClick={() => add(null)}>
          <PlusIcon /> Add a web address
        </Button>
      </div>
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
  name,
  item,
  onChange,
  onRemove,
}: {
  name: string;
  item: EvidenceDraft;
  onChange: (patch: Partial<EvidenceDraft>) => void;
  onRemove: () => void;
}) {
  const { key, passage, stance, url, excerpt } = item;
  return (
    <div className={styles.evidence} role="group" aria-label={name}>
      <div className={styles.stances}>
        {STANCES.map((each) => (
          <label key={each} className={styles.stance}>
            <input
              type="radio"
              name={`stance-${key}`}
              checked={stance === each}
              onChange={() => onChange({ stance: each })}
            />
            <span>{wordOfStance(each)}</span>
          </label>
        ))}
        <IconButton label={`Remove ${name.toLowerCase()}`} size="small" onClick={onRemove}>
          <TrashIcon />
        </IconButton>
      </div>
      {passage ? (
        <figure>
          <blockquote className={styles.words}>{passage.excerpt}</blockquote>
          <figcaption className="soft small">{passage.articleTitle}</figcaption>
        </figure>
      ) : (
        <>
          <TextField
            label="Web address"
            inputMode="url"
            placeholder="https://"
            value={url}
            maxLength={2000}
            onChange={(event) => onChange({ url: event.target.value })}
          />
          <TextArea
            label="Excerpt"
            hint="The words that matter, as they stand there."
            value={excerpt}
            onChange={(event) => onChange({ excerpt: event.target.value })}
          />
        </>
      )}
    </div>
  );
}
