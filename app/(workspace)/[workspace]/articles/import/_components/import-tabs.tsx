import type { Route } from 'next';
import { WordTabs } from '@/app/_ui/word-tabs';
import styles from './import-tabs.module.css';

const TABS = [
  { path: 'articles/import', label: 'An article' },
  { path: 'articles/import/dataset', label: 'A dataset' },
] as const;

/** What comes in: the text of one article, or texts that are marked already. */
export const ImportTabs = ({ slug, current }: { slug: string; current: (typeof TABS)[number]['path'] }) => (
  <div className={styles.tabs}>
    <WordTabs
      label="What to import"
      tabs={TABS.map(({ path, label }) => ({
        href: `/${slug}/${path}` as Route,
        label,
        isCurrent: path === current,
      }))}
    />
  </div>
);
