import type { ReactNode } from 'react';
import styles from './plain-page.module.css';
import { TouchstoneMark } from './touchstone-mark';

/** A page outside the workspace's shell: the mark, one thing to say, one thing to do. */
export function PlainPage({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <main id="main" className={styles.page}>
      <TouchstoneMark size={44} />
      <h1>{title}</h1>
      <div className={styles.words}>{children}</div>
    </main>
  );
}
