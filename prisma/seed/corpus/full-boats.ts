import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO, unnamed } from './sample-attribution';

const RAW = `Home  >  Harbour  >  News
Listen to this article (2 min)

Full boats, empty shops

By Dev Marchetti

Passengers queue at Kiln Quay. Some 900 people cross on a weekday. Photo: Saltmarrow Lantern
Passengers queue at Kiln Quay. Some 900 people cross on a weekday. Photo: Saltmarrow Lantern

The ferry that stands in for the Gannet Bridge carried 11,400 people in its first two weeks. It has not, by all accounts, carried many of them to the shops.

The free boat has run every 20 minutes on weekdays since 1 May, as the council announced. At weekends it goes once an hour.

Traders on the north bank are losing 40,000 crowns a week, the Chamber of Trade said on Monday, after asking its 31 members. The mayor’s office called the figure “a guess with a comma in it”.

Advertisement

“A harbour without a crossing is two villages,” Mayor Ottoline Brack told some 200 residents on Kiln Quay last Saturday. The applause was long.

Not all the talk is so graceful. A leaflet pushed through doors along the north bank quotes Councillor Edmund Quill, who voted against the repair, as saying: “Let them swim.” Mr Quill did not return calls.

A deckhand, who asked not to be named, said the boat had twice left with more passengers than its licence allows. The harbour office says it knows of no such case.

On the bridge itself, crews in harness have been at work since Easter. Piers Hollin, whose firm leads the repair, said the ferry would probably tie up for good in July. “The new pin is in,” he said.

Share this article
Have a story? Write to the newsroom
`;

