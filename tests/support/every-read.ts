import { v7 } from 'uuid';
import type { Article } from '@/lib/domain/article';
import { EXPORT_FORMATS, KINDS, type TextMode } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { countIndependentSources } from '@/lib/usecases/count-independent-sources';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { listSubsets } from '@/lib/usecases/list-subsets';
import { showSearch } from '@/lib/usecases/show-search';
import { draftFactCheck } from '@/lib/usecases/draft-fact-check';
import { exportDesk } from '@/lib/usecases/export-desk';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { followArticle, listArticleEvents } from '@/lib/usecases/follow-article';
import { followArticles } from '@/lib/usecases/follow-articles';
import { listAdjudication } from '@/lib/usecases/list-adjudication';
import { listAnchors } from '@/lib/usecases/list-anchors';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticleAffiliations } from '@/lib/usecases/list-article-affiliations';
import { listArticles } from '@/lib/usecases/list-articles';
import { listConditionDecisions } from '@/lib/usecases/list-condition-decisions';
import { listLicenceChanges } from '@/lib/usecases/list-licence-changes';
import { listLicences } from '@/lib/usecases/list-licences';
import { listCorrectionRequests } from '@/lib/usecases/list-correction-requests';
import { listDesk } from '@/lib/usecases/list-desk';
import { listDisagreements } from '@/lib/usecases/list-disagreements';
import { listFactCheckVersions } from '@/lib/usecases/list-fact-check-versions';
import { listFactChecks } from '@/lib/usecases/list-fact-checks';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { listHistory } from '@/lib/usecases/list-history';
import { listInvitations } from '@/lib/usecases/list-invitations';
import { listLikelihoodScales } from '@/lib/usecases/list-likelihood-scales';
import { listMembers } from '@/lib/usecases/list-members';
import { listMergeSuggestions } from '@/lib/usecases/list-merge-suggestions';
import { listNotifications } from '@/lib/usecases/list-notifications';
import { listPassDisagreements } from '@/lib/usecases/list-pass-disagreements';
import { findOwnAssignment } from '@/lib/usecases/find-own-assignment';
import { listCampaignArticles } from '@/lib/usecases/list-campaign-articles';
import { listCampaignHistory } from '@/lib/usecases/list-campaign-history';
import { listCampaigns } from '@/lib/usecases/list-campaigns';
import { listFullAnnotations } from '@/lib/usecases/list-full-annotations';
import { listOwnAssignments } from '@/lib/usecases/list-own-assignments';
import { showCampaign } from '@/lib/usecases/show-campaign';
import { listPasses } from '@/lib/usecases/list-passes';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { listPropositions } from '@/lib/usecases/list-propositions';
import { listPublicFactChecks } from '@/lib/usecases/list-public-fact-checks';
import { listRelated } from '@/lib/usecases/list-related';
import { listReleases } from '@/lib/usecases/list-releases';
import { listReplies } from '@/lib/usecases/list-replies';
import { listRevisions } from '@/lib/usecases/list-revisions';
import { listSettling } from '@/lib/usecases/list-settling';
import { listSourceAnnotations } from '@/lib/usecases/list-source-annotations';
import { listSourceHistory } from '@/lib/usecases/list-source-history';
import { listSources } from '@/lib/usecases/list-sources';
import { listThreads } from '@/lib/usecases/list-threads';
import { listVerifications } from '@/lib/usecases/list-verifications';
import { openReadingRoom } from '@/lib/usecases/open-reading-room';
import { previewImport } from '@/lib/usecases/preview-import';
import { previewRelease } from '@/lib/usecases/preview-release';
import { previewRevision } from '@/lib/usecases/preview-revision';
import { showAdjudication } from '@/lib/usecases/show-adjudication';
import { showAgreement } from '@/lib/usecases/show-agreement';
import { showAnnotation } from '@/lib/usecases/show-annotation';
import { showArticle } from '@/lib/usecases/show-article';
import { showBlindPrediction } from '@/lib/usecases/show-blind-prediction';
import { showCheck } from '@/lib/usecases/show-check';
import { showCheckingRules } from '@/lib/usecases/show-checking-rules';
import { showDueTimeline } from '@/lib/usecases/show-due-timeline';
import { showExport } from '@/lib/usecases/show-export';
import { showFactCheck } from '@/lib/usecases/show-fact-check';
import { showGrouping } from '@/lib/usecases/show-grouping';
import { showPassOutcome } from '@/lib/usecases/show-pass-outcome';
import { showProposition } from '@/lib/usecases/show-proposition';
import { showGuideline } from '@/lib/usecases/show-guideline';
import { showPublicFactCheck } from '@/lib/usecases/show-public-fact-check';
import { showResolution } from '@/lib/usecases/show-resolution';
import { showRevisionReport } from '@/lib/usecases/show-revision-report';
import { showScoreboard } from '@/lib/usecases/show-scoreboard';
import { showSource } from '@/lib/usecases/show-source';
import { showWorkspace } from '@/lib/usecases/show-workspace';

