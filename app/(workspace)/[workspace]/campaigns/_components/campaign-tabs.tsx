import type { Route } from 'next';
import { WordTabs } from '@/app/_ui/word-tabs';

const TABS = [
  { path: 'campaigns', label: 'Campaigns' },
  { path: 'campaigns/agreement', label: 'Agreement' },
  { path: 'campaigns/adjudication', label: 'Adjudication' },
  { path: 'campaigns/guideline', label: 'Guideline' },
] as const;

/** The pages about annotating apart: who does what by when, how well they agree, what is settled, by which rules. */
export const CampaignTabs = ({ slug, current }: { slug: string; current: (typeof TABS)[number]['path'] }) => (
  <WordTabs
    label="Annotating apart"
    tabs={TABS.map(({ path, label }) => ({
      href: `/${slug}/${path}` as Route,
      label,
      isCurrent: path === current,
    }))}
  />
);
