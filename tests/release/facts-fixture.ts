import { createHash, createHmac } from 'node:crypto';
import type { Agreement } from '@/lib/domain/agreement/agreement-schema';
import { agreementFrom } from '@/lib/domain/agreement/agreement-schema';
import { agreementReport } from '@/lib/domain/agreement/agreement-report';
import type { ReleaseFile } from '@/lib/domain/release';
import { releaseOptionsSchema } from '@/lib/domain/release-options';
import { canaryOf } from '@/lib/release/canary';
import type { KeyedHash, ReleaseFacts } from '@/lib/release/release-facts';
import { splitsOf, splitsSummaryOf } from '@/lib/release/splits';

/** A release that was never made: every field has something in it, and texts that break what they are put into. */

export const RELEASE_ID = '0195e000-0000-7000-8000-0000000000c1';
export const keyedHash: KeyedHash = (words) => createHmac('sha256', 'a key').update(words).digest('hex');
export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Names and titles that mean something to Markdown, YAML, CSV, JSON, BibTeX, or turn the writing direction. */
export const HARD_WORDS: readonly string[] = [
  'a | b "c" \\d\\ `e` *f* _g_ [h](http://i) <script>j</script>',
  'two\nlines\r\nand: a # comment',
  '=HYPERLINK("http://evil.example")',
  '- not a list',
  '---',
  '{curly} %percent &amp; $x$ ~ ^',
  'خبر عاجل: الأسعار ستنخفض',
  'left \u202e right \u2066 open',
  '🛬 👨‍👩‍👧‍👦 e\u0301',
  'yes',
  '1.0',
  'null',
  "it's: 'quoted'",
  '\u2028 \u0085 \ufeff',
];

const article = (n: number, publishedAt: string | null) => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  title: `Ferry number ${n} runs again`,
  publishedAt,
  publishedAtPrecision: publishedAt ? ('day' as const) : null,
  kinds: { claim: 2, quote: 1, prediction: n % 2 },
  nearCopies: [],
});

const annotator = (n: number) => ({ id: `00000000-0000-8000-8000-00000000000${n}`, name: `Annotator ${n}` });
const mark = (id: string, start: number, end: number) => ({
  id,
  kind: 'claim' as const,
  spans: [{ start, end }],
  attributes: {},
});

/** Two annotators over one article who agree on one claim of two, so that some figures are undefined. */
export const AGREEMENT: Agreement = agreementFrom(
  agreementReport([
    {
      articleId: article(1, null).id,
      length: 200,
      passes: [
        {
          annotator: annotator(1),
          annotations: [mark('a', 0, 20), mark('b', 40, 60)],
          completeKinds: ['claim', 'quote', 'prediction'],
        },
        {
          annotator: annotator(2),
          annotations: [mark('c', 0, 20)],
          completeKinds: ['claim', 'quote', 'prediction'],
        },
      ],
    },
  ] as unknown as Parameters<typeof agreementReport>[0]),
  new Map(),
);

const options = releaseOptionsSchema.parse({ seed: 7 });
const splits = splitsOf(
  [article(1, '2026-01-05'), article(2, '2026-02-01'), article(3, null)],
  options.splits,
  options.seed,
);

export function releaseFacts(given: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    id: RELEASE_ID,
    name: 'Ferries and bridges',
    version: '1.2.0',
    notes: 'The first one\nwith two lines.',
    workspace: { slug: 'desk', name: 'The desk' },
    frozenAt: '2026-03-05T09:30:00.000Z',
    toolVersion: '0.1.0',
    address: 'https://touchstone.example/desk/export/releases/1',
    options,
    part: null,
    canary: canaryOf(RELEASE_ID),
    guideline: { number: 3, summary: 'Hedges are no predictions.' },
    counts: {
      articles: 3,
      revisions: 4,
      sources: 5,
      annotations: 11,
      verifications: 6,
      propositions: 1,
      publishedFactChecks: 1,
      byKind: { claim: 6, quote: 3, prediction: 2 },
      byStatus: {
        claim: { unverified: 4, supported: 2 },
        quote: { accurate: 3 },
        prediction: { pending: 2 },
      },
      recheck: 1,
      orphaned: 0,
      languages: { 'en-GB': 2, uk: 1 },
      published: { from: '2026-01-05', until: '2026-02-01' },
      undatedArticles: 1,
    },
    licences: [
      { licence: null, licenceUrl: null, text: 'excerpts', articles: 2 },
      { licence: 'CC-BY-4.0', licenceUrl: null, text: 'full', articles: 1 },
    ],
    campaigns: [
      {
        name: 'Spring',
        kinds: ['claim', 'quote'],
        annotatorsPerArticle: 2,
        dueOn: '2026-03-01',
        state: 'closed',
      },
    ],
    passes: { passes: 2, annotators: 2, articles: 1, annotations: 3, articlesWithTwo: 1 },
    agreement: AGREEMENT,
    adjudication: { decisions: 2, byOutcome: { take: 1, disagreement: 1 }, articles: 1 },
    splits: splitsSummaryOf(splits),
    warnings: [],
    earlier: null,
    ...given,
  };
}

export const SPLITS = splits;

export const aFile = (name: string, given: Partial<ReleaseFile> = {}): ReleaseFile => ({
  name,
  sha256: sha256(name),
  bytes: 1_234_567,
  mediaType: 'text/plain; charset=utf-8',
  format: null,
  what: `What ${name} is.`,
  offsetUnit: 'none',
  rows: null,
  losses: null,
  ...given,
});

export const FILES: readonly ReleaseFile[] = [
  aFile('dataset.jsonl', { format: 'jsonl', offsetUnit: 'code_point' }),
  aFile('annotations.csv', { format: 'csv', offsetUnit: 'code_point', rows: 11 }),
  aFile('annotations.parquet', { format: 'parquet', offsetUnit: 'code_point', rows: 11 }),
  aFile('doccano.jsonl', {
    format: 'doccano',
    offsetUnit: 'code_point',
    rows: 3,
    losses: {
      report: 'doccano.jsonl.loss.json',
      counts: { losses: 12, annotations: 7, by: { status: 5, attribution: 4, tags: 3 } },
    },
  }),
  aFile('passes.jsonl', { offsetUnit: 'code_point', rows: 2 }),
  aFile('adjudication.jsonl', { offsetUnit: 'code_point', rows: 2 }),
  aFile('splits.csv', { rows: 3 }),
  aFile('LICENCES.csv', { rows: 3 }),
];
