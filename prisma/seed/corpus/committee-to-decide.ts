import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO, unnamed } from './sample-attribution';

const RAW = `Menu
Share  |  Print  |  Save for later

Committee to decide on Gannet Bridge repair

By Ines Kowalke
The Saltmarrow Lantern
Published: 20 March 2026 – 17:40

The swing span of the Gannet Bridge, stuck open since 27 February. (Photo: Lantern archive)
The swing span of the Gannet Bridge, stuck open since 27 February. (Photo: Lantern archive)

The town council’s works committee is expected to vote on a repair of the Gannet Bridge next week, three weeks after a cracked pin left the swing span pointing out to sea and the north bank of Saltmarrow without a road to the rest of town.

The plan before the nine members costs 4.2 million crowns. It would replace the pin and one of the two bearings on which the span has turned since 1931.

Mayor Ottoline Brack said nobody could have seen it coming. “The bridge passed its inspection in 2024 without a single remark,” she told the Lantern.

Harbour master Aoife Brannigan warned that if the committee rejects the plan, the crossing will be gone for good.

“Give us the order,” said Piers Hollin, whose firm Hollin & Dray made the only bid, “and the span will turn again by the end of June.”

Others at the town hall are less sure. Two people who have read the bid, and who were not allowed to speak about it, said there was a 60 per cent chance that the work would run over its budget.

On Kiln Quay, where the chemist’s shop faces most of its customers across 90 metres of water, Tomáš Reyl has taped a note to the door: “We can see you 🌉. You can’t get to us.”

Ms Brack was in no doubt how it would end. The repair, she said, would soon bring the two banks closer together than ever.

Advertisement
Read more from the harbour
`;

