import { asOfQuerySchema } from '@/lib/domain/as-of';
import type { Operation } from './operation';

export const VERIFICATION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/annotations/{annotation}/verifications',
    summary:
      'The decisions on an annotation, the oldest first; with asOf as recorded by the end of that day, with knownAsOf those whose outcome was known by then. `inForce` is the id of the one that its status rests on.',
    query: asOfQuerySchema,
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
    method: 'post',
    path: '/annotations/{annotation}/independent-sources',
    summary: 'How many independent sources would stand behind a decision with this evidence. Writes nothing.',
    body: 'CountSources',
    answers: { 200: { one: 'CountedSources' } },
  },
  {
    method: 'post',
    path: '/verifications/{verification}/approve',
    summary: 'Say yes to somebody else’s decision that waits for a second pair of eyes.',
    body: 'ApproveDecision',
    answers: { 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'post',
    path: '/verifications/{verification}/decline',
    summary: 'Say no to somebody else’s decision that waits, and why.',
    body: 'DeclineDecision',
    answers: { 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/replies',
    summary: 'The log of the right of reply: what was asked of whom, and what came back.',
    answers: { 200: { page: 'Reply' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/replies',
    summary: 'Log that somebody was asked, what they answered, or that nothing came. Append-only.',
    body: 'NewReply',
    answers: { 201: { one: 'Reply' }, 200: { one: 'Reply' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/captures',
    summary:
      'Keep a web page (fetched through a guard) or a file as it is now, to be named as evidence by its id. A page that cannot be fetched is answered as a capture that failed.',
    body: 'NewCapture',
    answers: { 201: { one: 'Capture' }, 200: { one: 'Capture' } },
  },
  {
    method: 'get',
    path: '/captures/{capture}',
    summary: 'A page or file as it was kept, with its text.',
    answers: { 200: { one: 'Capture' } },
  },
  {
    method: 'get',
    path: '/captures/{capture}/file',
    summary: 'The bytes of a file of evidence, to be saved.',
    answers: { 200: { media: 'application/octet-stream' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/checking-rules',
    summary: 'What a workspace asks of those who check.',
    answers: { 200: { one: 'CheckingRules' } },
  },
  {
    method: 'patch',
    path: '/workspaces/{workspace}/checking-rules',
    summary: 'Change what is asked of those who check, from now on. For owners.',
    body: 'PatchCheckingRules',
    answers: { 200: { one: 'CheckingRules' } },
  },
];
