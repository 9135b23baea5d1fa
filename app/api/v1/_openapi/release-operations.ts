import { pageQuerySchema } from '@/lib/domain/page';
import { releaseDiffQuerySchema } from '@/lib/usecases/diff-releases';
import type { Operation } from './operation';

export const RELEASE_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/workspaces/{workspace}/releases',
    summary:
      'Make a release: 201 when it is ready within the request, 202 while it is being made, a failure (release_failed) when it could not be made, which the same request tries again. The same request again answers it, another one of its name and version is refused (release_exists). A subset or filter makes it of a part of the workspace; one that nothing fits is refused (nothing_fits). For owners.',
    body: 'NewRelease',
    answers: { 201: { one: 'Release' }, 202: { one: 'Release' }, 200: { one: 'Release' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/releases',
    summary: 'The releases of the workspace, the newest first.',
    query: pageQuerySchema,
    answers: { 200: { page: 'Release' } },
  },
  {
    method: 'get',
    path: '/releases/{release}',
    summary: 'A release: how far it is, and the SHA-256 of every file once it is ready.',
    answers: { 200: { one: 'Release' } },
  },
  {
    method: 'post',
    path: '/releases/{release}/retry',
    summary: 'Have a release made that failed, with what was frozen and written already. For owners.',
    answers: { 202: { one: 'Release' }, 200: { one: 'Release' } },
  },
  {
    method: 'get',
    path: '/releases/{release}/files/{name}',
    summary: 'The bytes of a file of a release. They never change; the ETag is their SHA-256.',
    answers: { 200: { media: 'application/octet-stream' } },
  },
  {
    method: 'get',
    path: '/releases/{release}/diff',
    summary: 'What changed since another release of the workspace, annotation by annotation.',
    query: releaseDiffQuerySchema,
    answers: { 200: { one: 'ReleaseDiff' } },
  },
];
