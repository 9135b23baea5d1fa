import { z } from 'zod';
import { FILTER_KEYS } from '@/lib/domain/annotation-filter';
import { exportRequestSchema } from '@/lib/domain/export-request';
import { countQuerySchema, foundQuerySchema } from '@/lib/domain/found-annotation';
import { subsetQuerySchema } from '@/lib/domain/subset';
import type { Operation } from './operation';

const LISTED = 'Several are separated by commas, or by giving the key again; one is enough.';
const MEANINGS: Partial<Record<(typeof FILTER_KEYS)[number], string>> = {
  source: 'A source’s id, or words of one of its names; merged ones are followed.',
  publisher: 'Words of the publisher’s name.',
  tag: 'One of several is enough.',
  allTags: 'All of several have to be there.',
  words:
    'Words that were marked; case and accents do not count, quotation marks keep words together, all have to be there.',
  licence: 'The article’s licence, or none.',
  allowedText: 'How much of the article’s words its licence allows to be passed on.',
  attribution: 'present or none',
  evidence: 'present or none: what the decision in force rests on',
  checkworthy: 'Of claims: yes, no or unsaid.',
  prediction: 'Of predictions: open, due, overdue, resolved or void on this day.',
  factCheck: 'published, unpublished or none',
  passes: 'Whether all, some, one or none of the revealed blind passes on the article mark the same.',
  adjudication: 'adjudicated, disagreement (recorded on its words) or none',
  guideline: 'Numbers of versions of the guideline, or none.',
};

/** The keys of the filter, beside `attr.KEY` for an attribute that the guideline defines. */
export const filterParameters = z.object(
  Object.fromEntries(
    FILTER_KEYS.map((key) => [
      key,
      (/From$|To$/.test(key) ? z.iso.date() : z.string()).optional().describe(MEANINGS[key] ?? LISTED),
    ]),
  ),
);

export const QUERY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/annotations',
    summary:
      'Annotations that fit a filter, with their articles. Beside the parameters named here, attr.KEY=VALUE asks for an attribute of the guideline; an unknown key is refused.',
    query: foundQuerySchema.extend(filterParameters.shape),
    answers: { 200: { page: 'FoundAnnotation' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/annotations/counts',
    summary: 'How many annotations fit a filter: in all, in how many articles, by kind and by status.',
    query: countQuerySchema.extend(filterParameters.shape),
    answers: { 200: { one: 'FoundCounts' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/export',
    summary:
      'The workspace as a file, streamed; with a filter or a subset what fits it. Where the format cannot hold everything: 409 losses with counts, unless allowLoss=true; losses=only gives the report, losses=counts its counts.',
    query: exportRequestSchema.extend(filterParameters.shape),
    answers: { 200: { media: 'application/octet-stream' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/subsets',
    summary: 'Filters that were kept under a name, by name.',
    query: subsetQuerySchema,
    answers: { 200: { page: 'Subset' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/subsets',
    summary: 'Keep a filter under a name. The same request with the same id again changes nothing.',
    body: 'NewSubset',
    answers: { 201: { one: 'Subset' }, 200: { one: 'Subset' } },
  },
  {
    method: 'get',
    path: '/subsets/{subset}',
    summary: 'A subset, also a deleted one.',
    answers: { 200: { one: 'Subset' } },
  },
  {
    method: 'patch',
    path: '/subsets/{subset}',
    summary: 'Change the name, note or filter of a subset: yours, or any as an editor.',
    body: 'PatchSubset',
    ifMatch: 'required',
    answers: { 200: { one: 'Subset' } },
  },
  {
    method: 'delete',
    path: '/subsets/{subset}',
    summary: 'Delete a subset; it can be restored.',
    ifMatch: 'required',
    answers: { 200: { one: 'Subset' } },
  },
  {
    method: 'post',
    path: '/subsets/{subset}/restore',
    summary: 'Bring a deleted subset back, unless another one has its name by now.',
    ifMatch: 'required',
    answers: { 200: { one: 'Subset' } },
  },
];
