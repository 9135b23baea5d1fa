import type { z } from 'zod';
import { agreementQuerySchema } from '@/lib/domain/agreement/agreement-schema';
import { passDisagreementQuerySchema } from '@/lib/domain/agreement/pass-disagreements';
import { asOfQuerySchema } from '@/lib/domain/as-of';
import { deskQuerySchema } from '@/lib/domain/desk';
import { correctionRequestQuerySchema, factCheckQuerySchema } from '@/lib/domain/fact-check';
import { notificationQuerySchema } from '@/lib/domain/notification';
import { pageQuerySchema } from '@/lib/domain/page';
import { predictionFilterSchema, predictionQuerySchema } from '@/lib/domain/prediction-query';
import { scoreboardQuerySchema } from '@/lib/domain/scoreboard-schema';
import { sourceAnnotationsQuerySchema } from '@/lib/domain/source';
import { followQuerySchema } from '@/lib/usecases/follow-articles';
import { articleQuerySchema } from '@/lib/usecases/list-articles';
import { disagreementQuerySchema } from '@/lib/usecases/list-disagreements';
import { mergeSuggestionQuerySchema } from '@/lib/usecases/list-merge-suggestions';
import { sourceHistoryQuerySchema } from '@/lib/usecases/list-source-history';
import { propositionQuerySchema } from '@/lib/usecases/list-propositions';
import { settlingQuerySchema } from '@/lib/usecases/list-settling';
import { sourceQuerySchema } from '@/lib/usecases/list-sources';
import { ADJUDICATION_OPERATIONS } from './adjudication-operations';
import { CAMPAIGN_OPERATIONS } from './campaign-operations';
import type { AnswerName, RequestName } from './components';
import { GUIDELINE_OPERATIONS } from './guideline-operations';
import { IMPORT_OPERATIONS } from './import-operations';
import { RELEASE_OPERATIONS } from './release-operations';
import { QUERY_OPERATIONS } from './query-operations';

/** One operation of the API as the description tells it. `tests/app/openapi.test.ts` holds the list to the routes. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: RequestName;
  ifMatch?: 'required' | 'optional';
  /** Statuses of success, with what they answer: one thing, a page of things, a stream or a file, or nothing. */
  answers: Record<number, { one: AnswerName } | { page: AnswerName } | { media: string } | 'nothing'>;
}

