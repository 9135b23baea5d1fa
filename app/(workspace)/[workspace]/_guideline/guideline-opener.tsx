import type { Route } from 'next';
import { PlaceLink } from '@/app/_ui/place-link';
import { GUIDELINE_LINK } from './guideline-link';
import styles from './guideline-opener.module.css';

/**
 * The way to the guideline from an article, rendered on the server. What opens it beside the text comes with the parts that
 * the room fetches later; until then it leads to the guideline's own page.
 */
export const GuidelineOpener = ({ workspaceSlug }: { workspaceSlug: string }) => (
  <PlaceLink
    href={`/${workspaceSlug}/campaigns/guideline` as Route}
    className={styles.opener}
    title="Read the guideline beside the text"
    aria-keyshortcuts="g"
    {...{ [GUIDELINE_LINK]: '' }}
  >
    Guideline
  </PlaceLink>
);
