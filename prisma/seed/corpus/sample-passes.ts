import type { Kind } from '@/lib/domain/vocabulary';
import type { SampleSource } from './sample-article';
import type { SamplePerson } from './sample-people';
import { SAMPLE_SOURCES as WHO } from './sample-attribution';

/** A mark of somebody's blind pass. */
export interface SampleMark {
  key: string;
  kind: Kind;
  excerpts: readonly string[];
  source?: SampleSource;
  tags?: readonly string[];
}

export interface SamplePass {
  by: SamplePerson['key'];
  marks: readonly SampleMark[];
}

/** What the owner decides on a mark and those that belong to it. */
export interface SampleAdjudication {
  key: string;
  /** A mark of the unit. */
  on: string;
  outcome: 'take' | 'none' | 'disagreement';
  note?: string;
}

/** Two people annotated an article apart: what they agree on is merged, two more are decided, and the rest waits. */
export const SAMPLE_PASSES: {
  article: string;
  on: string;
  passes: readonly SamplePass[];
  decisions: readonly SampleAdjudication[];
} = {
  article: 'record-set-straight',
  on: '2026-09-03',
  passes: [
    {
      by: 'jonas',
      marks: [
        {
          key: 'jonas-transcript',
          kind: 'claim',
          excerpts: [
            'The town clerk has released the full transcript of the works committee’s hearing of 24 March',
          ],
        },
        {
          key: 'jonas-bearings',
          kind: 'quote',
          excerpts: ['“The bearings are worn, but they are not worn out. It is the pin I worry about.”'],
          source: WHO.valavani,
        },
        {
          key: 'jonas-line',
          kind: 'claim',
          excerpts: ['the line was Zoë Ferreiro’s'],
        },
        {
          key: 'jonas-mouth',
          kind: 'quote',
          excerpts: ['“I put words in the man’s mouth,”', '“and I am sorry for it.”'],
          source: WHO.munt,
        },
        {
          key: 'jonas-order-form',
          kind: 'claim',
          excerpts: ['an order form seen by the Lantern is dated 11 February'],
          tags: ['repair'],
        },
        {
          key: 'jonas-swim',
          kind: 'claim',
          excerpts: ['nobody said that the north bank should swim'],
        },
      ],
    },
    {
      by: 'maya',
      marks: [
        {
          key: 'maya-transcript',
          kind: 'claim',
          excerpts: [
            'The town clerk has released the full transcript of the works committee’s hearing of 24 March',
          ],
        },
        {
          key: 'maya-bearings',
          kind: 'quote',
          excerpts: ['“The bearings are worn, but they are not worn out. It is the pin I worry about.”'],
          source: WHO.transcript,
        },
        {
          key: 'maya-line',
          kind: 'claim',
          excerpts: ['shows that the line was Zoë Ferreiro’s'],
        },
        {
          key: 'maya-mouth',
          kind: 'quote',
          excerpts: ['“I put words in the man’s mouth,”', '“and I am sorry for it.”'],
          source: WHO.munt,
        },
        {
          key: 'maya-order-form',
          kind: 'claim',
          excerpts: ['an order form seen by the Lantern is dated 11 February: six weeks before the vote'],
        },
        {
          key: 'maya-contract',
          kind: 'prediction',
          excerpts: ['the committee would probably take up the contract again in September'],
          source: WHO.ferreiro,
        },
      ],
    },
  ],
  decisions: [
    {
      key: 'on-the-bearings',
      on: 'jonas-bearings',
      outcome: 'take',
      note: 'The engineer said it; the transcript is where we read it.',
    },
    {
      key: 'on-swimming',
      on: 'jonas-swim',
      outcome: 'disagreement',
      note: 'Whether a denial is a claim of its own: to be settled in the guideline.',
    },
  ],
};
