import fc from 'fast-check';
import { structuredDataTest } from 'structured-data-testing-tool';
import { Google } from 'structured-data-testing-tool/presets.js';
import { describe, expect, test } from 'vitest';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import { ALL_STATUSES, isDecided } from '@/lib/domain/vocabulary';
import {
  claimReviewChunks,
  claimReviewFrom,
  jsonForScript,
  type PublishedReview,
} from '@/lib/export/claimreview';
import { aFactCheckContent } from '@/tests/support/fact-check-content';

const aReview = (content: Partial<FactCheckContent> = {}): PublishedReview => ({
  url: 'https://desk.example.org/fact-checks/1',
  publisher: { name: 'The desk', url: 'https://desk.example.org/fact-checks/by/desk' },
  content: aFactCheckContent(content),
  publishedAt: '2026-04-02T09:00:00.000Z',
  updatedAt: '2026-04-03T09:00:00.000Z',
  corrections: [],
});

type Json = Record<string, unknown>;
const reviewOf = (content: Partial<FactCheckContent> = {}): Json => claimReviewFrom(aReview(content));

async function textOf(...reviews: PublishedReview[]): Promise<string> {
  let text = '';
  for await (const chunk of claimReviewChunks(
    (async function* () {
      yield* reviews;
    })(),
  ))
    text += chunk;
  return text;
}

/** What schema.org and those who read fact checks ask for, and what they recommend. */
function expectComplete(review: Json): void {
  expect(review['@type']).toBe('ClaimReview');
  for (const property of ['claimReviewed', 'url', 'datePublished', 'name', 'reviewBody'])
    expect(review[property]).toEqual(expect.any(String));
  expect(review.author).toMatchObject({
    '@type': 'Organization',
    name: expect.any(String),
    url: expect.any(String),
  });
  expect(review.itemReviewed).toMatchObject({ '@type': 'Claim', appearance: { '@type': 'CreativeWork' } });
  const rating = review.reviewRating as Json;
  expect(rating).toMatchObject({ '@type': 'Rating', alternateName: expect.any(String) });
  // A number never goes without its scale, nor a scale without a number.
  const numbers = ['ratingValue', 'worstRating', 'bestRating'].map((key) => rating[key]);
  expect(new Set(numbers.map((number) => typeof number)).size).toBe(1);
  expect(JSON.stringify(review)).not.toContain('null');
}

describe('a ClaimReview', () => {
  test('says what was claimed, by whom and where, how it is rated, and why', () => {
    const review = reviewOf();
    expectComplete(review);
    expect(review).toMatchObject({
      url: 'https://desk.example.org/fact-checks/1',
      claimReviewed: 'The pier was open in March.',
      datePublished: '2026-04-02T09:00:00.000Z',
      dateModified: '2026-04-03T09:00:00.000Z',
      reviewRating: { ratingValue: 1, worstRating: 1, bestRating: 5, alternateName: 'Refuted' },
      itemReviewed: {
        text: 'it was open all of March',
        datePublished: '2026-03-04',
        author: { '@type': 'Person', name: 'Lena Ozols' },
        appearance: { url: 'https://example.com/harbour', name: 'The harbour office will reopen' },
      },
      citation: ['https://example.org/log'],
    });
  });

  test.each(ALL_STATUSES.filter(isDecided))('of the verdict %s is complete', (status) => {
    expectComplete(reviewOf({ status }));
  });

  test('without enough evidence has words and no number', () => {
    expect(reviewOf({ status: 'not_enough_evidence' }).reviewRating).toEqual({
      '@type': 'Rating',
      alternateName: 'Not enough evidence',
      ratingExplanation: 'It was closed.',
    });
  });

  test.each([
    [[{ name: 'The harbour office', type: 'organisation', cue: null, mode: 'named' }], 'Organization'],
    [[{ name: 'Observers', type: 'anonymous', cue: null, mode: 'anonymous' }], undefined],
    [[{ name: 'The log', type: 'document', cue: null, mode: 'named' }], undefined],
    [[], 'Organization'],
  ] as const)('names the claimant as what they are: %j', (saidBy, type) => {
    const { author } = reviewOf({ saidBy: [...saidBy] }).itemReviewed as { author?: Json };
    expect(author?.['@type']).toBe(type);
  });

  test('tells no more of a date than is known', () => {
    const article = aFactCheckContent().article;
    const dateOf = (publishedAtPrecision: 'month' | 'year') =>
      (reviewOf({ article: { ...article, publishedAtPrecision } }).itemReviewed as Json).datePublished;
    expect([dateOf('month'), dateOf('year')]).toEqual(['2026-03', '2026']);
  });

  test('carries its corrections with their dates', () => {
    const corrections = [{ at: '2026-04-03T09:00:00.000Z', reason: 'A slip.' }];
    expect(claimReviewFrom({ ...aReview(), corrections }).correction).toEqual([
      { '@type': 'CorrectionComment', text: 'A slip.', datePublished: '2026-04-03T09:00:00.000Z' },
    ]);
  });

  test('names whoever decided only where the byline does, and links to nothing but web pages', () => {
    expect(reviewOf().contributor).toBeUndefined();
    expect(reviewOf({ byline: 'verifier', verifier: 'Ada' }).contributor).toMatchObject({ name: 'Ada' });
    const article = { ...aFactCheckContent().article, url: 'javascript:alert(1)' };
    expect(JSON.stringify(reviewOf({ article }))).not.toContain('javascript');
  });
});

describe('in a page', () => {
  test('no text can end the script, open a comment, or break a line of it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('</script>', '<!--', ']]>', '&lt;', '\u2028', '\u2029', '"', '\\', 'é', '👩‍👧'),
        ),
        (parts) => {
          const rationale = parts.join('');
          const json = jsonForScript(reviewOf({ rationale }));
          expect(json).not.toMatch(/[<>&\u2028\u2029]/);
          expect((JSON.parse(json) as Json).reviewBody).toBe(rationale);
        },
      ),
    );
  });
});

describe('the export', () => {
  test('is one JSON-LD document of whole reviews, one a line', async () => {
    const text = await textOf(aReview(), aReview({ headline: '</script>' }));
    expect(text.trim().split('\n')).toHaveLength(4);
    const reviews = JSON.parse(text) as Json[];
    expect(reviews).toHaveLength(2);
    for (const review of reviews) {
      expect(review['@context']).toBe('https://schema.org');
      expectComplete(review);
    }
  });

  test('of nothing is an empty list', async () => {
    expect(JSON.parse(await textOf())).toEqual([]);
  });

  test('structured-data-testing-tool finds every review and misses nothing that it asks for', async () => {
    const reviews = await textOf(
      aReview(),
      aReview({ status: 'not_enough_evidence', headline: '</script>' }),
    );
    const script = `<script type="application/ld+json">${reviews}</script>`;
    const found = await structuredDataTest(`<!doctype html><title>x</title>${script}`, { presets: [Google] });
    expect(found.schemas).toEqual(['ClaimReview']);
    expect(found.structuredData.jsonld.ClaimReview).toHaveLength(2);
    expect(found.passed.length).toBeGreaterThan(10);
    expect([...found.failed, ...found.warnings]).toEqual([]);
  });
});
