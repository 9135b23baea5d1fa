import { describe, expect, test } from 'vitest';
import { runOver } from '@/app/(workspace)/[workspace]/articles/[article]/_bulk/bulk-run';
import {
  bulkPlan,
  type BulkVerdictDraft,
  countedKinds,
  missingWords,
  requestFromBulkDraft,
  sharedStatuses,
} from '@/app/(workspace)/[workspace]/articles/[article]/_bulk/bulk-verdict';
import { requestTakingBack } from '@/app/(workspace)/[workspace]/articles/[article]/_bulk/take-back';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import type { HistoryEvent } from '@/lib/domain/history';
import { err, ok } from '@/lib/domain/result';
import { type NewVerification, newVerificationSchema, type Verification } from '@/lib/domain/verification';
import type { Status } from '@/lib/domain/vocabulary';
import { anAnnotation } from '@/tests/support/an-annotation';

const TODAY = '2026-06-15';
const numbered = (n: number, given: Partial<Annotation> = {}): Annotation =>
  anAnnotation({ id: `0195e000-0000-7000-8000-0000000000${10 + n}`, ...given });
const claim = numbered(1);
const quote = numbered(2, { kind: 'quote' });
const late = numbered(3, {
  kind: 'prediction',
  prediction: { ...EMPTY_DETAILS.prediction, deadline: '2026-06-01' },
});
const open = numbered(4, { kind: 'prediction' });

const drafted = (given: Partial<BulkVerdictDraft>): BulkVerdictDraft => ({
  status: null,
  rationale: 'Nobody answered.',
  searches: [{ key: '1', words: 'The archive' }],
  outcomeKnownAt: TODAY,
  ...given,
});
const planFor = (annotations: Annotation[], status: Status, unsaved: Annotation[] = []) =>
  bulkPlan(annotations, drafted({ status }), {
    today: TODAY,
    isUnsaved: (id) => unsaved.some((each) => each.id === id),
  });

describe('the status of several', () => {
  test('can be one that some of the kinds have and that needs no evidence of its own', () => {
    expect(sharedStatuses([claim]).map(({ status }) => status)).toEqual([
      'unverified',
      'in_review',
      'supported',
      'refuted',
      'conflicting',
      'not_enough_evidence',
    ]);
    const mixed = sharedStatuses([claim, late]);
    expect(mixed.find(({ status }) => status === 'in_review')?.kinds).toEqual(['claim', 'prediction']);
    expect(mixed.find(({ status }) => status === 'pending')?.kinds).toEqual(['prediction']);
    expect(mixed.some(({ status }) => status === 'came_true')).toBe(false);
  });

  test('is given to those that can have it, and says of the others why not', () => {
    const refuted = numbered(5, { status: 'refuted' });
    const fresh = numbered(6);
    expect(planFor([claim, quote, refuted, fresh], 'refuted', [fresh])).toEqual({
      ready: [claim],
      leftOut: [
        { why: 'A quote cannot be “refuted”.', annotations: [quote] },
        { why: 'Already “refuted”.', annotations: [refuted] },
        { why: 'Its last change is not saved yet. Do it once it is.', annotations: [fresh] },
      ],
    });
  });

  test('did not come true only after the deadline', () => {
    const { ready, leftOut } = planFor([late, open], 'did_not_come_true');
    expect(ready).toEqual([late]);
    expect(leftOut).toEqual([{ why: expect.stringContaining('has no deadline'), annotations: [open] }]);
  });

  test('needs a reason and what was searched, unless nothing is decided by it', () => {
    expect(missingWords(drafted({}), TODAY)).toEqual({ status: 'Choose one.' });
    const bare = drafted({ status: 'supported', rationale: ' ', searches: [{ key: '1', words: '' }] });
    expect(Object.keys(missingWords(bare, TODAY))).toEqual(['rationale', 'searches']);
    expect(missingWords({ ...bare, status: 'in_review' }, TODAY)).toEqual({});
    expect(missingWords(drafted({ status: 'unresolvable', outcomeKnownAt: '2026-06-16' }), TODAY)).toEqual({
      outcome: expect.any(String),
    });
  });

  test('is asked for in the words of the API', () => {
    const body = requestFromBulkDraft(drafted({ status: 'did_not_come_true' }), 'prediction');
    expect(newVerificationSchema.parse(body)).toMatchObject({
      outcomeKnownAt: TODAY,
      searches: ['The archive'],
    });
    expect(requestFromBulkDraft(drafted({ status: 'refuted' }), 'claim')).not.toHaveProperty(
      'outcomeKnownAt',
    );
  });

  test.each([
    [[claim], '1 claim'],
    [[late, open], '2 predictions'],
    [[claim, quote], '2 annotations'],
  ])('%# is counted', (annotations, words) => expect(countedKinds(annotations)).toBe(words));
});

