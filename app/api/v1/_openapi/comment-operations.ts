import { notificationQuerySchema } from '@/lib/domain/notification';
import type { Operation } from './operation';

export const COMMENT_OPERATIONS: readonly Operation[] = [
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
];
