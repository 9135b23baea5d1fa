import { wordsOf } from '@/lib/domain/annotation-words';
import { isWebAddress } from '@/lib/domain/web-address';
import type { Status, TextMode } from '@/lib/domain/vocabulary';
import { jsonLine } from './json-line';
import { type Loss, lossesOfParts, lossOf } from './loss';
import {
  type DescribedAnnotation,
  type DescribedEvidence,
  type ExportOptions,
  verificationInForce,
} from './records';
import { shownExcerpt, shownRow } from './text-mode';

/** The four labels of AVeriTeC (Schlichtkrull et al. 2023, table 2) by our statuses of claims. */
const LABELS: Partial<Record<Status, string>> = {
  supported: 'Supported',
  refuted: 'Refuted',
  conflicting: 'Conflicting Evidence/Cherrypicking',
  not_enough_evidence: 'Not Enough Evidence',
};

const labelOf = ({ annotation }: DescribedAnnotation): string | null =>
  annotation.kind === 'claim' ? (LABELS[annotation.status] ?? null) : null;

/**
 * AVeriTeC's JSON: an array of decided claims, one a line. There are no offsets in it. `claim` is the normalised claim,
 * else the marked words, which mode `offsets` leaves out. The evidence stands as answers to one question, because we
 * record what was found and not which question led there. Fields that we do not record are null or empty. What is no
 * decided claim is left behind: see {@link averitecLosses}.
 */
export async function* averitecChunks(
  { text }: ExportOptions,
  rows: AsyncIterable<DescribedAnnotation>,
): AsyncGenerator<string> {
  let separator = '';
  yield '[\n';
  for await (const each of rows) {
    const label = labelOf(each);
    if (label === null) continue;
    const { mode, row } = shownRow(text, each);
    yield separator + jsonLine(claimFrom(mode, row, label)).trimEnd();
    separator = ',\n';
  }
  yield '\n]\n';
}

function claimFrom(mode: TextMode, row: DescribedAnnotation, label: string): object {
  const { annotation, article } = row;
  const decision = verificationInForce(row);
  const claim = annotation.claim?.normalized ?? (mode === 'offsets' ? null : wordsOf(annotation));
  return {
    claim_id: annotation.id,
    claim,
    required_reannotation: false,
    label,
    justification: decision?.rationale ?? null,
    claim_date: dateFrom(article),
    speaker: annotation.attribution[0]?.source.name ?? null,
    original_claim_url: article.url,
    cached_original_claim_url: null,
    fact_checking_article: null,
    reporting_source: article.publisher,
    location_ISO_code: null,
    claim_types: [],
    fact_checking_strategies: [],
    questions: [
      {
        question: 'Is the claim borne out?',
        answers: (decision?.evidence ?? []).map((item) => answerFrom(mode, item)),
      },
    ],
  };
}

/** The data set writes days as 25-8-2020. */
function dateFrom({ publishedAt, publishedAtPrecision }: DescribedAnnotation['article']): string | null {
  if (publishedAt === null || publishedAtPrecision !== 'day') return null;
  const [year, month, day] = publishedAt.slice(0, 10).split('-').map(Number);
  return `${day}-${month}-${year}`;
}

function answerFrom(mode: TextMode, item: DescribedEvidence): object {
  const excerpt = shownExcerpt(mode, item);
  const url = item.url ?? item.articleUrl;
  return {
    answer: excerpt ?? '',
    answer_type: excerpt ? 'Extractive' : 'Unanswerable',
    source_url: url !== null && isWebAddress(url) ? url : null,
    source_medium: url === null ? 'Other' : 'Web text',
    cached_source_url: null,
    stance: item.stance,
  };
}

/** What the data set's form cannot hold, annotation by annotation. */
export async function* averitecLosses(rows: AsyncIterable<DescribedAnnotation>): AsyncGenerator<Loss> {
  for await (const row of rows) {
    const { annotation } = row;
    if (labelOf(row) === null) {
      const reason =
        annotation.kind === 'claim'
          ? 'It is not decided, and every claim of the data set has a label.'
          : `It is a ${annotation.kind}, and the data set holds claims.`;
      yield lossOf(row, 'annotation', reason);
      continue;
    }
    for (const span of annotation.spans)
      yield lossOf(row, 'span', 'It has no place for where the words stand.', span);
    if ((verificationInForce(row)?.evidence ?? []).some((item) => item.span !== null))
      yield lossOf(row, 'evidence_position', 'It has no place for where the evidence stands in its article.');
    if ((verificationInForce(row)?.searches ?? []).length > 0)
      yield lossOf(row, 'verification', 'It has no place for what was searched.');
    if (annotation.attribution.length > 1)
      yield lossOf(row, 'attribution', 'It names one speaker, not through whom the words came.');
    yield* lossesOfParts(row, ['tags', 'attributes', 'anchor']);
  }
}
