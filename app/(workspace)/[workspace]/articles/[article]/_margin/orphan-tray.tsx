'use client';
import { useEffect, useState } from 'react';
import { lazyPart } from '@/app/_ui/lazy-part';
import type { OrphanPanelProps } from './orphan-panel';
import styles from './orphan-tray.module.css';

/** The fragment of an address that opens the tray. */
const HASH = '#lost';

const OrphanPanel = lazyPart(() => import('./orphan-panel').then((module) => module.OrphanPanel));

/**
 * Annotations whose words a newer text no longer has. They wait here, apart from the notes, until somebody selects
 * words for them or lets them go. It stays in sight, so that it is at hand when the words are found.
 */
export function OrphanTray(props: OrphanPanelProps) {
  const { isOpen, setOpen } = useOpenedByHash();
  const count = props.orphans.length;
  if (count === 0) return null;
  return (
    <details
      id="lost"
      className={styles.tray}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {count === 1 ? '1 annotation lost its words' : `${count} annotations lost their words`}
      </summary>
      {isOpen && <OrphanPanel {...props} />}
    </details>
  );
}

/** Open when the address asks for it; a link from the report of a revision does. */
function useOpenedByHash() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const look = () => {
      if (location.hash === HASH) setOpen(true);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return { isOpen, setOpen };
}
