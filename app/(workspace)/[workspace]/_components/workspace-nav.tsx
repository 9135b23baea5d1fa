'use client';
import type { Route } from 'next';
import { usePathname } from 'next/navigation';
import { PlaceLink } from '@/app/_ui/place-link';
import styles from './workspace-nav.module.css';

/** The pages of a workspace, as the bar and the list of commands offer them. */
export const PLACES = [
  { path: 'articles', word: 'Articles' },
  { path: 'desk', word: 'Desk' },
  { path: 'disagreements', word: 'Disagreements' },
  { path: 'predictions', word: 'Predictions' },
  { path: 'sources', word: 'Sources' },
  { path: 'campaigns', word: 'Campaigns' },
  { path: 'export', word: 'Export' },
  { path: 'settings', word: 'Settings' },
] as const;

export function WorkspaceNav({ slug }: { slug: string }) {
  const pathname = usePathname();
  return (
    <nav className={styles.nav} aria-label="Workspace">
      {PLACES.map(({ path, word }) => {
        const href = `/${slug}/${path}`;
        const isHere = pathname === href;
        const isWithin = isHere || pathname.startsWith(`${href}/`);
        return (
          <PlaceLink
            key={path}
            href={href as Route}
            className={styles.word}
            aria-current={isHere ? 'page' : isWithin ? 'true' : undefined}
          >
            {word}
          </PlaceLink>
        );
      })}
    </nav>
  );
}
