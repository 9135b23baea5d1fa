import { foundAnnotationSchema, foundCountsSchema } from '@/lib/domain/found-annotation';
import { newSubsetSchema, patchSubsetSchema, subsetSchema } from '@/lib/domain/subset';
import { z } from 'zod';
import {
  adjudicationDecisionSchema,
  articleAdjudicationSchema,
  listedAdjudicationSchema,
  mergeAgreeingSchema,
  mergedAgreeingSchema,
  passOutcomeSchema,
  putAdjudicationSchema,
} from '@/lib/domain/adjudication/adjudication-schema';
import { agreementSchema } from '@/lib/domain/agreement/agreement-schema';
import { passDisagreementsSchema } from '@/lib/domain/agreement/pass-disagreements';
import {
  assignedSchema,
  assigningUndoneSchema,
  assignmentSchema,
  assignSchema,
  campaignArticleSchema,
  campaignSchema,
  listedCampaignSchema,
  newCampaignSchema,
  nextArticleSchema,
  ownAssignmentSchema,
  patchCampaignSchema,
  releasedSchema,
  releaseSchema,
  restoreAssignmentSchema,
  shownCampaignSchema,
  undoAssigningSchema,
} from '@/lib/domain/campaign';
import { campaignEventSchema } from '@/lib/domain/campaign-history';
import { fullAnnotationsSchema, putFullAnnotationsSchema } from '@/lib/domain/full-annotation';
import {
  articlePassesSchema,
  emptyBodySchema,
  passSchema,
  revealedPassesSchema,
  submitPassSchema,
} from '@/lib/domain/pass';
import { annotationSchema, patchAnnotationSchema, putAnnotationSchema } from '@/lib/domain/annotation';
import {
  articleSchema,
  listedArticleSchema,
  newArticleSchema,
  newRevisionSchema,
  revisionSchema,
} from '@/lib/domain/article';
import { checkSchema, patchCheckSchema, takeCheckSchema } from '@/lib/domain/check';
import {
  commentSchema,
  patchCommentSchema,
  putCommentSchema,
  readCommentsSchema,
  threadSchema,
} from '@/lib/domain/comment';
import { deskPageSchema } from '@/lib/domain/desk';
import {
  correctFactCheckSchema,
  correctionRequestSchema,
  editFactCheckSchema,
  factCheckDraftSchema,
  factCheckSchema,
  factCheckVersionSchema,
  publishFactCheckSchema,
  settleRequestSchema,
  unpublishFactCheckSchema,
} from '@/lib/domain/fact-check';
import { captureWithTextSchema, newCaptureSchema } from '@/lib/domain/capture';
import { checkingRulesPatchSchema, checkingRulesSchema } from '@/lib/domain/checking-rules';
import { guidelineSchema, newGuidelineSchema } from '@/lib/domain/guideline';
import { importReportSchema, takeBackSchema, takenBackSchema } from '@/lib/domain/import-report';
import { changedLicencesSchema, licenceChangesSchema, patchArticleSchema } from '@/lib/domain/licence-schema';
import { historyEventSchema } from '@/lib/domain/history';
import { uuidSchema } from '@/lib/domain/ids';
import { dueTimelineSchema, listedPredictionSchema } from '@/lib/domain/listed-prediction';
import { blindPredictionSchema, newResolutionSchema, resolutionViewSchema } from '@/lib/domain/resolution';
import { unlockCriteriaSchema } from '@/lib/domain/tracking';
import { conditionDecisionSchema, newConditionDecisionSchema } from '@/lib/domain/condition-decision';
import { notificationSchema, readNotificationsSchema } from '@/lib/domain/notification';
import { anchorRecordSchema, listedRevisionSchema, revisionReportSchema } from '@/lib/domain/revision-report';
import {
  groupingSchema,
  newPropositionSchema,
  patchPropositionSchema,
  propositionLinkSchema,
  propositionSchema,
  proposedSchema,
  proposeSchema,
  putLinkSchema,
  settlingProposalSchema,
  shownPropositionSchema,
} from '@/lib/domain/proposition';
import { relatedPassageSchema } from '@/lib/domain/related-passage';
import {
  newReleaseSchema,
  releaseDiffSchema,
  releaseSchema as datasetReleaseSchema,
} from '@/lib/domain/release';
import { scoreboardSchema } from '@/lib/domain/scoreboard-schema';
import { likelihoodScaleSchema, likelihoodScalesSchema, newScaleSchema } from '@/lib/domain/likelihood-scale';
import { newReplySchema, replyRequestSchema } from '@/lib/domain/reply';
import { affiliationSchema, putAffiliationSchema } from '@/lib/domain/affiliation';
import {
  mergeSourceSchema,
  newSourceSchema,
  patchSourceSchema,
  registeredSourceSchema,
  shownSourceSchema,
} from '@/lib/domain/source';
import { workspaceEventSchema } from '@/lib/domain/workspace-event';
import {
  approveSchema,
  declineSchema,
  newVerificationSchema,
  verificationSchema,
} from '@/lib/domain/verification';
import { ANCHOR_STATES, ROLES } from '@/lib/domain/vocabulary';
import { changeMessageSchema } from '@/lib/live/wire';
import { countedSourcesSchema, countSourcesSchema } from '@/lib/usecases/count-independent-sources';
import { MERGE_REASONS } from '@/lib/domain/merge-reason';
import { presenceSchema } from '@/lib/usecases/tell-presence';

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

