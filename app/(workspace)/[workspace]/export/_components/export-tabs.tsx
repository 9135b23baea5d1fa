import type { Route } from 'next';
import { WordTabs } from '@/app/_ui/word-tabs';

const TABS = [
  { path: 'export', label: 'Export' },
  { path: 'export/releases', label: 'Releases' },
] as const;

/** The two ways in which data leave: as a file of this moment, or as a release that stays. */
export const ExportTabs = ({ slug, current }: { slug: string; current: (typeof TABS)[number]['path'] }) => (
  <WordTabs
    label="Ways out"
    tabs={TABS.map(({ path, label }) => ({
      href: `/${slug}/${path}` as Route,
      label,
      isCurrent: path === current,
    }))}
  />
);
