import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import { closeDatabase } from '@/lib/data/database';
import { bodyFromTyped } from '@/lib/domain/comment-text';
import { TextIndex } from '@/lib/domain/text-index';
import type { Article } from '@/lib/domain/article';
import type { Failure, Result } from '@/lib/domain/result';
import { assignArticles } from '@/lib/usecases/assign-articles';
import { arrangeCheck } from '@/lib/usecases/arrange-check';
import { changeName } from '@/lib/usecases/change-name';
import type { Context } from '@/lib/usecases/context';
import { confirmLink } from '@/lib/usecases/confirm-link';
import { correctFactCheck } from '@/lib/usecases/correct-fact-check';
import { createCampaign } from '@/lib/usecases/create-campaign';
import { createSource } from '@/lib/usecases/create-source';
import { createUser } from '@/lib/usecases/create-user';
import { createWorkspace } from '@/lib/usecases/create-workspace';
import { listDisagreements } from '@/lib/usecases/list-disagreements';
import { proposeLinks } from '@/lib/usecases/propose-links';
import { importArticle } from '@/lib/usecases/import-article';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { mergeAgreeing } from '@/lib/usecases/merge-agreeing';
import { mergeSource } from '@/lib/usecases/merge-source';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { putAffiliation } from '@/lib/usecases/put-affiliation';
import { putComment } from '@/lib/usecases/put-comment';
import { putAdjudication } from '@/lib/usecases/put-adjudication';
import { revealPasses } from '@/lib/usecases/reveal-passes';
import { showAdjudication } from '@/lib/usecases/show-adjudication';
import { submitPass } from '@/lib/usecases/submit-pass';
import { resolveThread } from '@/lib/usecases/resolve-thread';
import { logReply } from '@/lib/usecases/log-reply';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { SAMPLE_ARTICLES } from './corpus/articles';
import { SAMPLE_LOOKALIKE, SAMPLE_MERGE, SAMPLE_OFFICES } from './corpus/sample-registry';
import type {
  SampleAnnotation,
  SampleArticle,
  SampleEvidence,
  SampleSource,
  SampleVerification,
} from './corpus/sample-article';
import { SAMPLE_CAMPAIGN } from './corpus/sample-campaign';
import { SAMPLE_CHECKS, type SampleCheck } from './corpus/sample-checks';
import { SAMPLE_FACT_CHECKS, type SampleFactCheck } from './corpus/sample-fact-checks';
import { type SampleAdjudication, SAMPLE_PASSES, type SampleMark } from './corpus/sample-passes';
import { SAMPLE_PEOPLE, type SamplePerson } from './corpus/sample-people';
import { SAMPLE_REPLIES, type SampleReply } from './corpus/sample-replies';
import { SAMPLE_THREADS, type SampleThread } from './corpus/sample-threads';
import { spansFromExcerpts } from './corpus/sample-spans';

/*
 * Fills an empty database with the demo workspace, through the same use cases as everybody else. It may run again
 * after it was interrupted: ids come from the corpus' keys, and every step bears being repeated.
 */

const SLUG = 'demo';
const OWNER = SAMPLE_PEOPLE.find((person) => person.role === 'owner')!;

/** The hour of the day at which things happen in the demo: articles come in before they are marked up and judged. */
const IMPORTED = 'T18:00:00Z';
const MARKED = 'T19:00:00Z';
const JUDGED = 'T20:00:00Z';
const DISCUSSED = 'T21:00:00Z';
const PUBLISHED = 'T22:00:00Z';

const REGISTERED = '2026-09-01T09:00:00Z';

type People = Record<SamplePerson['key'], Context['actor']>;

