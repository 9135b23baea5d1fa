import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeChange, attributesAfter, type Attributes } from '@/lib/domain/annotation-attributes';
import { annotationAfterPatch, annotationFromDraft } from '@/lib/domain/annotation-patch';
import { requestFromAnnotation } from '@/lib/domain/annotation-request';
import { attributeKeyFrom } from '@/lib/domain/attribute-key';
import { DEFAULT_GUIDELINE } from '@/lib/domain/default-guideline';
import { patchTowards, valuesBefore } from '@/lib/domain/field-patch';
import { attributeKeySchema, type Guideline, newGuidelineSchema } from '@/lib/domain/guideline';
import { guidelineChanges } from '@/lib/domain/guideline-changes';
import { KINDS } from '@/lib/domain/vocabulary';
import { anAnnotation } from '../support/an-annotation';

const context = { revisionId: anAnnotation().revisionId, now: '2026-03-02T09:00:00.000Z', knownSources: [] };
const HARM: Guideline['attributes'][number] = {
  ...{ key: 'harm', label: 'Harm', kinds: ['claim'], type: 'choice', options: ['none', 'grave'] },
  ...{ ordered: true, required: true, hint: null },
};
const guideline = (more: Partial<Guideline>): Guideline => ({
  ...{ id: anAnnotation().id, number: 1, text: 'Mark\n\nwell.', tags: [], freeTags: true, attributes: [] },
  ...{ summary: '', author: null, createdAt: context.now, ...more },
});

const values = fc.dictionary(
  fc.constantFrom('a', 'b', 'c_d', 'e'),
  fc.oneof(fc.string({ minLength: 1 }), fc.double({ noNaN: true })),
);

describe('attributes of an annotation', () => {
  test('a change leads from some values to others, and what it does not name stays', () =>
    fc.assert(
      fc.property(values, values, (held: Attributes, wanted: Attributes) => {
        expect(attributesAfter(held, attributeChange(held, wanted))).toEqual(wanted);
        expect(attributesAfter(held, {})).toEqual(held);
      }),
    ));

  test('a draft and a patch show them at once; null takes one away', () => {
    const draft = {
      kind: 'claim' as const,
      spans: [],
      attribution: [],
      tags: [],
      attributes: { harm: 'grave' },
    };
    const author = { id: 'u', name: 'Ada' };
    const made = annotationFromDraft(draft, { ...context, id: 'x', articleId: 'y', author });
    expect(made.attributes).toEqual({ harm: 'grave' });
    const after = annotationAfterPatch(made, { attributes: { harm: null, people: 2 } }, context);
    expect(after.attributes).toEqual({ people: 2 });
    expect(annotationAfterPatch(made, { tags: ['a'] }, context).attributes).toEqual(made.attributes);
    expect(requestFromAnnotation(after)).toMatchObject({ attributes: { people: 2 } });
  });

  test('of rows that were kept by an earlier version of the app there are none', () => {
    const { attributes: _, ...old } = anAnnotation();
    expect(annotationAfterPatch(old as never, { tags: [] }, context).attributes).toEqual({});
  });

  test('what takes a patch back names its fields alone; with a kind all are taken along', () => {
    const row = anAnnotation({ attributes: { harm: 'grave', people: 2 } });
    expect(valuesBefore(row, { attributes: { harm: 'none', note: 'so' } })).toEqual({
      attributes: { harm: 'grave', note: null },
    });
    expect(valuesBefore(row, { kind: 'quote' }).attributes).toEqual({ harm: 'grave', people: 2 });
    expect(valuesBefore(row, { tags: [] })).not.toHaveProperty('attributes');
  });

  test('undoing any patch leads back to the values that there were', () =>
    fc.assert(
      fc.property(values, values, (held, set) => {
        const row = anAnnotation({ attributes: held });
        const patch = { attributes: set };
        const after = annotationAfterPatch(row, patch, context);
        expect(annotationAfterPatch(after, valuesBefore(row, patch), context).attributes).toEqual(held);
        const back = patchTowards(after, row);
        expect(back ? annotationAfterPatch(after, back, context).attributes : after.attributes).toEqual(held);
      }),
    ));
});

describe('the name of an attribute in the data', () => {
  test.each([
    ['Harm level', [], 'harm_level'],
    ['  Schäden (geschätzt) ', [], 'schaden_geschatzt'],
    ['2nd look', [], 'nd_look'],
    ['被害', [], 'attribute'],
    ['Constructor', [], 'attribute'],
    ['Harm', ['harm', 'harm_2'], 'harm_3'],
  ])('%s', (label, taken, key) => expect(attributeKeyFrom(label, taken)).toBe(key));

  test('is one that the data take, whatever the label, and none that there is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (label) => {
        const taken = ['attribute', 'a'];
        const key = attributeKeyFrom(label, taken);
        expect(attributeKeySchema.safeParse(key).success).toBe(true);
        expect(taken).not.toContain(key);
      }),
    ));
});

test('the shipped guideline is one, and tells of every kind under a heading of its own', () => {
  expect(newGuidelineSchema.parse(DEFAULT_GUIDELINE)).toEqual(DEFAULT_GUIDELINE);
  for (const kind of KINDS) expect(DEFAULT_GUIDELINE.text.toLowerCase()).toContain(`\n## ${kind}s\n`);
});

test('two versions differ in paragraphs, tags and attributes, each by its name', () => {
  const before = guideline({ tags: [{ name: 'old', meaning: null }], attributes: [HARM] });
  const after = guideline({
    text: 'Mark\n\nvery well.',
    tags: [{ name: 'new', meaning: 'now' }],
    attributes: [{ ...HARM, options: ['none', 'some', 'grave'] }],
    freeTags: false,
  });
  const changes = guidelineChanges(before, after);
  expect(changes.text.filter(({ kind }) => kind === 'changed')).toEqual([
    { kind: 'changed', before: 'well.', after: 'very well.' },
  ]);
  expect(changes.tags.map(({ name, before: was }) => [name, was === null])).toEqual([
    ['new', true],
    ['old', false],
  ]);
  expect(changes.attributes).toMatchObject([{ name: 'harm', after: { options: ['none', 'some', 'grave'] } }]);
  expect(changes.freeTags).toEqual({ before: true, after: false });
  expect(guidelineChanges(before, before)).toMatchObject({ tags: [], attributes: [], freeTags: null });
});
