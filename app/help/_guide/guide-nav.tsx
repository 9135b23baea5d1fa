'use client';
import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './guide-nav.module.css';
import type { GuidePage } from './guide-pages';

/** The list of pages: beside the text, or folded above it on a narrow screen. */
export function GuideNav({ pages }: { pages: GuidePage[] }) {
  const pathname = usePathname();
  const links = (
    <ol className={styles.list}>
      {[{ href: '/help', title: 'About this guide' }, ...pages.map(withAddress)].map(({ href, title }) => (
        <li key={href}>
          <Link
            href={href as Route}
            className={styles.link}
            aria-current={pathname === href ? 'page' : undefined}
          >
            {title}
          </Link>
        </li>
      ))}
    </ol>
  );
  return (
    <nav aria-label="Help" className={styles.nav}>
      <div className={styles.beside}>{links}</div>
      {/* The key folds it again when another page was chosen. */}
      <details key={pathname} className={styles.above}>
        <summary>Pages of this guide</summary>
        {links}
      </details>
    </nav>
  );
}

const withAddress = ({ slug, title }: GuidePage) => ({ href: `/help/${slug}`, title });