/** A workspace with something of everything in it. */
export interface Place {
  slug: string;
  article: Article;
  articleId: string;
  otherId: string;
  /** A claim and a prediction of the shared layer, a source and a proposition of theirs. */
  annotationId: string;
  predictionId: string;
  sourceId: string;
  propositionId: string;
  /** In which the two have the article. */
  campaignId: string;
  /** Two people who annotate blind. */
  annotators: [string, string];
  /** How much of the texts is asked for in the export format of this number. */
  modesOf: (format: number) => readonly TextMode[];
}

export type Read = (context: Context, place: Place) => unknown;

const NOTHING_TO_ASK = {};
const all = { limit: '500' };

/** Every use case that reads what is in a workspace, asked for all that it can tell. */
export const READS: Record<string, Read> = {
  'count-independent-sources': (context, { annotationId, otherId }) =>
    countIndependentSources(context, {
      id: annotationId,
      body: {
        status: 'supported',
        evidence: [{ stance: 'supports', articleId: otherId, span: { start: 0, end: 5 } }],
      },
    }),
  'count-annotations': async (context, { slug }) => [
    await countAnnotations(context, { slug, query: NOTHING_TO_ASK }),
    await countAnnotations(context, { slug, query: { passes: 'all,some,one,none' } }),
    await countAnnotations(context, { slug, query: { adjudication: 'adjudicated,disagreement' } }),
  ],
  'find-annotations': async (context, { slug }) => [
    await findAnnotations(context, { slug, query: all }),
    await findAnnotations(context, { slug, query: { ...all, passes: 'all,some,one,none' } }),
    await findAnnotations(context, { slug, query: { ...all, source: 'Zaphira' } }),
    await findAnnotations(context, { slug, query: { ...all, evidence: 'present' } }),
  ],
  'list-subsets': (context, { slug }) => listSubsets(context, { slug, query: all }),
  'show-search': (context, { slug }) => showSearch(context, { slug, query: NOTHING_TO_ASK }),
  'draft-fact-check': (context, { annotationId }) => draftFactCheck(context, { id: annotationId }),
  'export-desk': (context, { slug }) => exportDesk(context, { slug, query: { format: 'csv' } }),
  'export-workspace': async (context, { slug, modesOf }) => {
    const files = [];
    for (const [n, format] of EXPORT_FORMATS.entries())
      for (const text of modesOf(n)) {
        const exported = await exportWorkspace(context, { slug, query: { format, text, allowLoss: 'true' } });
        files.push([format, text, exported.ok ? await drained(exported.value.body) : exported]);
      }
    return files;
  },
  'follow-article': async (context, { articleId }) => [
    await followArticle(context, { articleId, after: '0' }),
    await listArticleEvents(context, { articleId, query: all }),
  ],
  'follow-articles': (context, { articleId }) =>
    followArticles(context, { query: { articles: `${articleId}:0` } }),
  'list-anchors': (context, { annotationId }) => listAnchors(context, { id: annotationId }),
  'list-annotations': (context, { articleId }) => listAnnotations(context, { articleId, query: all }),
  'list-article-affiliations': (context, { articleId }) => listArticleAffiliations(context, { articleId }),
  'list-articles': (context, { slug }) => listArticles(context, { slug, query: all }),
  // Whether somebody has begun or submitted is no secret to those who run a campaign; what and how much is.
  'list-campaign-articles': async (context, { campaignId }) => {
    const page = await listCampaignArticles(context, { id: campaignId, query: all });
    if (!page.ok) return page;
    return page.value.items.map(({ places, ...item }) => ({
      ...item,
      places: places.map(({ state: _, ...place }) => place),
    }));
  },
  'list-campaign-history': (context, { campaignId }) =>
    listCampaignHistory(context, { id: campaignId, query: all }),
  'list-campaigns': async (context, { slug }) => {
    const page = await listCampaigns(context, { slug, query: all });
    return page.ok ? page.value.items.map((item) => ({ ...item, progress: item.progress && 'told' })) : page;
  },
  'list-full-annotations': (context, { articleId }) => listFullAnnotations(context, { articleId }),
  'list-own-assignments': (context, { slug }) => listOwnAssignments(context, { slug }),
  'find-own-assignment': (context, { articleId }) => findOwnAssignment(context, { articleId }),
  'show-campaign': async (context, { campaignId }) => {
    const shown = await showCampaign(context, { id: campaignId });
    if (!shown.ok) return shown;
    const { progress, workload, ...campaign } = shown.value;
    const loads = workload?.map(({ begun: _, submitted: __, ...load }) => load);
    return { ...campaign, progress: progress && { places: progress.places, taken: progress.taken }, loads };
  },
  'list-condition-decisions': (context, { annotationId }) =>
    listConditionDecisions(context, { id: annotationId }),
  'list-correction-requests': (context, { slug }) =>
    listCorrectionRequests(context, { slug, query: NOTHING_TO_ASK }),
  'list-desk': (context, { slug }) => listDesk(context, { slug, query: NOTHING_TO_ASK }),
  'list-disagreements': (context, { slug }) => listDisagreements(context, { slug, query: NOTHING_TO_ASK }),
  'list-fact-check-versions': (context) => listFactCheckVersions(context, { id: v7() }),
  'list-fact-checks': (context, { slug }) => listFactChecks(context, { slug, query: NOTHING_TO_ASK }),
  'list-guideline-versions': (context, { slug }) => listGuidelineVersions(context, { slug, query: all }),
  'show-guideline': (context, { slug }) => showGuideline(context, { slug }),
  'list-history': (context, { annotationId }) => listHistory(context, { id: annotationId, query: all }),
  'list-invitations': (context, { slug }) => listInvitations(context, { slug }),
  'list-likelihood-scales': (context, { slug }) => listLikelihoodScales(context, { slug }),
  'list-members': (context, { slug }) => listMembers(context, { slug }),
  'list-merge-suggestions': (context, { slug }) =>
    listMergeSuggestions(context, { slug, query: NOTHING_TO_ASK }),
  'list-notifications': (context, { slug }) => listNotifications(context, { slug, query: NOTHING_TO_ASK }),
  'list-pass-disagreements': (context, { slug, annotators: [a, b] }) =>
    Promise.all(
      KINDS.flatMap((kind) => [
        listPassDisagreements(context, { slug, query: { a, b, kind } }),
        listPassDisagreements(context, { slug, query: { a: b, b: a, kind } }),
      ]),
    ),
  'list-adjudication': (context, { slug }) => listAdjudication(context, { slug, query: all }),
  'list-passes': async (context, { articleId }) => {
    const passes = await listPasses(context, { articleId });
    // That somebody annotates is no secret to those who reveal; what and how much is.
    return passes.ok ? { ...passes.value, awaited: null } : passes;
  },
  'list-predictions': (context, { slug }) =>
    listPredictions(context, { slug, query: { state: 'open,due,overdue,resolved' } }),
  'list-propositions': (context, { slug }) => listPropositions(context, { slug, query: NOTHING_TO_ASK }),
  'list-public-fact-checks': (_, { slug }) => listPublicFactChecks({ slug }),
  'list-related': (context, { annotationId }) => listRelated(context, { id: annotationId, query: all }),
  'list-licence-changes': (context, { articleId }) => listLicenceChanges(context, { articleId, query: all }),
  'list-licences': (context, { slug }) => listLicences(context, { slug }),
  'list-releases': (context, { slug }) => listReleases(context, { slug, query: all }),
  'preview-release': (context, { slug }) => previewRelease(context, { slug }),
  'list-replies': (context, { annotationId }) => listReplies(context, { id: annotationId }),
  'list-revisions': (context, { articleId }) => listRevisions(context, { articleId, query: all }),
  'list-settling': (context, { slug }) => listSettling(context, { slug, query: NOTHING_TO_ASK }),
  'list-source-annotations': (context, { sourceId }) =>
    listSourceAnnotations(context, { id: sourceId, query: NOTHING_TO_ASK }),
  'list-source-history': (context, { sourceId }) =>
    listSourceHistory(context, { id: sourceId, query: NOTHING_TO_ASK }),
  'list-sources': async (context, { slug, articleId }) => [
    await listSources(context, { slug, query: all }),
    await listSources(context, { slug, query: { ...all, article: articleId } }),
    await listSources(context, { slug, query: { ...all, query: 'Zaphira' } }),
  ],
  'list-threads': (context, { annotationId }) => listThreads(context, { id: annotationId }),
  'list-verifications': (context, { annotationId }) => listVerifications(context, { id: annotationId }),
  'open-reading-room': (context, { articleId }) => openReadingRoom(context, { id: articleId }),
  'preview-import': (context, { slug, article }) =>
    previewImport(context, { slug, body: { raw: article.revision.text } }),
  'preview-revision': (context, { articleId, article }) =>
    previewRevision(context, {
      articleId,
      body: { raw: article.revision.text.replace('ferry', 'old ferry') },
    }),
  'show-adjudication': (context, { articleId }) => showAdjudication(context, { articleId }),
  'show-pass-outcome': (context, { articleId }) => showPassOutcome(context, { articleId }),
  'show-agreement': (context, { slug }) => showAgreement(context, { slug, query: NOTHING_TO_ASK }),
  'show-annotation': (context, { annotationId }) => showAnnotation(context, { id: annotationId }),
  'show-article': (context, { articleId }) => showArticle(context, { id: articleId }),
  'show-blind-prediction': (context, { predictionId }) => showBlindPrediction(context, { id: predictionId }),
  'show-check': (context, { annotationId }) => showCheck(context, { id: annotationId }),
  'show-checking-rules': (context, { slug }) => showCheckingRules(context, { slug }),
  'show-due-timeline': (context, { slug }) => showDueTimeline(context, { slug, query: NOTHING_TO_ASK }),
  'show-export': (context, { slug }) => showExport(context, { slug }),
  'show-fact-check': (context) => showFactCheck(context, { id: v7() }),
  'show-grouping': (context, { annotationId }) => showGrouping(context, { id: annotationId }),
  'show-proposition': (context, { propositionId }) => showProposition(context, { id: propositionId }),
  'show-public-fact-check': () => showPublicFactCheck({ id: v7() }),
  'show-resolution': (context, { predictionId }) => showResolution(context, { id: predictionId }),
  'show-revision-report': (context, { articleId }) => showRevisionReport(context, { articleId, number: '1' }),
  'show-scoreboard': (context, { slug }) => showScoreboard(context, { slug, query: NOTHING_TO_ASK }),
  'show-source': (context, { sourceId }) => showSource(context, { id: sourceId }),
  'show-workspace': (context, { slug }) => showWorkspace(context, { slug }),
};

