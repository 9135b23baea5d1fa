import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import styles from './word-tabs.module.css';

/** Views of one page as words that are links; the current one is underlined. */
export function WordTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { href: ComponentProps<typeof Link>['href']; label: ReactNode; isCurrent: boolean }[];
}) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={String(tab.href)}
          href={tab.href}
          className={styles.tab}
          aria-current={tab.isCurrent ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
