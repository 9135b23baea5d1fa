'use client';
import { useDeferredValue, useMemo } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Snapshot } from '../_browser/article-store';
import { type Filter, isFiltering, passes } from './filter';

export interface Fitting {
  fits: (annotation: Annotation) => boolean;
  /** Those that are asked for, in document order. */
  fitting: readonly Annotation[];
  /** The ids of the others; null while nothing is asked for. */
  faint: ReadonlySet<string> | null;
}

/** Which of the annotations the filter asks for. */
export function useFitting(
  annotations: readonly Annotation[],
  filter: Filter,
  saving: Snapshot['saving'],
): Fitting {
  const waiting = filter.state === 'unsaved' ? saving : null;
  const fits = useMemo(
    () => (annotation: Annotation) => passes(filter, annotation, waiting?.has(annotation.id)),
    [filter, waiting],
  );
  const isAny = !isFiltering(filter);
  const fitting = useMemo(() => (isAny ? annotations : annotations.filter(fits)), [annotations, fits, isAny]);
  const faint = useMemo(
    () => (isAny ? null : new Set(annotations.filter((each) => !fits(each)).map(({ id }) => id))),
    [annotations, fits, isAny],
  );
  // The text's marks step back after the list has answered.
  return { fits, fitting, faint: useDeferredValue(faint) };
}
