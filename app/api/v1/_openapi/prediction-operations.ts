import { predictionFilterSchema, predictionQuerySchema } from '@/lib/domain/prediction-query';
import { scoreboardQuerySchema } from '@/lib/domain/scoreboard-schema';
import type { Operation } from './operation';

export const PREDICTION_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/annotations/{annotation}/condition-decisions',
    summary: 'What was decided on a prediction’s condition, the oldest first.',
    answers: { 200: { page: 'ConditionDecision' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/condition-decisions',
    summary:
      'Decide whether a prediction’s condition came about. Append-only; one that was not met makes it condition_not_met by rule.',
    body: 'NewConditionDecision',
    ifMatch: 'optional',
    answers: { 201: { one: 'RecordedConditionDecision' }, 200: { one: 'RecordedConditionDecision' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/criteria/lock',
    summary: 'Lock what a prediction is judged by: its criteria, deadline, direction and number.',
    ifMatch: 'optional',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/criteria/unlock',
    summary: 'Unlock what a prediction is judged by; the reason stays in the history.',
    body: 'UnlockCriteria',
    ifMatch: 'optional',
    answers: { 200: { one: 'Annotation' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/blind',
    summary: 'A prediction for whoever resolves it: names of its source, author and outlet are taken out.',
    answers: { 200: { one: 'BlindPrediction' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/resolutions',
    summary:
      'Where the work of two resolvers stands, as you may see it: your own submission, both once they differ.',
    answers: { 200: { one: 'Resolution' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/resolutions',
    summary:
      'Submit what became of a prediction as one of two resolvers. Nobody else sees it until a second one is in.',
    body: 'NewResolution',
    answers: { 201: { one: 'Resolution' }, 200: { one: 'Resolution' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/resolutions/withdraw',
    summary: 'Take your own submission back while it waits for the second one.',
    answers: { 200: { one: 'Resolution' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/predictions',
    summary:
      'The predictions of a workspace by state, as filtered, with counts. With format=csv, or Accept: text/csv, all of them as a table.',
    query: predictionQuerySchema,
    answers: { 200: { page: 'Prediction' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/predictions/timeline',
    summary: 'What falls due, the soonest first: the unsettled predictions with a deadline, at most 2,000.',
    query: predictionFilterSchema,
    answers: { 200: { one: 'DueTimeline' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/predictions/scoreboard',
    summary:
      'The record of each source, outlet, topic or quarter, also as of an earlier date. With format=csv, or Accept: text/csv, a table.',
    query: scoreboardQuerySchema,
    answers: { 200: { one: 'Scoreboard' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/likelihood-scales',
    summary:
      'The scales that give words of likelihood their numbers: the one in force, one’s own versions, the shipped ones.',
    answers: { 200: { one: 'LikelihoodScales' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/likelihood-scales',
    summary: 'Add a version to the workspace’s own scale. Earlier versions stay.',
    body: 'NewLikelihoodScale',
    answers: { 201: { one: 'LikelihoodScale' } },
  },
];