/** What requests are parsed with. */
const REQUESTS = {
  NewArticle: newArticleSchema,
  PatchArticle: patchArticleSchema,
  LicenceChanges: licenceChangesSchema,
  TakeBack: takeBackSchema,
  NewRevision: newRevisionSchema,
  PutAnnotation: putAnnotationSchema,
  PatchAnnotation: patchAnnotationSchema,
  PutAdjudication: putAdjudicationSchema,
  MergeAgreeing: mergeAgreeingSchema,
  NewVerification: newVerificationSchema,
  NewResolution: newResolutionSchema,
  NewConditionDecision: newConditionDecisionSchema,
  UnlockCriteria: unlockCriteriaSchema,
  ApproveDecision: approveSchema,
  DeclineDecision: declineSchema,
  CountSources: countSourcesSchema,
  NewReply: newReplySchema,
  NewCapture: newCaptureSchema,
  PatchCheckingRules: checkingRulesPatchSchema,
  NewGuideline: newGuidelineSchema,
  NewSource: newSourceSchema,
  PatchSource: patchSourceSchema,
  MergeSource: mergeSourceSchema,
  PutAffiliation: putAffiliationSchema,
  NewLikelihoodScale: newScaleSchema,
  PublishFactCheck: publishFactCheckSchema,
  EditFactCheck: editFactCheckSchema,
  CorrectFactCheck: correctFactCheckSchema,
  UnpublishFactCheck: unpublishFactCheckSchema,
  SettleCorrectionRequest: settleRequestSchema,
  NewProposition: newPropositionSchema,
  PatchProposition: patchPropositionSchema,
  PutPropositionLink: putLinkSchema,
  ProposeLinks: proposeSchema,
  PatchCheck: patchCheckSchema,
  TakeCheck: takeCheckSchema,
  PutComment: putCommentSchema,
  PatchComment: patchCommentSchema,
  ReadComments: readCommentsSchema,
  ReadNotifications: readNotificationsSchema,
  Presence: presenceSchema,
  NewCampaign: newCampaignSchema,
  PatchCampaign: patchCampaignSchema,
  NewSubset: newSubsetSchema,
  PatchSubset: patchSubsetSchema,
  AssignArticles: assignSchema,
  UndoAssigning: undoAssigningSchema,
  ReleaseAssignment: releaseSchema,
  RestoreAssignment: restoreAssignmentSchema,
  PutFullAnnotations: putFullAnnotationsSchema,
  SubmitPass: submitPassSchema,
  NewRelease: newReleaseSchema,
  Nothing: emptyBodySchema,
} as const;