async function seed(): Promise<void> {
  const people = await makePeople();
  const articles = new Map<string, Article>();
  for (const sample of SAMPLE_ARTICLES) articles.set(sample.key, await importSample(people, sample));
  for (const sample of SAMPLE_ARTICLES)
    for (const [i, annotation] of sample.annotations.entries())
      await markSample(people, articles.get(sample.key)!, sample, annotation, i);
  const decisions = SAMPLE_ARTICLES.flatMap(({ annotations }) =>
    annotations.flatMap(({ key, verifications }) =>
      verifications.map((decision, i) => ({ key, decision, i })),
    ),
  ).sort((a, b) => (a.decision.on < b.decision.on ? -1 : a.decision.on > b.decision.on ? 1 : a.i - b.i));
  for (const [order, { key, decision, i }] of decisions.entries())
    await judgeSample(people, articles, { key, decision, i, order });
  for (const thread of SAMPLE_THREADS) await saySample(people, thread);
  for (const reply of SAMPLE_REPLIES) await logSample(people, reply);
  for (const check of SAMPLE_CHECKS) await arrangeSample(people, check);
  await keepRegistry(people);
  for (const factCheck of SAMPLE_FACT_CHECKS) await publishSample(people, factCheck);
  await findDisagreements(people);
  await annotateApart(people, articles.get(SAMPLE_PASSES.article)!);
  await runCampaign(people, articles);
}

async function makePeople(): Promise<People> {
  const operator = { actor: 'operator', now: new Date(), newId: v7 } as const;
  const made = await createWorkspace(operator, { slug: SLUG, name: 'Demo newsroom', owner: OWNER.email });
  if (!made.ok && made.error.code !== 'slug_taken') throw new Error(made.error.message);
  const actors: Partial<People> = {};
  for (const { key, name, email, role } of SAMPLE_PEOPLE) {
    const account = valueOf(await createUser(operator, { email, name, role, workspace: SLUG }));
    const actor = { userId: account.id, name, scope: 'write', tokenWorkspaceId: null } as const;
    valueOf(await changeName({ ...operator, actor }, { name }));
    actors[key] = actor;
  }
  return actors as People;
}

async function importSample(people: People, sample: SampleArticle): Promise<Article> {
  const { raw, title, publisher, byline, publishedAt, url } = sample;
  const context = contextAt(people.maya, `${publishedAt}${IMPORTED}`);
  const body = { raw, title, publisher, byline, publishedAt, url, language: 'en' };
  return valueOf(await importArticle(context, { slug: SLUG, body })).article;
}

async function markSample(
  people: People,
  article: Article,
  sample: SampleArticle,
  annotation: SampleAnnotation,
  order: number,
): Promise<void> {
  const index = new TextIndex(article.revision.text);
  const spans = spansFromExcerpts(article.revision.text, annotation.excerpts, annotation.occurrence).map(
    (span) => ({
      ...span,
      exact: index.slice(span.start, span.end),
    }),
  );
  const { kind, attribution, tags } = annotation;
  const details =
    annotation.kind === 'claim'
      ? { claim: annotation.claim }
      : annotation.kind === 'quote'
        ? { quote: annotation.quote }
        : { prediction: annotation.prediction };
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind,
    spans,
    attribution,
    tags,
    ...details,
  };
  const context = contextAt(people[annotation.by], `${sample.publishedAt}${MARKED}`, order);
  valueOf(await putAnnotation(context, { id: idOf(annotation.key), body }));
}

async function judgeSample(
  people: People,
  articles: ReadonlyMap<string, Article>,
  { key, decision, i, order }: { key: string; decision: SampleVerification; i: number; order: number },
): Promise<void> {
  const { status, rationale, by, on, outcomeKnownAt, criteria, searches, errorHop } = decision;
  const evidence = decision.evidence.map((item) => evidenceFrom(articles, item));
  const body = {
    id: idOf(`${key}#${i}`),
    status,
    rationale,
    evidence,
    outcomeKnownAt,
    criteria,
    searches,
    errorHop,
  };
  const context = contextAt(people[by], `${on}${JUDGED}`, order);
  // The demo's web pages are invented: there is nothing to be fetched.
  valueOf(await verifyAnnotation(context, { id: idOf(key), body, keepsCopies: false }));
}

