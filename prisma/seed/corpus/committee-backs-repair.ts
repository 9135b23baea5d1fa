import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO, unnamed } from './sample-attribution';

const RAW = `Committee backs bridge repair, seven votes to two

A ferry is to carry the north bank from May

By Ines Kowalke

The Gannet Bridge is to be repaired. The works committee voted in favour of the 4.2 million crown plan on Tuesday, by seven votes to two, after three hours of argument in a packed town hall.

What seemed to settle it was the engineer who had tested the metal. “The bearings are worn out,” Niki Valavani (Νίκη Βαλαβάνη) of Aster Testing told the members, according to the minutes. If the second bearing has to come out as well, she added, the bill will pass five million crowns.

Councillor Edmund Quill voted against. “I would rather have no bridge at all,” he said, and the gallery booed.

Zoë Ferreiro, who chairs the committee, said a free ferry would run every 20 minutes from 1 May.

Not everybody had waited for the vote. The Pilots’ Guild wrote in its newsletter, Slack Water, that a foreman at Hollin & Dray had told its editor: “The pin was ordered in February, so the span will probably turn in May.” The firm, which made the only bid for the work, would not comment on the newsletter.

Nor is it plain who pays. The committee’s papers say the money comes from the harbour fund. Two members, speaking in the corridor on condition that their names were kept out of the paper, said half of it had yet to be found.

Outside, in the rain, some sixty residents of the north bank waited for the result under umbrellas. When it came they cheered, and then they walked home the long way round, which takes an hour and ten minutes.
`;

