import type { Route } from 'next';
import { WordTabs } from '@/app/_ui/word-tabs';

const TABS = [
  { path: 'articles', label: 'Articles' },
  { path: 'articles/annotations', label: 'Annotations' },
] as const;

/** The articles, and all that is marked in them. */
export const ArticleTabs = ({ slug, current }: { slug: string; current: (typeof TABS)[number]['path'] }) => (
  <WordTabs
    label="Articles and annotations"
    tabs={TABS.map(({ path, label }) => ({
      href: `/${slug}/${path}` as Route,
      label,
      isCurrent: path === current,
    }))}
  />
);