async function logSample(people: People, reply: SampleReply): Promise<void> {
  const { key, about, by, name, way, on, deadline, words, answer } = reply;
  const [id, requestId] = [idOf(about), idOf(key)];
  const request = { id: requestId, kind: 'request', name, way, day: on, deadline, words };
  valueOf(await logReply(contextAt(people[by], `${on}${DISCUSSED}`), { id, body: request }));
  const kind = answer.words === null ? 'no_answer' : 'answer';
  const body = { id: idOf(`${key}#answer`), kind, requestId, day: answer.on, words: answer.words };
  valueOf(await logReply(contextAt(people[by], `${answer.on}${DISCUSSED}`), { id, body }));
}

async function saySample(
  people: People,
  { about, isQuestion, comments, resolved }: SampleThread,
): Promise<void> {
  const threadId = idOf(comments[0]!.key);
  const members = Object.values(people).map(({ userId: id, name }) => ({ id, name }));
  for (const [order, { key, by, on, words }] of comments.entries()) {
    const body = {
      annotationId: idOf(about),
      body: bodyFromTyped(words, members),
      ...(order > 0 ? { threadId } : isQuestion && { question: true }),
    };
    valueOf(await putComment(contextAt(people[by], `${on}${DISCUSSED}`, order), { id: idOf(key), body }));
  }
  if (resolved)
    valueOf(
      await resolveThread(contextAt(people[resolved.by], `${resolved.on}${DISCUSSED}`, comments.length), {
        id: threadId,
      }),
    );
}

async function arrangeSample(
  people: People,
  { about, by, on, arranged, assignee }: SampleCheck,
): Promise<void> {
  const body = { ...arranged, ...(assignee && { assigneeId: people[assignee].userId }) };
  const context = contextAt(people[by], `${on}${DISCUSSED}`);
  valueOf(await arrangeCheck(context, { id: idOf(about), body, ifMatch: '0' }));
}

/** Offices over time, two names of one body that were merged, and one pair that may be the same. */
async function keepRegistry(people: People): Promise<void> {
  const context = contextAt(people.maya, REGISTERED);
  const idOfSource = async ({ name, type }: SampleSource): Promise<string> =>
    valueOf(await createSource(context, { slug: SLUG, body: { name, type } })).source.id;
  for (const { key, of, organisation, ...office } of SAMPLE_OFFICES) {
    const organisationId = organisation ? await idOfSource(organisation) : null;
    const input = { sourceId: await idOfSource(of), id: idOf(key), body: { ...office, organisationId } };
    valueOf(await putAffiliation(context, input));
  }
  const into = await idOfSource(SAMPLE_MERGE.into);
  valueOf(await mergeSource(context, { id: await idOfSource(SAMPLE_MERGE.source), body: { into } }));
  await idOfSource(SAMPLE_LOOKALIKE);
}

async function publishSample(
  people: People,
  { key, about, headline, summary, by, on, correction }: SampleFactCheck,
): Promise<void> {
  const id = idOf(key);
  const page = { id, annotationId: idOf(about), headline, summary };
  valueOf(await publishFactCheck(contextAt(people[by], `${on}${PUBLISHED}`), { slug: SLUG, body: page }));
  const body = { headline: correction.headline, reason: correction.reason };
  const context = contextAt(people[correction.by], `${correction.on}${PUBLISHED}`);
  valueOf(await correctFactCheck(context, { id, ifMatch: '1', body }));
}

/** Two annotate an article blind, and the owner begins to adjudicate. */
async function annotateApart(people: People, article: Article): Promise<void> {
  const articleId = article.id;
  const { on, passes, decisions } = SAMPLE_PASSES;
  for (const [nth, { by, marks }] of passes.entries()) {
    for (const [i, mark] of marks.entries())
      await markBlind(contextAt(people[by], `${on}${MARKED}`, nth * 600 + i), article, mark);
    valueOf(await submitPass(contextAt(people[by], `${on}${JUDGED}`), { articleId, body: {} }));
  }
  const context = contextAt(people.owner, `${on}${DISCUSSED}`);
  valueOf(await revealPasses(context, { articleId, body: {} }));
  valueOf(await mergeAgreeing(context, { articleId, body: {} }));
  for (const decision of decisions) await adjudicateSample(context, articleId, decision);
}

