import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO, unnamed } from './sample-attribution';

const RAW = `Gannet Bridge to stay shut until next year

By Dev Marchetti

The swing span of the Gannet Bridge turned on Thursday for the first time since February: by the width of a hand, with forty people watching from Kiln Quay and nobody saying a word.

It was a test. The bridge will reopen to traffic early next year, the council now says, a year after it failed.

The bill has passed five million. It stood at 5.1 million crowns at the end of September, 900,000 over the plan, according to Ruth Amberley, the town auditor, who published her findings on the last day of that month. Her report puts the losses of the shops at 13,000 crowns a week, a third of what the Chamber of Trade reckoned in May.

The council has not published a letter in which Hollin & Dray says that “the span will carry cars in February, unless the river freezes”. The Lantern has read it. It is two sentences long.

In the town hall the weather has changed too. Ms Brack survived a vote of confidence on 15 September, by one vote, and has not spoken of the bridge in public since.

Zoë Ferreiro has. “We will have a bridge again,” she said on the quay, “and this time we will read the reports.”

Two of the ferry’s crew, who may not speak for the harbour office, expect the boat to be withdrawn by Christmas, bridge or no bridge.

At the chemist’s, Tomáš Reyl has hung a new note: “Still here 👩‍⚕️. Still waiting.”
`;

