import type { SampleArticle } from './sample-article';
import type { SampleMark } from './sample-passes';
import type { SamplePerson } from './sample-people';

/** The campaign of the demo: two articles for two people, one of whom has submitted one. */
export const SAMPLE_CAMPAIGN: {
  key: string;
  by: SamplePerson['key'];
  on: string;
  name: string;
  note: string;
  kinds: ('claim' | 'quote')[];
  dueOn: string;
  articles: SampleArticle['key'][];
  annotators: SamplePerson['key'][];
  submitted: { by: SamplePerson['key']; article: SampleArticle['key']; on: string; marks: SampleMark[] };
} = {
  key: 'campaign-gannet',
  by: 'owner',
  on: '2026-11-02',
  name: 'Gannet Bridge, marked apart',
  note: 'How clear are our rules on claims and quotes? Mark them all, each by yourself.',
  kinds: ['claim', 'quote'],
  dueOn: '2026-12-18',
  articles: ['inspectors-warned', 'committee-backs-repair'],
  annotators: ['jonas', 'maya'],
  submitted: {
    by: 'jonas',
    article: 'inspectors-warned',
    on: '2026-11-05',
    marks: [
      {
        key: 'campaign-did-not-pass',
        kind: 'claim',
        excerpts: ['The Gannet Bridge did not pass its inspection in 2024'],
      },
      {
        key: 'campaign-page-14',
        kind: 'quote',
        excerpts: ['“The pin is to be replaced within twelve months,”'],
      },
    ],
  },
};
