import { deskQuerySchema } from '@/lib/domain/desk';
import type { Operation } from './operation';

export const CHECK_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/annotations/{annotation}/check',
    summary:
      'Who checks an annotation, by when and how pressingly; version 0 where nobody has arranged anything.',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'patch',
    path: '/annotations/{annotation}/check',
    summary: 'Arrange a check: the fields that the body names, on the version of the check that you saw.',
    body: 'PatchCheck',
    ifMatch: 'required',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/check/take',
    summary:
      'Take a check, or give a sign of life: after two hours without one it is free. What another has taken is refused with 409 check_taken; name them in `from` to take it over.',
    body: 'TakeCheck',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/check/release',
    summary: 'Give back what you have taken. A decision does so by itself.',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/desk',
    summary:
      'What waits: unchecked claims and quotes, predictions due, what a revision changed, disagreements, questions and more, each with its reasons. With format=csv, or Accept: text/csv, all that fits as a table.',
    query: deskQuerySchema,
    answers: { 200: { one: 'DeskPage' } },
  },
];
