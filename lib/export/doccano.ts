import { textModeOf } from '@/lib/domain/licence';
import { asciiJson } from './json-line';
import { documentText } from './document';
import { type Loss, lossesOfParts, lossOf } from './loss';
import { type ExportOptions, OFFSET_UNIT, type ExportedDocument } from './records';

/**
 * doccano's JSONL of sequence labelling: one document a line, `label` is a list of `[start, end, kind]` with offsets in
 * code points. doccano keeps the other fields as the document's metadata; `annotationIds` names the annotation of each
 * label. ASCII alone, because doccano guesses the encoding of a file. Overlapping labels need the project's setting
 * “Allow overlapping spans”.
 */
export async function* doccanoLines(
  { text }: ExportOptions,
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<string> {
  for await (const document of documents) {
    const { article, revision, rows } = document;
    const mode = textModeOf(text, article);
    const labels = rows.flatMap(({ annotation }) =>
      annotation.spans.map(({ start, end }) => ({ id: annotation.id, label: [start, end, annotation.kind] })),
    );
    yield `${asciiJson({
      text: documentText(mode, document).shown.text,
      label: labels.map(({ label }) => label),
      annotationIds: labels.map(({ id }) => id),
      articleId: article.id,
      revisionId: revision.id,
      sha256: revision.sha256,
      title: article.title,
      offsetUnit: OFFSET_UNIT,
      textMode: mode,
    })}\n`;
  }
}

/** What doccano has no place for, annotation by annotation. */
export function* doccanoLosses({ rows }: ExportedDocument): Generator<Loss> {
  for (const row of rows) {
    if (row.annotation.spans.length > 1)
      yield lossOf(row, 'discontinuity', 'doccano shows its stretches as labels of their own.');
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
