import { TextArea, TextField } from '@/app/_ui/field';
import type { Annotation } from '@/lib/domain/annotation';
import { wordsOf } from '@/lib/domain/annotation-words';
import styles from './verify-fields.module.css';
import type { PlacedRefusal, VerifyDraft } from './verify-draft';

/** What only the outcome of a prediction has: when it became known, and by which measure it is judged. */
export function ResolutionFields({
  annotation,
  today,
  draft,
  messageAt,
  onChange,
}: {
  annotation: Annotation;
  today: string;
  draft: VerifyDraft;
  messageAt: (place: PlacedRefusal['place']) => string | null;
  onChange: (patch: Partial<VerifyDraft>) => void;
}) {
  const written = annotation.prediction?.criteria ?? null;
  return (
    <>
      <TextField
        label="The outcome became known on"
        type="date"
        name="outcomeKnownAt"
        value={draft.outcomeKnownAt}
        max={today}
        error={messageAt('outcome')}
        onChange={(event) => onChange({ outcomeKnownAt: event.target.value })}
      />
      {written !== null ? (
        <div className={styles.group}>
          <h3 className={styles.legend}>Judged by what was written before</h3>
          <blockquote className={styles.words}>{written}</blockquote>
          <p className="soft small">Fixed when the prediction was marked; it can’t be changed here.</p>
        </div>
      ) : (
        <TextArea
          label="Judged by"
          optional
          name="criteria"
          hint="Nothing was written before. Left empty, the prediction’s own words are the measure. Either way it will say “post hoc”: after the outcome was known."
          placeholder={wordsOf(annotation)}
          value={draft.criteria}
          error={messageAt('criteria')}
          onChange={(event) => onChange({ criteria: event.target.value })}
        />
      )}
    </>
  );
}
