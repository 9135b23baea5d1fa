import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { TextMode } from '@/lib/domain/vocabulary';
import { CSV_COLUMNS, csvChunks } from '@/lib/export/csv';
import { originalCell } from '@/lib/export/formula';
import type { DescribedAnnotation } from '@/lib/export/records';
import { rowsFromCsv } from './csv-reader';
import {
  annotationOf,
  aVerification,
  describedOf,
  hardRows,
  streamOf,
  textOf,
  uuid,
  wordsAt,
} from './records-fixture';

const csvOf = (rows: DescribedAnnotation[], text: TextMode = 'excerpts'): Promise<string> =>
  textOf(csvChunks({ text }, streamOf(rows)));

async function tableOf(rows: DescribedAnnotation[], text: TextMode = 'excerpts') {
  const [header, ...lines] = rowsFromCsv(await csvOf(rows, text));
  return lines.map((cells) => {
    expect(cells).toHaveLength(header!.length);
    return Object.fromEntries(header!.map((name, i) => [name, cells[i]!])) as Record<string, string>;
  });
}

test('an empty workspace gives the header alone, without a byte order mark', async () => {
  const csv = await csvOf([]);
  expect(csv).toBe(`${CSV_COLUMNS.join(',')}\r\n`);
});

test('every row holds its words at its offsets, whatever the script', async () => {
  const rows = hardRows();
  const table = await tableOf(rows, 'full');
  expect(table).toHaveLength(rows.length);
  table.forEach((row, i) => {
    const { text } = rows[i]!.revision;
    const spans = JSON.parse(row.spans!) as { start: number; end: number; exact: string }[];
    for (const span of spans) expect(wordsAt(text!, span)).toBe(span.exact);
    expect(originalCell(row.exact!)).toBe(spans.map((span) => span.exact).join(' … '));
    expect([row.start, row.end]).toEqual([String(spans[0]!.start), String(spans[0]!.end)]);
    expect(row.offset_unit).toBe('code_point');
    expect(originalCell(row.revision_text!)).toBe(text);
  });
});

test('no cell begins like a formula, but numbers stay numbers', async () => {
  const text = '-5 per cent';
  const annotation = annotationOf(text, [{ start: 0, end: 11 }], {
    kind: 'prediction',
    status: 'did_not_come_true',
    claim: undefined,
    tags: ['=tag'],
    attribution: [
      { source: { id: uuid(5), name: '@minister', type: 'person' }, cue: '+said', mode: 'named' },
      { source: { id: uuid(6), name: '=agency', type: 'organisation' }, cue: null, mode: 'named' },
    ],
    prediction: {
      ...EMPTY_DETAILS.prediction,
      horizonText: '\tby May',
      deadline: '2026-05-01',
      condition: null,
      likelihoodWords: null,
      probability: 0.25,
      criteria: null,
    },
  });
  const verification = {
    ...aVerification({ status: 'did_not_come_true' }),
    evidence: aVerification().evidence.map((item) => ({
      ...item,
      articleUrl: null,
      articleTextAllowed: null,
    })),
  };
  const csv = await csvOf([describedOf(text, annotation, { verification })], 'full');
  for (const cell of rowsFromCsv(csv).flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
  const [row] = await tableOf([describedOf(text, annotation, { verification })]);
  expect(row).toMatchObject({
    exact: "'-5 per cent",
    start: '0',
    source: "'@minister",
    source_type: 'person',
    cue: "'+said",
    via: "'=agency",
    prediction_horizon_text: "'\tby May",
    prediction_probability: '0.25',
    prediction_deadline: '2026-05-01',
    tags: '["=tag"]',
    rationale: '\'=The harbour office, "in full", says otherwise.',
    evidence_urls: 'https://office.example/table',
    verified_by: 'Bo Varga',
    criteria_post_hoc: 'false',
  });
});

test('a status that must be checked again does not stand beside the old rationale', async () => {
  const text = 'The sky is green.';
  const annotation = annotationOf(text, [{ start: 0, end: 16 }], { recheck: { sinceRevision: 2 } });
  const verification = { ...aVerification(), evidence: [] };
  const [row] = await tableOf([describedOf(text, annotation, { verification })]);
  expect(row).toMatchObject({
    status: 'unverified',
    rationale: '',
    verified_by: '',
    recheck_since_revision: '2',
  });
});

test('offsets leaves the words out and keeps the columns', async () => {
  const csv = await csvOf(hardRows(), 'offsets');
  expect(csv).not.toContain('will land');
  expect(csv).not.toContain('物価');
  const [row] = await tableOf(hardRows(), 'offsets');
  expect(Object.keys(row!)).toEqual(CSV_COLUMNS);
  expect(JSON.parse(row!.spans!)).toEqual([{ start: expect.any(Number), end: expect.any(Number) }]);
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc
    .array(fc.constantFrom(',', '"', '\n', '\r', '\r\n', '\t', ';', "'", '=', ' ', 'a', '🙂'), {
      minLength: 1,
    })
    .map((characters) => characters.join('')),
);

test('any text is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = texts.map((text) => {
        const { length } = [...text];
        return describedOf(text, annotationOf(text, [{ start: 0, end: length }], { tags: [text] }));
      });
      const table = await tableOf(rows, 'full');
      table.forEach((row, i) => {
        expect(originalCell(row.exact!)).toBe(texts[i]);
        expect(originalCell(row.revision_text!)).toBe(texts[i]);
        expect(JSON.parse(row.tags!)).toEqual([texts[i]]);
      });
    }),
  );
});

test('more rows than one batch keep their order', async () => {
  const text = 'The sky is green.';
  const rows = Array.from({ length: 450 }, (_, i) =>
    describedOf(text, annotationOf(text, [{ start: 4, end: 7 }], { id: uuid(i) })),
  );
  const table = await tableOf(rows);
  expect(table.map((row) => row.annotation_id)).toEqual(rows.map((row) => row.annotation.id));
});
