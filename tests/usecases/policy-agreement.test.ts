import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { insertDecision } from '@/lib/data/adjudications';
import { insertSettling } from '@/lib/data/settling-proposals';
import {
  canAdjudicate,
  canAnnotate,
  canArrangeChecks,
  canApprove,
  canComment,
  canDecideLink,
  canGroup,
  canCurate,
  canGatherEvidence,
  canChangeSubset,
  canImport,
  canKeepSubsets,
  canMakeToken,
  canManage,
  canMarkRead,
  canModerate,
  canPublish,
  canRead,
  canRelease,
  canReleaseAssignment,
  canRestoreAssignment,
  canReveal,
  canReviseComment,
  canRunCampaigns,
  canSubmitPass,
  canVerify,
  canWriteGuideline,
  type Standing,
} from '@/lib/domain/policy';
import { err, type Failure, type Result } from '@/lib/domain/result';
import { type Role, ROLES } from '@/lib/domain/vocabulary';
import { requireWorkspace } from '@/lib/usecases/access';
import { assignArticles } from '@/lib/usecases/assign-articles';
import { changeCampaign } from '@/lib/usecases/change-campaign';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { declareFullAnnotation } from '@/lib/usecases/declare-full-annotation';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';
import { listCampaignHistory } from '@/lib/usecases/list-campaign-history';
import { listCampaigns } from '@/lib/usecases/list-campaigns';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';
import { findOwnAssignment } from '@/lib/usecases/find-own-assignment';
import { listOwnAssignments } from '@/lib/usecases/list-own-assignments';
import { restoreAssignment } from '@/lib/usecases/restore-assignment';
import { undoAssigning } from '@/lib/usecases/undo-assigning';
import { releaseAssignment } from '@/lib/usecases/release-assignment';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { takeNextArticle } from '@/lib/usecases/take-next-article';
import { addRevision } from '@/lib/usecases/add-revision';
import { listAdjudication } from '@/lib/usecases/list-adjudication';
import { mergeAgreeing } from '@/lib/usecases/merge-agreeing';
import { putAdjudication } from '@/lib/usecases/put-adjudication';
import { showAdjudication } from '@/lib/usecases/show-adjudication';
import { showPassOutcome } from '@/lib/usecases/show-pass-outcome';
import { undoAdjudication } from '@/lib/usecases/undo-adjudication';
import { approveVerification } from '@/lib/usecases/approve-verification';
import { captureEvidence } from '@/lib/usecases/capture-evidence';
import { changeCheckingRules } from '@/lib/usecases/change-checking-rules';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import { askForCorrection } from '@/lib/usecases/ask-for-correction';
import { changeGuideline } from '@/lib/usecases/change-guideline';
import { changeMemberRole } from '@/lib/usecases/change-member-role';
import { changeLicence } from '@/lib/usecases/change-licence';
import { changeLicences } from '@/lib/usecases/change-licences';
import { listLicenceChanges } from '@/lib/usecases/list-licence-changes';
import { listLicences } from '@/lib/usecases/list-licences';
import { changeSource } from '@/lib/usecases/change-source';
import type { Context } from '@/lib/usecases/context';
import { correctFactCheck } from '@/lib/usecases/correct-fact-check';
import { countIndependentSources } from '@/lib/usecases/count-independent-sources';
import { createInvitation } from '@/lib/usecases/create-invitation';
import { createSource } from '@/lib/usecases/create-source';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { createSubset } from '@/lib/usecases/create-subset';
import { deleteSubset } from '@/lib/usecases/delete-subset';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { listSubsets } from '@/lib/usecases/list-subsets';
import { restoreSubset } from '@/lib/usecases/restore-subset';
import { reviseSubset } from '@/lib/usecases/revise-subset';
import { showSearch } from '@/lib/usecases/show-search';
import { showSubset } from '@/lib/usecases/show-subset';
import { createToken } from '@/lib/usecases/create-token';
import { declineVerification } from '@/lib/usecases/decline-verification';
import { deleteAffiliation } from '@/lib/usecases/delete-affiliation';
import { decideCondition } from '@/lib/usecases/decide-condition';
import { listConditionDecisions } from '@/lib/usecases/list-condition-decisions';
import { lockCriteria } from '@/lib/usecases/lock-criteria';
import { showBlindPrediction } from '@/lib/usecases/show-blind-prediction';
import { showDueTimeline } from '@/lib/usecases/show-due-timeline';
import { showResolution } from '@/lib/usecases/show-resolution';
import { submitResolution } from '@/lib/usecases/submit-resolution';
import { unlockCriteria } from '@/lib/usecases/unlock-criteria';
import { withdrawResolution } from '@/lib/usecases/withdraw-resolution';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { deleteComment } from '@/lib/usecases/delete-comment';
import { distinguishSource } from '@/lib/usecases/distinguish-source';
import { exportDesk } from '@/lib/usecases/export-desk';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';
import { editFactCheck } from '@/lib/usecases/edit-fact-check';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { followArticle, listArticleEvents } from '@/lib/usecases/follow-article';
import { followArticles } from '@/lib/usecases/follow-articles';
import { importArticle } from '@/lib/usecases/import-article';
import { importDataset } from '@/lib/usecases/import-dataset';
import { importUpload, type SentFile } from '@/lib/usecases/import-upload';
import { takeBackImport } from '@/lib/usecases/take-back-import';
import { restoreWorkspace } from '@/lib/usecases/restore-workspace';
import { importFile } from '@/lib/usecases/import-file';
import { listAnchors } from '@/lib/usecases/list-anchors';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticleAffiliations } from '@/lib/usecases/list-article-affiliations';
import { listArticles } from '@/lib/usecases/list-articles';
import { listDesk } from '@/lib/usecases/list-desk';
import { listCorrectionRequests } from '@/lib/usecases/list-correction-requests';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { listFactCheckVersions } from '@/lib/usecases/list-fact-check-versions';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { listHistory } from '@/lib/usecases/list-history';
import { listInvitations } from '@/lib/usecases/list-invitations';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { listMergeSuggestions } from '@/lib/usecases/list-merge-suggestions';
import { listMembers } from '@/lib/usecases/list-members';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { listPasses } from '@/lib/usecases/list-passes';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { listRelated } from '@/lib/usecases/list-related';
import { listReplies } from '@/lib/usecases/list-replies';
import { listRevisions } from '@/lib/usecases/list-revisions';
import { listSourceAnnotations } from '@/lib/usecases/list-source-annotations';
import { listSourceHistory } from '@/lib/usecases/list-source-history';
import { listSources } from '@/lib/usecases/list-sources';
import { listThreads } from '@/lib/usecases/list-threads';
import { listTokens } from '@/lib/usecases/list-tokens';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { listWorkspaces } from '@/lib/usecases/list-workspaces';
import { logReply } from '@/lib/usecases/log-reply';
import { markCommentsAsRead } from '@/lib/usecases/mark-comments-read';
import { markNotificationsRead } from '@/lib/usecases/mark-notifications-read';
import { makeToken } from '@/lib/usecases/make-token';
import { openEvidenceFile } from '@/lib/usecases/open-evidence-file';
import { mergeSource } from '@/lib/usecases/merge-source';
import { openPass } from '@/lib/usecases/open-pass';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { previewImport } from '@/lib/usecases/preview-import';
import { previewRevision } from '@/lib/usecases/preview-revision';
import { putAffiliation } from '@/lib/usecases/put-affiliation';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { putComment } from '@/lib/usecases/put-comment';
import { releaseCheck } from '@/lib/usecases/release-check';
import { removeMember } from '@/lib/usecases/remove-member';
import { renameWorkspace } from '@/lib/usecases/rename-workspace';
import { reopenThread } from '@/lib/usecases/reopen-thread';
import { resolveThread } from '@/lib/usecases/resolve-thread';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { restoreComment } from '@/lib/usecases/restore-comment';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { reviseComment } from '@/lib/usecases/revise-comment';
import { revokeInvitation } from '@/lib/usecases/revoke-invitation';
import { revokeToken } from '@/lib/usecases/revoke-token';
import { saveLikelihoodScale } from '@/lib/usecases/save-likelihood-scale';
import { settleCorrectionRequest } from '@/lib/usecases/settle-correction-request';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showCheck } from '@/lib/usecases/show-check';
import { takeCheck } from '@/lib/usecases/take-check';
import { showArticle } from '@/lib/usecases/show-article';
import { showCapture } from '@/lib/usecases/show-capture';
import { showCheckingRules } from '@/lib/usecases/show-checking-rules';
import { showExport } from '@/lib/usecases/show-export';
import { showFactCheck } from '@/lib/usecases/show-fact-check';
import { showGuideline } from '@/lib/usecases/show-guideline';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { showSource } from '@/lib/usecases/show-source';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { submitPass } from '@/lib/usecases/submit-pass';
import { createRelease } from '@/lib/usecases/create-release';
import { diffReleasesOf } from '@/lib/usecases/diff-releases';
import { listReleases } from '@/lib/usecases/list-releases';
import { openReleaseFile } from '@/lib/usecases/open-release-file';
import { previewRelease } from '@/lib/usecases/preview-release';
import { readReleaseDocument } from '@/lib/usecases/read-release-document';
import { retryRelease } from '@/lib/usecases/retry-release';
import { showRelease } from '@/lib/usecases/show-release';
import { showReleaseManifest } from '@/lib/usecases/show-release-manifest';
import { verifyRelease } from '@/lib/usecases/verify-release';
import { tellPresence } from '@/lib/usecases/tell-presence';
import { unmergeSource } from '@/lib/usecases/unmerge-source';
import { unpublishFactCheck } from '@/lib/usecases/unpublish-fact-check';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aCapture } from '@/tests/support/evidence-builders';
import { confirmLink } from '@/lib/usecases/confirm-link';
import { createProposition } from '@/lib/usecases/create-proposition';
import { deleteProposition } from '@/lib/usecases/delete-proposition';
import { dismissSettling } from '@/lib/usecases/dismiss-settling';
import { joinProposition } from '@/lib/usecases/join-proposition';
import { leaveProposition } from '@/lib/usecases/leave-proposition';
import { listDisagreements } from '@/lib/usecases/list-disagreements';
import { listPropositions } from '@/lib/usecases/list-propositions';
import { listSettling } from '@/lib/usecases/list-settling';
import { proposeLinks } from '@/lib/usecases/propose-links';
import { putPropositionLink } from '@/lib/usecases/put-proposition-link';
import { rejectLink } from '@/lib/usecases/reject-link';
import { reopenLink } from '@/lib/usecases/reopen-link';
import { restoreProposition } from '@/lib/usecases/restore-proposition';
import { restoreSettling } from '@/lib/usecases/restore-settling';
import { reviseProposition } from '@/lib/usecases/revise-proposition';
import { showGrouping } from '@/lib/usecases/show-grouping';
import { showProposition } from '@/lib/usecases/show-proposition';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import {
  aMember,
  aUser,
  aWorkspace,
  type BuiltUser,
  contextOf,
  visitorContext,
} from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/** What every use case is tried on: all of one workspace, which the strangers and half of the tokens do not belong to. */
interface Desk {
  slug: string;
  articleId: string;
  annotationId: string;
  sourceId: string;
  /** Of the owner, and the first of its thread. */
  commentId: string;
  propositionId: string;
  linkId: string;
  settlingId: string;
  ownerId: string;
  /** That waits to be made. */
  releaseId: string;
  /** Public, and what a reader asks for on it. */
  factCheckId: string;
  requestId: string;
  /** A campaign, and an article that the owner has from it. */
  campaignId: string;
  assignmentId: string;
  /** A filter that the owner has kept. */
  subsetId: string;
  /** A decision of the owner's. */
  verificationId: string;
  /** A decision on a mark. */
  adjudicationId: string;
  captureId: string;
  invitationId: string;
  /** A token of the actor's own in this workspace. */
  tokenId: string;
}

