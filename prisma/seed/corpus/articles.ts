/*
 * Six short articles written for the demo workspace. Saltmarrow, its bridge, its people and firms, its
 * newspaper and every page cited as evidence are invented; the addresses are those reserved for examples.
 */
import { COMMITTEE_BACKS_REPAIR } from './committee-backs-repair';
import { COMMITTEE_TO_DECIDE } from './committee-to-decide';
import { FULL_BOATS } from './full-boats';
import { INSPECTORS_WARNED } from './inspectors-warned';
import { RECORD_SET_STRAIGHT } from './record-set-straight';
import type { SampleArticle } from './sample-article';
import { SHUT_UNTIL_NEXT_YEAR } from './shut-until-next-year';

/** Oldest first: later ones resolve the predictions and test the claims of earlier ones. */
export const SAMPLE_ARTICLES: readonly SampleArticle[] = [
  COMMITTEE_TO_DECIDE,
  COMMITTEE_BACKS_REPAIR,
  FULL_BOATS,
  INSPECTORS_WARNED,
  RECORD_SET_STRAIGHT,
  SHUT_UNTIL_NEXT_YEAR,
];
