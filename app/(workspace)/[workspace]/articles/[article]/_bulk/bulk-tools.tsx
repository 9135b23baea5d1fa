'use client';
import { useEffect } from 'react';
import { lazyPart } from '@/app/_ui/lazy-part';
import { Spinner } from '@/app/_ui/spinner';
import type { BulkBarProps } from './bulk-bar';
import styles from '../_margin/margin-head.module.css';
import type { Picking } from './use-picking';

const BulkBar = lazyPart(() => import('./bulk-bar').then((module) => module.BulkBar), {
  meanwhile: <Spinner label="Loading" />,
});

/** When the page has settled, in milliseconds. */
const SOON = 3_000;

/** Begins to pick several of those that are shown. */
export function SelectButton({ picking }: { picking: Picking }) {
  useLoadedBar();
  if (picking.isOn || picking.selectable.length === 0) return null;
  return (
    // Whoever was done with picking is back where they began.
    <button type="button" className={styles.link} autoFocus={picking.wasOn} onClick={picking.start}>
      Select…
    </button>
  );
}

/** Loads the bar before it is asked for: the line may be gone by then, and tags and deleting work without it. */
function useLoadedBar(): void {
  useEffect(() => {
    const timer = setTimeout(() => void BulkBar.fetch().catch(() => {}), SOON);
    return () => clearTimeout(timer);
  }, []);
}

/** What can be done with those that are picked. */
export const BulkTools = (props: BulkBarProps) => (props.picking.isOn ? <BulkBar {...props} /> : null);
