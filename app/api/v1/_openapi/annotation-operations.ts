import { asOfQuerySchema } from '@/lib/domain/as-of';
import { pageQuerySchema } from '@/lib/domain/page';
import type { Operation } from './operation';

export const ANNOTATION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/annotations/{annotation}',
    summary: 'One annotation, also a deleted one; with asOf as it stood at the end of that day.',
    query: asOfQuerySchema.pick({ asOf: true }),
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
];
