import { correctionRequestQuerySchema, factCheckQuerySchema } from '@/lib/domain/fact-check';
import type { Operation } from './operation';

export const FACT_CHECK_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/workspaces/{workspace}/fact-checks',
    summary:
      'Publish the decision on an annotation on a page of its own, or put an unpublished page back at its address.',
    body: 'PublishFactCheck',
    answers: { 201: { one: 'FactCheck' }, 200: { one: 'FactCheck' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/fact-checks',
    summary:
      'What a workspace has published, unpublished pages too, what was touched last first. With format=csv, or Accept: text/csv, a table.',
    query: factCheckQuerySchema,
    answers: { 200: { page: 'FactCheck' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/fact-check',
    summary: 'What would be public if the decision were published now, and what is public already.',
    answers: { 200: { one: 'FactCheckDraft' } },
  },
  {
    method: 'get',
    path: '/fact-checks/{factCheck}',
    summary: 'A fact check, with what is public, or was last.',
    answers: { 200: { one: 'FactCheck' } },
  },
  {
    method: 'patch',
    path: '/fact-checks/{factCheck}',
    summary: 'Change the wording of a public page. What changes what it says is a correction.',
    body: 'EditFactCheck',
    ifMatch: 'required',
    answers: { 200: { one: 'FactCheck' } },
  },
  {
    method: 'post',
    path: '/fact-checks/{factCheck}/corrections',
    summary:
      'Correct a public page, with a reason that readers see; with verificationId by the decision now in force.',
    body: 'CorrectFactCheck',
    ifMatch: 'required',
    answers: { 201: { one: 'FactCheck' } },
  },
  {
    method: 'post',
    path: '/fact-checks/{factCheck}/unpublish',
    summary: 'Take a page off. Its address answers 410 and says since when, and why if a reason is given.',
    body: 'UnpublishFactCheck',
    ifMatch: 'required',
    answers: { 200: { one: 'FactCheck' } },
  },
  {
    method: 'get',
    path: '/fact-checks/{factCheck}/versions',
    summary: 'What the public saw when, the newest first.',
    answers: { 200: { page: 'FactCheckVersion' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/correction-requests',
    summary: 'What readers ask for on public pages, the newest first.',
    query: correctionRequestQuerySchema,
    answers: { 200: { page: 'CorrectionRequest' } },
  },
  {
    method: 'patch',
    path: '/correction-requests/{request}',
    summary: 'Settle what a reader asked for, with a note for the workspace, or open it again.',
    body: 'SettleCorrectionRequest',
    ifMatch: 'required',
    answers: { 200: { one: 'CorrectionRequest' } },
  },
];
