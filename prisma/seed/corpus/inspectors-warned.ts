import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO, unnamed } from './sample-attribution';

const RAW = `The Saltmarrow Lantern

Inspectors warned of bridge two years before it failed

By Ines Kowalke and Dev Marchetti

SALTMARROW, 10 July 2026 — The Gannet Bridge did not pass its inspection in 2024. The inspectors’ report, which the Lantern has obtained, rates the swing span “unsatisfactory” and lists eleven defects, a cracked pin among them.

“The pin is to be replaced within twelve months,” it says on page 14. Nobody replaced it. It broke in February.

Mayor Ottoline Brack said in March that the bridge had passed “without a single remark”. On Thursday her office said that she had only ever been shown a summary of two pages, and that the summary was favourable.

The span, meanwhile, still does not turn. Hollin & Dray, which had named the end of June, found in May that the second bearing had to come out as well. The firm now expects to reopen the bridge by the end of October, and the council has chartered the ferry until the end of the year.

Ruth Amberley, the town auditor, will look into how the report was lost, and into the contract. Her findings will be published by the end of September, her office said.

For Ms Brack the summer may be short. She is almost certain to face a vote of confidence in September, according to two councillors of her own party who have seen the motion.

“Somebody read page 14,” said Zoë Ferreiro, who chairs the works committee, “and somebody put it back in the drawer.” Asked who, she shook her head.

• Link copied
`;

const AUTHORS = ownVoice({ name: 'Ines Kowalke and Dev Marchetti', type: 'author' });

