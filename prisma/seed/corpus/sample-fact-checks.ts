import type { Day } from './sample-article';
import type { SamplePerson } from './sample-people';

/** A decision that the demo's team has published. */
export interface SampleFactCheck {
  /** Unique across the corpus. */
  key: string;
  /** The key of the annotation whose decision it is. */
  about: string;
  headline: string;
  summary: string;
  by: SamplePerson['key'];
  on: Day;
  /** What was put right afterwards. */
  correction: { headline: string; reason: string; by: SamplePerson['key']; on: Day };
}

/** One page that everybody can read, with a correction on it. */
export const SAMPLE_FACT_CHECKS: readonly SampleFactCheck[] = [
  {
    key: 'published-without-a-remark',
    about: 'without-a-remark',
    headline: 'No, the Gannet Bridge did not pass: it failed its 2024 inspection',
    summary: 'The inspectors rated its swing span unsatisfactory and listed eleven defects.',
    by: 'maya',
    on: '2026-07-13',
    correction: {
      headline: 'No, the inspectors of 2024 did not find the Gannet Bridge without fault',
      reason:
        'An earlier headline said that the bridge failed its inspection. Inspections of this kind are rated; none is passed or failed.',
      by: 'owner',
      on: '2026-07-15',
    },
  },
];