/** What a newcomer opens first: a prediction of each fate, and a quote that is accurate although what it says is false. */
export const COMMITTEE_TO_DECIDE: SampleArticle = {
  key: 'committee-to-decide',
  raw: RAW,
  title: 'Committee to decide on Gannet Bridge repair',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Ines Kowalke',
  publishedAt: '2026-03-20',
  url: 'https://example.org/lantern/2026/03/committee-to-decide',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'vote-next-week',
      kind: 'prediction',
      excerpts: [
        'The town council’s works committee is expected to vote on a repair of the Gannet Bridge next week',
      ],
      attribution: [unnamed('Not named (“is expected to”)', 'is expected to')],
      prediction: {
        horizonText: 'next week',
        deadline: '2026-03-29',
        condition: null,
        likelihoodWords: 'is expected to',
        probability: null,
        criteria: 'The works committee votes on the repair, either way, by Sunday 29 March.',
        deadlineBasis: 'inferred',
        deadlineEarliest: '2026-03-23',
        polarity: 'will',
      },
      tags: ['bridge', 'council'],
      by: 'jonas',
      verifications: [
        {
          status: 'came_true',
          rationale: 'The committee voted on Tuesday 24 March, within the week named.',
          by: 'maya',
          on: '2026-03-27',
          outcomeKnownAt: '2026-03-24',
          evidence: [
            {
              stance: 'supports',
              article: 'committee-backs-repair',
              passage:
                'The works committee voted in favour of the 4.2 million crown plan on Tuesday, by seven votes to two',
            },
          ],
        },
      ],
    },
    {
      key: 'cracked-pin',
      kind: 'claim',
      excerpts: [
        'a cracked pin left the swing span pointing out to sea and the north bank of Saltmarrow without a road to the rest of town',
      ],
      attribution: [ownVoice(WHO.kowalke)],
      claim: {
        normalized:
          'A cracked pin has stopped the Gannet Bridge and cut the road to Saltmarrow’s north bank.',
        checkworthy: true,
      },
      tags: ['bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The harbour office’s notice of the closure gives the same cause and effect.',
          by: 'maya',
          on: '2026-03-23',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow-harbour/notices/gannet-bridge-closed',
              excerpt:
                'Gannet Bridge closed to all traffic from 27 February. Main pin of the swing span cracked. No diversion for vehicles to the north bank.',
            },
          ],
        },
      ],
    },
    {
      key: 'without-a-remark-said',
      kind: 'quote',
      excerpts: ['“The bridge passed its inspection in 2024 without a single remark,”'],
      attribution: [named(WHO.brack, 'told')],
      quote: { form: 'direct' },
      tags: ['inspection'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale:
            'Word for word on the recording. Whether it is true is the question of the claim inside it.',
          by: 'owner',
          on: '2026-03-23',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/lantern/recordings/2026-03-19-mayor',
              excerpt: 'Nobody could. The bridge passed its inspection in 2024 without a single remark.',
            },
          ],
        },
      ],
    },
    {
      key: 'without-a-remark',
      kind: 'claim',
      excerpts: ['The bridge passed its inspection in 2024 without a single remark'],
      attribution: [named(WHO.brack, 'told')],
      claim: {
        normalized: 'The Gannet Bridge passed its inspection in 2024 and the inspectors found no fault.',
        checkworthy: true,
      },
      tags: ['inspection'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'We have asked the town clerk for the report.',
          by: 'maya',
          on: '2026-03-23',
          evidence: [],
        },
        {
          status: 'refuted',
          rationale:
            'The report itself says the opposite: the span was rated unsatisfactory, with eleven defects.',
          by: 'owner',
          on: '2026-07-10',
          evidence: [
            {
              stance: 'refutes',
              article: 'inspectors-warned',
              passage:
                'rates the swing span “unsatisfactory” and lists eleven defects, a cracked pin among them',
            },
            {
              stance: 'refutes',
              url: 'https://example.org/saltmarrow/inspections/gannet-2024',
              excerpt: 'Overall rating of the swing span: unsatisfactory. Defects found: 11.',
            },
          ],
        },
      ],
    },
    {
      key: 'gone-for-good-said',
      kind: 'quote',
      excerpts: ['if the committee rejects the plan, the crossing will be gone for good'],
      attribution: [named(WHO.brannigan, 'warned')],
      quote: { form: 'indirect' },
      tags: ['harbour'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Her letter to the committee says so in nearly the same words.',
          by: 'maya',
          on: '2026-03-24',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/letters',
              excerpt:
                'Should the members reject the plan, the crossing will be gone, and gone for good. A. Brannigan',
            },
          ],
        },
      ],
    },
    {
      key: 'gone-for-good',
      kind: 'prediction',
      excerpts: ['the crossing will be gone for good'],
      attribution: [named(WHO.brannigan, 'warned')],
      prediction: {
        horizonText: null,
        deadline: null,
        condition: 'if the committee rejects the plan',
        likelihoodWords: 'will',
        probability: null,
        criteria: 'After a vote against the plan, the crossing is given up.',
      },
      tags: ['harbour'],
      by: 'jonas',
      verifications: [
        {
          status: 'condition_not_met',
          rationale:
            'The committee backed the plan, so this counts neither for nor against the harbour master.',
          by: 'maya',
          on: '2026-03-27',
          outcomeKnownAt: '2026-03-24',
          evidence: [
            {
              stance: 'context',
              article: 'committee-backs-repair',
              passage: 'The works committee voted in favour of the 4.2 million crown plan',
            },
          ],
        },
      ],
    },
    {
      key: 'give-us-the-order',
      kind: 'quote',
      excerpts: ['“Give us the order,”', '“and the span will turn again by the end of June.”'],
      attribution: [named(WHO.hollin, 'said')],
      quote: { form: 'direct' },
      tags: ['contract'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Both halves are on the reporter’s recording, in this order and with nothing between.',
          by: 'maya',
          on: '2026-03-23',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/lantern/recordings/2026-03-19-hollin',
              excerpt: 'Give us the order and the span will turn again by the end of June.',
            },
          ],
        },
      ],
    },
    {
      key: 'turn-by-june',
      kind: 'prediction',
      excerpts: ['the span will turn again by the end of June'],
      attribution: [named(WHO.hollin, 'said')],
      prediction: {
        horizonText: 'by the end of June',
        deadline: '2026-06-30',
        condition: 'Give us the order',
        likelihoodWords: 'will',
        probability: null,
        criteria: 'The span swings under its own power on or before 30 June 2026.',
        deadlineBasis: 'stated',
        polarity: 'will',
      },
      tags: ['contract', 'bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'did_not_come_true',
          rationale: 'The order was given in March, and ten days after the date the span still did not turn.',
          by: 'maya',
          on: '2026-07-10',
          outcomeKnownAt: '2026-06-30',
          evidence: [
            {
              stance: 'refutes',
              article: 'inspectors-warned',
              passage: 'The span, meanwhile, still does not turn.',
            },
          ],
        },
      ],
    },
    {
      key: 'over-budget',
      kind: 'prediction',
      excerpts: ['there was a 60 per cent chance that the work would run over its budget'],
      attribution: [unnamed('Two people who have read the bid', 'said')],
      prediction: {
        horizonText: null,
        deadline: null,
        condition: null,
        likelihoodWords: '60 per cent chance',
        probability: 0.6,
        criteria: 'The repair costs more than the 4.2 million crowns of the plan.',
        polarity: 'will',
        threshold: {
          quantity: 'cost of the repair',
          comparator: '>',
          value: 4_200_000,
          upper: null,
          unit: 'crowns',
        },
      },
      tags: ['money'],
      by: 'maya',
      verifications: [
        {
          status: 'came_true',
          rationale: 'No date was named, but the auditor’s figure settles it: 900,000 crowns over.',
          by: 'owner',
          on: '2026-10-19',
          outcomeKnownAt: '2026-09-30',
          evidence: [
            {
              stance: 'supports',
              article: 'shut-until-next-year',
              passage: 'It stood at 5.1 million crowns at the end of September',
            },
          ],
        },
      ],
    },
    {
      key: 'note-on-the-door',
      kind: 'quote',
      excerpts: ['“We can see you 🌉. You can’t get to us.”'],
      attribution: [named(WHO.reyl, 'has taped a note')],
      quote: { form: 'direct' },
      tags: ['shops'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'The photograph of the door shows the note, drawing of the bridge included.',
          by: 'maya',
          on: '2026-03-23',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.net/kiln-quay/photographs/note',
              excerpt: 'WE CAN SEE YOU 🌉. YOU CAN’T GET TO US.',
            },
          ],
        },
      ],
    },
    {
      key: 'closer-than-ever',
      kind: 'prediction',
      excerpts: ['The repair', 'would soon bring the two banks closer together than ever'],
      attribution: [named(WHO.brack, 'said')],
      prediction: {
        horizonText: 'soon',
        deadline: null,
        condition: null,
        likelihoodWords: 'would',
        probability: null,
        criteria: null,
      },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'unresolvable',
          rationale:
            '“Soon” names no date, and nothing could be measured that would make the banks “closer”.',
          by: 'owner',
          on: '2026-04-02',
          criteria: 'The words give none, and the mayor’s office had none to add.',
          searches: [
            'Question to the mayor’s office, 31 March: by when, and measured how? No answer in substance.',
          ],
          evidence: [
            {
              stance: 'context',
              url: 'https://example.org/saltmarrow/mayor/answers/2026-04-01',
              excerpt: 'The mayor meant it in a wider sense.',
            },
          ],
        },
      ],
    },
  ],
};
