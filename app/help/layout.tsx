import Link from 'next/link';
import type { ReactNode } from 'react';
import { ThemeSwitch } from '@/app/_ui/theme-switch';
import { TouchstoneMark } from '@/app/_ui/touchstone-mark';
import { GuideNav } from './_guide/guide-nav';
import { listGuidePages } from './_guide/guide-pages';
import styles from './help.module.css';

export const metadata = { title: { default: 'Help', template: '%s · Touchstone help' } };

export default async function HelpLayout({ children }: { children: ReactNode }) {
  const pages = await listGuidePages();
  return (
    <>
      <header className={styles.bar}>
        <Link href="/" className={styles.home}>
          <TouchstoneMark size={26} /> Touchstone
        </Link>
        <ThemeSwitch />
      </header>
      <div className={styles.columns}>
        <GuideNav pages={pages} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
