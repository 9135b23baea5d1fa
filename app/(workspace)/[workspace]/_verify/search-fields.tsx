import { v7 } from 'uuid';
import { Button, IconButton } from '@/app/_ui/button';
import { TextField } from '@/app/_ui/field';
import { PlusIcon, TrashIcon } from '@/app/_ui/icons';
import styles from './verify-fields.module.css';
import type { VerifyDraft } from './verify-draft';

type Searches = VerifyDraft['searches'];

/** What was searched in vain: it stands in for evidence where there is none. */
export function SearchFields({
  searches,
  onChange,
}: {
  searches: Searches;
  onChange: (searches: Searches) => void;
}) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Searched in vain</legend>
      {searches.map((search, i) => (
        <div key={search.key} className={styles.search}>
          <TextField
            label={<span className="visually-hidden">Search {i + 1}</span>}
            placeholder="Where, and with which words"
            value={search.words}
            autoFocus={search.words === ''}
            onChange={(event) =>
              onChange(
                searches.map((other) =>
                  other.key === search.key ? { ...other, words: event.target.value } : other,
                ),
              )
            }
          />
          <IconButton
            label={`Remove search ${i + 1}`}
            onClick={() => onChange(searches.filter((other) => other.key !== search.key))}
          >
            <TrashIcon />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...searches, { key: v7(), words: '' }])}>
          <PlusIcon /> Add a search
        </Button>
      </div>
    </fieldset>
  );
}
