'use client';
import type { ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { SelectButton } from '../_bulk/bulk-tools';
import { type Filter, isFiltering, NO_FILTER } from '../_filter/filter';
import { FilterSentence } from '../_filter/filter-sentence';
import styles from './margin-head.module.css';
import type { Picking } from '../_bulk/use-picking';

interface MarginHeadProps {
  annotations: readonly Annotation[];
  /** How many of them are asked for. */
  fittingCount: number;
  /** Nothing is listed, nor open. */
  isEmpty: boolean;
  filter: Filter;
  isUnsaved: (id: string) => boolean;
  /** Changes whenever somebody asks for the filters. */
  filterTurn: number;
  canAnnotate: boolean;
  onFilter: (change: Partial<Filter>) => void;
  /** Null where nothing may be changed. */
  picking: Picking | null;
  /** What can be done with those that are picked. */
  children?: ReactNode;
}

/** What the margin lists, as a sentence, and what stands there when that is nothing. */
export function MarginHead(props: MarginHeadProps) {
  const { annotations, fittingCount, filter, isUnsaved, onFilter, picking, children } = props;
  return (
    <>
      <div className={styles.head}>
        <h2 className="visually-hidden">Annotations</h2>
        <div role="group" aria-label="Filter the annotations">
          <FilterSentence {...{ annotations, filter, isUnsaved, onFilter }} turn={props.filterTurn}>
            <span className={styles.count} role="status">
              {countInWords(fittingCount, annotations.length)}
            </span>
            {isFiltering(filter) && (
              <button type="button" className={styles.link} onClick={() => onFilter(NO_FILTER)}>
                Show all
              </button>
            )}
            {picking && <SelectButton picking={picking} />}
          </FilterSentence>
        </div>
        {children}
      </div>
      {props.isEmpty && <Empty {...props} />}
    </>
  );
}

const countInWords = (shown: number, total: number): string =>
  shown === total ? `${total}` : `${shown} of ${total}`;

function Empty({ annotations, canAnnotate }: MarginHeadProps) {
  if (annotations.length > 0)
    return <p className={styles.empty}>None of the {annotations.length} annotations fits.</p>;
  return (
    <p className={styles.empty}>
      {canAnnotate
        ? 'Nothing is marked yet. Select words in the text and press C for a claim, Q for a quote or P for a prediction: the notes will stand here.'
        : 'Nothing is marked yet. The notes of those who mark claims, quotes and predictions will stand here.'}
    </p>
  );
}