/** The document that refutes the mayor, and the prediction whose date has passed without an outcome on record. */
export const INSPECTORS_WARNED: SampleArticle = {
  key: 'inspectors-warned',
  raw: RAW,
  title: 'Inspectors warned of bridge two years before it failed',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Ines Kowalke and Dev Marchetti',
  publishedAt: '2026-07-10',
  url: 'https://example.org/lantern/2026/07/inspectors-warned',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'did-not-pass',
      kind: 'claim',
      excerpts: ['The Gannet Bridge did not pass its inspection in 2024'],
      attribution: [AUTHORS],
      claim: { normalized: 'The Gannet Bridge failed its inspection in 2024.', checkworthy: true },
      tags: ['inspection'],
      by: 'maya',
      verifications: [
        {
          status: 'supported',
          rationale: 'The report is signed, and the inspectors’ firm confirms that it is theirs.',
          by: 'owner',
          on: '2026-07-10',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/inspections/gannet-2024',
              excerpt: 'Overall rating of the swing span: unsatisfactory. Defects found: 11.',
            },
            {
              stance: 'refutes',
              article: 'committee-to-decide',
              passage: '“The bridge passed its inspection in 2024 without a single remark,”',
            },
          ],
        },
      ],
    },
    {
      key: 'page-14',
      kind: 'quote',
      excerpts: ['“The pin is to be replaced within twelve months,”'],
      attribution: [named(WHO.inspection, 'it says')],
      quote: { form: 'direct' },
      tags: ['inspection'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Page 14 of the report, third paragraph.',
          by: 'owner',
          on: '2026-07-10',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/inspections/gannet-2024',
              excerpt: 'Crack of 4 mm at the collar. The pin is to be replaced within twelve months.',
            },
          ],
        },
      ],
    },
    {
      key: 'said-in-march',
      kind: 'quote',
      excerpts: ['the bridge had passed “without a single remark”'],
      attribution: [named(WHO.brack, 'said')],
      quote: { form: 'mixed' },
      tags: ['inspection'],
      by: 'jonas',
      verifications: [
        {
          status: 'accurate',
          rationale: 'She said so to this newspaper; the words in quotation marks are hers.',
          by: 'maya',
          on: '2026-07-13',
          evidence: [
            {
              stance: 'supports',
              article: 'committee-to-decide',
              passage:
                '“The bridge passed its inspection in 2024 without a single remark,” she told the Lantern.',
            },
          ],
        },
      ],
    },
    {
      key: 'summary-of-two-pages',
      kind: 'claim',
      excerpts: ['she had only ever been shown a summary of two pages'],
      attribution: [named(WHO.mayorsOffice, 'said')],
      claim: {
        normalized: 'Before July 2026 Mayor Brack had seen only a two-page summary of the inspection report.',
        checkworthy: true,
      },
      tags: ['inspection', 'council'],
      by: 'maya',
      verifications: [
        {
          status: 'in_review',
          rationale: 'The clerk is looking for the slip that says who signed for the full report.',
          by: 'maya',
          on: '2026-07-14',
          evidence: [],
        },
      ],
    },
    {
      key: 'second-bearing',
      kind: 'claim',
      excerpts: [
        'Hollin & Dray, which had named the end of June, found in May that the second bearing had to come out as well',
      ],
      attribution: [AUTHORS],
      claim: {
        normalized: 'In May 2026 Hollin & Dray found that the second bearing had to be taken out.',
        checkworthy: true,
      },
      tags: ['contract', 'bridge'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'The log of the site has the finding, the date is in our article of March.',
          by: 'maya',
          on: '2026-07-13',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow-harbour/gannet/site-log',
              excerpt: '26 May: second bearing scored, cannot stay. Contractor informed.',
            },
            {
              stance: 'supports',
              article: 'committee-to-decide',
              passage: '“and the span will turn again by the end of June.”',
            },
          ],
        },
      ],
    },
    {
      key: 'reopen-by-october',
      kind: 'prediction',
      excerpts: ['The firm now expects to reopen the bridge by the end of October'],
      attribution: [named(WHO.hollinAndDray, 'expects')],
      prediction: {
        horizonText: 'by the end of October',
        deadline: '2026-10-31',
        condition: null,
        likelihoodWords: 'expects',
        probability: null,
        criteria: 'The bridge is open to public traffic on or before 31 October 2026.',
        deadlineBasis: 'stated',
      },
      tags: ['contract', 'bridge'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'audit-by-september',
      kind: 'prediction',
      excerpts: ['Her findings will be published by the end of September'],
      attribution: [named(WHO.auditor, 'said')],
      prediction: {
        horizonText: 'by the end of September',
        deadline: '2026-09-30',
        condition: null,
        likelihoodWords: 'will',
        probability: null,
        criteria: 'The auditor’s report on the bridge can be read by the public on 30 September 2026.',
      },
      tags: ['money', 'council'],
      by: 'jonas',
      verifications: [
        {
          status: 'came_true',
          rationale: 'Published on the last day.',
          by: 'maya',
          on: '2026-10-19',
          outcomeKnownAt: '2026-09-30',
          evidence: [
            {
              stance: 'supports',
              article: 'shut-until-next-year',
              passage: 'who published her findings on the last day of that month',
            },
          ],
        },
      ],
    },
    {
      key: 'vote-of-confidence',
      kind: 'prediction',
      excerpts: ['She is almost certain to face a vote of confidence in September'],
      attribution: [unnamed('two councillors of her own party', 'according to')],
      prediction: {
        horizonText: 'in September',
        deadline: '2026-09-30',
        condition: null,
        likelihoodWords: 'almost certain',
        probability: null,
        criteria: 'The council votes in September 2026 on its confidence in the mayor, either way.',
        deadlineBasis: 'stated',
        deadlineEarliest: '2026-09-01',
      },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'came_true',
          rationale: 'The vote was held on 15 September. That she won it does not matter here.',
          by: 'owner',
          on: '2026-10-19',
          outcomeKnownAt: '2026-09-15',
          evidence: [
            {
              stance: 'supports',
              article: 'shut-until-next-year',
              passage: 'Ms Brack survived a vote of confidence on 15 September, by one vote',
            },
          ],
        },
      ],
    },
    {
      key: 'back-in-the-drawer',
      kind: 'quote',
      excerpts: ['“Somebody read page 14,”', '“and somebody put it back in the drawer.”'],
      attribution: [named(WHO.ferreiro, 'said')],
      quote: { form: 'direct' },
      tags: ['inspection', 'council'],
      by: 'jonas',
      verifications: [],
    },
  ],
};
