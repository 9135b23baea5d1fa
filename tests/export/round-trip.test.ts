import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, type Span } from '@/lib/domain/span';
import { TextIndex } from '@/lib/domain/text-index';
import { TEXT_MODES, type TextMode } from '@/lib/domain/vocabulary';
import { bratFiles, bratLosses } from '@/lib/export/brat';
import { conllChunks, conllLosses } from '@/lib/export/conll';
import { doccanoLines, doccanoLosses } from '@/lib/export/doccano';
import type { ExportedDocument } from '@/lib/export/records';
import { labelStudioChunks } from '@/lib/export/labelstudio';
import type { Loss } from '@/lib/export/loss';
import { parquetChunks } from '@/lib/export/parquet';
import { shownText } from '@/lib/export/shown-text';
import { webannoFiles, webannoLosses } from '@/lib/export/webanno';
import { type ZippedFile, zipChunks } from '@/lib/export/zip';
import { bratMarks } from '@/lib/ingest/datasets/brat-marks';
import { doccanoMarks } from '@/lib/ingest/datasets/doccano-marks';
import { labelStudioMarks } from '@/lib/ingest/datasets/labelstudio-marks';
import type { DatasetFile, ReadDataset } from '@/lib/ingest/datasets/read-marks';
import { webannoMarks } from '@/lib/ingest/datasets/webanno-marks';
import { hardDocument } from './adversarial';
import { bytesOf, filesOf, rowsOf } from './readable';
import { streamOf, textOf } from './records-fixture';

const CASES = 500;

/** What a document holds and what was read back, in one form. */
const marksOf = ({ rows }: ExportedDocument) =>
  rows.map(({ annotation: { id, kind, spans } }) => ({
    id,
    kind,
    spans: spans.map(({ start, end }) => ({ start, end })),
  }));
const readMarksOf = ({ documents }: ReadDataset) =>
  documents.flatMap(({ marks }) => marks.map(({ id, kind, spans }) => ({ id, kind, spans })));

async function zipped(files: AsyncIterable<ZippedFile>): Promise<DatasetFile[]> {
  const archive = filesOf(await bytesOf(zipChunks(files)));
  return Object.entries(archive).map(([name, text]) => ({ name, text }));
}
const isLost = (losses: Iterable<Loss>, what: Loss['what'], id: string, span?: Span): boolean =>
  [...losses].some(
    (loss) =>
      loss.what === what &&
      loss.annotationId === id &&
      (!span || (loss.span?.start === span.start && loss.span.end === span.end)),
  );
const property = (holds: (document: ExportedDocument, mode: TextMode) => Promise<void>) =>
  fc.assert(fc.asyncProperty(hardDocument, fc.constantFrom(...TEXT_MODES), holds), { numRuns: CASES });

