import { pageQuerySchema } from '@/lib/domain/page';
import { followQuerySchema } from '@/lib/usecases/follow-articles';
import { articleQuerySchema } from '@/lib/usecases/list-articles';
import type { Operation } from './operation';

export const ARTICLE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/workspaces/{workspace}/articles',
    summary: 'Import a raw text. What is not given is read from the text and marked as inferred.',
    body: 'NewArticle',
    answers: { 201: { one: 'Article' }, 200: { one: 'Article' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/articles',
    summary: 'Articles, the newest import first, without their texts.',
    query: articleQuerySchema,
    answers: { 200: { page: 'ListedArticle' } },
  },
  {
    method: 'get',
    path: '/articles/{article}',
    summary: 'An article with the text and regions of its current revision.',
    answers: { 200: { one: 'Article' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/revisions',
    summary: 'Add a revision. Every annotation is carried over; the answer says how.',
    body: 'NewRevision',
    answers: { 201: { one: 'AddedRevision' }, 200: { one: 'AddedRevision' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/revisions',
    summary: 'The revisions of an article, the newest first, and what each did to the annotations.',
    query: pageQuerySchema,
    answers: { 200: { page: 'ListedRevision' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/revisions/{number}',
    summary: 'What a revision changed: in the text, by paragraph, and for each annotation there was.',
    answers: { 200: { one: 'RevisionReport' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/annotations',
    summary:
      'The annotations in document order: the shared layer and your own pass; while that is open, it alone.',
    query: pageQuerySchema,
    answers: { 200: { page: 'Annotation' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/events',
    summary:
      'The article’s changes as server-sent events, from now, from Last-Event-ID or from ?after=; with Accept: application/json a page of past events.',
    answers: { 200: { media: 'text/event-stream' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/presence',
    summary:
      'Show the others who have the article open where you read and what you have selected. Not stored.',
    body: 'Presence',
    answers: { 204: 'nothing' },
  },
  {
    method: 'get',
    path: '/events',
    summary:
      'Several articles in one stream of server-sent events: change, presence, revision and closed, each with its articleId; and notices, a hint that your notifications changed. Without id: to resume, ask again with the last seq of each article.',
    query: followQuerySchema,
    answers: { 200: { media: 'text/event-stream' } },
  },
];
