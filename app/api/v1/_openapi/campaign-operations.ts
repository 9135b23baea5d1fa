import { campaignQuerySchema } from '@/lib/domain/campaign';
import { pageQuerySchema } from '@/lib/domain/page';
import type { Operation } from './operation';

/** Campaigns, their assignments, and what is declared annotated in full. */
export const CAMPAIGN_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/workspaces/{workspace}/campaigns',
    summary: 'The campaigns of a workspace, open ones first; for editors with how far they are.',
    query: campaignQuerySchema,
    answers: { 200: { page: 'ListedCampaign' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/campaigns',
    summary: 'Make a campaign of blind passes. Nobody has an article of it until they are given out.',
    body: 'NewCampaign',
    answers: { 201: { one: 'Campaign' }, 200: { one: 'Campaign' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/assignments',
    summary: 'The articles that are asked of you in the open campaigns; what waits comes first.',
    answers: { 200: { page: 'OwnAssignment' } },
  },
  {
    method: 'get',
    path: '/campaigns/{campaign}',
    summary:
      'A campaign and your own articles in it; for editors also how much everybody has and has submitted.',
    answers: { 200: { one: 'ShownCampaign' } },
  },
  {
    method: 'patch',
    path: '/campaigns/{campaign}',
    summary:
      'Change a campaign, close it or open it again. Lists of articles and annotators replace those there are.',
    body: 'PatchCampaign',
    ifMatch: 'required',
    answers: { 200: { one: 'Campaign' } },
  },
  {
    method: 'get',
    path: '/campaigns/{campaign}/articles',
    summary: 'The articles of a campaign, each with who has it and how far they are. For editors.',
    query: pageQuerySchema,
    answers: { 200: { page: 'CampaignArticle' } },
  },
  {
    method: 'post',
    path: '/campaigns/{campaign}/assignments',
    summary:
      'Give articles to annotators: those named, or all free places shared out evenly. Nobody gets what they have had, no article more people than asked.',
    body: 'AssignArticles',
    answers: { 200: { one: 'Assigned' } },
  },
  {
    method: 'post',
    path: '/campaigns/{campaign}/assignments/undo',
    summary:
      'Undo that you gave articles out, where nobody has begun. Whoever had them may get them again. Again it changes nothing.',
    body: 'UndoAssigning',
    answers: { 200: { one: 'AssigningUndone' } },
  },
  {
    method: 'get',
    path: '/campaigns/{campaign}/history',
    summary: 'What happened to a campaign and to the places on its articles, the newest first. For editors.',
    query: pageQuerySchema,
    answers: { 200: { page: 'CampaignEvent' } },
  },
  {
    method: 'post',
    path: '/campaigns/{campaign}/next',
    summary: 'Your next article: one that you have not submitted yet, else one from the pool.',
    body: 'Nothing',
    answers: { 200: { one: 'NextArticle' } },
  },
  {
    method: 'post',
    path: '/assignments/{assignment}/release',
    summary: 'Give an article back, or as an editor take it from somebody. What is marked stays.',
    body: 'ReleaseAssignment',
    answers: { 200: { one: 'ReleasedAssignment' } },
  },
  {
    method: 'post',
    path: '/assignments/{assignment}/restore',
    summary:
      'Undo that you gave an article back or, as an editor, that it was taken from somebody, as long as the place is free.',
    body: 'RestoreAssignment',
    answers: { 200: { one: 'Assignment' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/full-annotations',
    summary:
      'Who has declared the shared layer annotated in full for which kinds: on the current text, and ever.',
    answers: { 200: { one: 'FullAnnotations' } },
  },
  {
    method: 'put',
    path: '/articles/{article}/full-annotations/mine',
    summary:
      'Declare for which kinds you have annotated the current text in full; what is not named is taken back.',
    body: 'PutFullAnnotations',
    answers: { 200: { one: 'FullAnnotations' } },
  },
];
