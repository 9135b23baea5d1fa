import type { FactCheckContent } from '@/lib/domain/fact-check';

/** Published content; what is not given is invented. */
export function aFactCheckContent(given: Partial<FactCheckContent> = {}): FactCheckContent {
  return {
    kind: 'claim',
    status: 'refuted',
    headline: 'Was the pier open in March?',
    claimReviewed: 'The pier was open in March.',
    summary: 'It was closed.',
    quoted: 'it was open all of March',
    language: 'en',
    saidBy: [{ name: 'Lena Ozols', type: 'person', cue: 'said', mode: 'named' }],
    article: {
      title: 'The harbour office will reopen',
      publisher: 'The Gull',
      byline: null,
      url: 'https://example.com/harbour',
      publishedAt: '2026-03-04',
      publishedAtPrecision: 'day',
    },
    judgedFor: null,
    errorBy: null,
    prediction: null,
    rationale: 'The log says otherwise.',
    evidence: [
      {
        stance: 'refutes',
        origin: 'primary',
        title: 'Harbour log',
        publisher: null,
        publishedAt: null,
        publishedAtPrecision: null,
        url: 'https://example.org/log',
        excerpt: 'Closed from 1 to 31 March.',
        storedCopy: true,
      },
    ],
    searches: [],
    replies: [],
    byline: 'workspace',
    verifier: null,
    decidedAt: '2026-04-01T09:00:00.000Z',
    ...given,
  };
}
