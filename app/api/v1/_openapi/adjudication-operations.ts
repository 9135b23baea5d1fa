import {
  adjudicationQuerySchema,
  showAdjudicationQuerySchema,
} from '@/lib/domain/adjudication/adjudication-schema';
import type { Operation } from './operation';

export const ADJUDICATION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/adjudication',
    summary:
      'The articles with revealed passes, those with the latest reveal first, and how much of each waits for a decision.',
    query: adjudicationQuerySchema,
    answers: { 200: { page: 'ListedAdjudication' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/adjudication',
    summary:
      'What there is to decide on an article: the marks of its revealed passes, put together in the order of the text, with the decisions in force.',
    query: showAdjudicationQuerySchema,
    answers: { 200: { one: 'ArticleAdjudication' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/adjudication/merge',
    summary:
      'Put what all annotators agree on into the shared layer. Doing it again touches nothing that was decided.',
    body: 'MergeAgreeing',
    answers: { 200: { one: 'MergedAgreeing' } },
  },
  {
    method: 'put',
    path: '/adjudications/{adjudication}',
    summary:
      'Decide on the marks of one unit, under an id of your own. If-Match names the version of the decision that it supersedes, where there is one.',
    body: 'PutAdjudication',
    ifMatch: 'optional',
    answers: { 201: { one: 'AdjudicationDecision' }, 200: { one: 'AdjudicationDecision' } },
  },
  {
    method: 'post',
    path: '/adjudications/{adjudication}/undo',
    summary: 'Take a decision back with what it made; the one that it superseded is in force again.',
    body: 'Nothing',
    answers: { 200: { one: 'AdjudicationDecision' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/passes/mine/outcome',
    summary: 'What became of your own marks on an article, once your pass was revealed.',
    answers: { 200: { one: 'PassOutcome' } },
  },
];
