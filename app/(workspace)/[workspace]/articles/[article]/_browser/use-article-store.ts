'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { ArticleStore, type StoreOptions } from './article-store';
import type { Snapshot } from './store-snapshot';

/**
 * The store of the open article and what it shows now. It belongs to one person, article and revision: give the
 * component that calls this a `key` of the three. A page that is rendered anew brings its rows into the same store.
 */
export function useArticleStore(options: StoreOptions): { store: ArticleStore; snapshot: Snapshot } {
  const [store] = useState(() => new ArticleStore(options));
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  const { seq, annotations } = options;

  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  useEffect(() => store.load({ seq, annotations }), [store, seq, annotations]);

  return { store, snapshot };
}
