import { importQuerySchema } from '@/lib/domain/import-report';
import { pageQuerySchema } from '@/lib/domain/page';
import type { Operation } from './operation';

/** Datasets that come in, and the licences under which articles may go out. */
export const IMPORT_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/workspaces/{workspace}/imports',
    summary:
      'Take the texts and marks of another tool’s file, or of a whole workspace into an empty one. The body is the file (for brat and webanno a ZIP archive), or a form with files. With Accept: application/x-ndjson lines tell how far it is.',
    query: importQuerySchema,
    answers: { 200: { one: 'ImportReport' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/imports/take-back',
    summary:
      'Delete annotations that an import of yours made and nobody has changed since. They can be restored.',
    body: 'TakeBack',
    answers: { 200: { one: 'TakenBack' } },
  },
  {
    method: 'patch',
    path: '/articles/{article}',
    summary: 'Say under which terms an article may be passed on. If-Match names its licenceVersion.',
    body: 'PatchArticle',
    ifMatch: 'required',
    answers: { 200: { one: 'Article' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/licence-changes',
    summary: 'What was said of an article’s licence, by whom and when; the newest first.',
    query: pageQuerySchema,
    answers: { 200: { page: 'WorkspaceEvent' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/licences',
    summary: 'Change the licences of several articles at once. The answer holds what undoes it.',
    body: 'LicenceChanges',
    answers: { 200: { one: 'ChangedLicences' } },
  },
];