interface UseCase {
  right: (standing: Standing) => boolean;
  /** A token never does it, whatever its scope. */
  isForSessions?: true;
  run: (context: Context, desk: Desk) => Promise<Result<unknown, Failure>>;
}

const BAD = { nonsense: true };
async function* noFiles(): AsyncGenerator<SentFile> {}
async function* noLines(): AsyncGenerator<string> {}

/** A release that is there but has no such file is refused in other words than one that may not be seen. */
const hiddenOrRefused = <T>(outcome: Result<T, Failure>): Result<T, Failure> =>
  !outcome.ok && outcome.error.code === 'not_found' && !outcome.error.message.includes('no access')
    ? err({ code: 'not_ready', message: 'no such file' })
    : outcome;

/** The use cases that ask the policy. Their input is refused, or changes nothing: who asks is all that is tried. */
const ASKED: Record<string, UseCase> = {
  'add-revision': {
    right: canImport,
    run: (context, { articleId }) => addRevision(context, { articleId, body: BAD }),
  },
  'approve-verification': {
    right: (standing) => canApprove(standing, { verifierId: desk.ownerId }),
    run: (context, { verificationId }) => approveVerification(context, { id: verificationId, body: BAD }),
  },
  'capture-evidence': {
    right: canGatherEvidence,
    run: (context, { slug }) => captureEvidence(context, { slug, body: BAD }),
  },
  'create-release': {
    right: canRelease,
    run: (context, { slug }) => createRelease(context, { slug, body: BAD }),
  },
  'diff-releases': {
    right: canRead,
    run: (context, { releaseId }) => diffReleasesOf(context, { id: releaseId, query: BAD }),
  },
  'list-releases': { right: canRead, run: (context, { slug }) => listReleases(context, { slug, query: {} }) },
  'open-release-file': {
    right: canRead,
    // It is not ready, so it has none: refused, but in other words than to those who may not ask.
    run: async (context, { releaseId }) =>
      hiddenOrRefused(await openReleaseFile(context, { id: releaseId, name: 'README.md' })),
  },
  'preview-release': { right: canRelease, run: (context, { slug }) => previewRelease(context, { slug }) },
  'read-release-document': {
    right: canRead,
    run: async (context, { releaseId }) =>
      hiddenOrRefused(await readReleaseDocument(context, { id: releaseId, name: 'README.md' })),
  },
  'retry-release': {
    right: canRelease,
    run: (context, { releaseId }) => retryRelease(context, { id: releaseId }),
  },
  'show-release': {
    right: canRead,
    run: (context, { releaseId }) => showRelease(context, { id: releaseId }),
  },
  'show-release-manifest': {
    right: canRead,
    run: (context, { releaseId }) => showReleaseManifest(context, { id: releaseId }),
  },
  'verify-release': {
    right: canRead,
    run: (context, { releaseId }) => verifyRelease(context, { id: releaseId }),
  },
  'change-checking-rules': {
    right: canManage,
    run: (context, { slug }) => changeCheckingRules(context, { slug, body: BAD }),
  },
  'change-guideline': {
    right: canWriteGuideline,
    run: (context, { slug }) => changeGuideline(context, { slug, body: BAD }),
  },
  'list-guideline-versions': {
    right: canRead,
    run: (context, { slug }) => listGuidelineVersions(context, { slug, query: {} }),
  },
  'show-guideline': { right: canRead, run: (context, { slug }) => showGuideline(context, { slug }) },
  'change-member-role': {
    right: canManage,
    run: (context, { slug, ownerId }) => changeMemberRole(context, { slug, userId: ownerId, body: BAD }),
  },
  'count-independent-sources': {
    right: canVerify,
    run: (context, { annotationId }) => countIndependentSources(context, { id: annotationId, body: BAD }),
  },
  'list-pass-disagreements': {
    right: canRead,
    run: (context, { slug }) => listPassDisagreements(context, { slug, query: BAD }),
  },
  'list-passes': {
    right: canRead,
    run: (context, { articleId }) => listPasses(context, { articleId }),
  },
  'assign-articles': {
    right: canRunCampaigns,
    run: (context, { campaignId }) => assignArticles(context, { id: campaignId, body: BAD }),
  },
  'change-campaign': {
    right: canRunCampaigns,
    run: (context, { campaignId }) => changeCampaign(context, { id: campaignId, body: BAD }),
  },
  'create-campaign': {
    right: canRunCampaigns,
    run: (context, { slug }) => createCampaign(context, { slug, body: BAD }),
  },
  'count-annotations': {
    right: canRead,
    run: (context, { slug }) => countAnnotations(context, { slug, query: {} }),
  },
  'create-subset': {
    right: canKeepSubsets,
    run: (context, { slug }) => createSubset(context, { slug, body: BAD }),
  },
  'delete-subset': {
    right: (standing) => canChangeSubset(standing, { authorId: desk.ownerId }),
    run: (context, { subsetId }) => deleteSubset(context, { id: subsetId }),
  },
  'find-annotations': {
    right: canRead,
    run: (context, { slug }) => findAnnotations(context, { slug, query: {} }),
  },
  'list-subsets': {
    right: canRead,
    run: (context, { slug }) => listSubsets(context, { slug, query: {} }),
  },
  'restore-subset': {
    right: (standing) => canChangeSubset(standing, { authorId: desk.ownerId }),
    run: (context, { subsetId }) => restoreSubset(context, { id: subsetId }),
  },
  'revise-subset': {
    right: (standing) => canChangeSubset(standing, { authorId: desk.ownerId }),
    run: (context, { subsetId }) => reviseSubset(context, { id: subsetId, body: BAD }),
  },
  'show-search': {
    right: canRead,
    run: (context, { slug }) => showSearch(context, { slug, query: {} }),
  },
  'show-subset': {
    right: canRead,
    run: (context, { subsetId }) => showSubset(context, { id: subsetId }),
  },
  'declare-full-annotation': {
    right: canAnnotate,
    run: (context, { articleId }) => declareFullAnnotation(context, { articleId, body: BAD }),
  },
  'list-campaign-articles': {
    right: canRunCampaigns,
    run: (context, { campaignId }) => listCampaignArticles(context, { id: campaignId, query: {} }),
  },
  'list-campaign-history': {
    right: canRunCampaigns,
    run: (context, { campaignId }) => listCampaignHistory(context, { id: campaignId, query: {} }),
  },
  'list-campaigns': {
    right: canRead,
    run: (context, { slug }) => listCampaigns(context, { slug, query: {} }),
  },
  'list-full-annotations': {
    right: canRead,
    run: (context, { articleId }) => listFullAnnotations(context, { articleId }),
  },
  'list-own-assignments': {
    right: canRead,
    run: (context, { slug }) => listOwnAssignments(context, { slug }),
  },
  'find-own-assignment': {
    right: canRead,
    run: (context, { articleId }) => findOwnAssignment(context, { articleId }),
  },
  'undo-assigning': {
    right: canRunCampaigns,
    run: (context, { campaignId }) => undoAssigning(context, { id: campaignId, body: BAD }),
  },
  'restore-assignment': {
    right: (standing) => canRestoreAssignment(standing, { annotatorId: desk.ownerId, release: null }),
    run: (context, { assignmentId }) => restoreAssignment(context, { id: assignmentId, body: BAD }),
  },
  'release-assignment': {
    right: (standing) => canReleaseAssignment(standing, { annotatorId: desk.ownerId }),
    run: (context, { assignmentId }) => releaseAssignment(context, { id: assignmentId, body: BAD }),
  },
  'show-campaign': {
    right: canRead,
    run: (context, { campaignId }) => showCampaign(context, { id: campaignId }),
  },
  'take-next-article': {
    right: canSubmitPass,
    run: (context, { campaignId }) => takeNextArticle(context, { id: campaignId, body: BAD }),
  },
  'open-pass': {
    right: canSubmitPass,
    run: (context, { articleId }) => openPass(context, { articleId, body: BAD }),
  },
  'reveal-passes': {
    right: (standing) => canReveal(standing, { hasOwnOpenPass: false }),
    run: (context, { articleId }) => revealPasses(context, { articleId, body: BAD }),
  },
  'show-agreement': {
    right: canRead,
    run: (context, { slug }) => showAgreement(context, { slug, query: {} }),
  },
  'list-adjudication': {
    right: (standing) => canAdjudicate(standing, { hasOwnOpenPass: false }),
    run: (context, { slug }) => listAdjudication(context, { slug, query: BAD }),
  },
  'merge-agreeing': {
    right: (standing) => canAdjudicate(standing, { hasOwnOpenPass: false }),
    run: (context, { articleId }) => mergeAgreeing(context, { articleId, body: BAD }),
  },
  'put-adjudication': {
    right: (standing) => canAdjudicate(standing, { hasOwnOpenPass: false }),
    run: (context, { articleId }) => putAdjudication(context, { id: v7(), body: { articleId } }),
  },
  'show-adjudication': {
    right: (standing) => canAdjudicate(standing, { hasOwnOpenPass: false }),
    run: (context, { articleId }) => showAdjudication(context, { articleId }),
  },
  'show-pass-outcome': {
    right: canRead,
    run: (context, { articleId }) => showPassOutcome(context, { articleId }),
  },
  'undo-adjudication': {
    right: (standing) => canAdjudicate(standing, { hasOwnOpenPass: false }),
    run: (context, { adjudicationId }) => undoAdjudication(context, { id: adjudicationId, body: BAD }),
  },
  'submit-pass': {
    right: canSubmitPass,
    run: (context, { articleId }) => submitPass(context, { articleId, body: BAD }),
  },
  'change-licence': {
    right: canImport,
    run: (context, { articleId }) => changeLicence(context, { articleId, body: BAD }),
  },
  'change-licences': {
    right: canImport,
    run: (context, { slug }) => changeLicences(context, { slug, body: BAD }),
  },
  'import-upload': {
    right: canImport,
    run: (context, { slug }) => importUpload(context, { slug, query: BAD, open: noFiles }),
  },
  'import-upload, a whole workspace': {
    right: canManage,
    run: (context, { slug }) => importUpload(context, { slug, query: { format: 'jsonl' }, open: noFiles }),
  },
  'take-back-import': {
    right: canImport,
    run: (context, { slug }) => takeBackImport(context, { slug, body: BAD }),
  },
  'list-licence-changes': {
    right: canRead,
    run: (context, { articleId }) => listLicenceChanges(context, { articleId, query: {} }),
  },
  'list-licences': { right: canRead, run: (context, { slug }) => listLicences(context, { slug }) },
  'change-source': {
    right: canCurate,
    run: (context, { sourceId }) => changeSource(context, { id: sourceId, body: BAD }),
  },
  'confirm-link': {
    right: canDecideLink,
    run: (context, { linkId }) => confirmLink(context, { id: linkId }),
  },
  'reject-link': { right: canDecideLink, run: (context, { linkId }) => rejectLink(context, { id: linkId }) },
  'reopen-link': { right: canDecideLink, run: (context, { linkId }) => reopenLink(context, { id: linkId }) },
  'create-proposition': {
    right: canGroup,
    run: (context, { slug }) => createProposition(context, { slug, body: BAD }),
  },
  'revise-proposition': {
    right: canGroup,
    run: (context, { propositionId }) => reviseProposition(context, { id: propositionId, body: BAD }),
  },
  'delete-proposition': {
    right: canGroup,
    run: (context, { propositionId }) => deleteProposition(context, { id: propositionId }),
  },
  'restore-proposition': {
    right: canGroup,
    run: (context, { propositionId }) => restoreProposition(context, { id: propositionId }),
  },
  'join-proposition': {
    right: canGroup,
    run: (context, { propositionId, annotationId }) =>
      joinProposition(context, { id: propositionId, annotationId }),
  },
  'leave-proposition': {
    right: canGroup,
    run: (context, { propositionId, annotationId }) =>
      leaveProposition(context, { id: propositionId, annotationId }),
  },
  'list-propositions': {
    right: canRead,
    run: (context, { slug }) => listPropositions(context, { slug, query: {} }),
  },
  'show-proposition': {
    right: canRead,
    run: (context, { propositionId }) => showProposition(context, { id: propositionId }),
  },
  'show-grouping': {
    right: canRead,
    run: (context, { annotationId }) => showGrouping(context, { id: annotationId }),
  },
  'put-proposition-link': {
    right: canGroup,
    run: (context, { annotationId }) =>
      putPropositionLink(context, { id: v7(), body: { from: { annotationId }, ...BAD } }),
  },
  'put-proposition-link, again': {
    right: canGroup,
    run: (context, { linkId }) => putPropositionLink(context, { id: linkId, body: BAD }),
  },
  'propose-links': {
    right: canGroup,
    run: (context, { slug }) => proposeLinks(context, { slug, body: BAD }),
  },
  'list-disagreements': {
    right: canRead,
    run: (context, { slug }) => listDisagreements(context, { slug, query: {} }),
  },
  'list-settling': { right: canRead, run: (context, { slug }) => listSettling(context, { slug, query: {} }) },
  'dismiss-settling': {
    right: canDecideLink,
    run: (context, { settlingId }) => dismissSettling(context, { id: settlingId }),
  },
  'restore-settling': {
    right: canDecideLink,
    run: (context, { settlingId }) => restoreSettling(context, { id: settlingId }),
  },
  'correct-fact-check': {
    right: canPublish,
    run: (context, { factCheckId }) =>
      correctFactCheck(context, { id: factCheckId, body: BAD, ifMatch: '1' }),
  },
  'create-invitation': {
    right: canManage,
    run: (context, { slug }) => createInvitation(context, { slug, body: BAD }),
  },
  'create-source': {
    right: canAnnotate,
    run: (context, { slug }) => createSource(context, { slug, body: BAD }),
  },
  'create-token': {
    right: canMakeToken,
    isForSessions: true,
    run: (context, { slug }) => createToken(context, { slug, body: BAD }),
  },
  'decline-verification': {
    right: (standing) => canApprove(standing, { verifierId: desk.ownerId }),
    run: (context, { verificationId }) => declineVerification(context, { id: verificationId, body: BAD }),
  },
  'delete-affiliation': {
    right: canCurate,
    run: (context, { sourceId }) => deleteAffiliation(context, { sourceId, id: v7() }),
  },
  'decide-condition': {
    right: canVerify,
    run: (context, { annotationId }) => decideCondition(context, { id: annotationId, body: BAD }),
  },
  'delete-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => deleteAnnotation(context, { id: annotationId }),
  },
  'delete-comment': {
    right: canModerate,
    run: (context, { commentId }) => deleteComment(context, { id: commentId }),
  },
  'distinguish-source': {
    right: canCurate,
    run: (context, { sourceId }) =>
      distinguishSource(context, { id: sourceId, otherId: sourceId, isDistinct: true }),
  },
  'draft-fact-check': {
    right: canRead,
    run: (context, { annotationId }) => draftFactCheck(context, { id: annotationId }),
  },
  'edit-fact-check': {
    right: canPublish,
    run: (context, { factCheckId }) => editFactCheck(context, { id: factCheckId, body: BAD, ifMatch: '1' }),
  },
  'export-workspace': {
    right: canRead,
    run: (context, { slug }) => exportWorkspace(context, { slug, query: {} }),
  },
  'follow-article': {
    right: canRead,
    run: (context, { articleId }) => followArticle(context, { articleId, after: null }),
  },
  'follow-article, as a page': {
    right: canRead,
    run: (context, { articleId }) => listArticleEvents(context, { articleId, query: {} }),
  },
  'follow-articles': {
    right: canRead,
    run: async (context, { articleId }) => {
      const followed = await followArticles(context, { query: { articles: articleId } });
      // What may not be read is closed by itself, and the rest goes on.
      return followed.ok && followed.value.closed.length > 0
        ? err({ code: 'not_found', message: 'closed' })
        : followed;
    },
  },
  'import-article': {
    right: canImport,
    run: (context, { slug }) => importArticle(context, { slug, body: BAD }),
  },
  'import-dataset': {
    right: canImport,
    run: (context, { slug }) => importDataset(context, { slug, form: 'doccano', files: [] }),
  },
  'restore-workspace': {
    right: canManage,
    run: (context, { slug }) => restoreWorkspace(context, { slug, lines: noLines() }),
  },
  'import-file': { right: canImport, run: (context, { slug }) => importFile(context, { slug, raw: ' ' }) },
  'list-anchors': {
    right: canRead,
    run: (context, { annotationId }) => listAnchors(context, { id: annotationId }),
  },
  'list-annotations': {
    right: canRead,
    run: (context, { articleId }) => listAnnotations(context, { articleId, query: {} }),
  },
  'list-article-affiliations': {
    right: canRead,
    run: (context, { articleId }) => listArticleAffiliations(context, { articleId }),
  },
  'list-articles': { right: canRead, run: (context, { slug }) => listArticles(context, { slug, query: {} }) },
  'arrange-check': {
    right: canArrangeChecks,
    run: (context, { annotationId }) => arrangeCheck(context, { id: annotationId, body: BAD, ifMatch: '0' }),
  },
  'release-check': {
    right: canArrangeChecks,
    run: (context, { annotationId }) => releaseCheck(context, { id: annotationId }),
  },
  'take-check': {
    right: canArrangeChecks,
    run: (context, { annotationId }) => takeCheck(context, { id: annotationId, body: BAD }),
  },
  'show-check': {
    right: canRead,
    run: (context, { annotationId }) => showCheck(context, { id: annotationId }),
  },
  'export-desk': {
    right: canRead,
    run: (context, { slug }) => exportDesk(context, { slug, query: {} }),
  },
  'list-desk': {
    right: canRead,
    run: (context, { slug }) => listDesk(context, { slug, query: {} }),
  },
  'list-correction-requests': {
    right: canRead,
    run: (context, { slug }) => listCorrectionRequests(context, { slug, query: {} }),
  },
  'list-fact-check-versions': {
    right: canRead,
    run: (context, { factCheckId }) => listFactCheckVersions(context, { id: factCheckId }),
  },
  'list-fact-checks': {
    right: canRead,
    run: (context, { slug }) => listFactChecks(context, { slug, query: {} }),
  },
  'list-history': {
    right: canRead,
    run: (context, { annotationId }) => listHistory(context, { id: annotationId, query: {} }),
  },
  'list-related': {
    right: canRead,
    run: (context, { annotationId }) => listRelated(context, { id: annotationId, query: {} }),
  },
  'list-invitations': { right: canManage, run: (context, { slug }) => listInvitations(context, { slug }) },
  'list-condition-decisions': {
    right: canRead,
    run: (context, { annotationId }) => listConditionDecisions(context, { id: annotationId }),
  },
  'lock-criteria': {
    right: canVerify,
    // The annotation is a claim, which has none: refused, but to those alone who may ask.
    run: (context, { annotationId }) => lockCriteria(context, { id: annotationId }),
  },
  'unlock-criteria': {
    right: canVerify,
    run: (context, { annotationId }) => unlockCriteria(context, { id: annotationId, body: BAD }),
  },
  'show-blind-prediction': {
    right: canVerify,
    run: async (context, { annotationId }) => {
      const shown = await showBlindPrediction(context, { id: annotationId });
      // What is no prediction is not there, for editors too.
      return !shown.ok && shown.error.message.includes('prediction')
        ? err({ code: 'invalid_input', message: 'a claim' })
        : shown;
    },
  },
  'show-due-timeline': {
    right: canRead,
    run: (context, { slug }) => showDueTimeline(context, { slug, query: {} }),
  },
  'show-resolution': {
    right: canVerify,
    run: (context, { annotationId }) => showResolution(context, { id: annotationId }),
  },
  'submit-resolution': {
    right: canVerify,
    run: (context, { annotationId }) => submitResolution(context, { id: annotationId, body: BAD }),
  },
  'withdraw-resolution': {
    right: canVerify,
    run: (context, { annotationId }) => withdrawResolution(context, { id: annotationId }),
  },
  'list-likelihood-scales': {
    right: canRead,
    run: (context, { slug }) => listLikelihoodScales(context, { slug }),
  },
  'list-merge-suggestions': {
    right: canRead,
    run: (context, { slug }) => listMergeSuggestions(context, { slug, query: {} }),
  },
  'list-members': { right: canRead, run: (context, { slug }) => listMembers(context, { slug }) },
  'list-notifications': {
    right: canRead,
    run: (context, { slug }) => listNotifications(context, { slug, query: {} }),
  },
  'list-predictions': {
    right: canRead,
    run: (context, { slug }) => listPredictions(context, { slug, query: {} }),
  },
  'list-replies': {
    right: canRead,
    run: (context, { annotationId }) => listReplies(context, { id: annotationId }),
  },
  'list-revisions': {
    right: canRead,
    run: (context, { articleId }) => listRevisions(context, { articleId, query: {} }),
  },
  'list-source-annotations': {
    right: canRead,
    run: (context, { sourceId }) => listSourceAnnotations(context, { id: sourceId, query: {} }),
  },
  'list-source-history': {
    right: canRead,
    run: (context, { sourceId }) => listSourceHistory(context, { id: sourceId, query: {} }),
  },
  'list-sources': { right: canRead, run: (context, { slug }) => listSources(context, { slug, query: {} }) },
  'list-threads': {
    right: canRead,
    run: (context, { annotationId }) => listThreads(context, { id: annotationId }),
  },
  'list-tokens': { right: canRead, run: (context, { slug }) => listTokens(context, { slug }) },
  'list-verifications': {
    right: canRead,
    run: (context, { annotationId }) => listVerifications(context, { id: annotationId }),
  },
  'mark-comments-read': {
    right: canMarkRead,
    run: (context, { annotationId }) => markCommentsAsRead(context, { id: annotationId, body: BAD }),
  },
  'mark-notifications-read': {
    right: canMarkRead,
    run: (context, { slug }) => markNotificationsRead(context, { slug, body: BAD }),
  },
  'log-reply': {
    right: canGatherEvidence,
    run: (context, { annotationId }) => logReply(context, { id: annotationId, body: BAD }),
  },
  'open-evidence-file': {
    right: canRead,
    run: (context, { captureId }) => openEvidenceFile(context, { id: captureId }),
  },
  'merge-source': {
    right: canCurate,
    run: (context, { sourceId }) => mergeSource(context, { id: sourceId, body: BAD }),
  },
  'open-reading-room': {
    right: canRead,
    run: (context, { articleId }) => openReadingRoom(context, { id: articleId }),
  },
  'preview-import': {
    right: canImport,
    run: (context, { slug }) => previewImport(context, { slug, body: BAD }),
  },
  'preview-revision': {
    right: canImport,
    run: (context, { articleId }) => previewRevision(context, { articleId, body: BAD }),
  },
  'put-affiliation': {
    right: canCurate,
    run: (context, { sourceId }) => putAffiliation(context, { sourceId, id: v7(), body: BAD }),
  },
  'publish-fact-check': {
    right: canPublish,
    run: (context, { slug }) => publishFactCheck(context, { slug, body: BAD }),
  },
  'put-annotation': {
    right: canAnnotate,
    run: (context, { articleId }) => putAnnotation(context, { id: v7(), body: { articleId, ...BAD } }),
  },
  'put-annotation, again': {
    right: canAnnotate,
    run: (context, { annotationId }) => putAnnotation(context, { id: annotationId, body: BAD }),
  },
  'put-comment': {
    right: canComment,
    run: (context, { annotationId }) => putComment(context, { id: v7(), body: { annotationId, ...BAD } }),
  },
  'put-comment, again': {
    right: canComment,
    run: (context, { commentId }) => putComment(context, { id: commentId, body: BAD }),
  },
  'remove-member': {
    right: canManage,
    run: (context, { slug }) => removeMember(context, { slug, userId: v7() }),
  },
  'rename-workspace': {
    right: canManage,
    run: (context, { slug }) => renameWorkspace(context, { slug, body: BAD }),
  },
  'reopen-thread': {
    right: canModerate,
    run: (context, { commentId }) => reopenThread(context, { id: commentId }),
  },
  'resolve-thread': {
    right: canModerate,
    run: (context, { commentId }) => resolveThread(context, { id: commentId }),
  },
  'restore-comment': {
    right: canModerate,
    run: (context, { commentId }) => restoreComment(context, { id: commentId }),
  },
  'restore-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => restoreAnnotation(context, { id: annotationId }),
  },
  'revise-annotation': {
    right: canAnnotate,
    run: (context, { annotationId }) => reviseAnnotation(context, { id: annotationId, body: BAD }),
  },
  'revise-comment': {
    right: (standing) => canReviseComment(standing, { authorId: desk.ownerId }),
    run: (context, { commentId }) => reviseComment(context, { id: commentId, body: BAD }),
  },
  'revoke-invitation': {
    right: canManage,
    run: (context, { slug, invitationId }) => revokeInvitation(context, { slug, id: invitationId }),
  },
  'revoke-token': {
    right: canMakeToken,
    run: (context, { slug, tokenId }) => revokeToken(context, { slug, id: tokenId }),
  },
  'save-likelihood-scale': {
    right: canVerify,
    run: (context, { slug }) => saveLikelihoodScale(context, { slug, body: BAD }),
  },
  'settle-correction-request': {
    right: canPublish,
    run: (context, { requestId }) =>
      settleCorrectionRequest(context, { id: requestId, body: BAD, ifMatch: '1' }),
  },
  'show-annotation': {
    right: canRead,
    run: (context, { annotationId }) => showAnnotation(context, { id: annotationId }),
  },
  'show-article': {
    right: canRead,
    run: (context, { articleId }) => showArticle(context, { id: articleId }),
  },
  'show-capture': {
    right: canRead,
    run: (context, { captureId }) => showCapture(context, { id: captureId }),
  },
  'show-checking-rules': {
    right: canRead,
    run: (context, { slug }) => showCheckingRules(context, { slug }),
  },
  'show-export': { right: canRead, run: (context, { slug }) => showExport(context, { slug }) },
  'show-fact-check': {
    right: canRead,
    run: (context, { factCheckId }) => showFactCheck(context, { id: factCheckId }),
  },
  'show-revision-report': {
    right: canRead,
    run: (context, { articleId }) => showRevisionReport(context, { articleId, number: '1' }),
  },
  'show-scoreboard': {
    right: canRead,
    run: (context, { slug }) => showScoreboard(context, { slug, query: {} }),
  },
  'show-source': { right: canRead, run: (context, { sourceId }) => showSource(context, { id: sourceId }) },
  'show-workspace': { right: canRead, run: (context, { slug }) => showWorkspace(context, { slug }) },
  'tell-presence': {
    right: canRead,
    run: (context, { articleId }) => tellPresence(context, { articleId, body: BAD }),
  },
  'unmerge-source': {
    right: canCurate,
    run: (context, { sourceId }) => unmergeSource(context, { id: sourceId }),
  },
  'unpublish-fact-check': {
    right: canPublish,
    run: (context, { factCheckId }) =>
      unpublishFactCheck(context, { id: factCheckId, body: BAD, ifMatch: '1' }),
  },
  'verify-annotation': {
    right: canVerify,
    run: (context, { annotationId }) => verifyAnnotation(context, { id: annotationId, body: BAD }),
  },
};

