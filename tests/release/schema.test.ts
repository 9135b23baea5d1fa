import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { TEXT_MODES } from '@/lib/domain/vocabulary';
import { jsonlLines } from '@/lib/export/jsonl';
import { adjudicationLine } from '@/lib/release/adjudication-line';
import { LINE_SCHEMAS } from '@/lib/release/line-schemas';
import { passLine } from '@/lib/release/pass-line';
import type { PassMark, ReleasedPass } from '@/lib/release/release-facts';
import { schemaJson } from '@/lib/release/schema-json';
import { anAnnotation } from '../support/an-annotation';
import { hardRecords, streamOf, textOf, uuid } from '../export/records-fixture';

const SCHEMA = JSON.parse(schemaJson('canary GUID x')) as { $comment: string; $defs: Record<string, object> };
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(SCHEMA, 'release');
const complaints = (part: string, line: unknown): unknown[] => {
  const validate = ajv.getSchema(part ? `release#/$defs/${part}` : 'release')!;
  return validate(line) ? [] : (validate.errors ?? ['refused']);
};
const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('schema.json', () => {
  test('is a JSON Schema with the canary and a definition for each type of line', () => {
    expect(SCHEMA.$comment).toBe('canary GUID x');
    expect(Object.keys(SCHEMA.$defs)).toEqual([...Object.keys(LINE_SCHEMAS), 'passLine', 'adjudicationLine']);
  });

  test.each(TEXT_MODES)('every line of the lossless form in mode %s fits its definition', async (text) => {
    const lines = linesOf(
      await textOf(jsonlLines({ text, canary: 'canary GUID x' }, streamOf(hardRecords()))),
    );
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(complaints(String(line.type), line)).toEqual([]);
      expect(complaints('', line)).toEqual([]);
    }
  });

  test('a line that lacks a field, or has a wrong one, does not fit', async () => {
    const lines = linesOf(await textOf(jsonlLines({ text: 'full' }, streamOf(hardRecords()))));
    const annotation = lines.find(({ type }) => type === 'annotation')!;
    const { revisionId: _revision, ...without } = annotation;
    expect(complaints('annotation', without)).not.toEqual([]);
    expect(complaints('annotation', { ...annotation, kind: 'rumour' })).not.toEqual([]);
    expect(complaints('annotation', { ...annotation, added: 'later' })).toEqual([]);
  });
});

describe('passes.jsonl and adjudication.jsonl', () => {
  const mark = (given: Partial<PassMark> = {}): PassMark => {
    const { id, kind, spans, status, attribution, tags, claim } = anAnnotation();
    return { id, kind, spans, status, attribution, tags, claim, ...given };
  };
  const pass = (given: Partial<ReleasedPass> = {}): ReleasedPass => ({
    id: uuid(500),
    articleId: uuid(1),
    revisionId: uuid(2),
    annotator: { id: uuid(3), name: 'Annotator 1' },
    completeKinds: ['claim'],
    submittedAt: '2026-03-01T09:30:00.000Z',
    revealedAt: '2026-03-02T09:30:00.000Z',
    annotations: [
      mark(),
      mark({
        status: 'refuted',
        attributes: { risk: 'high', score: 3 },
        guidelineVersion: 2,
        verdicts: [
          { status: 'refuted', rationale: 'The table says so.', createdAt: '2026-03-01T09:30:00.000Z' },
        ],
      }),
    ],
    ...given,
  });

  test.each(TEXT_MODES)('a pass in mode %s fits, with the same fields in every line', (mode) => {
    const [line] = linesOf(passLine(pass(), mode, 'canary GUID x'));
    const [empty] = linesOf(passLine(pass({ annotations: [], submittedAt: null }), mode, 'canary GUID x'));
    expect(complaints('passLine', line)).toEqual([]);
    expect(complaints('passLine', empty)).toEqual([]);
    expect(Object.keys(empty!)).toEqual(Object.keys(line!));
    const [first, second] = line!.annotations as Record<string, unknown>[];
    expect(Object.keys(second!)).toEqual(Object.keys(first!));
    expect(second!.attributes).toEqual([
      { key: 'risk', value: 'high' },
      { key: 'score', value: '3' },
    ]);
    const [span] = first!.spans as Record<string, unknown>[];
    expect(span).toEqual(
      mode === 'offsets'
        ? { exact: null, prefix: null, suffix: null, start: 4, end: 16 }
        : { exact: 'sky is green', prefix: 'The ', suffix: '.', start: 4, end: 16 },
    );
  });

  test('a decision fits and names no words', () => {
    const person = { id: uuid(4), name: 'Annotator 2' };
    const text = adjudicationLine(
      {
        id: uuid(600),
        articleId: uuid(1),
        revisionId: uuid(2),
        outcome: 'none',
        origins: [{ annotationId: uuid(100), annotator: person, isTaken: false }],
        results: [],
        note: 'Not a claim.',
        version: 1,
        supersedesId: null,
        isInForce: true,
        decidedBy: person,
        decidedAt: '2026-03-02T09:30:00.000Z',
        withdrawn: null,
      },
      'offsets',
      'canary GUID x',
    );
    const [line] = linesOf(text);
    expect(complaints('adjudicationLine', line)).toEqual([]);
    expect(line).not.toHaveProperty('type');
    expect(text.endsWith('}\n')).toBe(true);
  });
});
