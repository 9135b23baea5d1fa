'use client';
import { useEffect, useRef } from 'react';
import type { Filter } from './filter';
import { queryWithFilter } from './filter-address';

/** Keeps the filter in the address, without asking the server: it can be passed on and outlasts a reload. */
export function useFilterInAddress(filter: Filter): void {
  const isFirst = useRef(true);
  useEffect(() => {
    // What the page was opened with stands there already.
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const query = queryWithFilter(location.search, filter);
    if (query !== location.search)
      history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
  }, [filter]);
}
