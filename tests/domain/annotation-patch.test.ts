import { describe, expect, test } from 'vitest';
import {
  annotationAfterPatch,
  annotationFromDraft,
  requestFromPatch,
  sourcesOf,
} from '@/lib/domain/annotation-patch';
import {
  annotationSchema,
  claimSchema,
  patchAnnotationSchema,
  predictionSchema,
  putAnnotationSchema,
  quoteSchema,
} from '@/lib/domain/annotation';
import { requestFromAnnotation } from '@/lib/domain/annotation-request';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { Source } from '@/lib/domain/source';
import { anAnnotation } from '../support/an-annotation';

const mara: Source = { id: '0195e000-0000-7000-8000-000000000050', name: 'Mara Voss', type: 'person' };
const now = '2026-03-02T09:00:00.000Z';
const context = { revisionId: anAnnotation().revisionId, now, knownSources: [mara] };
const span = { start: 30, end: 38, exact: 'in April', prefix: 'rain ', suffix: '.' };

test('empty details are what the schemas make of nothing', () => {
  expect(EMPTY_DETAILS).toEqual({
    claim: claimSchema.parse({}),
    quote: quoteSchema.parse({}),
    prediction: predictionSchema.parse({}),
  });
});

describe('a draft', () => {
  const draft = {
    kind: 'prediction' as const,
    spans: [span, { start: 4, end: 9, exact: 'rain ', prefix: '', suffix: '' }],
    attribution: [{ source: { name: ' mara  VOSS', type: 'person' as const }, cue: ' said ' }],
    prediction: { horizonText: 'in April' },
    tags: ['weather'],
  };
  const { id, articleId, author } = anAnnotation();

  test('becomes what the server will make of it', () => {
    const made = annotationFromDraft(draft, { ...context, id, articleId, author });
    expect(annotationSchema.safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({ kind: 'prediction', status: 'pending', version: 1, author });
    expect(made.spans.map((each) => each.start)).toEqual([4, 30]);
    expect(made.prediction).toEqual({ ...EMPTY_DETAILS.prediction, horizonText: 'in April' });
    const places = { cueSpan: null, nameSpan: null, recordedAs: null };
    expect(made.attribution).toEqual([{ source: mara, cue: 'said', mode: 'named', ...places }]);
  });

  test('is a request that the server takes', () => {
    const body = { articleId, revisionId: context.revisionId, ...requestFromPatch(draft) };
    expect(putAnnotationSchema.safeParse(body).error).toBeUndefined();
  });
});

describe('a patch', () => {
  const before = anAnnotation({ status: 'supported', recheck: { sinceRevision: 2 }, tags: ['weather'] });

  test('sets the fields it names and leaves the others', () => {
    const after = annotationAfterPatch(before, { claim: { checkworthy: true } }, context);
    expect(after).toMatchObject({
      version: 2,
      updatedAt: now,
      status: 'supported',
      tags: ['weather'],
      recheck: { sinceRevision: 2 },
      claim: { normalized: null, checkworthy: true },
    });
  });

  test('to another kind brings its empty details and first status', () => {
    const after = annotationAfterPatch(before, { kind: 'quote', quote: { form: 'direct' } }, context);
    expect(after).toMatchObject({ kind: 'quote', status: 'unverified', quote: { form: 'direct' } });
    expect(after.claim).toBeUndefined();
  });

  test('of the spans places it anew in the text that is shown', () => {
    const moved = annotationAfterPatch({ ...before, anchor: 'changed' }, { spans: [span] }, context);
    expect(moved).toMatchObject({ anchor: 'exact', recheck: null, spans: [span] });
  });

  test('with a name that nobody knows shows a source that the server will make', () => {
    const attribution = [{ source: { name: 'Onlookers: a dozen', type: 'anonymous' as const } }];
    const after = annotationAfterPatch(before, { attribution }, context);
    expect(after.attribution[0]).toMatchObject({
      source: { name: 'Onlookers: a dozen', type: 'anonymous' },
      mode: 'anonymous',
    });
    expect(sourcesOf([after])).toEqual([]);
    const again = requestFromPatch({ attribution: requestFromAnnotation(after).attribution });
    expect(again.attribution?.[0]?.source).toEqual(attribution[0]!.source);
    expect(patchAnnotationSchema.safeParse({ attribution: again.attribution }).error).toBeUndefined();
  });
});

describe('an annotation that lost its words', () => {
  const lost = anAnnotation({ anchor: 'orphaned', status: 'refuted', recheck: null });
  const given = (exact: string) => [{ start: 50, end: 62, exact, prefix: '', suffix: '' }];

  test('is unverified once it is given other words, and keeps its verdict with the same', () => {
    expect(annotationAfterPatch(lost, { spans: given('sky is green') }, context)).toMatchObject({
      anchor: 'exact',
      status: 'refuted',
    });
    expect(annotationAfterPatch(lost, { spans: given('sky is blue') }, context)).toMatchObject({
      anchor: 'exact',
      status: 'unverified',
    });
  });

  test('is not judged by this while it has its words: an editor moves the ends of a verdict’s words', () => {
    const placed = anAnnotation({ status: 'refuted' });
    expect(annotationAfterPatch(placed, { spans: given('sky is') }, context).status).toBe('refuted');
  });
});
