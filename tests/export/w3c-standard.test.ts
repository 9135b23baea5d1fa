import Ajv from 'ajv';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { TEXT_MODES } from '@/lib/domain/vocabulary';
import { w3cChunks } from '@/lib/export/w3c';
import { ANNO_ADDRESS, ANNO_CONTEXT } from './anno-context';
import { aVerification, hardRows, streamOf, textOf, WORKSPACE } from './records-fixture';

const iri = { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:[^\\s]+$' };
const instant = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const oneOrMore = (item: object) => ({ anyOf: [item, { type: 'array', items: item, minItems: 1 }] });
const typed = (type: string, properties: object, required: string[] = []) => ({
  type: 'object',
  required: ['type', ...required],
  properties: { type: { const: type }, ...properties },
});
const selector = {
  oneOf: [
    typed(
      'TextPositionSelector',
      { start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 0 } },
      ['start', 'end'],
    ),
    typed(
      'TextQuoteSelector',
      { exact: { type: 'string', minLength: 1 }, prefix: { type: 'string' }, suffix: { type: 'string' } },
      ['exact'],
    ),
  ],
};
const resource = { anyOf: [iri, { type: 'object', required: ['id'], properties: { id: iri } }] };
const specific = typed(
  'SpecificResource',
  {
    source: resource,
    purpose: { type: 'string' },
    selector: oneOrMore(selector),
    state: typed('TimeState', { sourceDate: instant, cached: iri }),
  },
  ['source'],
);
const agent = {
  type: 'object',
  required: ['id', 'type'],
  properties: { id: iri, type: { enum: ['Person', 'Software', 'Organization'] } },
};
const textual = typed(
  'TextualBody',
  { value: { type: 'string' }, format: { type: 'string', pattern: '^[a-z]+/' } },
  ['value'],
);
const composite = typed('Composite', { items: { type: 'array', minItems: 2, items: specific } }, ['items']);
/** The MUSTs of the Web Annotation Data Model (sections 3 to 5) for what the export uses. */
const COLLECTION = {
  type: 'object',
  required: ['@context', 'id', 'type', 'first', 'total'],
  properties: {
    '@context': { type: 'array', contains: { const: ANNO_ADDRESS } },
    id: iri,
    type: { const: 'AnnotationCollection' },
    total: { type: 'integer', minimum: 0 },
    label: { type: 'string' },
    first: {
      ...typed(
        'AnnotationPage',
        {
          id: iri,
          partOf: iri,
          startIndex: { type: 'integer', minimum: 0 },
          items: {
            type: 'array',
            items: typed(
              'Annotation',
              {
                '@context': { const: ANNO_ADDRESS },
                id: iri,
                motivation: oneOrMore({ type: 'string' }),
                creator: agent,
                created: instant,
                modified: instant,
                body: oneOrMore({ oneOf: [textual, specific] }),
                target: { oneOf: [specific, composite] },
              },
              ['@context', 'id', 'target'],
            ),
          },
        },
        ['id', 'items'],
      ),
    },
  },
};

async function exported(text: (typeof TEXT_MODES)[number]) {
  const [first, ...rest] = hardRows();
  const verified = { ...first!.annotation, status: 'refuted' as const, tags: ['rents'] };
  const rows = [{ ...first!, annotation: verified, verification: decision() }, ...rest];
  return JSON.parse(
    await textOf(w3cChunks({ text }, { workspace: WORKSPACE, total: rows.length }, streamOf(rows))),
  ) as {
    total: number;
  };
}
function decision() {
  const { evidence, ...verification } = aVerification();
  return {
    ...verification,
    evidence: evidence.map((item) => ({ ...item, articleUrl: null, articleTextAllowed: null })),
  };
}

test.each(TEXT_MODES)('keeps the rules of the standard: %s', async (text) => {
  const validate = new Ajv({ allErrors: true, strict: false }).compile(COLLECTION);
  const isValid = validate(await exported(text));
  expect(validate.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
});

test.each(TEXT_MODES)('a JSON-LD processor drops nothing of it: %s', async (text) => {
  const document = await exported(text);
  const documentLoader = async (url: string) => {
    if (url !== ANNO_ADDRESS) throw new Error(`no network: ${url}`);
    return { contextUrl: null, documentUrl: url, document: ANNO_CONTEXT };
  };
  const expanded = (await jsonld.expand(document as object, { documentLoader })) as Record<string, unknown>[];
  expect(JSON.stringify(expanded).match(/"http:\/\/www\.w3\.org\/ns\/oa#Annotation"/g)).toHaveLength(
    document.total,
  );
  expect(keysOf(expanded).filter((key) => !/^(@|https?:|urn:)/.test(key))).toEqual([]);
  const back = await jsonld.compact(
    expanded as object,
    (document as unknown as { '@context': object })['@context'],
    {
      documentLoader,
    },
  );
  expect(leavesOf(back)).toEqual(leavesOf(document));
});

const keysOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(keysOf)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => [key, ...keysOf(each)])
      : [];

/** Every word and number of a document, but for its context, sorted. */
function leavesOf(value: unknown): string[] {
  const leaves: string[] = [];
  const visit = (each: unknown): void => {
    if (Array.isArray(each)) each.forEach(visit);
    else if (typeof each === 'object' && each !== null)
      Object.entries(each).forEach(([key, inner]) => key !== '@context' && visit(inner));
    else leaves.push(String(each));
  };
  visit(value);
  return leaves.sort();
}
