import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { averitecChunks, averitecLosses } from '@/lib/export/averitec';
import { annFrom, BRAT_CONFIGURATION } from '@/lib/export/brat';
import { conllChunks, conllLosses } from '@/lib/export/conll';
import { doccanoLines } from '@/lib/export/doccano';
import type { ExportedDocument } from '@/lib/export/records';
import { LABEL_STUDIO_CONFIG, labelStudioChunks } from '@/lib/export/labelstudio';
import { type Loss, lossReportChunks } from '@/lib/export/loss';
import { parquetChunks } from '@/lib/export/parquet';
import { tsvFrom } from '@/lib/export/webanno';
import { zipChunks } from '@/lib/export/zip';
import { TextIndex } from '@/lib/domain/text-index';
import { marked } from '../support/marked';
import { bytesOf, filesOf, rowsOf } from './readable';
import { annotationOf, aVerification, describedOf, streamOf, textOf, uuid } from './records-fixture';

const { text, spans } = marked('👩‍🚀 <c>Ola Quist</c> said <a>rents rose</a>,\nand <b>will <d>fall</d></b>.\n');
const TREE: [string, Annotation['kind'], Partial<Annotation>][] = [
  ['a', 'claim', { claim: { normalized: null, checkworthy: true, judgedAsOf: null }, tags: ['=rents'] }],
  ['b', 'prediction', {}],
  ['d', 'quote', { quote: { form: 'direct' } }],
];
const source = { id: uuid(900), name: 'Ola\tQuist', type: 'person' as const };

function aDocument(): ExportedDocument {
  const rows = TREE.map(([name, kind, more], i) => {
    const annotation = annotationOf(text, [spans[name]!], { id: uuid(100 + i), kind, ...more });
    if (name !== 'a') return describedOf(text, annotation);
    const nameSpan = { ...spans.c!, exact: 'Ola Quist' };
    const attribution = [{ source, cue: 'said', mode: 'named' as const, nameSpan }];
    const { evidence, ...decision } = aVerification({ annotationId: uuid(100) });
    return describedOf(
      text,
      { ...annotation, status: 'refuted', attribution },
      {
        verification: {
          ...decision,
          evidence: evidence.map((item) => ({ ...item, articleUrl: null, articleTextAllowed: null })),
        },
      },
    );
  });
  const { article, revision } = describedOf(text, annotationOf(text, []));
  return { article, revision: { ...revision, text }, rows };
}

test('brat: code points, attributes, and the words of an attribution as a relation', () => {
  const lines = annFrom('full', new TextIndex(text), aDocument().rows).split('\n');
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([
    'T1\tclaim 19 29\trents rose',
    'A1\tStatus T1 refuted',
    'A2\tCheckworthy T1 yes',
    'T2\tSource 4 13\tOla Quist',
    'R1\tAttributedTo Arg1:T1 Arg2:T2\t',
    'T3\tprediction 35 44\twill fall',
    'A3\tStatus T3 unverified',
    'T4\tquote 40 44\tfall',
    'A4\tStatus T4 unverified',
    'A5\tForm T4 direct',
    '',
  ]);
  const note = lines.find((line) => line.startsWith('#1\t'))!;
  expect(JSON.parse(note.split('\t')[2]!)).toMatchObject({
    id: uuid(100),
    tags: ['=rents'],
    attribution: [{ source }],
    verification: { status: 'refuted' },
  });
  for (const name of ['claim', 'Source', 'AttributedTo', 'Checkworthy'])
    expect(BRAT_CONFIGURATION).toMatch(new RegExp(`^${name}`, 'm'));
});

test('CoNLL: of two marks that overlap the one that begins first is kept, and the other is told', async () => {
  const written = await textOf(conllChunks({ text: 'full' }, streamOf([aDocument()])));
  const tags = written
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split('\t').slice(1).join(' '));
  expect(tags).toEqual([
    '👩‍🚀 0 3 O',
    'Ola 4 7 O',
    'Quist 8 13 O',
    'said 14 18 O',
    'rents 19 24 B-claim',
    'rose 25 29 I-claim',
    ', 29 30 O',
    'and 31 34 O',
    'will 35 39 B-prediction',
    'fall 40 44 I-prediction',
    '. 44 45 O',
  ]);
  const losses = [...conllLosses(aDocument())].map(
    ({ annotationId, what }) => `${annotationId.slice(-3)} ${what}`,
  );
  expect(losses).toEqual([
    '100 status',
    '100 verification',
    '100 attribution',
    '100 details',
    '100 tags',
    '102 overlap',
    '102 details',
  ]);
});

