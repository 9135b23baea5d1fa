import { textModeOf } from '@/lib/domain/licence';
import { bySpan, overlaps, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import type { Kind } from '@/lib/domain/vocabulary';
import { documentName, documentText, unitsFromSpan } from './document';
import { type Loss, lossesOfParts, lossOf } from './loss';
import { type DescribedAnnotation, type ExportOptions, OFFSET_UNIT, type ExportedDocument } from './records';
import { type Sentence, sentencesOf } from './sentences';

/** One stretch of an annotation. */
interface Stretch {
  row: DescribedAnnotation;
  span: Span;
}

/**
 * One token a line in the columns ID, FORM, START, END, TAG, divided by tabs; a blank line after each sentence, comments
 * (`# newdoc id = …`) before each document as in CoNLL-U Plus. FORM is never first, so that no word can be taken for a
 * comment. Offsets are code points. TAG is `B-claim`, `I-claim`, … or `O`. Tokens are cut where a mark begins or ends
 * inside one, so that no boundary moves. A token has one tag: of stretches that overlap, the one that begins first is
 * kept, of two that begin together the longer. See {@link conllLosses}.
 */
export async function* conllChunks(
  { text, canary }: ExportOptions,
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<string> {
  yield `# global.columns = ID FORM START END TAG\n# offset_unit = ${OFFSET_UNIT}\n# text_mode = ${text}\n`;
  if (canary !== undefined) yield `# canary = ${canary}\n`;
  for await (const document of documents) {
    const mode = textModeOf(text, document.article);
    const { index, shown } = documentText(mode, document);
    yield `# newdoc id = ${documentName(document)}\n# article_id = ${document.article.id}\n# revision_id = ${document.revision.id}\n# document_text_mode = ${mode}\n`;
    const kept = keptStretches(document.rows).kept.map(({ row, span }) => ({
      ...unitsFromSpan(index, span),
      kind: row.annotation.kind,
    }));
    let next = 0;
    for (const sentence of sentencesOf(index.text)) {
      // Both are in the order of the text: what ended before this sentence is done with.
      while (next < kept.length && kept[next]!.end <= sentence.start) next++;
      yield sentenceLines(index, shown, sentence, kept, next);
    }
    yield '\n';
  }
}

function sentenceLines(
  index: TextIndex,
  shown: TextIndex,
  { tokens }: Sentence,
  kept: readonly (Span & { kind: Kind })[],
  from: number,
): string {
  let lines = '';
  let id = 0;
  let current = from;
  for (const token of tokens)
    for (let start = token.start; start < token.end;) {
      while (current < kept.length && kept[current]!.end <= start) current++;
      const mark = kept[current];
      const isInside = mark !== undefined && mark.start <= start;
      const end = Math.min(token.end, mark === undefined ? token.end : isInside ? mark.end : mark.start);
      const cut = end > start ? end : token.end;
      const form = shown.text.slice(start, cut);
      const tag = isInside ? `${beginsAt(index.text, mark, start) ? 'B' : 'I'}-${mark.kind}` : 'O';
      lines += `${++id}\t${form}\t${index.codePointFromUnit(start)}\t${index.codePointFromUnit(cut)}\t${tag}\n`;
      start = cut;
    }
  return `${lines}\n`;
}

/** Whether nothing visible of the mark lies before this token. */
const beginsAt = (text: string, mark: Span, start: number): boolean =>
  mark.start === start || !VISIBLE.test(text.slice(mark.start, start));
const VISIBLE = /[^\s\p{Cc}]/u;

/** The stretches that one column of tags can hold, in the order of the text, and those it cannot. */
function keptStretches(rows: readonly DescribedAnnotation[]): { kept: Stretch[]; lost: Stretch[] } {
  const stretches = rows.flatMap((row) => row.annotation.spans.map((span) => ({ row, span })));
  stretches.sort((a, b) => bySpan(a.span, b.span));
  const kept: Stretch[] = [];
  const lost: Stretch[] = [];
  for (const stretch of stretches) {
    const last = kept.at(-1);
    (last && overlaps(last.span, stretch.span) ? lost : kept).push(stretch);
  }
  return { kept, lost };
}

/** What a column of tags cannot hold of a document, annotation by annotation. */
export function* conllLosses({ revision, rows }: ExportedDocument): Generator<Loss> {
  const index = new TextIndex(revision.text);
  const lost = new Map<string, Span[]>();
  for (const { row, span } of keptStretches(rows).lost)
    lost.set(row.annotation.id, [...(lost.get(row.annotation.id) ?? []), span]);
  for (const row of rows) {
    const { spans, id } = row.annotation;
    const overlapped = lost.get(id) ?? [];
    for (const span of overlapped)
      yield lossOf(
        row,
        'overlap',
        'It overlaps a mark that begins before it, and a token has one tag.',
        span,
      );
    const kept = spans.filter((span) => !overlapped.includes(span));
    for (const span of kept) yield* edgeLosses(row, index, span);
    if (spans.length > 1) yield lossOf(row, 'discontinuity', 'Its stretches stand as marks of their own.');
    yield* lossesOfParts(row, [
      'status',
      'verification',
      'attribution',
      'details',
      'tags',
      'attributes',
      'anchor',
    ]);
  }
}

/** Marks that begin or end in white space, of which there are no tokens. */
export function* edgeLosses(row: DescribedAnnotation, index: TextIndex, span: Span): Generator<Loss> {
  const words = index.slice(span.start, span.end);
  if (!VISIBLE.test(words))
    yield lossOf(row, 'span', 'It marks nothing but white space, of which there are no tokens.', span);
  else if (EDGES.test(words))
    yield lossOf(row, 'boundary', 'It begins or ends with white space, of which there are no tokens.', span);
}
const EDGES = /^[\s\p{Cc}]|[\s\p{Cc}]$/u;