describe(`what is written is read back, in ${CASES} hard documents each`, () => {
  test('doccano: everything but that stretches belong together is in the labels; ids put them together', () =>
    property(async (document, mode) => {
      const text = await textOf(doccanoLines({ text: mode }, streamOf([document])));
      expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      expect(text.trimEnd()).not.toContain('\n');
      const read = doccanoMarks({ name: 'x', text });
      expect(read.refused).toEqual([]);
      expect(readMarksOf(read)).toEqual(marksOf(document));
      if (mode === 'full') expect(read.documents[0]!.text).toBe(document.revision.text);
      for (const { annotation } of document.rows)
        expect(isLost(doccanoLosses(document), 'discontinuity', annotation.id)).toBe(
          annotation.spans.length > 1,
        );
    }));

  test('Label Studio: all of it, with the record of each annotation', () =>
    property(async (document, mode) => {
      const text = await textOf(labelStudioChunks({ text: mode }, streamOf([document])));
      const read = labelStudioMarks({ name: 'x', text });
      expect(read.refused).toEqual([]);
      expect(readMarksOf(read)).toEqual(marksOf(document));
      for (const { record } of read.documents[0]!.marks) expect(record).toHaveProperty('attribution');
      const [task] = JSON.parse(text) as {
        data: { text: string };
        annotations: { result: { type: string; value: Span & { text: string } }[] }[];
      }[];
      for (const { type, value } of task!.annotations[0]!.result)
        if (type === 'labels') expect(task!.data.text.slice(value.start, value.end)).toBe(value.text);
    }));

  test('brat: all of it but marks of nothing but line ends', () =>
    property(async (document, mode) => {
      const files = await zipped(bratFiles({ text: mode }, streamOf([document])));
      const read = bratMarks(files);
      expect(read.refused).toEqual([]);
      const lost = (id: string) => isLost(bratLosses(document), 'annotation', id);
      expect(readMarksOf(read)).toEqual(marksOf(document).filter(({ id }) => !lost(id)));
      for (const line of files.find(({ name }) => name.endsWith('.ann'))!.text.split('\n'))
        expect(line).toMatch(/^([TAR#]\d+\t.*)?$/u);
    }));

  test('WebAnno: all of it but white space at the ends of a stretch', () =>
    property(async (document, mode) => {
      const files = await zipped(webannoFiles({ text: mode }, streamOf([document])));
      const index = new TextIndex(document.revision.text);
      const read = webannoMarks(files);
      expect(read.refused).toEqual([]);
      const losses = [...webannoLosses(document)];
      const expected = document.rows.flatMap(({ annotation: { id, kind, spans } }) => {
        const kept = spans
          .filter((span) => !isLost(losses, 'span', id, span))
          .map((span) => trimmed(index, span));
        for (const span of spans)
          expect(isLost(losses, 'boundary', id, span) || isLost(losses, 'span', id, span)).toBe(
            !sameSpan(span, trimmed(index, span)),
          );
        return kept.length > 0 ? [{ id, kind, spans: kept }] : [];
      });
      const inOrder = (marks: typeof expected) => [...marks].sort((a, b) => a.id.localeCompare(b.id));
      expect(inOrder(readMarksOf(read) as typeof expected)).toEqual(inOrder(expected));
      const [tsv] = files.filter(({ name }) => name.endsWith('.tsv'));
      for (const line of tsv!.text.split('\n'))
        if (/^\d/.test(line))
          expect(line.split('\t')).toHaveLength(
            document.rows.some(({ annotation }) =>
              annotation.spans.some((span) => !isLost(losses, 'span', annotation.id, span)),
            )
              ? 8
              : 4,
          );
    }));

  test('CoNLL: each tag is of a mark, each kept mark has its tags, and what overlaps is told', () =>
    property(async (document, mode) => {
      const text = await textOf(conllChunks({ text: mode }, streamOf([document])));
      const index = new TextIndex(document.revision.text);
      const losses = [...conllLosses(document)];
      const tokens = text
        .split('\n')
        .filter((line) => /^\d/.test(line))
        .map((line) => line.split('\t'));
      const read: (Span & { kind: string })[] = [];
      for (const cells of tokens) {
        expect(cells).toHaveLength(5);
        const [start, end, tag] = [Number(cells[2]), Number(cells[3]), cells[4]!];
        if (mode === 'full') expect(index.slice(start, end)).toBe(cells[1]);
        if (tag.startsWith('B-')) read.push({ start, end, kind: tag.slice(2) });
        else if (tag.startsWith('I-')) read.at(-1)!.end = end;
      }
      const stretches = document.rows.flatMap(({ annotation: { id, kind, spans } }) =>
        spans.map((span) => ({ id, kind, span })),
      );
      const kept = stretches.filter(
        ({ id, span }) => !isLost(losses, 'overlap', id, span) && !isLost(losses, 'span', id, span),
      );
      const inOrder = (spans: (Span & { kind: string })[]) => [...spans].sort((a, b) => a.start - b.start);
      expect(inOrder(read)).toEqual(
        inOrder(kept.map(({ kind, span }) => ({ ...trimmed(index, span), kind }))),
      );
      for (const a of kept) for (const b of kept) if (a !== b) expect(overlaps(a.span, b.span)).toBe(false);
    }));

  test('Parquet: every row, its numbers numbers and its words unchanged, by another program’s reader', () =>
    fc.assert(
      fc.asyncProperty(hardDocument, async (document) => {
        const rows = await rowsOf(
          await bytesOf(parquetChunks({ text: 'excerpts' }, streamOf(document.rows))),
        );
        expect(
          rows.map(({ annotation_id, start, end, source }) => ({ annotation_id, start, end, source })),
        ).toEqual(
          document.rows.map(({ annotation }) => ({
            annotation_id: annotation.id,
            start: annotation.spans[0]!.start,
            end: annotation.spans[0]!.end,
            source: annotation.attribution[0]!.source.name,
          })),
        );
      }),
      { numRuns: 100 },
    ));
});

describe('how much of a text is shown', () => {
  test('offsets stay true in either unit, and no word is shown that the mode leaves out', () =>
    fc.assert(
      fc.property(hardDocument, fc.constantFrom(...TEXT_MODES), ({ revision: { text }, rows }, mode) => {
        const index = new TextIndex(text);
        const spans = rows.flatMap(({ annotation }) => annotation.spans);
        const shown = new TextIndex(shownText(mode, index, spans));
        expect([shown.length, shown.text.length]).toEqual([index.length, text.length]);
        expect(shown.text.replace(/\S/gu, '').length).toBe(text.replace(/\S/gu, '').length);
        if (mode === 'full') expect(shown.text).toBe(text);
        if (mode === 'offsets') expect(shown.text).toMatch(/^[\s\p{Cc}▒\u{1FB90}]*$/u);
        if (mode === 'excerpts')
          for (const { start, end } of spans) expect(shown.slice(start, end)).toBe(index.slice(start, end));
      }),
      { numRuns: CASES },
    ));
});

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** The span without white space at its ends. */
function trimmed(index: TextIndex, { start, end }: Span): Span {
  const characters = [...index.slice(start, end)];
  const isVisible = (character: string) => /[^\s\p{Cc}]/u.test(character);
  const first = characters.findIndex(isVisible);
  const last = characters.findLastIndex(isVisible);
  return first < 0 ? { start: end, end } : { start: start + first, end: start + last + 1 };
}