test('WebAnno and Label Studio count UTF-16', async () => {
  const tsv = tsvFrom('full', aDocument());
  expect(tsv).toContain('#T_SP=webanno.custom.Touchstone|kind|status|source|annotation\n');
  expect(tsv).toContain('\t21-26\trents\tclaim[1]\trefuted[1]\tOla\\tQuist[1]\t');
  const [task] = JSON.parse(await textOf(labelStudioChunks({ text: 'full' }, streamOf([aDocument()])))) as {
    id: number;
    annotations: { id: number; result: object[] }[];
  }[];
  expect([task!.id, task!.annotations[0]!.id]).toEqual([1, 1]);
  expect(task!.annotations[0]!.result).toContainEqual({
    id: uuid(100),
    from_name: 'label',
    to_name: 'text',
    origin: 'manual',
    type: 'labels',
    value: { start: 21, end: 31, text: 'rents rose', labels: ['claim'] },
  });
});

test('the guide shows the labelling interface that the tasks need', () => {
  expect(readFileSync('docs/guide/exporting.md', 'utf8')).toContain(LABEL_STUDIO_CONFIG.trim());
});

test('doccano: ASCII alone', async () => {
  const line = await textOf(doccanoLines({ text: 'full' }, streamOf([aDocument()])));
  expect(line).toContain('\\ud83d\\udc69\\u200d\\ud83d\\ude80');
  expect((JSON.parse(line) as { label: unknown }).label).toEqual([
    [19, 29, 'claim'],
    [35, 44, 'prediction'],
    [40, 44, 'quote'],
  ]);
});

test('AVeriTeC: decided claims with their evidence; the rest is told', async () => {
  const { rows } = aDocument();
  const claims = JSON.parse(await textOf(averitecChunks({ text: 'excerpts' }, streamOf(rows)))) as object[];
  expect(claims).toMatchObject([
    {
      claim: 'rents rose',
      label: 'Refuted',
      speaker: 'Ola\tQuist',
      claim_date: '28-2-2026',
      questions: [{ answers: [{ answer: 'Rents fell.', source_url: 'https://office.example/table' }, {}] }],
    },
  ]);
  const losses: Loss[] = [];
  for await (const loss of averitecLosses(streamOf(rows))) losses.push(loss);
  expect(losses.filter(({ what }) => what === 'annotation').map(({ annotationId }) => annotationId)).toEqual([
    uuid(101),
    uuid(102),
  ]);
});

test('the report counts what it lists', async () => {
  const about = { format: 'conll', text: 'full', offsetUnit: 'code_point' } as const;
  const report = JSON.parse(await textOf(lossReportChunks(about, streamOf(conllLosses(aDocument()))))) as {
    losses: Loss[];
  };
  expect(report).toMatchObject({
    ...about,
    counts: { losses: 7, annotations: 2, by: { overlap: 1, status: 1, details: 2 } },
  });
  expect(report.losses).toHaveLength(7);
});

test('Parquet: several row groups, one table; texts once', async () => {
  const rows = Array.from({ length: 12_000 }, (_, i) =>
    describedOf(text, annotationOf(text, [spans.a!], { id: uuid(i) }), i > 0 ? {} : {}),
  );
  const file = await bytesOf(parquetChunks({ text: 'excerpts' }, streamOf(rows)));
  const read = await rowsOf(file);
  expect(read).toHaveLength(12_000);
  expect(read[11_999]).toMatchObject({
    annotation_id: uuid(11_999),
    start: 19,
    end: 29,
    exact: 'rents rose',
    revision_text: null,
  });
  const none = await rowsOf(await bytesOf(parquetChunks({ text: 'full' }, streamOf([]))));
  expect(none).toEqual([]);
});

test('an archive has the same bytes each time, and holds what was put into it', async () => {
  const files = [
    { name: 'a.txt', text: '👩‍🚀\n' },
    { name: 'b.txt', text: '' },
  ];
  const once = await bytesOf(zipChunks(streamOf(files)));
  expect(await bytesOf(zipChunks(streamOf(files)))).toEqual(once);
  expect(filesOf(once)).toEqual({ 'a.txt': '👩‍🚀\n', 'b.txt': '' });
});
