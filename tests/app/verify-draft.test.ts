import { describe, expect, test } from 'vitest';
import {
  emptyDraft,
  findProblem,
  type Passage,
  placedRefusal,
  requestFromDraft,
  type VerifyDraft,
} from '@/app/(workspace)/[workspace]/_verify/verify-draft';
import type { Annotation } from '@/lib/domain/annotation';
import { EMPTY_DETAILS } from '@/lib/domain/empty-details';
import { newVerificationSchema } from '@/lib/domain/verification';

const ARTICLE = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const REVISION = '01900000-0000-7000-8000-000000000003';
const TODAY = '2026-06-15';

const prediction = {
  id: '01900000-0000-7000-8000-000000000004',
  articleId: ARTICLE,
  layer: 'shared',
  kind: 'prediction',
  spans: [{ start: 0, end: 4, exact: 'Rain', prefix: '', suffix: '' }],
  status: 'pending',
  prediction: { ...EMPTY_DETAILS.prediction, deadline: '2026-06-01' },
} as unknown as Annotation;

const passage: Passage = {
  articleId: OTHER,
  articleTitle: 'It rained',
  publisher: null,
  revisionId: REVISION,
  span: { start: 3, end: 12 },
  excerpt: 'it rained',
  isOwn: false,
};

const web = (url: string, excerpt = '') =>
  ({ key: url, stance: 'supports', passage: null, url, excerpt }) as const;
const drafted = (patch: Partial<VerifyDraft>): VerifyDraft => ({
  ...emptyDraft(TODAY),
  status: 'came_true',
  rationale: 'It rained on the day.',
  ...patch,
});

describe('what is sent', () => {
  test('leaves empty entries out and is what the API takes', () => {
    const draft = drafted({
      evidence: [
        web(''),
        { key: 'a', stance: 'supports', passage, url: '', excerpt: '' },
        web(' https://example.org/log '),
      ],
      searches: [{ key: 's', words: '  ' }],
    });
    const request = requestFromDraft(prediction, draft);
    expect(newVerificationSchema.safeParse(request).success).toBe(true);
    expect(request).toMatchObject({
      searches: [],
      evidence: [
        { articleId: OTHER, revisionId: REVISION, span: { start: 3, end: 12 }, excerpt: 'it rained' },
        { url: 'https://example.org/log', excerpt: null },
      ],
      outcomeKnownAt: TODAY,
    });
  });

  test('says when an outcome became known only for an outcome', () => {
    expect(requestFromDraft(prediction, drafted({ status: 'in_review' }))).not.toHaveProperty(
      'outcomeKnownAt',
    );
  });
});

describe('what is missing', () => {
  test.each([
    ['status', { status: null }],
    ['rationale', { rationale: ' ' }],
    ['evidence', {}],
    ['evidence', { evidence: [web('')] }],
    ['evidence.1', { evidence: [web('https://example.org'), web('example.org')] }],
    ['evidence.0', { evidence: [web('', 'An excerpt without its page')] }],
    ['outcome', { evidence: [web('https://example.org')], outcomeKnownAt: '2026-06-16' }],
    [
      'evidence.0',
      {
        evidence: [
          { key: 'a', stance: 'supports', passage: { ...passage, isOwn: true }, url: '', excerpt: '' },
        ],
      },
    ],
  ] as [string, Partial<VerifyDraft>][])('is said at the %s', (place, patch) => {
    expect(findProblem(prediction, drafted(patch), TODAY)?.place).toBe(place);
  });

  test('is nothing when the rules are kept', () => {
    expect(findProblem(prediction, drafted({ evidence: [web('https://example.org')] }), TODAY)).toBeNull();
  });
});

describe('a refusal of the server', () => {
  const draft = drafted({ evidence: [web(''), web('https://example.org/1'), web('https://example.org/2')] });
  test.each([
    ['evidence.2', { code: 'anchor_mismatch', message: '', evidence: 1 }],
    ['evidence.1', { code: 'invalid_input', message: '', issues: [{ path: 'evidence.0.url', message: '' }] }],
    ['rationale', { code: 'invalid_input', message: '', issues: [{ path: 'rationale', message: '' }] }],
    ['form', { code: 'forbidden', message: '' }],
  ] as const)('is placed at the %s', (place, refusal) => {
    expect(placedRefusal(draft, { ...refusal }, ARTICLE).place).toBe(place);
  });
});
