import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { Span } from '@/lib/domain/span';
import { KINDS } from '@/lib/domain/vocabulary';
import { bratFiles, bratLosses } from '@/lib/export/brat';
import { doccanoLines, doccanoLosses } from '@/lib/export/doccano';
import { jsonlLines } from '@/lib/export/jsonl';
import { labelStudioChunks } from '@/lib/export/labelstudio';
import type { Loss } from '@/lib/export/loss';
import type { DescribedAnnotation, ExportedDocument } from '@/lib/export/records';
import { w3cChunks } from '@/lib/export/w3c';
import { webannoFiles, webannoLosses } from '@/lib/export/webanno';
import { type ZippedFile, zipChunks } from '@/lib/export/zip';
import { type DatasetForm, readDataset } from '@/lib/ingest/datasets/read-dataset';
import type { DatasetFile } from '@/lib/ingest/datasets/read-marks';
import { HARD_CASES, hardDocument, HARD_NAMES } from './adversarial';
import { bytesOf, filesOf } from './readable';
import { annotationOf, describedOf, streamOf, textOf, uuid, WORKSPACE } from './records-fixture';

/** How often each property was put to the test, for whoever reads the log. */
const run: Record<string, number> = {};
afterAll(() => console.info(`round trips: ${JSON.stringify(run)}`));

const RANDOM = 300;
const FORMS: readonly DatasetForm[] = ['w3c', 'brat', 'webanno', 'labelstudio', 'doccano'];

async function written(form: DatasetForm, document: ExportedDocument): Promise<DatasetFile[]> {
  const options = { text: 'full' } as const;
  const documents = () => streamOf([document]);
  const oneFile = async (chunks: AsyncIterable<string>) => [{ name: 'file', text: await textOf(chunks) }];
  switch (form) {
    case 'w3c':
      return oneFile(
        w3cChunks(
          options,
          { workspace: WORKSPACE, total: document.rows.length },
          streamOf(rowsWithText(document)),
        ),
      );
    case 'brat':
      return unzipped(bratFiles(options, documents()));
    case 'webanno':
      return unzipped(webannoFiles(options, documents()));
    case 'labelstudio':
      return oneFile(labelStudioChunks(options, documents()));
    case 'doccano':
      return oneFile(doccanoLines(options, documents()));
  }
}
async function unzipped(files: AsyncIterable<ZippedFile>): Promise<DatasetFile[]> {
  return Object.entries(filesOf(await bytesOf(zipChunks(files)))).map(([name, text]) => ({ name, text }));
}
/** As they are read for formats of rows: the text stands on the first of each revision. */
const rowsWithText = ({ rows, revision }: ExportedDocument): DescribedAnnotation[] =>
  rows.map((row, i) => ({ ...row, revision: { ...row.revision, text: i === 0 ? revision.text : null } }));

const LOSSES: Partial<Record<DatasetForm, (document: ExportedDocument) => Iterable<Loss>>> = {
  brat: bratLosses,
  webanno: webannoLosses,
  doccano: doccanoLosses,
};

interface Held {
  id: string;
  kind: string;
  spans: Span[];
  tags: unknown;
  attribution: unknown;
  details: unknown;
}

/** What must come back: everything but what the loss report names. */
function expected(form: DatasetForm, document: ExportedDocument): Held[] {
  const losses = new Map<string, Loss[]>();
  for (const loss of LOSSES[form]?.(document) ?? [])
    losses.set(loss.annotationId, [...(losses.get(loss.annotationId) ?? []), loss]);
  const characters = [...document.revision.text];
  return document.rows.flatMap(({ annotation }) => {
    const of = losses.get(annotation.id) ?? [];
    const isLost = (what: Loss['what'], span?: Span) =>
      of.some(
        (loss) =>
          loss.what === what && (!span || (loss.span?.start === span.start && loss.span.end === span.end)),
      );
    const spans = annotation.spans
      .filter((span) => !isLost('span', span))
      .map(({ start, end }) =>
        isLost('boundary', { start, end }) ? trimmed(characters, { start, end }) : { start, end },
      );
    if (isLost('annotation') || spans.length === 0) return [];
    return {
      id: annotation.id,
      kind: annotation.kind,
      spans,
      tags: isLost('tags') ? [] : annotation.tags,
      attribution: isLost('attribution')
        ? []
        : annotation.attribution.map(({ source, cue, mode }) => [source.name, source.type, cue, mode]),
      details: isLost('details') ? {} : whatIsThere(annotation[annotation.kind]),
    };
  });
}

/** What was read, in the same form. */
async function returned(form: DatasetForm, document: ExportedDocument): Promise<Held[]> {
  const read = readDataset(form, await written(form, document));
  expect(read.refused).toEqual([]);
  return read.documents.flatMap(({ marks }) =>
    marks.map(({ id, kind, spans, record }) => ({
      id: id!,
      kind,
      spans: spans.map(({ start, end }) => ({ start, end })),
      tags: record.tags ?? [],
      attribution: ((record.attribution ?? []) as Hop[]).map(({ source, cue, mode }) => [
        source.name,
        source.type,
        cue,
        mode,
      ]),
      details: whatIsThere(record[kind]),
    })),
  );
}
type Hop = { source: { name: string; type: string }; cue: string | null; mode: string };

