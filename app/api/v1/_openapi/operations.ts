import type { z } from 'zod';
import { exportRequestSchema } from '@/lib/domain/export-request';
import { notificationQuerySchema } from '@/lib/domain/notification';
import { pageQuerySchema } from '@/lib/domain/page';
import { scoreboardQuerySchema } from '@/lib/domain/scoreboard-schema';
import { followQuerySchema } from '@/lib/usecases/follow-articles';
import { articleQuerySchema } from '@/lib/usecases/list-articles';
import { predictionQuerySchema } from '@/lib/usecases/list-predictions';
import { sourceQuerySchema } from '@/lib/usecases/list-sources';
import type { AnswerName, RequestName } from './components';

/** One operation of the API as the description tells it. `tests/app/openapi.test.ts` holds the list to the routes. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: RequestName;
  ifMatch?: 'required' | 'optional';
  /** Statuses of success, with what they answer: one thing, a page of things, a stream or a file, or nothing. */
  answers: Record<number, { one: AnswerName } | { page: AnswerName } | { media: string } | 'nothing'>;
}

export const OPERATIONS: readonly Operation[] = [
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
    summary: 'The annotations of the shared layer in document order.',
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
  {
    method: 'get',
    path: '/annotations/{annotation}',
    summary: 'One annotation, also a deleted one.',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'put',
    path: '/annotations/{annotation}',
    summary: 'Make an annotation under an id of your own. The same request again changes nothing.',
    body: 'PutAnnotation',
    ifMatch: 'optional',
    answers: { 201: { one: 'Annotation' }, 200: { one: 'Annotation' } },
  },
  {
    method: 'patch',
    path: '/annotations/{annotation}',
    summary: 'Change the fields that the body names.',
    body: 'PatchAnnotation',
    ifMatch: 'required',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'delete',
    path: '/annotations/{annotation}',
    summary: 'Delete an annotation; it can be restored.',
    ifMatch: 'required',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/restore',
    summary: 'Bring a deleted annotation back.',
    ifMatch: 'optional',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/anchors',
    summary: 'Where an annotation lay in each revision, the oldest first, and why its words changed.',
    answers: { 200: { page: 'AnchorRecord' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/verifications',
    summary: 'The decisions on an annotation, the oldest first.',
    answers: { 200: { page: 'Verification' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/verifications',
    summary: 'Record a decision: status, rationale, evidence. Append-only.',
    body: 'NewVerification',
    ifMatch: 'optional',
    answers: { 201: { one: 'RecordedVerification' }, 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/history',
    summary: 'What happened to an annotation, the oldest first.',
    query: pageQuerySchema,
    answers: { 200: { page: 'HistoryEvent' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/related',
    summary: 'Passages of other articles that may support, refute, repeat or settle it, the likeliest first.',
    query: pageQuerySchema,
    answers: { 200: { page: 'RelatedPassage' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/threads',
    summary: 'What is said about an annotation, the first thread first.',
    answers: { 200: { page: 'Thread' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/read',
    summary: 'Keep how far you have read the comments on an annotation.',
    body: 'ReadComments',
    answers: { 200: { one: 'ReadMark' } },
  },
  {
    method: 'put',
    path: '/comments/{comment}',
    summary:
      'Say something under an id of your own: without threadId it begins a thread. The same request again changes nothing.',
    body: 'PutComment',
    answers: { 201: { one: 'Comment' }, 200: { one: 'Comment' } },
  },
  {
    method: 'patch',
    path: '/comments/{comment}',
    summary: 'Give your own comment other words.',
    body: 'PatchComment',
    ifMatch: 'required',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'delete',
    path: '/comments/{comment}',
    summary: 'Delete your own comment, or as an editor any; it can be restored.',
    ifMatch: 'required',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'post',
    path: '/comments/{comment}/restore',
    summary: 'Bring a deleted comment back.',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'post',
    path: '/threads/{thread}/resolve',
    summary: 'End a thread; a question for the editor is answered thereby.',
    answers: { 200: { one: 'Thread' } },
  },
  {
    method: 'post',
    path: '/threads/{thread}/reopen',
    summary: 'Open a resolved thread again.',
    answers: { 200: { one: 'Thread' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/notifications',
    summary:
      'What you were told of in a workspace, the newest first; `unread` is how much of it you have not read.',
    query: notificationQuerySchema,
    answers: { 200: { page: 'Notification' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/notifications/read',
    summary: 'Mark your own notifications as read: those named, or all.',
    body: 'ReadNotifications',
    answers: { 200: { one: 'Unread' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/members',
    summary: 'Who belongs to a workspace: names and roles.',
    answers: { 200: { page: 'Member' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/predictions',
    summary: 'The predictions of a workspace by state.',
    query: predictionQuerySchema,
    answers: { 200: { page: 'Prediction' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/predictions/scoreboard',
    summary:
      'The record of each source, outlet, topic or quarter, also as of an earlier date. With format=csv, or Accept: text/csv, a table.',
    query: scoreboardQuerySchema,
    answers: { 200: { one: 'Scoreboard' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/likelihood-scales',
    summary:
      'The scales that give words of likelihood their numbers: the one in force, one’s own versions, the shipped ones.',
    answers: { 200: { one: 'LikelihoodScales' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/likelihood-scales',
    summary: 'Add a version to the workspace’s own scale. Earlier versions stay.',
    body: 'NewLikelihoodScale',
    answers: { 201: { one: 'LikelihoodScale' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/sources',
    summary: 'The sources of a workspace by name.',
    query: sourceQuerySchema,
    answers: { 200: { page: 'Source' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/sources',
    summary: 'Name a source; one of the same name and type is found instead of made twice.',
    body: 'NewSource',
    answers: { 201: { one: 'Source' }, 200: { one: 'Source' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/export',
    summary: 'The workspace as a file, streamed.',
    query: exportRequestSchema,
    answers: { 200: { media: 'application/octet-stream' } },
  },
];
