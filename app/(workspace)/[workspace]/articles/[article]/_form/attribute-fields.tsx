'use client';
import { useEffect, useEffectEvent } from 'react';
import { Select, TextArea, TextField } from '@/app/_ui/field';
import type { AttributeChange, AttributeDefinition, Attributes } from '@/lib/domain/annotation-attributes';
import { useGuideline } from '../../../_guideline/use-guideline';
import { type FormDraft, tagsFrom } from './form-draft';
import styles from './attribute-fields.module.css';

/**
 * What the workspace's guideline asks of an annotation of this kind beside the fields of the product, and the tags that it
 * offers. Values that no version in force knows any more stay as they are, and are not shown here.
 */
export function AttributeFields({
  workspaceSlug,
  articleId,
  draft,
  held,
  onChange,
}: {
  workspaceSlug: string;
  articleId: string;
  draft: FormDraft;
  /** The values that the form was opened with. */
  held: Attributes;
  onChange: (change: Partial<FormDraft>) => void;
}) {
  const { guideline, failure } = useGuideline({ workspaceSlug, articleId });
  const definitions = guideline?.attributes;
  const dropForeign = useEffectEvent(() => {
    const kept = ofKind(draft.attributes, draft.kind, definitions ?? []);
    if (Object.keys(kept).length < Object.keys(draft.attributes).length) onChange({ attributes: kept });
  });
  // What was typed for one kind is no value of another.
  useEffect(() => dropForeign(), [draft.kind, definitions]);
  if (failure)
    return (
      <p className="small soft" role="status">
        The fields of your guideline could not be loaded. What was filled in before stays as it is.
      </p>
    );
  if (!guideline) return null;
  const set = (key: string, value: string | number | null) =>
    onChange({ attributes: { ...draft.attributes, [key]: value } });
  const valueOf = (key: string) => (key in draft.attributes ? draft.attributes[key]! : (held[key] ?? null));
  return (
    <>
      {guideline.attributes
        .filter(({ kinds }) => kinds.includes(draft.kind))
        .map((definition) => (
          <AttributeField
            key={definition.key}
            definition={definition}
            value={valueOf(definition.key)}
            onChange={(value) => set(definition.key, value)}
          />
        ))}
      <OfferedTags
        offered={guideline.tags}
        isOnly={!guideline.freeTags}
        words={draft.tags}
        onChange={(tags) => onChange({ tags })}
      />
    </>
  );
}

const ofKind = (
  change: AttributeChange,
  kind: FormDraft['kind'],
  definitions: readonly AttributeDefinition[],
): AttributeChange =>
  Object.fromEntries(
    Object.entries(change).filter(
      ([key]) => definitions.find((each) => each.key === key)?.kinds.includes(kind) ?? true,
    ),
  );

function AttributeField({
  definition: { label, type, options, required, hint },
  value,
  onChange,
}: {
  definition: AttributeDefinition;
  value: string | number | null;
  onChange: (value: string | number | null) => void;
}) {
  const words = {
    label: <span dir="auto">{label}</span>,
    // What is asked for and not known yet is no reason to keep the rest from being saved.
    hint: [hint, required && value === null && 'Asked for.'].filter(Boolean).join(' ') || undefined,
    value: value ?? '',
    optional: !required,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || null),
  };
  if (type === 'choice')
    return (
      <Select
        {...words}
        optional={false}
        options={[
          { value: '', label: required ? 'Still to be decided' : 'Not decided' },
          ...withHeld(options, value).map((option) => ({ value: option, label: option })),
        ]}
      />
    );
  if (type === 'number')
    return (
      <TextField
        {...words}
        type="number"
        inputMode="decimal"
        step="any"
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      />
    );
  if (type === 'date') return <TextField {...words} type="date" />;
  return <TextArea {...words} rows={2} maxLength={2_000} />;
}

/** An option that a later version has dropped is still the value of this one. */
const withHeld = (options: readonly string[], value: string | number | null): readonly string[] =>
  typeof value === 'string' && !options.includes(value) ? [...options, value] : options;

/** The tags of the list, to be given and taken away by a press; all of them stand in the field of tags as words. */
function OfferedTags({
  offered,
  isOnly,
  words,
  onChange,
}: {
  offered: readonly { name: string; meaning: string | null }[];
  /** Whether there are no others. */
  isOnly: boolean;
  words: string;
  onChange: (words: string) => void;
}) {
  if (offered.length === 0) return null;
  const tags = tagsFrom(words);
  const toggle = (name: string) =>
    onChange((tags.includes(name) ? tags.filter((tag) => tag !== name) : [...tags, name]).join(', '));
  return (
    <fieldset className={styles.tags}>
      <legend>{isOnly ? 'Tags (these alone)' : 'Tags of the guideline'}</legend>
      {offered.map(({ name, meaning }) => (
        <button
          key={name}
          type="button"
          className={styles.tag}
          aria-pressed={tags.includes(name)}
          title={meaning ?? undefined}
          onClick={() => toggle(name)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
