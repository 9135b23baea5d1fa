'use client';
import { wordOfAttributeType } from '@/app/_marks/guideline-words';
import { pluralOfKind } from '@/app/_marks/words';
import { Button } from '@/app/_ui/button';
import { Checkbox, Select, TextArea, TextField } from '@/app/_ui/field';
import { ATTRIBUTE_TYPES, type AttributeType, KINDS } from '@/lib/domain/vocabulary';
import styles from './guideline.module.css';
import type { AttributeFields } from './guideline-draft';

/** One attribute: what it is called, of which kinds it is and what it takes. */
export function AttributeEditor({
  attribute: { key, label, kinds, type, options, ordered, required, hint },
  isFirst,
  onChange,
  onMoveUp,
  onRemove,
}: {
  attribute: AttributeFields;
  isFirst: boolean;
  onChange: (part: Partial<AttributeFields>) => void;
  onMoveUp: () => void;
  onRemove: () => void;
}) {
  const named = label.trim() || 'New attribute';
  return (
    <fieldset className={styles.item}>
      <legend dir="auto">{named}</legend>
      <div className={styles.pair}>
        <TextField
          label="Label"
          value={label}
          maxLength={80}
          required
          onChange={(event) => onChange({ label: event.target.value })}
        />
        <Select
          label="Takes"
          hint={key && 'Stays as it is: annotations may have such values.'}
          value={type}
          disabled={key !== null}
          onChange={(event) => onChange({ type: event.target.value as AttributeType })}
          options={ATTRIBUTE_TYPES.map((value) => ({ value, label: wordOfAttributeType(value) }))}
        />
      </div>
      <fieldset className={styles.kinds}>
        <legend>Of</legend>
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={pluralOfKind(kind)}
            checked={kinds.includes(kind)}
            onChange={(event) =>
              onChange({
                kinds: KINDS.filter((each) => (each === kind ? event.target.checked : kinds.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
      {type === 'choice' && (
        <>
          <TextArea
            label="Options"
            hint="One a line."
            rows={4}
            value={options}
            required
            onChange={(event) => onChange({ options: event.target.value })}
          />
          <Checkbox
            label="In order, from the least to the most"
            hint="Then agreement counts neighbouring options as nearer to each other."
            checked={ordered}
            onChange={(event) => onChange({ ordered: event.target.checked })}
          />
        </>
      )}
      <TextField
        label="Hint"
        optional
        value={hint}
        maxLength={500}
        onChange={(event) => onChange({ hint: event.target.value })}
      />
      <Checkbox
        label="Asked for"
        hint="The form says where it is missing. An annotation can be saved without it all the same."
        checked={required}
        onChange={(event) => onChange({ required: event.target.checked })}
      />
      {key && (
        <p className="soft small">
          In the data: <code>{key}</code>
        </p>
      )}
      <div className="row">
        {!isFirst && (
          <Button size="small" variant="bare" onClick={onMoveUp}>
            Move up<span className="visually-hidden"> {named}</span>
          </Button>
        )}
        <Button size="small" variant="bare" onClick={onRemove}>
          Remove<span className="visually-hidden"> {named}</span>
        </Button>
      </div>
    </fieldset>
  );
}
