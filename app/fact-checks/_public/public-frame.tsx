import Link from 'next/link';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { TouchstoneMark } from '@/app/_ui/touchstone-mark';
import type { Publisher } from '@/lib/domain/public-fact-check';
import styles from './public-frame.module.css';

/** The frame of a page for everybody: who publishes it, the page, and what it was made with. Nothing leads inside. */
export function PublicFrame({
  publisher,
  hasList = true,
  children,
}: {
  publisher: Publisher;
  /** Whether the workspace has a public list to lead to. */
  hasList?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        {hasList ? (
          <Link
            href={`/fact-checks/by/${publisher.slug}` as Route}
            prefetch={false}
            className={styles.publisher}
          >
            {publisher.name}
          </Link>
        ) : (
          <span className={styles.publisher}>{publisher.name}</span>
        )}
        <span className={styles.what}>Fact checks</span>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.foot}>
        <TouchstoneMark size={18} /> Published by {publisher.name} with Touchstone.
      </footer>
    </div>
  );
}