/** Files whose names say that they read, and that tell of nothing in a workspace; with what they do. */
export const NO_READS: Record<string, string> = {
  'export-chunks': 'bytes for export-workspace',
  'export-source': 'what exports read from',
  'find-kin': 'articles alone, by their texts',
  'find-or-make-account': 'accounts',
  'found-sources': 'a part of list-sources',
  'is-fact-check-gone': 'whether an address was once in use',
  'list-sessions': 'one’s own sessions',
  'list-tokens': 'one’s own tokens',
  'list-users': 'accounts, for the operator',
  'list-workspaces': 'one’s own workspaces',
  'open-evidence-file': 'the bytes of one file',
  'open-pass': 'opens one’s own pass',
  'open-release-file': 'bytes that were frozen (tests/usecases/releases.test.ts)',
  'show-account': 'one’s own account',
  'show-release': 'what was frozen (tests/usecases/releases.test.ts)',
  'show-release-manifest': 'what was frozen (tests/usecases/releases.test.ts)',
  'show-capture': 'one stored page',
  'show-invitation': 'an invitation, by its secret',
  'show-subset': 'one filter, without what fits it',
};

async function drained(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value;
  const chunks: string[] = [];
  for await (const chunk of value as AsyncIterable<Uint8Array | string>)
    chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'));
  return chunks.join('');
}

/** What a use case tells, whole: also what it streams. */
export async function told(read: Read, context: Context, place: Place): Promise<unknown> {
  const outcome = (await read(context, place)) as { ok?: boolean; value?: unknown } | null;
  return outcome?.ok ? drained(outcome.value) : outcome;
}