/** Fields that say something; nothing and null are the same. */
const whatIsThere = (details: unknown): object =>
  Object.fromEntries(Object.entries(details ?? {}).filter(([, value]) => value !== null));

const byId = (list: readonly Held[]): Held[] => [...list].sort((a, b) => a.id.localeCompare(b.id));

function trimmed(characters: readonly string[], { start, end }: Span): Span {
  const isVisible = (character: string) => /[^\s\p{Cc}]/u.test(character);
  const words = characters.slice(start, end);
  return { start: start + words.findIndex(isVisible), end: start + words.findLastIndex(isVisible) + 1 };
}

/** A text with a mark on every stretch between two of its boundaries of characters, one over all, nested and crossing ones. */
function coveredDocument(text: string, most = 60): ExportedDocument {
  const { length } = [...text];
  const spans: Span[][] = [[{ start: 0, end: length }]];
  for (let i = 0; i < length && spans.length < most; i++) {
    spans.push([{ start: i, end: i + 1 }]);
    if (i + 3 <= length) spans.push([{ start: i, end: i + 3 }]);
    if (i + 5 <= length)
      spans.push([
        { start: i, end: i + 1 },
        { start: i + 3, end: i + 5 },
      ]);
  }
  return documentOf(text, spans);
}

function documentOf(text: string, spans: readonly Span[][]): ExportedDocument {
  const rows = spans.map((places, i) => {
    const kind = KINDS[i % 3]!;
    const name = HARD_NAMES[i % HARD_NAMES.length]!;
    return describedOf(
      text,
      annotationOf(text, places, {
        id: uuid(1000 + i),
        kind,
        status: kind === 'prediction' ? 'pending' : 'unverified',
        ...(kind === 'claim' && {
          claim: { ...EMPTY_DETAILS.claim!, normalized: name, checkworthy: i % 2 === 0 },
        }),
        ...(kind === 'quote' && { quote: { form: 'direct' } }),
        ...(kind === 'prediction' && { prediction: { ...EMPTY_DETAILS.prediction!, horizonText: name } }),
        attribution: [{ source: { id: uuid(9000 + i), name, type: 'person' }, cue: name, mode: 'named' }],
        tags: [name, 'plain'],
      }),
    );
  });
  const { article, revision } = describedOf(text, annotationOf(text, []));
  return { article, revision: { ...revision, text }, rows };
}

describe.each(FORMS)('%s: what was written, less what the report names, is what comes back', (form) => {
  const holds = async (document: ExportedDocument): Promise<void> => {
    run[form] = (run[form] ?? 0) + 1;
    // Without any annotation this form has no document to speak of.
    if (form === 'w3c' && document.rows.length === 0) return;
    expect(byId(await returned(form, document))).toEqual(byId(expected(form, document)));
  };

  test(`of ${RANDOM} documents at random`, () =>
    fc.assert(fc.asyncProperty(hardDocument, holds), { numRuns: RANDOM }));

  test.each(Object.entries(HARD_CASES))('of a text with a mark at each boundary: %s', async (_, text) => {
    await holds(coveredDocument(text));
  });

  test('of one article with 10,000 marks', async () => {
    const text = Array.from(
      { length: 2_000 },
      (_, n) => `No. ${n} says 📈 e\u0301 so.${n % 7 === 0 ? '\r\n' : ' '}`,
    ).join('');
    const { length } = [...text];
    const step = Math.floor(length / 10_000);
    const spans = Array.from({ length: 10_000 }, (_, n) => [
      { start: n * step, end: Math.min(length, n * step + step + (n % 4)) },
    ]);
    await holds(documentOf(text, spans));
  }, 120_000);
});

test('jsonl: each line is one line whatever it holds, and is read as what was written', () =>
  fc.assert(
    fc.asyncProperty(hardDocument, async ({ rows }) => {
      run.jsonl = (run.jsonl ?? 0) + 1;
      const records = rows.map(({ annotation }) => ({
        type: 'annotation' as const,
        annotation: { ...annotation, anchors: [] },
      }));
      const text = await textOf(jsonlLines({ text: 'full' }, streamOf(records)));
      const lines = text.trimEnd().split(/\r\n|[\n\r\u2028\u2029\u0085]/);
      expect(lines).toHaveLength(rows.length + 1);
      const read = lines.slice(0, -1).map((line) => JSON.parse(line) as { spans: unknown; tags: unknown });
      expect(read.map(({ spans, tags }) => ({ spans, tags }))).toEqual(
        rows.map(({ annotation: { spans, tags } }) => ({ spans, tags })),
      );
    }),
    { numRuns: RANDOM },
  ));
