import { agreementQuerySchema } from '@/lib/domain/agreement/agreement-schema';
import { passDisagreementQuerySchema } from '@/lib/domain/agreement/pass-disagreements';
import type { Operation } from './operation';

export const PASS_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/articles/{article}/passes',
    summary:
      'The blind passes on an article as far as you may know of them: your own, those revealed, and for editors whose are awaited.',
    answers: { 200: { one: 'ArticlePasses' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/mine',
    summary:
      'Open your own blind pass on an article; the first PUT of an annotation with pass: mine does so too.',
    body: 'Nothing',
    answers: { 200: { one: 'Pass' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/mine/submit',
    summary:
      'Submit your pass: the article is annotated in full for the kinds named, without a word for all, and nothing in it changes any more.',
    body: 'SubmitPass',
    answers: { 200: { one: 'Pass' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/reveal',
    summary: 'Reveal the passes that were submitted on an article. Not while you annotate it blind yourself.',
    body: 'Nothing',
    answers: { 200: { one: 'RevealedPasses' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/agreement',
    summary:
      'How well annotators agree, in pairs and all together, per kind and attribute, article by article and over all, over revealed passes; with over=month also month by month.',
    query: agreementQuerySchema,
    answers: { 200: { one: 'Agreement' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/agreement/disagreements',
    summary:
      'The spans behind the figures: those that one of two annotators has alone, and those in which both differ.',
    query: passDisagreementQuerySchema,
    answers: { 200: { one: 'PassDisagreements' } },
  },
];