/** Two people are asked to annotate two articles; one of them has submitted one. */
async function runCampaign(people: People, articles: ReadonlyMap<string, Article>): Promise<void> {
  const { key, by, on, name, note, kinds, dueOn, annotators, submitted } = SAMPLE_CAMPAIGN;
  const articleIds = SAMPLE_CAMPAIGN.articles.map((article) => articles.get(article)!.id);
  const annotatorIds = annotators.map((person) => people[person].userId);
  const id = idOf(key);
  const body = { id, name, note, kinds, dueOn, articleIds, annotatorIds };
  const context = contextAt(people[by], `${on}${MARKED}`);
  valueOf(await createCampaign(context, { slug: SLUG, body }));
  valueOf(await assignArticles(context, { id, body: { spread: 'evenly' } }));
  const article = articles.get(submitted.article)!;
  for (const [i, mark] of submitted.marks.entries())
    await markBlind(contextAt(people[submitted.by], `${submitted.on}${MARKED}`, i), article, mark);
  const submitting = contextAt(people[submitted.by], `${submitted.on}${JUDGED}`);
  valueOf(await submitPass(submitting, { articleId: article.id, body: { kinds } }));
}

async function markBlind(context: Context, article: Article, mark: SampleMark): Promise<void> {
  const { key, kind, excerpts, source, tags = [] } = mark;
  const index = new TextIndex(article.revision.text);
  const spans = spansFromExcerpts(article.revision.text, excerpts).map((span) => ({
    ...span,
    exact: index.slice(span.start, span.end),
  }));
  const body = {
    articleId: article.id,
    revisionId: article.revision.id,
    kind,
    spans,
    attribution: source ? [{ source }] : [],
    tags,
    pass: 'mine',
  };
  valueOf(await putAnnotation(context, { id: idOf(key), body }));
}

async function adjudicateSample(
  context: Context,
  articleId: string,
  { key, on, outcome, note }: SampleAdjudication,
): Promise<void> {
  const { revisions } = valueOf(await showAdjudication(context, { articleId }));
  const mark = idOf(on);
  const idsOf = ({ members }: (typeof revisions)[number]['units'][number]) =>
    members.map(({ annotation }) => annotation.id);
  const unit = revisions.flatMap(({ units }) => units).find((each) => idsOf(each).includes(mark));
  const body = {
    articleId,
    annotationIds: unit ? idsOf(unit) : [mark],
    outcome,
    ...(outcome === 'take' && { take: [mark] }),
    note,
  };
  valueOf(await putAdjudication(context, { id: idOf(key), body }));
}

/** The disagreements of the demo are found as anybody's are; an editor has confirmed the one on the inspection. */
async function findDisagreements(people: People): Promise<void> {
  const context = contextAt(people.maya, `2026-11-02${PUBLISHED}`);
  for (let left = 1; left > 0;)
    ({ left } = valueOf(await proposeLinks(context, { slug: SLUG, body: { limit: 50 } })));
  const { items } = valueOf(await listDisagreements(context, { slug: SLUG, query: { state: 'proposed' } }));
  const link = items.find(({ from, to }) =>
    [...from.statements, ...to.statements].every(({ words }) => /pass(?:ed)? its inspection/.test(words)),
  );
  if (link) valueOf(await confirmLink(context, { id: link.id, ifMatch: String(link.version) }));
}

function evidenceFrom(articles: ReadonlyMap<string, Article>, item: SampleEvidence) {
  if ('url' in item) return item;
  const article = articles.get(item.article)!;
  const [span] = spansFromExcerpts(article.revision.text, [item.passage]);
  const { stance, origin } = item;
  return { stance, origin, articleId: article.id, span, excerpt: item.passage };
}

/** A moment of the demo's past; `order` keeps what happened at the same hour apart, by seconds. */
const contextAt = (actor: Context['actor'], instant: string, order = 0): Context => ({
  actor,
  now: new Date(Date.parse(instant) + order * 1_000),
  newId: v7,
});

/** A UUID of version 8 (made by the application) from a key of the corpus: the same at every run. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`touchstone sample ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

try {
  await seed();
} finally {
  await closeDatabase();
}
