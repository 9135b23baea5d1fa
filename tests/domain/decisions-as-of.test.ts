import { describe, expect, test } from 'vitest';
import {
  decisionBehind,
  decisionInForce,
  decisionsKnownBy,
  decisionsRecordedUntil,
} from '@/lib/domain/decisions-as-of';
import type { Approval, Verification } from '@/lib/domain/verification';

const ADA = { id: '0195e000-0000-7000-8000-00000000000a', name: 'Ada Lindqvist' };
const BEN = { id: '0195e000-0000-7000-8000-00000000000b', name: 'Ben Okafor' };
const YES: Approval = { state: 'approved', by: BEN, reason: null, at: '2026-03-05T09:00:00.000Z' };
const NO: Approval = {
  state: 'declined',
  by: BEN,
  reason: 'Ask the office.',
  at: '2026-03-05T09:00:00.000Z',
};

const decision = (id: string, day: string, more: Partial<Verification> = {}): Verification => ({
  id,
  annotationId: 'a',
  revisionId: 'r',
  status: 'supported',
  rationale: 'The log.',
  evidence: [],
  searches: [],
  criteria: null,
  criteriaPostHoc: false,
  outcomeKnownAt: null,
  verifier: ADA,
  approval: null,
  correction: null,
  seq: 1,
  createdAt: `${day}T09:00:00.000Z`,
  ...more,
});
const idsOf = (decisions: readonly Verification[]) => decisions.map(({ id }) => id);

describe('the decision in force', () => {
  test('is the newest that counts: not one that waits, was declined or lapsed', () => {
    const first = decision('first', '2026-03-01');
    const waiting: Approval = { state: 'awaiting', by: null, reason: null, at: null };
    for (const approval of [waiting, NO, { ...waiting, state: 'lapsed' as const }])
      expect(decisionInForce([first, decision('second', '2026-03-02', { approval })])?.id).toBe('first');
    expect(decisionInForce([first, decision('second', '2026-03-02', { approval: YES })])?.id).toBe('second');
    expect(decisionInForce([])).toBeNull();
  });

  test('is not what a status rests on that was given back since', () => {
    const decisions = [decision('first', '2026-03-01')];
    expect(decisionBehind({ status: 'supported', recheck: null }, decisions)?.id).toBe('first');
    expect(decisionBehind({ status: 'unverified', recheck: { sinceRevision: 2 } }, decisions)).toBeNull();
    expect(decisionBehind({ status: 'in_review', recheck: null }, decisions)).toBeNull();
  });
});

describe('as of an instant', () => {
  const decisions = [
    decision('first', '2026-03-01'),
    decision('second', '2026-03-03', { approval: YES }),
    decision('third', '2026-03-07'),
  ];

  test('there is what had been recorded by then, and a yes only once it was given', () => {
    expect(idsOf(decisionsRecordedUntil(decisions, new Date('2026-03-01T09:00:00Z')))).toEqual(['first']);
    const before = decisionsRecordedUntil(decisions, new Date('2026-03-04T00:00:00Z'));
    expect(before[1]!.approval).toEqual({ state: 'awaiting', by: null, reason: null, at: null });
    expect(decisionInForce(before)?.id).toBe('first');
    const after = decisionsRecordedUntil(decisions, new Date('2026-03-05T09:00:00Z'));
    expect(decisionInForce(after)?.id).toBe('second');
  });

  test('there is no copy that was captured later', () => {
    const capture = {
      id: 'c',
      kind: 'page' as const,
      url: 'https://example.org/',
      fileName: null,
      state: 'stored' as const,
      failure: null,
      finalUrl: null,
      capturedAt: '2026-03-02T00:00:00.000Z',
      copy: null,
    };
    const item = {
      stance: 'supports' as const,
      url: 'https://example.org/',
      excerpt: 'Monday.',
      articleId: null,
      revisionId: null,
      span: null,
      annotationId: null,
      articleTitle: null,
      origin: null,
      storedCopy: true,
      capture,
      holdsExcerpt: true,
    };
    const kept = [decision('first', '2026-03-01', { evidence: [item] })];
    const shown = (instant: string) => decisionsRecordedUntil(kept, new Date(instant))[0]!.evidence[0]!;
    expect(shown('2026-03-01T12:00:00Z')).toMatchObject({ storedCopy: false, holdsExcerpt: null });
    expect(shown('2026-03-02T00:00:00Z')).toEqual(item);
  });
});

test('what could be known on a day goes by when the outcome was known, else by when it was recorded there', () => {
  const late = decision('late', '2026-03-09', { outcomeKnownAt: '2026-03-02' });
  const night = { ...decision('night', '2026-03-01'), createdAt: '2026-03-01T23:30:00.000Z' };
  expect(idsOf(decisionsKnownBy([late, night], '2026-03-01', 'UTC'))).toEqual(['night']);
  expect(idsOf(decisionsKnownBy([late, night], '2026-03-01', 'Asia/Seoul'))).toEqual([]);
  expect(idsOf(decisionsKnownBy([late, night], '2026-03-02', 'Asia/Seoul'))).toEqual(['late', 'night']);
});