/** The files of lib/usecases that no workspace's policy decides on, by what decides instead. */
const NOT_ASKED = {
  'one’s own account, in a session': [
    'change-name',
    'change-password',
    'list-sessions',
    'show-account',
    'sign-out-everywhere',
  ],
  'a secret: a password, a link, an invitation': [
    'accept-invitation',
    'check-password',
    'consume-sign-in-link',
    'show-invitation',
    'start-session',
  ],
  'whoever runs a command on the server': [
    'act-as-owner',
    'act-as-release-owner',
    'create-sign-in-link',
    'create-user',
    'issue-token',
    'list-users',
    'operator-context',
  ],
  'the server itself, with what somebody who may has named': [
    'fetch-waiting-captures',
    'await-release',
    'make-release',
    'work-on-releases',
  ],
  'who administers the installation': ['create-workspace'],
  'whether it is public: for anybody': [
    'ask-for-correction',
    'is-fact-check-gone',
    'list-public-fact-checks',
    'show-public-fact-check',
  ],
  'membership itself, tried below': ['list-workspaces'],
  'the use cases that they are parts of': [
    'access',
    'adjudication-access',
    'adjudication-units',
    'article-in-sight',
    'as-seen-by',
    'begin-write',
    'campaign-access',
    'campaign-parts',
    'let-places-expire',
    'tell-campaigns-done',
    'capture-access',
    'change-annotation',
    'change-fact-check',
    'change-beside',
    'change-check',
    'change-discussion',
    'check-mentions',
    'change-link',
    'change-proposition',
    'change-subset',
    'filter-names',
    'selection-counts',
    'selection-from',
    'subset-access',
    'subset-name-taken',
    'comment-access',
    'compare-articles',
    'compare-later',
    'decide-settling',
    'join-members',
    'proposition-access',
    'proposition-version',
    'read-statements',
    'change-criteria-lock',
    'comment-version',
    'context',
    'export-chunks',
    'export-source',
    'freeze-release',
    'frozen-release',
    'gathered-release',
    'release-access',
    'release-files',
    'release-part',
    'written-export',
    'fact-check-access',
    'find-kin',
    'found-sources',
    'keep-copy',
    'index-passages',
    'make-annotation',
    'settle-marks',
    'tell-annotators',
    'find-or-make-account',
    'in-transaction',
    'make-sign-in-link',
    'make-token',
    'name-taken',
    'note-captures',
    'place-spans',
    'prediction-filter',
    'remind-of-due',
    'publishable-decision',
    'read-new-text',
    'request-hash',
    'require-session',
    'require-still-owner',
    'resolve-hops',
    'set-licence',
    'set-role',
    'settle-decision',
    'settle-thread',
    'stored-evidence',
    'tell-people',
    'tell-publishers',
    'compared-passes',
    'verification-access',
    'version-guard',
    'visitor-context',
  ],
};

