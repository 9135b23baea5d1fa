import type { LossCounts, LossSubject } from '@/lib/domain/loss-counts';
import type { AskedText } from '@/lib/domain/licence';
import type { ExportFormat } from '@/lib/domain/vocabulary';
import type { Span } from '@/lib/domain/span';
import type { OffsetUnit } from '@/lib/domain/export-file';
import { jsonLine } from './json-line';
import { type DescribedAnnotation, OFFSET_UNIT, verificationInForce } from './records';

/** One thing that a format cannot hold, by the id of its annotation. `span` is in code points, like every offset of a report. */
export interface Loss {
  annotationId: string;
  articleId: string;
  what: LossSubject;
  reason: string;
  span?: Span;
}

/** Parts of an annotation beside its kind and its spans, which a format holds or does not. */
const PARTS = {
  status: 'It has no place for a status.',
  verification: 'It has no place for a decision with its rationale and evidence.',
  attribution: 'It has no place for who is said to have said it.',
  details: 'It has no place for what is recorded of this kind alone.',
  tags: 'It has no place for tags.',
  attributes: 'It has no place for the attributes that the guideline defines.',
  anchor: 'It does not tell that the text has changed since, and that this has to be looked at again.',
} as const satisfies Partial<Record<LossSubject, string>>;
type Part = keyof typeof PARTS;

/** Losses of one annotation in a format that holds none of the given parts. What is empty cannot be lost. */
export function lossesOfParts(row: DescribedAnnotation, parts: readonly Part[]): Loss[] {
  return parts.filter((part) => hasPart[part](row)).map((part) => lossOf(row, part, PARTS[part]));
}

const hasPart: Record<Part, (row: DescribedAnnotation) => boolean> = {
  status: ({ annotation }) => annotation.status !== 'unverified' && annotation.status !== 'pending',
  verification: (row) => verificationInForce(row) !== null,
  attribution: ({ annotation }) => annotation.attribution.length > 0,
  details: ({ annotation: { claim, quote, prediction } }) =>
    Object.values({ ...claim, ...quote, ...prediction }).some((value) => value !== null),
  tags: ({ annotation }) => annotation.tags.length > 0,
  attributes: ({ annotation }) => Object.keys(annotation.attributes).length > 0,
  anchor: ({ annotation }) => annotation.anchor === 'orphaned' || annotation.recheck !== null,
};

export const lossOf = (
  { annotation }: DescribedAnnotation,
  what: LossSubject,
  reason: string,
  span?: Span,
): Loss => ({
  annotationId: annotation.id,
  articleId: annotation.articleId,
  what,
  reason,
  ...(span && { span: { start: span.start, end: span.end } }),
});

/** What a kind of export never holds, whatever the workspace has: it is chosen with the format, and nobody is asked. */
export const LEFT_OUT: Record<ExportFormat, readonly string[]> = leftOut();

function leftOut(): Record<ExportFormat, readonly string[]> {
  const always = ['history of changes', 'deleted annotations', 'comments'];
  const rows = [
    ...always,
    'articles without annotations',
    'regions',
    'near-copies',
    'other names and affiliations of sources',
    'earlier revisions and their anchors',
    'decisions that are not in force',
  ];
  const documents = rows.filter((what) => what !== 'articles without annotations');
  return {
    jsonl: [...always, 'correction requests'],
    csv: rows,
    w3c: rows,
    parquet: rows,
    claimreview: [...rows, 'what is not published'],
    brat: documents,
    conll: documents,
    webanno: documents,
    labelstudio: documents,
    doccano: documents,
    averitec: rows,
  };
}

/** Counts losses as they pass by, in constant memory: those of one annotation stand together. */
export class LossTally {
  readonly counts: LossCounts = { losses: 0, annotations: 0, by: {} };
  #last: string | null = null;

  add(loss: Loss): void {
    this.counts.losses++;
    this.counts.by[loss.what] = (this.counts.by[loss.what] ?? 0) + 1;
    if (loss.annotationId !== this.#last) this.counts.annotations++;
    this.#last = loss.annotationId;
  }
}

/**
 * The loss report of an export: one JSON object, a loss a line, `counts` at its end, because they are known when the
 * last loss was written. `leftOut` names what the format never holds. Offsets are code points, as in the workspace,
 * whatever the format counts; `offsetUnit` is the format's own.
 */
export async function* lossReportChunks(
  { format, text, offsetUnit }: { format: ExportFormat; text: AskedText; offsetUnit: OffsetUnit },
  losses: AsyncIterable<Loss>,
  tally = new LossTally(),
): AsyncGenerator<string> {
  const head = { format, text, offsetUnit, spanUnit: OFFSET_UNIT, leftOut: LEFT_OUT[format] };
  yield `${JSON.stringify(head).slice(0, -1)},"losses":[`;
  let separator = '\n';
  for await (const loss of losses) {
    tally.add(loss);
    yield separator + jsonLine(loss).trimEnd();
    separator = ',\n';
  }
  yield `\n],"counts":${JSON.stringify(tally.counts)}}\n`;
}
