import { disagreementQuerySchema } from '@/lib/usecases/list-disagreements';
import { propositionQuerySchema } from '@/lib/usecases/list-propositions';
import { settlingQuerySchema } from '@/lib/usecases/list-settling';
import type { Operation } from './operation';

export const PROPOSITION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/propositions',
    summary: 'Propositions, the newest first. With format=csv or Accept: text/csv all of them as a table.',
    query: propositionQuerySchema,
    answers: { 200: { page: 'Proposition' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/propositions',
    summary:
      'Make a proposition, with the annotations that say it. The same request with the same id changes nothing.',
    body: 'NewProposition',
    answers: { 201: { one: 'Proposition' }, 200: { one: 'Proposition' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/propositions/propose',
    summary:
      'Look for disagreements and for what may settle predictions, a part at a time: ask again while something is left.',
    body: 'ProposeLinks',
    answers: { 200: { one: 'Proposed' } },
  },
  {
    method: 'get',
    path: '/propositions/{proposition}',
    summary: 'A proposition with who says it and how it stands to others.',
    answers: { 200: { one: 'ShownProposition' } },
  },
  {
    method: 'patch',
    path: '/propositions/{proposition}',
    summary: 'Change the words of a proposition.',
    body: 'PatchProposition',
    ifMatch: 'required',
    answers: { 200: { one: 'Proposition' } },
  },
  {
    method: 'delete',
    path: '/propositions/{proposition}',
    summary: 'Delete a proposition; its annotations stay, and it can be restored.',
    ifMatch: 'required',
    answers: { 200: { one: 'Proposition' } },
  },
  {
    method: 'post',
    path: '/propositions/{proposition}/restore',
    summary: 'Bring a deleted proposition back.',
    ifMatch: 'required',
    answers: { 200: { one: 'Proposition' } },
  },
  {
    method: 'put',
    path: '/propositions/{proposition}/annotations/{annotation}',
    summary:
      'Put an annotation into a proposition, out of the one it was in, which the answer names as `left`.',
    answers: { 200: { one: 'JoinedProposition' } },
  },
  {
    method: 'delete',
    path: '/propositions/{proposition}/annotations/{annotation}',
    summary: 'Take an annotation out of a proposition.',
    answers: { 200: { one: 'Proposition' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/proposition',
    summary: 'The proposition that an annotation belongs to, and how many proposals about it wait.',
    answers: { 200: { one: 'Grouping' } },
  },
  {
    method: 'put',
    path: '/proposition-links/{link}',
    summary: 'Say how two propositions, or two annotations, stand to each other. An editor confirms it.',
    body: 'PutPropositionLink',
    answers: { 201: { one: 'PropositionLink' }, 200: { one: 'PropositionLink' } },
  },
  {
    method: 'post',
    path: '/proposition-links/{link}/confirm',
    summary: 'Confirm a link. What it joins becomes propositions; an unmarked passage is marked as a claim.',
    ifMatch: 'required',
    answers: { 200: { one: 'PropositionLink' } },
  },
  {
    method: 'post',
    path: '/proposition-links/{link}/reject',
    summary: 'Reject a link. It is not proposed again.',
    ifMatch: 'required',
    answers: { 200: { one: 'PropositionLink' } },
  },
  {
    method: 'post',
    path: '/proposition-links/{link}/reopen',
    summary: 'Take a decision on a link back, with what its confirmation made.',
    ifMatch: 'required',
    answers: { 200: { one: 'PropositionLink' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/disagreements',
    summary:
      'Links between what the articles say, the likeliest first: contradictions, or other types. With format=csv or Accept: text/csv all of them as a table.',
    query: disagreementQuerySchema,
    answers: { 200: { page: 'PropositionLink' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/settling',
    summary:
      'Passages of later articles that may settle predictions, the likeliest first. Proposed, never applied.',
    query: settlingQuerySchema,
    answers: { 200: { page: 'SettlingProposal' } },
  },
  {
    method: 'post',
    path: '/settling/{settling}/dismiss',
    summary: 'Say that a passage settles nothing. It is not proposed again for that prediction.',
    answers: { 200: { one: 'SettlingProposal' } },
  },
  {
    method: 'post',
    path: '/settling/{settling}/restore',
    summary: 'Propose a dismissed passage again.',
    answers: { 200: { one: 'SettlingProposal' } },
  },
];
