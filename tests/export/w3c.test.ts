import { expect, test } from 'vitest';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { TextMode } from '@/lib/domain/vocabulary';
import type { DescribedAnnotation } from '@/lib/export/records';
import { w3cChunks } from '@/lib/export/w3c';
import { OWN_TERMS } from '@/lib/export/w3c-context';
import {
  annotationOf,
  aVerification,
  describedOf,
  hardRows,
  streamOf,
  textOf,
  uuid,
  WORKSPACE,
  wordsAt,
} from './records-fixture';

type Json = Record<string, unknown>;

async function collectionOf(rows: DescribedAnnotation[], text: TextMode = 'excerpts'): Promise<Json> {
  const context = { workspace: WORKSPACE, total: rows.length };
  return JSON.parse(await textOf(w3cChunks({ text }, context, streamOf(rows)))) as Json;
}
const itemsOf = (collection: Json): Json[] => (collection.first as { items: Json[] }).items;

const asArray = (value: unknown): Json[] =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value]) as Json[];
/** The specific resources of a target, in order. */
const targetsOf = (annotation: Json): Json[] =>
  asArray(annotation.target).flatMap((target) =>
    target.type === 'Composite' ? asArray(target.items) : [target],
  );
const selectorOf = (target: Json, type: string): Json | undefined =>
  asArray(target.selector).find((selector) => selector.type === type);

/** A decided prediction with everything filled in. */
function fullRow(): DescribedAnnotation {
  const text = 'Prices will fall by May, the minister said.';
  const annotation = annotationOf(text, [{ start: 0, end: 23 }], {
    kind: 'prediction',
    status: 'did_not_come_true',
    claim: undefined,
    tags: ['prices', 'ministry'],
    attribution: [
      { source: { id: uuid(5), name: 'The minister', type: 'person' }, cue: 'said', mode: 'named' },
      { source: { id: uuid(6), name: 'An agency', type: 'organisation' }, cue: null, mode: 'named' },
    ],
    prediction: {
      ...EMPTY_DETAILS.prediction,
      horizonText: 'by May',
      deadline: '2026-05-01',
      condition: 'if rates fall',
      likelihoodWords: 'will',
      probability: 0.9,
      criteria: 'the office’s index',
    },
  });
  return describedOf(text, annotation, {
    verification: {
      ...aVerification({
        status: 'did_not_come_true',
        criteria: 'Prices will fall by May',
        criteriaPostHoc: true,
        outcomeKnownAt: '2026-06-01',
      }),
      evidence: aVerification().evidence.map((item) => ({
        ...item,
        articleUrl: null,
        articleTextAllowed: null,
      })),
    },
  });
}

test('the collection is a valid one, and streams its only page', async () => {
  const rows = hardRows();
  const collection = await collectionOf(rows);
  expect(asArray(collection['@context'])[0]).toBe('http://www.w3.org/ns/anno.jsonld');
  expect(collection).toMatchObject({
    type: 'AnnotationCollection',
    label: 'The desk',
    total: rows.length,
    offsetUnit: 'code_point',
    first: { type: 'AnnotationPage', startIndex: 0 },
  });
  expect(itemsOf(collection)).toHaveLength(rows.length);
  expect(itemsOf(await collectionOf([]))).toEqual([]);
});

const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

test.each(['full', 'excerpts', 'offsets'] as const)(
  'each annotation keeps the model’s rules: %s',
  async (mode) => {
    const annotations = itemsOf(await collectionOf([...hardRows(), fullRow()], mode));
    for (const annotation of annotations) {
      expect(isIri(annotation.id)).toBe(true);
      expect(annotation.type).toBe('Annotation');
      expect(annotation.created).toMatch(INSTANT);
      expect(annotation.modified).toMatch(INSTANT);
      for (const motivation of asArray(annotation.motivation)) expect(MOTIVATIONS).toContain(motivation);
      const bodies = asArray(annotation.body);
      expect(bodies.filter((body) => body.purpose === 'classifying')).toHaveLength(1);
      for (const body of bodies) {
        expect(MOTIVATIONS).toContain(body.purpose);
        if (body.type === 'TextualBody') expect(body.value).toEqual(expect.any(String));
        else expectSpecificResource(body);
      }
      const targets = targetsOf(annotation);
      expect(targets.length).toBeGreaterThan(0);
      for (const target of targets) {
        expectSpecificResource(target);
        expect(asArray(target.selector).map((selector) => selector.type)).toEqual(
          mode === 'offsets' ? ['TextPositionSelector'] : ['TextPositionSelector', 'TextQuoteSelector'],
        );
      }
    }
  },
);

