import type { SampleArticle } from './sample-article';
import { named, ownVoice, SAMPLE_SOURCES as WHO } from './sample-attribution';

const RAW = `Print  |  E-mail  |  Share

The record, set straight

What was said about the bridge, what was not, and what this newspaper got wrong

By Ines Kowalke

The town clerk has released the full transcript of the works committee’s hearing of 24 March. It does not always say what the minutes said, nor what we printed.

The engineer Niki Valavani is down in the minutes as calling the bearings worn out. The transcript has her saying: “The bearings are worn, but they are not worn out. It is the pin I worry about.”

Councillor Edmund Quill was quoted, by us among others, as if he wanted no crossing. His whole sentence reads: “If the choice is a bridge that nobody inspects, I would rather have no bridge at all.”

“A harbour without a crossing is two villages” is a fine line, but Mayor Ottoline Brack did not say it in May. A recording of the meeting shows that the line was Zoë Ferreiro’s. The mistake was ours.

And nobody said that the north bank should swim. Karel Munt, who wrote the leaflet for the Crossing Group, admitted this week that he had invented the line. “I put words in the man’s mouth,” he told the Lantern, “and I am sorry for it.”

One riddle the transcript leaves. Asked by Mr Quill when the new pin was to be ordered, Piers Hollin replied: “We order after your vote, sir, and not a day before.” But an order form seen by the Lantern is dated 11 February: six weeks before the vote, and two before the bridge failed.

Ms Ferreiro said the committee would probably take up the contract again in September.

You have read 1 of 5 free articles this month
`;

const IN_TRANSCRIPT = named(WHO.transcript, 'The transcript has');