/** Reports the vote that the first article expected, and holds the deepest nesting: words in a quote in a quote. */
export const COMMITTEE_BACKS_REPAIR: SampleArticle = {
  key: 'committee-backs-repair',
  raw: RAW,
  title: 'Committee backs bridge repair, seven votes to two',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Ines Kowalke',
  publishedAt: '2026-03-27',
  url: 'https://example.org/lantern/2026/03/committee-backs-repair',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'voted-in-favour',
      kind: 'claim',
      excerpts: [
        'The works committee voted in favour of the 4.2 million crown plan on Tuesday, by seven votes to two',
      ],
      attribution: [ownVoice(WHO.kowalke)],
      claim: {
        normalized:
          'On 24 March 2026 the works committee approved the 4.2 million crown repair by 7 votes to 2.',
        checkworthy: true,
      },
      tags: ['council', 'bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The clerk’s record of decisions has the same sum and the same count.',
          by: 'maya',
          on: '2026-03-30',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/decisions',
              excerpt: 'Item 3, Gannet Bridge, 4,200,000 crowns: carried. For 7, against 2.',
            },
          ],
        },
      ],
    },
    {
      key: 'worn-out',
      kind: 'quote',
      excerpts: ['“The bearings are worn out,”'],
      attribution: [named(WHO.valavani, 'told'), named(WHO.minutes, 'according to')],
      quote: { form: 'direct' },
      tags: ['inspection'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'So the minutes have it.',
          by: 'maya',
          on: '2026-03-30',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/minutes',
              excerpt: 'Ms Valavani: The bearings are worn out.',
            },
          ],
        },
        {
          status: 'altered',
          errorHop: 1,
          rationale:
            'The minutes were wrong: by the transcript she said that the bearings were not worn out.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'refutes',
              article: 'record-set-straight',
              passage: '“The bearings are worn, but they are not worn out. It is the pin I worry about.”',
            },
          ],
        },
      ],
    },
    {
      key: 'past-five-million',
      kind: 'prediction',
      excerpts: ['the bill will pass five million crowns'],
      attribution: [named(WHO.valavani, 'added')],
      prediction: {
        horizonText: null,
        deadline: null,
        condition: 'If the second bearing has to come out as well',
        likelihoodWords: 'will',
        probability: null,
        criteria: 'The second bearing is taken out, and the repair costs more than 5,000,000 crowns.',
        polarity: 'will',
        threshold: {
          quantity: 'cost of the repair',
          comparator: '>',
          value: 5_000_000,
          upper: null,
          unit: 'crowns',
        },
      },
      tags: ['money'],
      by: 'maya',
      verifications: [
        {
          status: 'came_true',
          rationale:
            'The condition was met in May, and the bill stood at 5.1 million by the end of September.',
          by: 'maya',
          on: '2026-10-19',
          outcomeKnownAt: '2026-09-30',
          evidence: [
            {
              stance: 'context',
              article: 'inspectors-warned',
              passage: 'found in May that the second bearing had to come out as well',
            },
            {
              stance: 'supports',
              article: 'shut-until-next-year',
              passage: 'The bill has passed five million.',
            },
          ],
        },
      ],
    },
    {
      key: 'no-bridge-at-all',
      kind: 'quote',
      excerpts: ['“I would rather have no bridge at all,”'],
      attribution: [named(WHO.quill, 'said')],
      quote: { form: 'direct' },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'out_of_context',
          rationale: 'He said these words, but as the end of a sentence about bridges that nobody inspects.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'context',
              article: 'record-set-straight',
              passage:
                '“If the choice is a bridge that nobody inspects, I would rather have no bridge at all.”',
            },
          ],
        },
      ],
    },
    {
      key: 'ferry-every-20-minutes',
      kind: 'prediction',
      excerpts: ['a free ferry would run every 20 minutes from 1 May'],
      attribution: [named(WHO.ferreiro, 'said')],
      prediction: {
        horizonText: 'from 1 May',
        deadline: '2026-05-01',
        condition: null,
        likelihoodWords: 'would',
        probability: null,
        criteria: 'From 1 May a ferry without fares leaves every 20 minutes, on all days.',
      },
      tags: ['ferry'],
      by: 'jonas',
      verifications: [
        {
          status: 'partly_true',
          rationale: 'It started on the day and costs nothing, but keeps the 20 minutes on weekdays only.',
          by: 'maya',
          on: '2026-05-18',
          outcomeKnownAt: '2026-05-02',
          evidence: [
            {
              stance: 'supports',
              article: 'full-boats',
              passage: 'The free boat has run every 20 minutes on weekdays since 1 May',
            },
            { stance: 'refutes', article: 'full-boats', passage: 'At weekends it goes once an hour.' },
          ],
        },
      ],
    },
    {
      key: 'newsletter-on-the-foreman',
      kind: 'quote',
      excerpts: [
        'a foreman at Hollin & Dray had told its editor: “The pin was ordered in February, so the span will probably turn in May.”',
      ],
      attribution: [named(WHO.slackWater, 'wrote')],
      quote: { form: 'mixed' },
      tags: ['contract'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale: 'The newsletter printed exactly this. What the foreman said is the quote inside.',
          by: 'maya',
          on: '2026-03-30',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.com/pilots-guild/slack-water/2026-03',
              excerpt:
                'A foreman told this editor: “The pin was ordered in February, so the span will probably turn in May.”',
            },
          ],
        },
      ],
    },
    {
      key: 'foreman',
      kind: 'quote',
      excerpts: ['“The pin was ordered in February, so the span will probably turn in May.”'],
      attribution: [
        unnamed('a foreman at Hollin & Dray', 'had told its editor'),
        named(WHO.slackWater, 'wrote in its newsletter'),
      ],
      quote: { form: 'direct' },
      tags: ['contract'],
      by: 'maya',
      verifications: [
        {
          status: 'not_enough_evidence',
          rationale: 'The newsletter keeps its foreman’s name to itself, and nobody else heard him.',
          by: 'owner',
          on: '2026-04-14',
          searches: [
            'Asked the editor of Slack Water for notes or a recording: there are none.',
            'Asked Hollin & Dray for the foremen on site in March: no answer.',
          ],
          evidence: [],
        },
      ],
    },
    {
      key: 'ordered-in-february',
      kind: 'claim',
      excerpts: ['The pin was ordered in February'],
      attribution: [
        unnamed('a foreman at Hollin & Dray', 'had told its editor'),
        named(WHO.slackWater, 'wrote in its newsletter'),
      ],
      claim: {
        normalized: 'Hollin & Dray ordered the new pin in February 2026, before the committee’s vote.',
        checkworthy: true,
      },
      tags: ['contract'],
      by: 'maya',
      verifications: [
        {
          status: 'conflicting',
          rationale: 'An order form speaks for it, Mr Hollin’s answer to the committee against it.',
          by: 'owner',
          on: '2026-08-31',
          evidence: [
            {
              stance: 'supports',
              article: 'record-set-straight',
              passage: 'an order form seen by the Lantern is dated 11 February',
            },
            {
              stance: 'refutes',
              article: 'record-set-straight',
              passage: '“We order after your vote, sir, and not a day before.”',
            },
          ],
        },
      ],
    },
    {
      key: 'turn-in-may',
      kind: 'prediction',
      excerpts: ['the span will probably turn in May'],
      attribution: [
        unnamed('a foreman at Hollin & Dray', 'had told its editor'),
        named(WHO.slackWater, 'wrote in its newsletter'),
      ],
      prediction: {
        horizonText: 'in May',
        deadline: '2026-05-31',
        condition: null,
        likelihoodWords: 'probably',
        probability: null,
        criteria: 'The span swings under its own power on a day of May 2026.',
        deadlineBasis: 'stated',
        deadlineEarliest: '2026-05-01',
      },
      tags: ['contract', 'bridge'],
      by: 'maya',
      verifications: [
        {
          status: 'did_not_come_true',
          rationale:
            'In May the second bearing was found to be bad instead; in July the span did not turn yet.',
          by: 'maya',
          on: '2026-07-10',
          outcomeKnownAt: '2026-05-31',
          evidence: [
            {
              stance: 'refutes',
              article: 'inspectors-warned',
              passage: 'The span, meanwhile, still does not turn.',
            },
            {
              stance: 'refutes',
              url: 'https://example.org/saltmarrow-harbour/gannet/site-log',
              excerpt: '31 May: end of month. No trial swing to date.',
            },
          ],
        },
      ],
    },
    {
      key: 'half-to-be-found',
      kind: 'claim',
      excerpts: ['half of it had yet to be found'],
      attribution: [unnamed('Two members', 'said')],
      claim: {
        normalized: 'On 24 March 2026 half of the 4.2 million crowns for the repair was not yet financed.',
        checkworthy: true,
      },
      tags: ['money'],
      by: 'jonas',
      verifications: [],
    },
  ],
};