/** The latest word on most threads, and what is still open: a date next year, a condition, a letter nobody else has seen. */
export const SHUT_UNTIL_NEXT_YEAR: SampleArticle = {
  key: 'shut-until-next-year',
  raw: RAW,
  title: 'Gannet Bridge to stay shut until next year',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Dev Marchetti',
  publishedAt: '2026-10-16',
  url: 'https://example.org/lantern/2026/10/shut-until-next-year',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'span-turned',
      kind: 'claim',
      excerpts: ['The swing span of the Gannet Bridge turned on Thursday for the first time since February'],
      attribution: [ownVoice(WHO.marchetti)],
      claim: {
        normalized:
          'On 15 October 2026 the span of the Gannet Bridge moved for the first time since February.',
        checkworthy: true,
      },
      tags: ['bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The log of the site has the movement, and no other since the bridge failed.',
          by: 'maya',
          on: '2026-10-19',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow-harbour/gannet/site-log',
              excerpt: '15 October: trial swing, 9 cm, first movement since 27 February.',
            },
          ],
        },
      ],
    },
    {
      key: 'reopen-early-next-year',
      kind: 'prediction',
      excerpts: ['The bridge will reopen to traffic early next year'],
      attribution: [named(WHO.council, 'says')],
      prediction: {
        horizonText: 'early next year',
        deadline: '2027-03-31',
        condition: null,
        likelihoodWords: 'will',
        probability: null,
        criteria: 'The bridge is open to public traffic on or before 31 March 2027.',
        deadlineBasis: 'inferred',
        deadlineEarliest: '2027-01-01',
      },
      tags: ['bridge', 'council'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'bill-of-5-1-million',
      kind: 'claim',
      excerpts: ['It stood at 5.1 million crowns at the end of September, 900,000 over the plan'],
      attribution: [named(WHO.amberley, 'according to')],
      claim: {
        normalized:
          'By 30 September 2026 the repair had cost 5.1 million crowns, 900,000 more than the plan of 4.2 million.',
        checkworthy: true,
      },
      tags: ['money'],
      by: 'maya',
      verifications: [
        {
          status: 'supported',
          rationale: 'The sum is in her report, and the difference to the plan of March is right.',
          by: 'owner',
          on: '2026-10-19',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/auditor/gannet-bridge-2026',
              excerpt: 'Paid or due on 30 September 2026: 5,104,000 crowns.',
            },
            {
              stance: 'context',
              article: 'committee-to-decide',
              passage: 'The plan before the nine members costs 4.2 million crowns.',
            },
          ],
        },
      ],
    },
    {
      key: 'losses-of-13000',
      kind: 'claim',
      excerpts: ['the losses of the shops at 13,000 crowns a week'],
      attribution: [named(WHO.amberley, 'Her report puts')],
      claim: {
        normalized: 'The closure costs the shops of the north bank 13,000 crowns a week together.',
        checkworthy: true,
      },
      tags: ['shops', 'money'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'We have asked the auditor which shops she counted, and over which weeks.',
          by: 'maya',
          on: '2026-10-19',
          evidence: [],
        },
      ],
    },
    {
      key: 'letter-not-published',
      kind: 'claim',
      excerpts: [
        'The council has not published a letter in which Hollin & Dray says that “the span will carry cars in February, unless the river freezes”',
      ],
      attribution: [ownVoice(WHO.marchetti)],
      claim: {
        normalized: 'The council holds a letter of Hollin & Dray about February and has not made it public.',
        checkworthy: true,
      },
      tags: ['contract', 'council'],
      by: 'maya',
      verifications: [],
    },
    {
      key: 'letter',
      kind: 'quote',
      excerpts: ['“the span will carry cars in February, unless the river freezes”'],
      attribution: [named(WHO.hollinAndDray, 'says'), named(WHO.letter, 'a letter in which')],
      quote: { form: 'direct' },
      tags: ['contract'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'Our reporter has read the letter but has no copy. The firm has been asked for one.',
          by: 'maya',
          on: '2026-10-20',
          evidence: [],
        },
      ],
    },
    {
      key: 'cars-in-february',
      kind: 'prediction',
      excerpts: ['the span will carry cars in February'],
      attribution: [named(WHO.hollinAndDray, 'says'), named(WHO.letter, 'a letter in which')],
      prediction: {
        horizonText: 'in February',
        deadline: '2027-02-28',
        condition: 'unless the river freezes',
        likelihoodWords: 'will',
        probability: null,
        criteria: 'If the river has not frozen, cars cross the bridge on or before 28 February 2027.',
        deadlineBasis: 'stated',
        deadlineEarliest: '2027-02-01',
      },
      tags: ['contract', 'bridge'],
      by: 'maya',
      verifications: [],
    },
    {
      key: 'survived-by-one-vote',
      kind: 'claim',
      excerpts: ['Ms Brack survived a vote of confidence on 15 September, by one vote'],
      attribution: [ownVoice(WHO.marchetti)],
      claim: {
        normalized: 'On 15 September 2026 Mayor Brack won a vote of confidence by a single vote.',
        checkworthy: true,
      },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The clerk’s record has 14 against 13.',
          by: 'maya',
          on: '2026-10-19',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/council/2026-09-15/decisions',
              excerpt: 'Motion of confidence in the mayor: carried. For 14, against 13.',
            },
          ],
        },
      ],
    },
    {
      key: 'read-the-reports',
      kind: 'quote',
      excerpts: ['“We will have a bridge again,”', '“and this time we will read the reports.”'],
      attribution: [named(WHO.ferreiro, 'said')],
      quote: { form: 'direct' },
      tags: ['council'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'withdrawn-by-christmas',
      kind: 'prediction',
      excerpts: ['the boat to be withdrawn by Christmas'],
      attribution: [unnamed('Two of the ferry’s crew', 'expect')],
      prediction: {
        horizonText: 'by Christmas',
        deadline: '2026-12-25',
        condition: null,
        likelihoodWords: 'expect',
        probability: null,
        criteria: 'The ferry makes its last trip on or before 25 December 2026.',
        deadlineBasis: 'inferred',
      },
      tags: ['ferry'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'still-waiting',
      kind: 'quote',
      excerpts: ['“Still here 👩‍⚕️. Still waiting.”'],
      attribution: [named(WHO.reyl, 'has hung a new note')],
      quote: { form: 'direct' },
      tags: ['shops'],
      by: 'jonas',
      verifications: [],
    },
  ],
};
