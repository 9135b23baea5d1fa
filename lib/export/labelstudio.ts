import { ALL_STATUSES, KINDS, type TextMode } from '@/lib/domain/vocabulary';
import { describedRecord } from './described-record';
import { documentText, type DocumentText, unitsFromSpan } from './document';
import { jsonLine } from './json-line';
import type { DescribedAnnotation, ExportOptions, ExportedDocument } from './records';
import { shownDocument } from './text-mode';

/** What Label Studio counts in: it runs in a browser. */
export const UTF16_UNIT = 'utf16_code_unit';

/** The labelling interface that the tasks of {@link labelStudioChunks} are shown with. */
export const LABEL_STUDIO_CONFIG = `<View>
  <Labels name="label" toName="text">
${KINDS.map((kind) => `    <Label value="${kind}"/>`).join('\n')}
  </Labels>
  <Relations>
    <Relation value="continues"/>
  </Relations>
  <Text name="text" value="$text"/>
  <Choices name="status" toName="text" perRegion="true" choice="single">
${ALL_STATUSES.map((status) => `    <Choice value="${status}"/>`).join('\n')}
  </Choices>
</View>
`;

/**
 * Label Studio's JSON: an array of tasks, a document each, one a line. Offsets are UTF-16 code units. Each stretch is a
 * region of {@link LABEL_STUDIO_CONFIG}, the first under the annotation's own id; further ones are joined to it by the
 * relation `continues`. The status is a choice of the region. All else stands under `data.annotations` by id, which
 * Label Studio keeps and gives back: nothing is lost. Tasks and annotations are numbered from 1.
 */
export async function* labelStudioChunks(
  { text }: ExportOptions,
  documents: AsyncIterable<ExportedDocument>,
): AsyncGenerator<string> {
  let separator = '';
  let id = 0;
  yield '[\n';
  for await (const each of documents) {
    const { mode, document } = shownDocument(text, each);
    yield separator + jsonLine(taskFrom(mode, ++id, document)).trimEnd();
    separator = ',\n';
  }
  yield '\n]\n';
}

function taskFrom(mode: TextMode, id: number, document: ExportedDocument): object {
  const { article, revision, rows } = document;
  const texts = documentText(mode, document);
  return {
    id,
    data: {
      text: texts.shown.text,
      title: article.title,
      articleId: article.id,
      revisionId: revision.id,
      revisionNumber: revision.number,
      sha256: revision.sha256,
      textMode: mode,
      offsetUnit: UTF16_UNIT,
      annotations: Object.fromEntries(rows.map((row) => [row.annotation.id, describedRecord(mode, row)])),
    },
    annotations: [
      {
        id,
        was_cancelled: false,
        ground_truth: false,
        result: rows.flatMap((row) => resultsFrom(texts, row)),
      },
    ],
    predictions: [],
  };
}

function resultsFrom({ index, shown }: DocumentText, { annotation }: DescribedAnnotation): object[] {
  const regions = annotation.spans.map((span, i) => ({
    id: i === 0 ? annotation.id : `${annotation.id}-${i + 1}`,
    value: { ...unitsFromSpan(index, span), text: shown.slice(span.start, span.end) },
  }));
  const place = { to_name: 'text', origin: 'manual' };
  return [
    ...regions.flatMap(({ id, value }) => [
      { id, from_name: 'label', ...place, type: 'labels', value: { ...value, labels: [annotation.kind] } },
      {
        id,
        from_name: 'status',
        ...place,
        type: 'choices',
        value: { ...value, choices: [annotation.status] },
      },
    ]),
    ...regions.slice(1).map(({ id }) => ({
      type: 'relation',
      from_id: id,
      to_id: annotation.id,
      direction: 'right',
      labels: ['continues'],
    })),
  ];
}
