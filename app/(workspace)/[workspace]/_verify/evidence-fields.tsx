'use client';
import { meaningOfOrigin, wordOfOrigin } from '@/app/_marks/evidence-words';
import type { Annotation } from '@/lib/domain/annotation';
import { EVIDENCE_ORIGINS, type EvidenceOrigin } from '@/lib/domain/vocabulary';
import { CaptureFields } from './capture-fields';
import { EvidenceList } from './evidence-list';
import { FileButton } from './file-button';
import { RelatedPassages } from './related-passages';
import { SettlingPassages } from './settling-passages';
import styles from './verify-fields.module.css';
import type { EvidenceDraft, PlacedRefusal } from './verify-draft';

/** The evidence for a decision: passages of other articles, pages of the web, and files. */
export const EvidenceFields = ({
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
}) => (
  <EvidenceList
    {...{ workspaceSlug, annotation, evidence, onChange }}
    legend="Evidence"
    errorAt={(at) => messageAt(at === undefined ? 'evidence' : `evidence.${at}`)}
    pageVerb="Add a web page"
    pageFields={(item, change, error) => (
      <CaptureFields item={item} workspaceSlug={workspaceSlug} error={error} onChange={change} />
    )}
    itemMore={({ key, origin }, change) => (
      <OriginChoice
        name={`origin-${key}`}
        value={origin ?? null}
        onChange={(chosen) => change({ origin: chosen })}
      />
    )}
    addMore={(add) => <FileButton workspaceSlug={workspaceSlug} onKept={(capture) => add(null, capture)} />}
  >
    {(add) => (
      <>
        {annotation.kind === 'prediction' && (
          <SettlingPassages annotationId={annotation.id} workspaceSlug={workspaceSlug} onTake={add} />
        )}
        <RelatedPassages annotationId={annotation.id} onTake={add} />
      </>
    )}
  </EvidenceList>
);

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