describe('a run', () => {
  const many = Array.from({ length: 9 }, (_, i) => numbered(i));

  test('does each once, at most four at a time, and tells how far it is', async () => {
    let underWay = 0;
    let most = 0;
    const told: number[] = [];
    const outcome = await runOver(
      many,
      async (annotation) => {
        most = Math.max(most, ++underWay);
        await Promise.resolve();
        underWay--;
        return annotation === many[4] ? err({ code: 'stale_version', message: 'Changed.' }) : ok(annotation);
      },
      (finished) => told.push(finished),
    );
    expect(most).toBe(4);
    expect(told).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(outcome.done).toHaveLength(8);
    expect(outcome.failed).toEqual([{ annotation: many[4], message: 'Changed.' }]);
  });

  test('that loses the server does not try the rest, and names it', async () => {
    let tried = 0;
    const outcome = await runOver(
      many,
      async () => {
        tried++;
        return err({ code: 'unreached', message: 'No answer.' });
      },
      () => {},
    );
    expect(tried).toBe(4);
    expect(outcome.failed.map(({ message }) => message)).toEqual(many.map(() => 'No answer.'));
  });
});

describe('what takes a verdict back', () => {
  const ME = '0195e000-0000-7000-8000-00000000000a';
  const version = (n: number, given: Partial<Annotation> = {}) => numbered(1, { version: n, ...given });
  const verification = (given: Partial<Verification>) =>
    ({
      rationale: '',
      evidence: [],
      searches: [],
      criteria: null,
      outcomeKnownAt: null,
      ...given,
    }) as Verification;
  const event = (seq: number, before: Annotation | null, after: Annotation, given: object = {}) =>
    ({
      seq,
      before,
      after,
      version: after.version,
      actor: { id: ME, name: 'Ada' },
      ...given,
    }) as HistoryEvent;
  const made = event(1, null, version(1));

  test('sets the status it replaced, and says so', () => {
    const recorded = event(2, version(1), version(2, { status: 'refuted' }), {
      verification: verification({ status: 'refuted' }),
    });
    expect(requestTakingBack([made, recorded], 2, ME)).toEqual(
      ok({
        status: 'unverified',
        rationale: 'Taken back: “Refuted”, recorded for several at once.',
        evidence: [],
        searches: [],
      }),
    );
  });

  test('brings a verdict that stood before back with its reasons and evidence', () => {
    const evidence = {
      stance: 'supports',
      url: 'https://example.org/log',
      excerpt: 'It ran.',
      articleId: null,
      revisionId: null,
      span: null,
      annotationId: null,
      articleTitle: null,
      storedCopy: false,
      origin: null,
      capture: null,
      holdsExcerpt: null,
    } as const;
    const supported = version(2, { status: 'supported' });
    const events = [
      made,
      event(2, version(1), supported, {
        verification: verification({ status: 'supported', rationale: 'The log.', evidence: [evidence] }),
      }),
      event(3, supported, version(3, { status: 'refuted' }), {
        verification: verification({ status: 'refuted' }),
      }),
    ];
    const request = requestTakingBack(events, 3, ME);
    if (!request.ok) throw new Error(request.error.message);
    const parsed: NewVerification = newVerificationSchema.parse(request.value);
    expect(parsed).toMatchObject({
      status: 'supported',
      rationale: expect.stringMatching(/It stands again: The log\.$/),
      evidence: [{ stance: 'supports', url: 'https://example.org/log', excerpt: 'It ran.' }],
    });
  });

  test('is refused where somebody changed the annotation since, or another decided', () => {
    const recorded = event(2, version(1), version(2, { status: 'refuted' }), {
      verification: verification({ status: 'refuted' }),
    });
    const changed = event(3, recorded.after, version(3, { status: 'refuted', tags: ['x'] }));
    expect(requestTakingBack([made, recorded, changed], 2, ME)).toMatchObject({ error: { code: 'changed' } });
    expect(requestTakingBack([made, recorded, changed], 3, ME).ok).toBe(true);
    expect(requestTakingBack([made, recorded], 3, ME)).toMatchObject({ error: { code: 'unsaved' } });
    expect(requestTakingBack([made, recorded], 2, 'somebody else')).toMatchObject({
      error: { code: 'changed' },
    });
    expect(requestTakingBack([made], 1, ME)).toMatchObject({ error: { code: 'changed' } });
  });
});
