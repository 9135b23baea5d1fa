'use client';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { FilterWord } from '@/app/_ui/filter-word';
import type { Annotation } from '@/lib/domain/annotation';
import type { Kind } from '@/lib/domain/vocabulary';
import { type Filter, withKind } from './filter';
import { type Choice, type FilterOption, optionsOf } from './filter-options';
import { FilterText } from './filter-text';
import styles from '../_margin/margin-head.module.css';
import { whenIdle } from '../_components/when-idle';

const LABELS: Record<Choice, string> = {
  kind: 'Kind',
  status: 'Status',
  source: 'Source',
  by: 'Annotator',
  tag: 'Tag',
  state: 'State',
};
const BEFORE: Record<Choice, string> = {
  kind: '',
  status: 'with ',
  source: 'from ',
  by: 'by ',
  tag: 'tagged ',
  state: '',
};
/** Always in the sentence; the others once they are chosen, or asked for. */
const FIRST: readonly Choice[] = ['kind', 'status'];
const MORE: readonly Choice[] = ['source', 'by', 'tag', 'state'];

/** The filter as a sentence: "Claims with any status from the harbour office". */
export function FilterSentence({
  annotations: newest,
  filter,
  isUnsaved,
  turn,
  onFilter,
  children,
}: {
  annotations: readonly Annotation[];
  filter: Filter;
  isUnsaved: (id: string) => boolean;
  /** Changes whenever somebody asks for the filters: all of them are shown then, and words can be typed. */
  turn: number;
  onFilter: (change: Partial<Filter>) => void;
  /** Stands at the end of the sentence. */
  children: ReactNode;
}) {
  const [more, setMore] = useState({ turn, isShown: false });
  if (more.turn !== turn) setMore({ turn, isShown: true });
  const showsMore = more.isShown;
  const textRef = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (turn > 0) textRef.current?.focus();
  }, [turn]);
  const options = useOptions(newest, filter, isUnsaved, showsMore);
  const wordOf = (choice: Choice): ReactNode => {
    const offered = options.get(choice);
    // Where all are alike there is nothing to choose.
    if (!offered || (!isFirst(choice) && offered.length < 2)) return null;
    return (
      <span key={choice} className={styles.word}>
        {BEFORE[choice]}
        <FilterWord
          label={LABELS[choice]}
          value={filter[choice]}
          options={offered}
          onChange={(value) =>
            onFilter(choice === 'kind' ? withKind(filter, value as Kind | '') : { [choice]: value })
          }
        />{' '}
      </span>
    );
  };
  return (
    <div className={styles.sentence} role="group" aria-label="Filter the annotations">
      {[...FIRST, ...MORE].map(wordOf)}
      {(showsMore || filter.text !== '') && (
        <FilterText inputRef={textRef} text={filter.text} onText={(text) => onFilter({ text })} />
      )}
      <button
        type="button"
        className={styles.link}
        aria-expanded={showsMore}
        onClick={() => setMore({ turn, isShown: !showsMore })}
      >
        {showsMore ? 'Fewer' : 'More'}
        <span className="visually-hidden"> filters</span>
      </button>
      <span className={styles.end}>{children}</span>
    </div>
  );
}

/**
 * What can be chosen, of the choices that are shown. It lags behind what was marked just now until the browser has nothing
 * else to do, since all annotations are counted for it.
 */
function useOptions(
  newest: readonly Annotation[],
  filter: Filter,
  isUnsaved: (id: string) => boolean,
  showsMore: boolean,
): ReadonlyMap<Choice, readonly FilterOption[]> {
  const [counted, setCounted] = useState({ annotations: newest, isUnsaved });
  useEffect(
    () =>
      counted.annotations === newest && counted.isUnsaved === isUnsaved
        ? undefined
        : whenIdle(() => setCounted({ annotations: newest, isUnsaved })),
    [counted, newest, isUnsaved],
  );
  return useMemo(() => {
    const shown = [...FIRST, ...MORE.filter((choice) => showsMore || filter[choice] !== '')];
    const { annotations, isUnsaved } = counted;
    return new Map(shown.map((choice) => [choice, optionsOf(choice, annotations, filter, isUnsaved)]));
  }, [counted, filter, showsMore]);
}

const isFirst = (choice: Choice): boolean => FIRST.includes(choice);