/** What is answered. */
const ANSWERS = {
  ConditionDecision: conditionDecisionSchema,
  RecordedConditionDecision: conditionDecisionSchema.extend({ annotation: annotationSchema }),
  Resolution: resolutionViewSchema,
  BlindPrediction: blindPredictionSchema,
  DueTimeline: dueTimelineSchema,
  Article: articleSchema,
  ListedArticle: listedArticleSchema,
  AddedRevision: z.object({
    revision: revisionSchema,
    anchors: z.record(z.enum(ANCHOR_STATES), z.array(z.string())),
  }),
  ListedRevision: listedRevisionSchema,
  RevisionReport: revisionReportSchema,
  Annotation: annotationSchema,
  FoundAnnotation: foundAnnotationSchema,
  FoundCounts: foundCountsSchema,
  Subset: subsetSchema,
  AnchorRecord: anchorRecordSchema,
  Verification: verificationSchema,
  RecordedVerification: verificationSchema.extend({ annotation: annotationSchema }),
  CountedSources: countedSourcesSchema,
  Reply: replyRequestSchema,
  Capture: captureWithTextSchema,
  CheckingRules: checkingRulesSchema,
  Guideline: guidelineSchema,
  HistoryEvent: historyEventSchema,
  Change: changeMessageSchema,
  Prediction: listedPredictionSchema,
  Source: registeredSourceSchema,
  ShownSource: shownSourceSchema,
  SaidAnnotation: annotationSchema.extend({
    article: articleSchema.pick({ id: true, title: true, publisher: true, publishedAt: true }),
    affiliations: z.array(affiliationSchema),
  }),
  SuggestedMerge: z.object({
    source: registeredSourceSchema,
    into: registeredSourceSchema,
    reasons: z.array(z.object({ kind: z.enum(MERGE_REASONS), names: z.tuple([z.string(), z.string()]) })),
  }),
  Affiliation: affiliationSchema,
  AffiliationsOfSource: z.object({ sourceId: uuidSchema, affiliations: z.array(affiliationSchema) }),
  WorkspaceEvent: workspaceEventSchema,
  ChangedLicences: changedLicencesSchema,
  ImportReport: importReportSchema,
  TakenBack: takenBackSchema,
  Scoreboard: scoreboardSchema,
  Pass: passSchema,
  Campaign: campaignSchema,
  ListedCampaign: listedCampaignSchema,
  ShownCampaign: shownCampaignSchema,
  CampaignArticle: campaignArticleSchema,
  OwnAssignment: ownAssignmentSchema,
  CampaignEvent: campaignEventSchema,
  Assigned: assignedSchema,
  AssigningUndone: assigningUndoneSchema,
  Assignment: assignmentSchema,
  NextArticle: nextArticleSchema,
  ReleasedAssignment: releasedSchema,
  FullAnnotations: fullAnnotationsSchema,
  ArticlePasses: articlePassesSchema,
  RevealedPasses: revealedPassesSchema,
  Agreement: agreementSchema,
  PassDisagreements: passDisagreementsSchema,
  ArticleAdjudication: articleAdjudicationSchema,
  AdjudicationDecision: adjudicationDecisionSchema,
  ListedAdjudication: listedAdjudicationSchema,
  MergedAgreeing: mergedAgreeingSchema,
  PassOutcome: passOutcomeSchema,
  LikelihoodScale: likelihoodScaleSchema,
  LikelihoodScales: likelihoodScalesSchema,
  FactCheck: factCheckSchema,
  FactCheckVersion: factCheckVersionSchema,
  FactCheckDraft: factCheckDraftSchema,
  CorrectionRequest: correctionRequestSchema,
  Comment: commentSchema,
  Check: checkSchema,
  DeskPage: deskPageSchema,
  Thread: threadSchema,
  ReadMark: z.object({ seq: z.int() }),
  Notification: notificationSchema,
  Unread: z.object({ unread: z.int() }),
  Member: z.object({ id: uuidSchema, name: z.string(), role: z.enum(ROLES) }),
  RelatedPassage: relatedPassageSchema,
  Proposition: propositionSchema,
  ShownProposition: shownPropositionSchema,
  JoinedProposition: propositionSchema.extend({ left: uuidSchema.nullable() }),
  PropositionLink: propositionLinkSchema,
  Grouping: groupingSchema,
  Proposed: proposedSchema,
  SettlingProposal: settlingProposalSchema,
  Release: datasetReleaseSchema,
  ReleaseDiff: releaseDiffSchema,
  Problem: problemSchema,
} as const;

export type RequestName = keyof typeof REQUESTS;
export type AnswerName = keyof typeof ANSWERS;

/** JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of everything that goes in and out, by name. */
export function componentSchemas(): Record<string, unknown> {
  const inputs = Object.entries(REQUESTS).map(([name, schema]) => [name, jsonSchema(schema, 'input')]);
  const outputs = Object.entries(ANSWERS).map(([name, schema]) => [name, jsonSchema(schema, 'output')]);
  return Object.fromEntries([...inputs, ...outputs]);
}

export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