function expectSpecificResource(resource: Json): void {
  expect(resource.type).toBe('SpecificResource');
  const { source } = resource;
  expect(isIri(typeof source === 'string' ? source : (source as Json).id)).toBe(true);
  for (const selector of asArray(resource.selector))
    if (selector.type === 'TextPositionSelector') {
      expect(selector.start).toSatisfy((n) => Number.isInteger(n) && (n as number) >= 0);
      expect(selector.end as number).toBeGreaterThan(selector.start as number);
    } else expect(selector).toMatchObject({ type: 'TextQuoteSelector', exact: expect.any(String) });
}

const isIri = (value: unknown): boolean =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);

test('positions count code points and hold the quoted words, whatever the script', async () => {
  const rows = hardRows();
  const annotations = itemsOf(await collectionOf(rows, 'full'));
  annotations.forEach((annotation, i) => {
    for (const target of targetsOf(annotation)) {
      const text = (target.state as Json).revisionText as string;
      expect(text).toBe(rows[i]!.revision.text);
      const { start, end } = selectorOf(target, 'TextPositionSelector') as { start: number; end: number };
      const quote = selectorOf(target, 'TextQuoteSelector')!;
      expect(wordsAt(text, { start, end })).toBe(quote.exact);
      expect(text).toContain(`${String(quote.prefix)}${String(quote.exact)}${String(quote.suffix)}`);
    }
  });
});

test('several stretches are one composite target, in the order of the text', async () => {
  const annotation = itemsOf(await collectionOf(hardRows())).at(-1)!;
  expect((annotation.target as Json).type).toBe('Composite');
  const words = targetsOf(annotation).map((target) => selectorOf(target, 'TextQuoteSelector')!.exact);
  expect(words).toEqual(['will fall 📉', 'by a third']);
});

test('what only a prediction and its resolution have is kept', async () => {
  const [annotation] = itemsOf(await collectionOf([fullRow()]));
  expect(annotation).toMatchObject({
    kind: 'prediction',
    status: 'did_not_come_true',
    prediction: { deadline: '2026-05-01', probability: 0.9, condition: 'if rates fall' },
    verification: { criteriaPostHoc: true, outcomeKnownAt: '2026-06-01', searches: ['rents 2025'] },
  });
  const hops = annotation!.attribution as { attributedTo: Json }[];
  expect(hops.map((hop) => hop.attributedTo.name)).toEqual(['The minister', 'An agency']);
  const bodies = asArray(annotation!.body);
  const evidence = bodies.filter((body) => body.purpose === 'linking');
  expect(evidence.map((body) => [body.source, body.stance])).toEqual([
    ['https://office.example/table', 'refutes'],
    [`urn:uuid:${uuid(11)}`, 'context'],
  ]);
  expect(bodies.filter((body) => body.purpose === 'tagging').map((body) => body.value)).toEqual([
    'prices',
    'ministry',
  ]);
});

test('offsets carries no words of a text', async () => {
  const json = JSON.stringify(await collectionOf([...hardRows(), fullRow()], 'offsets'));
  for (const words of ['will land', 'الأسعار', 'Prices will fall', 'Rents fell.'])
    expect(json).not.toContain(words);
});

/** The terms that http://www.w3.org/ns/anno.jsonld defines, as far as they are used here. */
const STANDARD_TERMS = new Set(
  (
    'id type body target source selector state creator generator generated created modified motivation purpose ' +
    'cached items first format language value exact prefix suffix name label start end total startIndex sourceDate partOf'
  ).split(' '),
);
const STANDARD_TYPES = new Set(
  (
    'Annotation AnnotationCollection AnnotationPage TextualBody SpecificResource TextPositionSelector ' +
    'TextQuoteSelector TimeState Person Software Composite'
  ).split(' '),
);

test('a JSON-LD processor drops nothing: every key and type is defined, and nothing is null', async () => {
  const { '@context': context, ...collection } = await collectionOf([...hardRows(), fullRow()], 'full');
  expect(asArray(context)[1]).toEqual(OWN_TERMS);
  const own = new Set(Object.keys(OWN_TERMS));
  for (const term of STANDARD_TERMS) expect(own).not.toContain(term);
  const visit = (value: unknown): void => {
    expect(value).not.toBeNull();
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object') return;
    for (const [key, item] of Object.entries(value as Json)) {
      if (key === '@context') {
        expect(item).toBe('http://www.w3.org/ns/anno.jsonld');
        continue;
      }
      expect(STANDARD_TERMS.has(key) || own.has(key), `the term "${key}" is defined`).toBe(true);
      if (key === 'type') expect(STANDARD_TYPES).toContain(item);
      visit(item);
    }
  };
  visit(collection);
});
