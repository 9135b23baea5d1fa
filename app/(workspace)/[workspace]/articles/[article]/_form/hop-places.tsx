'use client';
import { Button, IconButton } from '@/app/_ui/button';
import { CloseIcon } from '@/app/_ui/icons';
import type { HopSpan } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import styles from './annotation-form.module.css';
import type { HopFields } from './form-draft';

/** What a cue or a name may at most take up of the text, in code points. */
const LONGEST = { cueSpan: 300, nameSpan: 300 } as const;
const PLACES = [
  { field: 'nameSpan', label: 'Name in the text', take: 'Take the selected words as the name' },
  { field: 'cueSpan', label: 'Cue in the text', take: 'Take the selected words as the cue' },
] as const;

/** Where the text says who spoke, and with which words: taken from what is selected there. */
export function HopPlaces({
  hop,
  isVia,
  selected,
  index,
  onChange,
}: {
  hop: HopFields;
  /** It is not the innermost source, and so has to be told apart by its name. */
  isVia: boolean;
  selected: readonly Span[];
  index: TextIndex;
  onChange: (hop: HopFields) => void;
}) {
  const span = selected[0];
  const isShown = Boolean(hop.cueSpan ?? hop.nameSpan);
  const take = (field: 'cueSpan' | 'nameSpan') => {
    if (!span) return;
    const taken: HopSpan = { start: span.start, end: span.end, exact: index.slice(span.start, span.end) };
    const fillsCue = field === 'cueSpan' && hop.cue.trim() === '';
    const fillsName = field === 'nameSpan' && hop.name.trim() === '';
    onChange({
      ...hop,
      [field]: taken,
      ...(fillsCue && { cue: taken.exact }),
      ...(fillsName && { name: taken.exact, id: null, mode: null }),
    });
  };
  return (
    <details className={styles.more} open={isShown || undefined}>
      <summary>Name and cue in the text{isVia && hop.name && `: ${hop.name}`}</summary>
      <div className={styles.places}>
        {PLACES.map(({ field, label, take: words }) => {
          const held = hop[field];
          const isFit = span !== undefined && span.end - span.start <= LONGEST[field];
          return (
            <div key={field} className={styles.place}>
              {held ? (
                <>
                  <span className={styles.placeWords}>
                    {label}: <q>{held.exact}</q>
                  </span>
                  <IconButton
                    size="small"
                    label={`Take “${held.exact}” out again`}
                    onClick={() => onChange({ ...hop, [field]: null })}
                  >
                    <CloseIcon />
                  </IconButton>
                </>
              ) : (
                <Button size="small" disabled={!isFit} onClick={() => take(field)}>
                  {words}
                </Button>
              )}
            </div>
          );
        })}
        {!span && <p className={styles.note}>Select the words in the text, then take them here.</p>}
      </div>
    </details>
  );
}
