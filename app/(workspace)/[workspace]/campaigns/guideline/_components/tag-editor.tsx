'use client';
import { IconButton } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { TrashIcon } from '@/app/_ui/icons';
import styles from './guideline.module.css';
import type { TagFields } from './guideline-draft';

/** One tag of the list, and when to give it. */
export const TagEditor = ({
  tag: { name, meaning },
  onChange,
  onRemove,
}: {
  tag: TagFields;
  onChange: (part: Partial<TagFields>) => void;
  onRemove: () => void;
}) => (
  <div className={styles.tag}>
    <TextField
      label="Tag"
      value={name}
      maxLength={100}
      required={meaning.trim() !== ''}
      onChange={(event) => onChange({ name: event.target.value })}
    />
    <TextField
      label="When to give it"
      optional
      value={meaning}
      maxLength={500}
      onChange={(event) => onChange({ meaning: event.target.value })}
    />
    <IconButton label={`Remove the tag ${name}`} onClick={onRemove}>
      <TrashIcon />
    </IconButton>
  </div>
);