test('every file of lib/usecases says who may: in the table, or by another rule', () => {
  const files = readdirSync('lib/usecases').map((file) => file.replace(/\.ts$/, ''));
  const told = [...Object.keys(ASKED).map((name) => name.split(',')[0]!), ...Object.values(NOT_ASKED).flat()];
  expect(files.sort()).toEqual([...new Set(told)].sort());
});

/** How somebody comes: in a browser's session, or with a token of this workspace or of another one of theirs. */
const WAYS = ['session', 'token that reads', 'token that writes', 'token of another workspace'] as const;
type Way = (typeof WAYS)[number];

const STANDINGS: (Role | 'stranger')[] = [...ROLES, 'stranger'];

let desk: Omit<Desk, 'tokenId'>;
const people = {} as Record<Role | 'stranger', { user: BuiltUser; elsewhere: string; tokenId: string }>;
let workspaceId: string;

beforeAll(async () => {
  const owner = await aMember({ role: 'owner' });
  const context = contextOf(owner.user);
  workspaceId = owner.workspace.id;
  const { slug } = owner.workspace;
  const article = await anArticle(context, slug);
  const mayor = { source: { name: 'The mayor', type: 'person' } };
  const annotation = await anAnnotation(context, article, 'claim', 'mayor', { attribution: [mayor] });
  const said = { annotationId: annotation.id, body: 'Who is the mayor here?' };
  const comment = valueOf(await putComment(context, { id: v7(), body: said })).comment;
  const decided = await verifyAnnotation(context, {
    id: annotation.id,
    body: { status: 'supported', rationale: 'So it is.', searches: ['The archive'] },
  });
  const prediction = await anAnnotation(
    context,
    article,
    'prediction',
    'the ferry would run again next week',
  );
  const proposition = valueOf(
    await createProposition(context, { slug, body: { words: 'The mayor is here.' } }),
  );
  const joined = { from: { annotationId: annotation.id }, to: { propositionId: proposition.proposition.id } };
  const linkId = v7();
  valueOf(await putPropositionLink(context, { id: linkId, body: { type: 'same', ...joined } }));
  const settlingId = v7();
  await insertSettling(database(), {
    id: settlingId,
    annotationId: prediction.id,
    revisionId: article.revision.id,
    start: 0,
    end: 5,
    score: 0.5,
    reasons: ['It speaks of the same.'],
    fingerprint: 'a passage',
    now: context.now,
  });
  const adjudicationId = v7();
  await insertDecision(database(), {
    id: adjudicationId,
    articleId: article.id,
    revisionId: article.revision.id,
    outcome: 'none',
    note: null,
    version: 1,
    supersedesId: null,
    requestHash: 'a request',
    decidedById: owner.user.id,
    now: context.now,
    origins: [{ annotationId: annotation.id, isTaken: false }],
    results: [],
  });
  const page = { slug, body: { annotationId: annotation.id } };
  const { id: factCheckId } = valueOf(await publishFactCheck(context, page)).factCheck;
  const requestId = v7();
  const request = { id: factCheckId, body: { id: requestId, body: 'The mayor was away.' } };
  valueOf(await askForCorrection(visitorContext(), request));
  const invited = await createInvitation(context, { slug, body: { role: 'reader' } });
  const campaign = { name: 'All of it', articleIds: [article.id], annotatorIds: [owner.user.id] };
  const { id: campaignId } = valueOf(await createCampaign(context, { slug, body: campaign })).campaign;
  const given = { assignments: [{ articleId: article.id, annotatorId: owner.user.id }] };
  const [assignment] = valueOf(await assignArticles(context, { id: campaignId, body: given })).made;
  const asked = await createRelease(context, { slug, body: { name: 'Ferries', version: '1.0.0' } });
  desk = {
    releaseId: valueOf(asked).release.id,
    campaignId,
    assignmentId: assignment!.id,
    subsetId: valueOf(
      await createSubset(context, { slug, body: { name: 'Claims', filter: { kind: 'claim' } } }),
    ).subset.id,
    slug,
    articleId: article.id,
    annotationId: annotation.id,
    sourceId: annotation.attribution[0]!.source.id,
    commentId: comment.id,
    propositionId: proposition.proposition.id,
    linkId,
    settlingId,
    ownerId: owner.user.id,
    verificationId: valueOf(decided).verification.id,
    adjudicationId,
    captureId: (await aCapture(context, slug)).id,
    factCheckId,
    requestId,
    invitationId: valueOf(invited).id,
  };
  for (const role of STANDINGS) {
    const user = await aUser();
    if (role !== 'stranger') await aMember({ user, workspace: owner.workspace, role });
    // Everybody owns another workspace: being somebody there must not help here.
    const elsewhere = (await aMember({ user, role: 'owner' })).workspace.id;
    const token = { name: 'own', scope: 'read', userId: user.id, workspaceId } as const;
    people[role] = { user, elsewhere, tokenId: (await makeToken(database(), context, token)).id };
  }
});

