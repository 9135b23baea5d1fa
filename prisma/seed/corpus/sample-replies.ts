import type { Day } from './sample-article';
import type { SamplePerson } from './sample-people';

/** Somebody whom the demo's desk has asked about an annotation, and what came back. */
export interface SampleReply {
  key: string;
  /** The key of the annotation. */
  about: string;
  by: SamplePerson['key'];
  name: string;
  way: string;
  on: Day;
  deadline: Day;
  words: string;
  answer: { on: Day; words: string | null };
}

/** One who answered, late, and one who did not. */
export const SAMPLE_REPLIES: readonly SampleReply[] = [
  {
    key: 'reply-chamber',
    about: 'losing-40000',
    by: 'maya',
    name: 'Chamber of Trade',
    way: 'e-mail',
    on: '2026-05-18',
    deadline: '2026-05-25',
    words: 'Which shops did you ask, and may we see the answers?',
    answer: {
      on: '2026-05-29',
      words: 'Thirty-one members were asked and twenty-seven answered. The single answers stay with us.',
    },
  },
  {
    key: 'reply-mayor',
    about: 'losing-40000',
    by: 'maya',
    name: 'The mayor’s office',
    way: 'telephone',
    on: '2026-05-19',
    deadline: '2026-05-26',
    words: 'What figure does the town reckon with?',
    answer: { on: '2026-05-27', words: null },
  },
];