/** The newspaper corrects itself: this is the evidence on which four quotes of earlier articles fall. */
export const RECORD_SET_STRAIGHT: SampleArticle = {
  key: 'record-set-straight',
  raw: RAW,
  title: 'The record, set straight',
  publisher: 'The Saltmarrow Lantern',
  byline: 'Ines Kowalke',
  publishedAt: '2026-08-28',
  url: 'https://example.org/lantern/2026/08/the-record-set-straight',
  note: 'Written for this demo: the town, the newspaper, the people and the events are invented.',
  annotations: [
    {
      key: 'transcript-released',
      kind: 'claim',
      excerpts: [
        'The town clerk has released the full transcript of the works committee’s hearing of 24 March',
      ],
      attribution: [ownVoice(WHO.kowalke)],
      claim: {
        normalized: 'The full transcript of the works committee’s hearing of 24 March 2026 is public.',
        checkworthy: true,
      },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'It is on the council’s site, all 61 pages of it.',
          by: 'maya',
          on: '2026-08-28',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/transcript',
              excerpt: 'Works committee, hearing of 24 March 2026. Verbatim transcript, 61 pages.',
            },
          ],
        },
      ],
    },
    {
      key: 'not-worn-out',
      kind: 'quote',
      excerpts: ['“The bearings are worn, but they are not worn out. It is the pin I worry about.”'],
      attribution: [named(WHO.valavani, 'saying'), IN_TRANSCRIPT],
      quote: { form: 'direct' },
      tags: ['inspection'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Page 22 of the transcript; the sound recording agrees.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/transcript',
              excerpt:
                'Ms Valavani: The bearings are worn, but they are not worn out. It is the pin I worry about.',
            },
          ],
        },
      ],
    },
    {
      key: 'whole-sentence',
      kind: 'quote',
      excerpts: ['“If the choice is a bridge that nobody inspects, I would rather have no bridge at all.”'],
      attribution: [named(WHO.quill, 'reads'), named(WHO.transcript, null)],
      quote: { form: 'direct' },
      tags: ['council'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Page 40 of the transcript.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/transcript',
              excerpt:
                'Cllr Quill: If the choice is a bridge that nobody inspects, I would rather have no bridge at all.',
            },
          ],
        },
      ],
    },
    {
      key: 'line-was-ferreiros',
      kind: 'claim',
      excerpts: ['the line was Zoë Ferreiro’s'],
      attribution: [ownVoice(WHO.kowalke)],
      claim: {
        normalized: 'Zoë Ferreiro, not Mayor Brack, said that a harbour without a crossing is two villages.',
        checkworthy: true,
      },
      tags: ['council'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'Heard and seen on the recording; the mayor took the microphone nine minutes later.',
          by: 'maya',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.net/kiln-quay/recordings/2026-05-09',
              excerpt: '11:04, Z. Ferreiro: A harbour without a crossing is two villages.',
            },
            {
              stance: 'refutes',
              article: 'full-boats',
              passage:
                '“A harbour without a crossing is two villages,” Mayor Ottoline Brack told some 200 residents',
            },
          ],
        },
      ],
    },
    {
      key: 'invented-the-line',
      kind: 'claim',
      excerpts: ['he had invented the line'],
      attribution: [named(WHO.munt, 'admitted')],
      claim: {
        normalized: 'Karel Munt made up the sentence that the leaflet gives to Councillor Quill.',
        checkworthy: true,
      },
      tags: ['leaflet'],
      by: 'jonas',
      verifications: [
        {
          status: 'supported',
          rationale: 'He has put it in writing to the councillor as well.',
          by: 'maya',
          on: '2026-08-31',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.com/crossing-group/statement',
              excerpt: 'The sentence was mine and not Mr Quill’s. I apologise to him. K. Munt',
            },
          ],
        },
      ],
    },
    {
      key: 'words-in-his-mouth',
      kind: 'quote',
      excerpts: ['“I put words in the man’s mouth,”', '“and I am sorry for it.”'],
      attribution: [named(WHO.munt, 'told')],
      quote: { form: 'direct' },
      tags: ['leaflet'],
      by: 'jonas',
      verifications: [],
    },
    {
      key: 'not-a-day-before',
      kind: 'quote',
      excerpts: ['“We order after your vote, sir, and not a day before.”'],
      attribution: [named(WHO.hollin, 'replied'), named(WHO.transcript, null)],
      quote: { form: 'direct' },
      tags: ['contract'],
      by: 'maya',
      verifications: [
        {
          status: 'accurate',
          rationale: 'Page 47 of the transcript.',
          by: 'owner',
          on: '2026-08-29',
          evidence: [
            {
              stance: 'supports',
              url: 'https://example.org/saltmarrow/works-committee/2026-03-24/transcript',
              excerpt: 'Mr Hollin: We order after your vote, sir, and not a day before.',
            },
          ],
        },
      ],
    },
    {
      key: 'order-form',
      kind: 'claim',
      excerpts: ['an order form seen by the Lantern is dated 11 February'],
      attribution: [ownVoice(WHO.kowalke)],
      claim: {
        normalized: 'Hollin & Dray’s order form for the new pin bears the date of 11 February 2026.',
        checkworthy: true,
      },
      tags: ['contract'],
      by: 'maya',
      verifications: [],
    },
    {
      key: 'contract-in-september',
      kind: 'prediction',
      excerpts: ['the committee would probably take up the contract again in September'],
      attribution: [named(WHO.ferreiro, 'said')],
      prediction: {
        horizonText: 'in September',
        deadline: '2026-09-30',
        condition: null,
        likelihoodWords: 'probably',
        probability: null,
        criteria: 'The contract is an item that the works committee deals with in September 2026.',
        deadlineBasis: 'stated',
        deadlineEarliest: '2026-09-01',
      },
      tags: ['contract', 'council'],
      by: 'jonas',
      verifications: [
        {
          status: 'in_review',
          rationale:
            'It stood on the agenda of 22 September. Whether it was reached, the clerk will tell us.',
          by: 'maya',
          on: '2026-10-05',
          evidence: [],
        },
      ],
    },
  ],
};
