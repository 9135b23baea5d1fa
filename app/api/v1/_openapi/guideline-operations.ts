import { pageQuerySchema } from '@/lib/domain/page';
import { guidelineQuerySchema } from '@/lib/usecases/show-guideline';
import type { Operation } from './operation';

export const GUIDELINE_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/guideline',
    summary:
      'What annotators are told: text, tags and attributes of the version in force, or of the one that version= names.',
    query: guidelineQuerySchema,
    answers: { 200: { one: 'Guideline' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/guideline',
    summary:
      'Add a version, which is in force from now on; If-Match names the number of the one that was changed. For owners.',
    body: 'NewGuideline',
    ifMatch: 'required',
    answers: { 201: { one: 'Guideline' }, 200: { one: 'Guideline' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/guideline/versions',
    summary: 'The versions of the guideline, whole, the newest first.',
    query: pageQuerySchema,
    answers: { 200: { page: 'Guideline' } },
  },
];
