import type { Day } from './sample-article';
import type { SamplePerson } from './sample-people';

/** What somebody of the demo's team says; `@` and a name mentions them. */
export interface SampleComment {
  /** Unique across the corpus. */
  key: string;
  by: SamplePerson['key'];
  on: Day;
  words: string;
}

export interface SampleThread {
  /** The key of the annotation that it is about. */
  about: string;
  isQuestion: boolean;
  comments: readonly SampleComment[];
  resolved: { by: SamplePerson['key']; on: Day } | null;
}

/** An open question, a mention, and a thread that is settled: one of each thing to see. */
export const SAMPLE_THREADS: readonly SampleThread[] = [
  {
    about: 'losses-of-13000',
    isQuestion: true,
    comments: [
      {
        key: 'say-third-of-may',
        by: 'jonas',
        on: '2026-10-20',
        words:
          'The Lantern calls this a third of what the Chamber said in May. Do we mark that comparison as a claim of its own?',
      },
    ],
    resolved: null,
  },
  {
    about: 'letter',
    isQuestion: false,
    comments: [
      {
        key: 'say-only-the-lantern',
        by: 'maya',
        on: '2026-10-20',
        words:
          '@Robin Achterberg, only the Lantern has read this letter. I asked the council for it: https://example.org/saltmarrow/requests/118',
      },
      {
        key: 'say-until-friday',
        by: 'jonas',
        on: '2026-10-21',
        words: 'They answered me once after nine days.',
      },
    ],
    resolved: null,
  },
  {
    about: 'survived-by-one-vote',
    isQuestion: false,
    comments: [
      {
        key: 'say-by-whose-count',
        by: 'jonas',
        on: '2026-10-19',
        words: 'One vote by the minutes, or by the reporter’s own count?',
      },
      { key: 'say-by-the-minutes', by: 'maya', on: '2026-10-20', words: 'By the minutes: see the evidence.' },
    ],
    resolved: { by: 'maya', on: '2026-10-20' },
  },
];