function contextBy(way: Way, role: Role | 'stranger'): Context {
  const { user, elsewhere } = people[role];
  if (way === 'session') return contextOf(user);
  if (way === 'token of another workspace') return contextOf(user, 'write', { tokenWorkspaceId: elsewhere });
  return contextOf(user, way === 'token that reads' ? 'read' : 'write', { tokenWorkspaceId: workspaceId });
}

function expectedCode({ right, isForSessions }: UseCase, way: Way, role: Role | 'stranger'): string | null {
  if (role === 'stranger' || way === 'token of another workspace') return 'not_found';
  const scope = way === 'token that reads' ? 'read' : 'write';
  const isRefused =
    !right({ userId: people[role].user.id, role, scope }) || (isForSessions && way !== 'session');
  return isRefused ? 'forbidden' : null;
}

describe.each(Object.entries(ASKED))('%s', (_, useCase) => {
  test.each(WAYS)('does for each role by a %s what the policy says', async (way) => {
    for (const role of STANDINGS) {
      const outcome = await useCase.run(contextBy(way, role), { ...desk, tokenId: people[role].tokenId });
      const refusal = [codeOf(outcome)].find((code) => code === 'not_found' || code === 'forbidden') ?? null;
      expect({ role, refusal }).toEqual({ role, refusal: expectedCode(useCase, way, role) });
    }
  });
});

