import { TextIndex } from '@/lib/domain/text-index';
import type { TextMode } from '@/lib/domain/vocabulary';
import { edgeLosses } from './conll';
import { describedRecord } from './described-record';
import { documentName, documentText, unitsFromSpan } from './document';
import { jsonLine } from './json-line';
import type { Loss } from './loss';
import type { ExportOptions, ExportedDocument } from './records';
import { sentencesOf } from './sentences';
import { shownDocument } from './text-mode';
import { webannoTsv, type TsvLayer } from './webanno-tsv';
import type { ZippedFile } from './zip';

/** The span layer that INCEpTION has to know: four features of text. */
export const WEBANNO_LAYER: TsvLayer = {
  type: 'webanno.custom.Touchstone',
  features: ['kind', 'status', 'source', 'annotation'],
};

/**
 * For each document a WebAnno TSV 3.3 file, with offsets in UTF-16 code units, and a `.json` beside it. Each stretch is a
 * span of {@link WEBANNO_LAYER}; stretches of one annotation have the same `annotation`, its id. `source` is the
 * innermost one. All else that is known of the annotations stands in the `.json`, by id, because a TSV repeats each
 * value on every token.
 */
export async function* webannoFiles(
  { text }: ExportOptions,
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<ZippedFile> {
  for await (const each of documents) {
    const { mode, document } = shownDocument(text, each);
    const name = documentName(document);
    yield { name: `${name}.tsv`, text: tsvFrom(mode, document) };
    yield { name: `${name}.json`, text: companionFrom(mode, document) };
  }
}

/** One document as a TSV. */
export function tsvFrom(mode: TextMode, document: ExportedDocument): string {
  const { index, shown } = documentText(mode, document);
  const spans = document.rows.flatMap(({ annotation }) =>
    annotation.spans
      .filter((span) => VISIBLE.test(index.slice(span.start, span.end)))
      .map((span) => ({
        ...unitsFromSpan(index, span),
        values: [
          annotation.kind,
          annotation.status,
          // Readers of lines take a carriage return for the end of one, and the format has no escape for it.
          annotation.attribution[0]?.source.name.replace(/\r/g, ' ') ?? null,
          annotation.id,
        ],
      })),
  );
  return webannoTsv(shown.text, sentencesOf(index.text), WEBANNO_LAYER, spans);
}
const VISIBLE = /[^\s\p{Cc}]/u;

function companionFrom(mode: TextMode, { article, revision, rows }: ExportedDocument): string {
  const { text: _text, ...described } = revision;
  const records = rows.map((row) => [row.annotation.id, describedRecord(mode, row)]);
  return jsonLine({
    offsetUnit: 'code_point',
    tsvOffsetUnit: 'utf16_code_unit',
    textMode: mode,
    article,
    revision: described,
    annotations: Object.fromEntries(records),
  });
}

/** What a table of tokens cannot hold of a document: white space that is marked. */
export function* webannoLosses({ revision, rows }: ExportedDocument): Generator<Loss> {
  const index = new TextIndex(revision.text);
  for (const row of rows) for (const span of row.annotation.spans) yield* edgeLosses(row, index, span);
}
