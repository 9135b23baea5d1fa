import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { Select, TextField } from '@/app/_ui/field';
import type { Annotation } from '@/lib/domain/annotation';
import type { BulkBarProps } from './bulk-bar';
import styles from './bulk-bar.module.css';
import { countedKinds } from './bulk-verdict';
import { tagsFrom } from '../_form/form-draft';

interface TagProps extends Pick<BulkBarProps, 'picking' | 'annotations' | 'store' | 'actions'> {
  onCancel: () => void;
  onDone: () => void;
}

/** The limits of a request. */
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

/** Gives tags to several annotations. */
export function BulkAddTag({ picking, annotations, store, actions, onCancel, onDone }: TagProps) {
  const { chosen } = picking;
  const [words, setWords] = useState('');
  const listId = useId();
  const known = useMemo(() => tagCounts(annotations), [annotations]);
  const tags = tagsFrom(words);
  const tooLong = tags.some((tag) => tag.length > LONGEST_TAG);
  const without = chosen.filter((each) => tags.some((tag) => !each.tags.includes(tag)));
  const fresh = without.filter((each) => new Set([...each.tags, ...tags]).size <= MOST_TAGS);
  const full = without.length - fresh.length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (tags.length === 0 || tooLong || fresh.length === 0) return;
    const add = () =>
      fresh.forEach((each) => store.revise(each.id, { tags: [...new Set([...each.tags, ...tags])] }));
    if (actions.together(`${countedKinds(fresh)} tagged ${quoted(tags)}.`, add)) onDone();
  };
  return (
    <form aria-label="Add a tag" onSubmit={submit} className={styles.form}>
      <TextField
        label="Tag"
        hint="Several with commas between."
        list={listId}
        autoComplete="off"
        value={words}
        error={tooLong ? `A tag has at most ${LONGEST_TAG} letters.` : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      <datalist id={listId}>
        {[...known.keys()].map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      {tags.length > 0 && (
        <p className="small">
          {without.length < chosen.length &&
            `${chosen.length - without.length} of ${chosen.length} have it already. `}
          {full > 0 && `${full} cannot have more than ${MOST_TAGS} tags and stay as they are.`}
        </p>
      )}
      <Actions
        verb={`Add to ${countedKinds(tags.length > 0 ? fresh : chosen)}`}
        isReady={tags.length > 0 && !tooLong && fresh.length > 0}
        onCancel={onCancel}
      />
    </form>
  );
}

/** Takes a tag from several annotations. */
export function BulkRemoveTag({ picking, store, actions, onCancel, onDone }: TagProps) {
  const { chosen } = picking;
  const counts = useMemo(() => tagCounts(chosen), [chosen]);
  const [picked, setPicked] = useState<string | null>(null);
  const tag = picked !== null && counts.has(picked) ? picked : [...counts.keys()][0];
  if (tag === undefined)
    return (
      <>
        <p>None of them has a tag.</p>
        <div className={styles.actions}>
          <Button size="small" data-confirm="" onClick={onCancel}>
            Close
          </Button>
        </div>
      </>
    );
  const tagged = chosen.filter(({ tags }) => tags.includes(tag));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const remove = () =>
      tagged.forEach(({ id, tags }) => store.revise(id, { tags: tags.filter((other) => other !== tag) }));
    if (actions.together(`${quoted([tag])} removed from ${countedKinds(tagged)}.`, remove)) onDone();
  };
  return (
    <form aria-label="Remove a tag" onSubmit={submit} className={styles.form}>
      <Select
        label="Tag"
        value={tag}
        options={[...counts].map(([value, count]) => ({ value, label: `${value} (${count})` }))}
        onChange={(event) => setPicked(event.target.value)}
      />
      <Actions verb={`Remove from ${countedKinds(tagged)}`} isReady onCancel={onCancel} />
    </form>
  );
}

function Actions({ verb, isReady, onCancel }: { verb: string; isReady: boolean; onCancel: () => void }) {
  return (
    <div className={styles.actions}>
      <Button size="small" onClick={onCancel}>
        Cancel
      </Button>
      <Button size="small" variant="primary" type="submit" aria-disabled={!isReady}>
        {verb}
      </Button>
    </div>
  );
}

/** The tags in use, in the order of the alphabet, each with how many have it. */
function tagCounts(annotations: readonly Annotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of annotations.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => a.localeCompare(b, 'en')));
}

const quoted = (tags: readonly string[]): string => tags.map((tag) => `“${tag}”`).join(', ');