export const OPERATIONS: readonly Operation[] = [
  ...GUIDELINE_OPERATIONS,
  ...IMPORT_OPERATIONS,
  {
    method: 'post',
    path: '/workspaces/{workspace}/articles',
    summary: 'Import a raw text. What is not given is read from the text and marked as inferred.',
    body: 'NewArticle',
    answers: { 201: { one: 'Article' }, 200: { one: 'Article' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/articles',
    summary: 'Articles, the newest import first, without their texts.',
    query: articleQuerySchema,
    answers: { 200: { page: 'ListedArticle' } },
  },
  {
    method: 'get',
    path: '/articles/{article}',
    summary: 'An article with the text and regions of its current revision.',
    answers: { 200: { one: 'Article' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/revisions',
    summary: 'Add a revision. Every annotation is carried over; the answer says how.',
    body: 'NewRevision',
    answers: { 201: { one: 'AddedRevision' }, 200: { one: 'AddedRevision' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/revisions',
    summary: 'The revisions of an article, the newest first, and what each did to the annotations.',
    query: pageQuerySchema,
    answers: { 200: { page: 'ListedRevision' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/revisions/{number}',
    summary: 'What a revision changed: in the text, by paragraph, and for each annotation there was.',
    answers: { 200: { one: 'RevisionReport' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/annotations',
    summary:
      'The annotations in document order: the shared layer and your own pass; while that is open, it alone.',
    query: pageQuerySchema,
    answers: { 200: { page: 'Annotation' } },
  },
  {
    method: 'get',
    path: '/articles/{article}/events',
    summary:
      'The article’s changes as server-sent events, from now, from Last-Event-ID or from ?after=; with Accept: application/json a page of past events.',
    answers: { 200: { media: 'text/event-stream' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/presence',
    summary:
      'Show the others who have the article open where you read and what you have selected. Not stored.',
    body: 'Presence',
    answers: { 204: 'nothing' },
  },
  {
    method: 'get',
    path: '/articles/{article}/passes',
    summary:
      'The blind passes on an article as far as you may know of them: your own, those revealed, and for editors whose are awaited.',
    answers: { 200: { one: 'ArticlePasses' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/mine',
    summary:
      'Open your own blind pass on an article; the first PUT of an annotation with pass: mine does so too.',
    body: 'Nothing',
    answers: { 200: { one: 'Pass' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/mine/submit',
    summary:
      'Submit your pass: the article is annotated in full for the kinds named, without a word for all, and nothing in it changes any more.',
    body: 'SubmitPass',
    answers: { 200: { one: 'Pass' } },
  },
  {
    method: 'post',
    path: '/articles/{article}/passes/reveal',
    summary: 'Reveal the passes that were submitted on an article. Not while you annotate it blind yourself.',
    body: 'Nothing',
    answers: { 200: { one: 'RevealedPasses' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/agreement',
    summary:
      'How well annotators agree, in pairs and all together, per kind and attribute, article by article and over all, over revealed passes; with over=month also month by month.',
    query: agreementQuerySchema,
    answers: { 200: { one: 'Agreement' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/agreement/disagreements',
    summary:
      'The spans behind the figures: those that one of two annotators has alone, and those in which both differ.',
    query: passDisagreementQuerySchema,
    answers: { 200: { one: 'PassDisagreements' } },
  },
  {
    method: 'get',
    path: '/events',
    summary:
      'Several articles in one stream of server-sent events: change, presence, revision and closed, each with its articleId; and notices, a hint that your notifications changed. Without id: to resume, ask again with the last seq of each article.',
    query: followQuerySchema,
    answers: { 200: { media: 'text/event-stream' } },
  },
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
    path: '/annotations/{annotation}/verifications',
    summary:
      'The decisions on an annotation, the oldest first; with asOf as recorded by the end of that day, with knownAsOf those whose outcome was known by then. `inForce` is the id of the one that its status rests on.',
    query: asOfQuerySchema,
    answers: { 200: { page: 'Verification' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/verifications',
    summary: 'Record a decision: status, rationale, evidence. Append-only.',
    body: 'NewVerification',
    ifMatch: 'optional',
    answers: { 201: { one: 'RecordedVerification' }, 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/independent-sources',
    summary: 'How many independent sources would stand behind a decision with this evidence. Writes nothing.',
    body: 'CountSources',
    answers: { 200: { one: 'CountedSources' } },
  },
  {
    method: 'post',
    path: '/verifications/{verification}/approve',
    summary: 'Say yes to somebody else’s decision that waits for a second pair of eyes.',
    body: 'ApproveDecision',
    answers: { 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'post',
    path: '/verifications/{verification}/decline',
    summary: 'Say no to somebody else’s decision that waits, and why.',
    body: 'DeclineDecision',
    answers: { 200: { one: 'RecordedVerification' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/replies',
    summary: 'The log of the right of reply: what was asked of whom, and what came back.',
    answers: { 200: { page: 'Reply' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/replies',
    summary: 'Log that somebody was asked, what they answered, or that nothing came. Append-only.',
    body: 'NewReply',
    answers: { 201: { one: 'Reply' }, 200: { one: 'Reply' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/captures',
    summary:
      'Keep a web page (fetched through a guard) or a file as it is now, to be named as evidence by its id. A page that cannot be fetched is answered as a capture that failed.',
    body: 'NewCapture',
    answers: { 201: { one: 'Capture' }, 200: { one: 'Capture' } },
  },
  {
    method: 'get',
    path: '/captures/{capture}',
    summary: 'A page or file as it was kept, with its text.',
    answers: { 200: { one: 'Capture' } },
  },
  {
    method: 'get',
    path: '/captures/{capture}/file',
    summary: 'The bytes of a file of evidence, to be saved.',
    answers: { 200: { media: 'application/octet-stream' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/checking-rules',
    summary: 'What a workspace asks of those who check.',
    answers: { 200: { one: 'CheckingRules' } },
  },
  {
    method: 'patch',
    path: '/workspaces/{workspace}/checking-rules',
    summary: 'Change what is asked of those who check, from now on. For owners.',
    body: 'PatchCheckingRules',
    answers: { 200: { one: 'CheckingRules' } },
  },
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
  {
    method: 'get',
    path: '/annotations/{annotation}/check',
    summary:
      'Who checks an annotation, by when and how pressingly; version 0 where nobody has arranged anything.',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'patch',
    path: '/annotations/{annotation}/check',
    summary: 'Arrange a check: the fields that the body names, on the version of the check that you saw.',
    body: 'PatchCheck',
    ifMatch: 'required',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/check/take',
    summary:
      'Take a check, or give a sign of life: after two hours without one it is free. What another has taken is refused with 409 check_taken; name them in `from` to take it over.',
    body: 'TakeCheck',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/check/release',
    summary: 'Give back what you have taken. A decision does so by itself.',
    answers: { 200: { one: 'Check' } },
  },
  {
    method: 'get',
    path: '/annotations/{annotation}/threads',
    summary: 'What is said about an annotation, the first thread first.',
    answers: { 200: { page: 'Thread' } },
  },
  {
    method: 'post',
    path: '/annotations/{annotation}/read',
    summary: 'Keep how far you have read the comments on an annotation.',
    body: 'ReadComments',
    answers: { 200: { one: 'ReadMark' } },
  },
  {
    method: 'put',
    path: '/comments/{comment}',
    summary:
      'Say something under an id of your own: without threadId it begins a thread. The same request again changes nothing.',
    body: 'PutComment',
    answers: { 201: { one: 'Comment' }, 200: { one: 'Comment' } },
  },
  {
    method: 'patch',
    path: '/comments/{comment}',
    summary: 'Give your own comment other words.',
    body: 'PatchComment',
    ifMatch: 'required',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'delete',
    path: '/comments/{comment}',
    summary: 'Delete your own comment, or as an editor any; it can be restored.',
    ifMatch: 'required',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'post',
    path: '/comments/{comment}/restore',
    summary: 'Bring a deleted comment back.',
    answers: { 200: { one: 'Comment' } },
  },
  {
    method: 'post',
    path: '/threads/{thread}/resolve',
    summary: 'End a thread; a question for the editor is answered thereby.',
    answers: { 200: { one: 'Thread' } },
  },
  {
    method: 'post',
    path: '/threads/{thread}/reopen',
    summary: 'Open a resolved thread again.',
    answers: { 200: { one: 'Thread' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/notifications',
    summary:
      'What you were told of in a workspace, the newest first; `unread` is how much of it you have not read.',
    query: notificationQuerySchema,
    answers: { 200: { page: 'Notification' } },
  },
  {
    method: 'post',
    path: '/workspaces/{workspace}/notifications/read',
    summary: 'Mark your own notifications as read: those named, or all.',
    body: 'ReadNotifications',
    answers: { 200: { one: 'Unread' } },
  },
  {
    method: 'get',
    path: '/workspaces/{workspace}/members',
    summary: 'Who belongs to a workspace: names and roles.',
    answers: { 200: { page: 'Member' } },
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
    path: '/workspaces/{workspace}/desk',
    summary:
      'What waits: unchecked claims and quotes, predictions due, what a revision changed, disagreements, questions and more, each with its reasons. With format=csv, or Accept: text/csv, all that fits as a table.',
    query: deskQuerySchema,
    answers: { 200: { one: 'DeskPage' } },
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
  ...ADJUDICATION_OPERATIONS,
  ...RELEASE_OPERATIONS,
  ...CAMPAIGN_OPERATIONS,
  ...QUERY_OPERATIONS,
];