/** The article with the two worst quotes of the corpus, one given to the wrong person and one made up. */
export const FULL_BOATS: SampleArticle = {
  key: 'full-boats',
  raw: RAW,
  title: 'Full boats, empty shops',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Dev Marchetti',
  publishedAt: '2026-05-15',
  url: 'https://example.org/lantern/2026/05/full-boats-empty-shops',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'cross-on-a-weekday',
      kind: 'claim',
      excerpts: ['Some 900 people cross on a weekday'],
      occurrence: 1,
      attribution: [ownVoice(WHO.marchetti)],
      claim: { normalized: 'About 900 people take the ferry on a weekday.', checkworthy: true },
      tags: ['ferry'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'carried-11400',
      kind: 'claim',
      excerpts: [
        'The ferry that stands in for the Gannet Bridge carried 11,400 people in its first two weeks',
      ],
      attribution: [ownVoice(WHO.marchetti)],
      claim: {
        normalized: 'The replacement ferry carried 11,400 people between 1 and 14 May 2026.',
        checkworthy: true,
      },
      tags: ['ferry'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The gate counter’s total for the fourteen days is 11,412.',
          by: 'maya',
          on: '2026-05-18',
          evidence: [
            {
              stance: 'supports',
              origin: 'primary',
              url: 'https://example.org/saltmarrow-harbour/ferry/counts-2026-05',
              excerpt: '1 to 14 May: 11,412 passengers.',
            },
          ],
        },
      ],
    },
    {
      key: 'losing-40000',
      kind: 'claim',
      excerpts: ['Traders on the north bank are losing 40,000 crowns a week'],
      attribution: [named(WHO.chamber, 'said')],
      claim: {
        normalized: 'The closure costs the north bank’s traders 40,000 crowns a week together.',
        checkworthy: true,
      },
      tags: ['shops', 'money'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'We have asked the Chamber for the answers behind the figure.',
          by: 'maya',
          on: '2026-05-18',
          evidence: [],
        },
        {
          status: 'conflicting',
          rationale: 'The Chamber’s survey gives 40,000; the auditor, from tax returns, a third of that.',
          by: 'maya',
          on: '2026-10-19',
          evidence: [
            {
              stance: 'supports',
              origin: 'primary',
              url: 'https://example.com/chamber-of-trade/survey-may',
              excerpt: '31 members asked, 27 answered. Sum of reported losses: 39,800 crowns a week.',
            },
            {
              stance: 'refutes',
              origin: 'secondary',
              article: 'shut-until-next-year',
              passage: 'Her report puts the losses of the shops at 13,000 crowns a week',
            },
          ],
        },
      ],
    },
    {
      key: 'guess-with-a-comma',
      kind: 'quote',
      excerpts: ['called the figure “a guess with a comma in it”'],
      attribution: [named(WHO.mayorsOffice, 'called')],
      quote: { form: 'mixed' },
      tags: ['shops'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'From the written answer of the mayor’s office.',
          by: 'maya',
          on: '2026-05-18',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/mayor/answers/2026-05-12',
              excerpt: 'With respect to the Chamber, this is a guess with a comma in it.',
            },
          ],
        },
      ],
    },
    {
      key: 'two-villages',
      kind: 'quote',
      excerpts: ['“A harbour without a crossing is two villages,”'],
      attribution: [named(WHO.brack, 'told')],
      quote: { form: 'direct' },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'misattributed',
          errorHop: 'reporter',
          rationale: 'The words were said, but by Zoë Ferreiro, who spoke before the mayor.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'refutes',
              article: 'record-set-straight',
              passage: 'A recording of the meeting shows that the line was Zoë Ferreiro’s.',
            },
          ],
        },
      ],
    },
    {
      key: 'let-them-swim',
      kind: 'quote',
      excerpts: ['“Let them swim.”'],
      attribution: [named(WHO.quill, 'as saying'), named(WHO.leaflet, 'quotes')],
      quote: { form: 'direct' },
      tags: ['council', 'leaflet'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'Mr Quill’s office says he never said it. We are looking for the leaflet’s author.',
          by: 'maya',
          on: '2026-05-19',
          evidence: [],
        },
        {
          status: 'fabricated',
          errorHop: 1,
          rationale: 'The man who wrote the leaflet says that he made the line up.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'refutes',
              article: 'record-set-straight',
              passage: 'admitted this week that he had invented the line',
            },
          ],
        },
      ],
    },
    {
      key: 'more-than-licensed',
      kind: 'claim',
      excerpts: ['the boat had twice left with more passengers than its licence allows'],
      attribution: [unnamed('A deckhand', 'said')],
      claim: {
        normalized:
          'Between 1 and 15 May 2026 the ferry left twice with more passengers than it is licensed for.',
        checkworthy: true,
      },
      tags: ['ferry'],
      by: 'maya',
      verifications: [
        {
          status: 'not_enough_evidence',
          rationale: 'One voice without a name, and the gate counts people by the hour, not by the boat.',
          by: 'maya',
          on: '2026-06-02',
          searches: [
            'Hourly counts of the gate, 1 to 15 May',
            'Incident book of the harbour office, May',
            'Photographs and film of full boats sent in by readers',
          ],
          evidence: [],
        },
      ],
    },
    {
      key: 'tie-up-in-july',
      kind: 'prediction',
      excerpts: ['the ferry would probably tie up for good in July'],
      attribution: [named(WHO.hollin, 'said')],
      prediction: {
        horizonText: 'in July',
        deadline: '2026-07-31',
        condition: null,
        likelihoodWords: 'probably',
        probability: null,
        criteria: 'The ferry makes its last trip by 31 July 2026.',
        deadlineBasis: 'stated',
        deadlineEarliest: '2026-07-01',
      },
      tags: ['ferry', 'contract'],
      by: 'jonas',
      verifications: [
        {
          status: 'did_not_come_true',
          rationale: 'The ferry ran all July and is chartered to the end of the year.',
          by: 'maya',
          on: '2026-08-03',
          outcomeKnownAt: '2026-07-31',
          evidence: [
            {
              stance: 'refutes',
              article: 'inspectors-warned',
              passage: 'the council has chartered the ferry until the end of the year',
            },
            {
              stance: 'refutes',
              url: 'https://example.org/saltmarrow-harbour/ferry/timetable-august',
              excerpt: 'Weekdays every 20 minutes, weekends hourly. Valid from 1 August.',
            },
          ],
        },
      ],
    },
    {
      key: 'new-pin-is-in-said',
      kind: 'quote',
      excerpts: ['“The new pin is in,”'],
      attribution: [named(WHO.hollin, 'said')],
      quote: { form: 'direct' },
      tags: ['contract'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'new-pin-is-in',
      kind: 'claim',
      excerpts: ['The new pin is in'],
      attribution: [named(WHO.hollin, 'said')],
      claim: {
        normalized: 'The new pin of the Gannet Bridge had been fitted by 15 May 2026.',
        checkworthy: true,
      },
      tags: ['contract', 'bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The harbour office’s log of the site has it fitted on 12 May.',
          by: 'maya',
          on: '2026-05-20',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow-harbour/gannet/site-log',
              excerpt: '12 May: main pin seated and locked, 14:20.',
            },
          ],
        },
      ],
    },
  ],
};
