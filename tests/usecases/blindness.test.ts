import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { database, pool } from '@/lib/data/database';

import { listEventsAfter } from '@/lib/data/events';
import type { Annotation } from '@/lib/domain/annotation';
import type { Article } from '@/lib/domain/article';
import { EXPORT_FORMATS, KINDS, TEXT_MODES, type TextMode } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { countIndependentSources } from '@/lib/usecases/count-independent-sources';
import { countAnnotations } from '@/lib/usecases/count-annotations';
import { findAnnotations } from '@/lib/usecases/find-annotations';
import { listSubsets } from '@/lib/usecases/list-subsets';
import { showSearch } from '@/lib/usecases/show-search';
import { createProposition } from '@/lib/usecases/create-proposition';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
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
import { assignArticles } from '@/lib/usecases/assign-articles';
import { createCampaign } from '@/lib/usecases/create-campaign';
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
import { openPass } from '@/lib/usecases/open-pass';
import { previewImport } from '@/lib/usecases/preview-import';
import { previewRelease } from '@/lib/usecases/preview-release';
import { previewRevision } from '@/lib/usecases/preview-revision';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { putComment } from '@/lib/usecases/put-comment';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
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
import { submitPass } from '@/lib/usecases/submit-pass';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { aPut, anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, type BuiltUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

/** Invariant 7, as a difference: with a blind pass in the workspace everything looks to everybody else as it did without. */

interface Place {
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

type Read = (context: Context, place: Place) => unknown;

const NOTHING_TO_ASK = {};
const all = { limit: '500' };

/** Every use case that reads what is in a workspace, asked for all that it can tell. */
const READS: Record<string, Read> = {
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
const NO_READS: Record<string, string> = {
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

test('every use case that reads is tried', () => {
  const reading = readdirSync('lib/usecases')
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => /^(list|show|find|found|open|export|follow|count|preview|draft|is)-/.test(name));
  expect(reading.sort()).toEqual([...Object.keys(READS), ...Object.keys(NO_READS)].sort());
});

async function drained(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value;
  const chunks: string[] = [];
  for await (const chunk of value as AsyncIterable<Uint8Array | string>)
    chunks.push(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1'));
  return chunks.join('');
}

/** What a use case tells, whole: also what it streams. */
async function told(read: Read, context: Context, place: Place): Promise<unknown> {
  const outcome = (await read(context, place)) as { ok?: boolean; value?: unknown } | null;
  return outcome?.ok ? drained(outcome.value) : outcome;
}

const NOW = new Date('2026-08-01T10:00:00Z');
const people = {} as Record<'reader' | 'annotator' | 'editor' | 'owner', BuiltUser>;
let blind: [BuiltUser, BuiltUser];
let place: Place;

beforeAll(async () => {
  const { user: owner, workspace } = await aMember({ role: 'owner' });
  const [context, { slug }] = [contextOf(owner, 'write', { now: NOW }), workspace];
  const article = await anArticle(context, slug);
  const other = await anArticle(
    context,
    slug,
    'The pier\n\nThe mayor said the pier would be mended, and the ferry would run again.\n',
  );
  const mayor = { source: { name: 'The mayor', type: 'person' } };
  const claim = await anAnnotation(context, article, 'claim', 'mayor', { attribution: [mayor] });
  const prediction = await anAnnotation(
    context,
    article,
    'prediction',
    'the ferry would run again next week',
  );
  valueOf(await putComment(context, { id: v7(), body: { annotationId: claim.id, body: 'Who is that?' } }));
  valueOf(
    await verifyAnnotation(context, {
      id: claim.id,
      body: { status: 'supported', rationale: 'So it is.', searches: ['The archive'] },
    }),
  );
  const { proposition } = valueOf(
    await createProposition(context, { slug, body: { words: 'The mayor is here.' } }),
  );
  Object.assign(people, { owner });
  for (const role of ['reader', 'annotator', 'editor'] as const)
    people[role] = (await aMember({ workspace, role })).user;
  blind = [(await aMember({ workspace })).user, (await aMember({ workspace, role: 'editor' })).user];
  const annotators = blind.map(({ id }) => id).sort() as [string, string];
  const [annotationId, predictionId] = [claim.id, prediction.id];
  const sourceId = claim.attribution[0]!.source.id;
  const propositionId = proposition.id;
  const campaign = {
    ...{ name: 'The harbour', articleIds: [article.id], annotatorIds: annotators },
    annotatorsPerArticle: 3,
  };
  const { id: campaignId } = valueOf(await createCampaign(context, { slug, body: campaign })).campaign;
  valueOf(await assignArticles(context, { id: campaignId, body: { spread: 'evenly' } }));
  place = {
    slug,
    article,
    articleId: article.id,
    otherId: other.id,
    annotationId,
    predictionId,
    sourceId,
    propositionId,
    campaignId,
    annotators,
    modesOf: () => TEXT_MODES,
  };
});

/** Words that are nowhere in the article or beside it. */
const SECRETS = ['Zaphira Quellmond', 'Quellmond Institute', 'zaphirine', 'nobody-knows'];

interface Mark {
  kind: (typeof KINDS)[number];
  words: string;
  source: { name: string; type: string };
  then: 'stays' | 'revised' | 'deleted' | 'restored' | 'judged';
}

const markArbitrary: fc.Arbitrary<Mark> = fc.record({
  kind: fc.constantFrom(...KINDS),
  words: fc.constantFrom(
    'The mayor said',
    'the pier',
    'It will be full',
    'ferry',
    'nobody has mended it since',
  ),
  source: fc.constantFrom(
    { name: 'Zaphira Quellmond', type: 'person' },
    { name: 'Quellmond Institute', type: 'organisation' },
    { name: 'The mayor', type: 'person' },
    { name: 'a zaphirine observer', type: 'anonymous' },
  ),
  then: fc.constantFrom('stays', 'revised', 'deleted', 'restored', 'judged'),
});

/** Marks words in somebody's blind pass; the ids of what was made. */
async function annotateBlind(user: BuiltUser, marks: readonly Mark[]): Promise<string[]> {
  const context = contextOf(user, 'write', { now: NOW });
  const hidden: string[] = [];
  for (const { kind, words, source, then } of marks) {
    const body = aPut(place.article, kind, [words], {
      pass: 'mine',
      tags: ['nobody-knows'],
      attribution: [{ source, cue: 'said' }],
    });
    const made = valueOf(await putAnnotation(context, { id: v7(), body })).annotation;
    hidden.push(made.id, made.layer);
    const named = made.attribution[0]!.source;
    if (named.name !== 'The mayor') hidden.push(named.id);
    if (then === 'revised')
      valueOf(await reviseAnnotation(context, { id: made.id, ifMatch: '1', body: { tags: ['zaphirine'] } }));
    if (then === 'judged') hidden.push(await judgedBlind(context, made));
    if (then === 'deleted' || then === 'restored')
      valueOf(await deleteAnnotation(context, { id: made.id, ifMatch: '1' }));
    if (then === 'restored') valueOf(await restoreAnnotation(context, { id: made.id }));
  }
  return hidden;
}

const VERDICTS: Record<Mark['kind'], string> = {
  claim: 'refuted',
  quote: 'misattributed',
  prediction: 'came_true',
};

/** A verdict with all that one can carry, also on evidence in an article that others read; its id. */
async function judgedBlind(context: Context, { id, kind }: Annotation): Promise<string> {
  const body = {
    id: v7(),
    status: VERDICTS[kind],
    rationale: 'A zaphirine reason.',
    evidence: [
      { stance: 'refutes', articleId: place.otherId, span: { start: 0, end: 8 } },
      { stance: 'context', annotationId: place.annotationId },
      { stance: 'context', url: 'https://nobody-knows.example/page', excerpt: 'zaphirine' },
    ],
    searches: ['nobody-knows'],
    ...(kind === 'quote' && { errorHop: 0 }),
  };
  return valueOf(await verifyAnnotation(context, { id, body })).verification.id;
}

/**
 * To everybody each format in one mode: among them all modes of each format are asked for, and each of them asks for
 * all formats and all modes.
 */
async function everythingTold(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [turn, [who, user]] of Object.entries(people).entries()) {
    const modesOf = (format: number) => [TEXT_MODES[(format + turn) % TEXT_MODES.length]!];
    const context = contextOf(user, 'write', { now: NOW });
    for (const [name, read] of Object.entries(READS))
      found[`${name} as ${who}`] = await told(read, context, { ...place, modesOf });
  }
  return found;
}

/** Of these there is none in the workspace. */
const NOTHING_THERE = [
  'show-pass-outcome',
  'list-fact-check-versions',
  'show-fact-check',
  'show-public-fact-check',
  'list-public-fact-checks',
];

test('each of them tells the owner something', async () => {
  const refused: [string, unknown][] = [];
  for (const [name, read] of Object.entries(READS)) {
    const outcome = await told(read, contextOf(people.owner, 'write', { now: NOW }), place);
    const parts = Array.isArray(outcome) ? outcome.flat() : [outcome];
    for (const part of parts) if ((part as { ok?: boolean } | null)?.ok === false) refused.push([name, part]);
  }
  expect(refused.filter(([name]) => !NOTHING_THERE.includes(name))).toEqual([]);
}, 60_000);

const hidden = new Set<string>();

test('to everybody else all that can be read is as it was without the passes', async () => {
  const before = await everythingTold();
  await fc.assert(
    fc.asyncProperty(
      fc.array(markArbitrary, { minLength: 1, maxLength: 4 }),
      fc.array(markArbitrary, { minLength: 1, maxLength: 4 }),
      async (first, second) => {
        for (const id of await annotateBlind(blind[0], first)) hidden.add(id);
        for (const id of await annotateBlind(blind[1], second)) hidden.add(id);
        const after = await everythingTold();
        for (const name of Object.keys(before))
          expect({ [name]: after[name] }).toEqual({ [name]: before[name] });
        const words = JSON.stringify(after);
        for (const secret of [...SECRETS, ...hidden]) expect(words).not.toContain(secret);
      },
    ),
    { numRuns: 3 },
  );
  // Submitted they are as blind as before.
  for (const user of blind)
    valueOf(
      await submitPass(contextOf(user, 'write', { now: NOW }), { articleId: place.articleId, body: {} }),
    );
  expect(await everythingTold()).toEqual(before);
}, 300_000);

describe('what is in a pass, asked for by its id', () => {
  const nowhere = (): Place => ({ ...place, annotationId: v7(), predictionId: v7(), sourceId: v7() });

  /** What a use case tells of ids that are nowhere, or null when it is asked for none of them. */
  async function toldOfNothing(read: Read, context: Context): Promise<{ empty: unknown } | null> {
    let asksForId = false;
    const watched = new Proxy(nowhere(), {
      get: (target, name: keyof Place) => {
        asksForId ||= name === 'annotationId' || name === 'predictionId' || name === 'sourceId';
        return target[name];
      },
    });
    const empty = await told(read, context, watched);
    return asksForId ? { empty } : null;
  }

  test('every use case that takes an id answers as for one that is nowhere', async () => {
    const asked = new Set<string>();
    for (const user of [people.editor, blind[1]]) {
      const context = contextOf(user, 'write', { now: NOW });
      const { rows } = await pool().query<{ id: string; kind: string; source: string | null }>(
        `SELECT DISTINCT ON (a.kind) a.id, a.kind, (SELECT h.source_id FROM attribution_hop h
           JOIN every_source s ON s.id = h.source_id WHERE h.annotation_id = a.id AND s.layer <> 'shared') AS source
         FROM every_annotation a JOIN pass p ON p.id = a.pass_id WHERE p.annotator_id = $1 ORDER BY a.kind, source`,
        [blind[0].id],
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const [name, read] of Object.entries(READS)) {
        const nothing = await toldOfNothing(read, context);
        if (!nothing) continue;
        asked.add(name);
        for (const { id, kind, source } of rows) {
          const there = { ...place, annotationId: id, predictionId: id, sourceId: source ?? v7() };
          const answer = await told(read, context, there);
          expect({ name, kind, told: answer }).toEqual({ name, kind, told: nothing.empty });
        }
      }
    }
    expect([...asked]).toEqual(expect.arrayContaining(['show-annotation', 'show-resolution', 'show-source']));
  }, 300_000);

  test('nor can anybody write to it, or tell it from what is not there', async () => {
    const { rows } = await pool().query<{ id: string }>(
      `SELECT a.id FROM every_annotation a JOIN pass p ON p.id = a.pass_id WHERE p.annotator_id = $1 AND a.deleted_at IS NULL`,
      [blind[0].id],
    );
    for (const user of [people.annotator, people.editor, people.owner, blind[1]])
      for (const { id } of rows) {
        const context = contextOf(user, 'write', { now: NOW });
        const outcomes = [
          await reviseAnnotation(context, { id, ifMatch: '1', body: { tags: [] } }),
          await deleteAnnotation(context, { id, ifMatch: '1' }),
          await restoreAnnotation(context, { id }),
          await putAnnotation(context, { id, body: aPut(place.article, 'claim', ['ferry']) }),
          await putComment(context, { id: v7(), body: { annotationId: id, body: 'Seen!' } }),
          await verifyAnnotation(context, { id, body: { status: 'in_review' } }),
        ];
        expect(outcomes.map(codeOf)).toEqual(outcomes.map(() => 'not_found'));
      }
  });
});

test('the number of the article’s last event stays, and no event of a pass is sent to anybody', async () => {
  const events = await listEventsAfter(database(), place.articleId, 0);
  expect(events.every(({ layer }) => layer === 'shared')).toBe(true);
  const { article } = valueOf(await openReadingRoom(contextOf(people.owner), { id: place.articleId }));
  expect(article.seq).toBe(events.at(-1)!.seq);
});

test('what is revealed of others tells whoever still annotates blind nothing', async () => {
  const late = contextOf(people.annotator, 'write', { now: NOW });
  valueOf(await openPass(late, { articleId: place.articleId, body: {} }));
  const toldLate = async (): Promise<Record<string, unknown>> => {
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(READS)) found[name] = await told(read, late, place);
    return found;
  };
  const before = await toldLate();
  const owner = contextOf(people.owner, 'write', { now: NOW });
  const { revealed } = valueOf(await revealPasses(owner, { articleId: place.articleId, body: {} }));
  expect(revealed).toHaveLength(2);
  const after = await toldLate();
  for (const name of Object.keys(before)) expect({ [name]: after[name] }).toEqual({ [name]: before[name] });
  const words = JSON.stringify(after);
  for (const secret of [...SECRETS, ...hidden]) expect(words).not.toContain(secret);
}, 60_000);