describe('what is refused as not there', () => {
  test.each(Object.entries(ASKED))('%s says the same of what does not exist', async (_, { run }) => {
    const nothing = {
      slug: `none-${v7().slice(-8)}`,
      articleId: v7(),
      annotationId: v7(),
      sourceId: v7(),
      commentId: v7(),
      propositionId: v7(),
      linkId: v7(),
      settlingId: v7(),
      verificationId: v7(),
      adjudicationId: v7(),
      captureId: v7(),
      factCheckId: v7(),
      requestId: v7(),
      campaignId: v7(),
      assignmentId: v7(),
      subsetId: v7(),
      releaseId: v7(),
    };
    const given = { ...desk, tokenId: people.stranger.tokenId };
    const hidden = await run(contextBy('session', 'stranger'), given);
    const absent = await run(contextBy('session', 'owner'), { ...given, ...nothing });
    // A new id on an article that is not there, and an id that is nowhere, differ in what else is wrong with them.
    if (codeOf(absent) === 'invalid_input') return;
    expect(absent).toEqual(hidden);
  });
});

test('the list of workspaces and the check of each one agree, for any memberships and tokens', async () => {
  const workspaces = await Promise.all([1, 2, 3].map(() => aWorkspace()));
  const role = fc.option(fc.constantFrom(...ROLES), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(role, role, role),
      fc.option(fc.constantFrom(0, 1, 2), { nil: null }),
      fc.constantFrom('read' as const, 'write' as const),
      async (roles, tokenOf, scope) => {
        const user = await aUser();
        for (const [i, given] of roles.entries())
          if (given) await aMember({ user, workspace: workspaces[i]!, role: given });
        const context =
          tokenOf === null
            ? contextOf(user)
            : contextOf(user, scope, { tokenWorkspaceId: workspaces[tokenOf]!.id });
        const listed = (await listWorkspaces(context)).value.map(({ slug }) => slug).sort();
        const visible: string[] = [];
        for (const { slug } of workspaces)
          if ((await requireWorkspace(context, slug, canRead)).ok) visible.push(slug);
        expect(listed).toEqual(visible.sort());
        if (listed[0] === undefined) return;
        const shown = valueOf(await showWorkspace(context, { slug: listed[0] }));
        expect(shown.others.map(({ slug }) => slug).sort()).toEqual(listed.slice(1));
      },
    ),
    { numRuns: 40 },
  );
});
