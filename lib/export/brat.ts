import { bySpan, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { ALL_STATUSES, KINDS, QUOTE_FORMS, type TextMode } from '@/lib/domain/vocabulary';
import { describedRecord } from './described-record';
import { documentName, documentText } from './document';
import { jsonLine } from './json-line';
import { type Loss, lossOf } from './loss';
import type { DescribedAnnotation, ExportOptions, ExportedDocument } from './records';
import { shownDocument } from './text-mode';
import type { ZippedFile } from './zip';

/** brat's configuration of the collection: what may stand where. */
export const BRAT_CONFIGURATION = `# Offsets are Unicode code points.
[entities]
${KINDS.join('\n')}
Source
Cue

[relations]
AttributedTo\tArg1:${KINDS.join('|')}, Arg2:Source
CuedBy\tArg1:${KINDS.join('|')}, Arg2:Cue
<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]

[attributes]
Status\tArg:${KINDS.join('|')}, Value:${ALL_STATUSES.join('|')}
Checkworthy\tArg:claim, Value:yes|no
Form\tArg:quote, Value:${QUOTE_FORMS.join('|')}
`;

/**
 * brat standoff: for each document a `.txt` and an `.ann`, and one `annotation.conf`. Offsets are code points, as brat
 * counts them. Stretches of one annotation are one text-bound with several fragments; where a stretch runs over a line
 * end it is cut there, because brat's lines cannot hold one. Status, checkworthiness and form are attributes; the words
 * that name a source, and the cue, are text-bounds of their own with a relation. The rest, and the spans as they are,
 * stand as JSON in an AnnotatorNotes line, so that nothing of an annotation is lost.
 */
export async function* bratFiles(
  { text }: ExportOptions,
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<ZippedFile> {
  yield { name: 'annotation.conf', text: BRAT_CONFIGURATION };
  for await (const each of documents) {
    const { mode, document } = shownDocument(text, each);
    const { shown } = documentText(mode, document);
    yield { name: `${documentName(document)}.txt`, text: shown.text };
    yield { name: `${documentName(document)}.ann`, text: annFrom(mode, shown, document.rows) };
  }
}

/** The lines of one `.ann`; numbers are given within it. */
export function annFrom(mode: TextMode, shown: TextIndex, rows: readonly DescribedAnnotation[]): string {
  const lines: string[] = [];
  const counts = { T: 0, A: 0, R: 0, '#': 0 };
  const next = (letter: keyof typeof counts): string => `${letter}${++counts[letter]}`;
  const textBound = (type: string, spans: readonly Span[]): string => {
    const fragments = fragmentsOf(shown, spans);
    const id = next('T');
    const places = fragments.map(({ start, end }) => `${start} ${end}`).join(';');
    const words = fragments.map(({ start, end }) => shown.slice(start, end)).join(' ');
    lines.push(`${id}\t${type} ${places}\t${words}`);
    return id;
  };
  for (const row of rows) {
    const { annotation } = row;
    if (!isBound(shown, row)) continue;
    const note = jsonLine(describedRecord(mode, row)).trimEnd();
    const id = textBound(annotation.kind, annotation.spans);
    lines.push(`${next('A')}\tStatus ${id} ${annotation.status}`);
    const checkworthy = annotation.claim?.checkworthy;
    if (checkworthy !== null && checkworthy !== undefined)
      lines.push(`${next('A')}\tCheckworthy ${id} ${checkworthy ? 'yes' : 'no'}`);
    if (annotation.quote?.form) lines.push(`${next('A')}\tForm ${id} ${annotation.quote.form}`);
    for (const hop of annotation.attribution)
      for (const [span, type, relation] of [
        [hop.nameSpan, 'Source', 'AttributedTo'],
        [hop.cueSpan, 'Cue', 'CuedBy'],
      ] as const)
        if (span && fragmentsOf(shown, [span]).length > 0)
          lines.push(`${next('R')}\t${relation} Arg1:${id} Arg2:${textBound(type, [span])}\t`);
    lines.push(`${next('#')}\tAnnotatorNotes ${id}\t${note}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** An annotation of line ends alone has no line to stand in. */
const isBound = (index: TextIndex, { annotation }: DescribedAnnotation): boolean =>
  fragmentsOf(index, annotation.spans).length > 0;

/** What brat cannot hold of a document: annotations of nothing but line ends. */
export function* bratLosses({ revision, rows }: ExportedDocument): Generator<Loss> {
  const index = new TextIndex(revision.text);
  for (const row of rows)
    if (!isBound(index, row))
      yield lossOf(row, 'annotation', 'It marks nothing but line ends, and a line of brat holds none.');
}

/** Everything at which some reader of lines breaks one; kept by `split` as pieces of their own. */
const LINE_ENDS = /([\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]+)/u;

/** Spans cut at line ends, in the order of the text. A stretch of line ends alone has no fragment. */
export function fragmentsOf(index: TextIndex, spans: readonly Span[]): Span[] {
  return [...spans].sort(bySpan).flatMap((span) => {
    const fragments: Span[] = [];
    let start = span.start;
    for (const piece of index.slice(span.start, span.end).split(LINE_ENDS)) {
      const end = start + [...piece].length;
      if (piece && !LINE_ENDS.test(piece)) fragments.push({ start, end });
      start = end;
    }
    return fragments;
  });
}
