import { sourceAnnotationsQuerySchema } from '@/lib/domain/source';
import { mergeSuggestionQuerySchema } from '@/lib/usecases/list-merge-suggestions';
import { sourceHistoryQuerySchema } from '@/lib/usecases/list-source-history';
import { sourceQuerySchema } from '@/lib/usecases/list-sources';
import type { Operation } from './operation';

export const SOURCE_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/sources',
    summary:
      'The sources of a workspace by name: of merged ones that which stands for them. With format=csv or Accept: text/csv all of them as a table.',
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
    path: '/workspaces/{workspace}/source-suggestions',
    summary: 'Pairs of sources that may be one, with reasons. Nothing is merged by itself.',
    query: mergeSuggestionQuerySchema,
    answers: { 200: { page: 'SuggestedMerge' } },
  },
  {
    method: 'get',
    path: '/sources/{source}',
    summary:
      'A source with its names and where each was used, affiliations, statuses, errors and record; of a merged one that which stands for it.',
    answers: { 200: { one: 'ShownSource' } },
  },
  {
    method: 'patch',
    path: '/sources/{source}',
    summary:
      'Rename a source, change its type or its other names. Renamed, it keeps the old name as another one.',
    body: 'PatchSource',
    ifMatch: 'required',
    answers: { 200: { one: 'Source' } },
  },
  {
    method: 'get',
    path: '/sources/{source}/annotations',
    summary:
      'What a source said or passed on, the latest article first. With format=csv or Accept: text/csv as a table.',
    query: sourceAnnotationsQuerySchema,
    answers: { 200: { page: 'SaidAnnotation' } },
  },
  {
    method: 'get',
    path: '/sources/{source}/history',
    summary: 'What happened to a source and to those merged into it, the newest first.',
    query: sourceHistoryQuerySchema,
    answers: { 200: { page: 'WorkspaceEvent' } },
  },
  {
    method: 'post',
    path: '/sources/{source}/merge',
    summary:
      'Merge this source into another one, which then stands for both. Nothing is lost; again it changes nothing.',
    body: 'MergeSource',
    answers: { 200: { one: 'Source' } },
  },
  {
    method: 'post',
    path: '/sources/{source}/unmerge',
    summary: 'Take a merged source out again, with all that is recorded under it.',
    answers: { 200: { one: 'Source' } },
  },
  {
    method: 'put',
    path: '/sources/{source}/affiliations/{affiliation}',
    summary:
      'Write down what a source is or was, under an id of your own. The same request again changes nothing.',
    body: 'PutAffiliation',
    answers: { 201: { one: 'Affiliation' }, 200: { one: 'Affiliation' } },
  },
  {
    method: 'delete',
    path: '/sources/{source}/affiliations/{affiliation}',
    summary: 'Take an affiliation away; a PUT under its id brings it back.',
    answers: { 204: 'nothing' },
  },
  {
    method: 'put',
    path: '/sources/{source}/distinct-from/{other}',
    summary: 'Say that two sources are two: their merge is not suggested any more.',
    answers: { 204: 'nothing' },
  },
  {
    method: 'delete',
    path: '/sources/{source}/distinct-from/{other}',
    summary: 'Let the merge of two sources be suggested again.',
    answers: { 204: 'nothing' },
  },
  {
    method: 'get',
    path: '/articles/{article}/affiliations',
    summary: 'What the sources of an article were on its date.',
    answers: { 200: { page: 'AffiliationsOfSource' } },
  },
];
