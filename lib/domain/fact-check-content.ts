import type { Annotation } from './annotation';
import { wordsOf } from './annotation-words';
import type { ListedArticle } from './article';
import { ratingOf } from './claim-rating';
import type { Byline, FactCheckContent, PublishedEvidence, PublishedReply } from './fact-check';
import { MOST_OF_EXCERPT, MOST_OF_HEADLINE } from './fact-check-limits';
import type { ReplyRequest } from './reply';
import type { Evidence, Verification } from './verification';

/** What of an article is published with words of it. */
export type CitedArticle = Pick<
  ListedArticle,
  'title' | 'publisher' | 'byline' | 'url' | 'publishedAt' | 'publishedAtPrecision' | 'language'
>;

/** A decision with all that a public page may say of it. */
export interface PublishableDecision {
  annotation: Annotation;
  verification: Verification;
  article: CitedArticle;
  /** The articles that evidence lies in, by id. */
  evidenceArticles: ReadonlyMap<string, CitedArticle>;
  replies: readonly ReplyRequest[];
}

export interface Wording {
  headline?: string | undefined;
  claimReviewed?: string | undefined;
  summary?: string | null | undefined;
  byline: Byline;
}

/** The content that publishes a decision. What is left out of the wording is made of the annotation's words. */
export function factCheckContentFrom(decision: PublishableDecision, wording: Wording): FactCheckContent {
  const { annotation, verification, article } = decision;
  const claimReviewed = wording.claimReviewed ?? claimIn(annotation);
  const { language, ...cited } = article;
  return {
    kind: annotation.kind,
    status: verification.status,
    headline: wording.headline ?? headlineFrom(claimReviewed),
    claimReviewed,
    summary: wording.summary ?? null,
    quoted: wordsOf(annotation),
    language,
    saidBy: annotation.attribution.map(({ source, cue, mode }) => ({
      name: source.name,
      type: source.type,
      cue,
      mode,
    })),
    article: {
      title: cited.title,
      publisher: cited.publisher,
      byline: cited.byline,
      url: cited.url,
      publishedAt: cited.publishedAt,
      publishedAtPrecision: cited.publishedAtPrecision,
    },
    judgedFor: annotation.claim?.judgedAsOf ?? null,
    errorBy: errorBy(decision),
    prediction: annotation.prediction
      ? {
          horizonText: annotation.prediction.horizonText,
          deadline: annotation.prediction.deadline,
          condition: annotation.prediction.condition,
          criteria: verification.criteria,
          criteriaPostHoc: verification.criteriaPostHoc,
          outcomeKnownAt: verification.outcomeKnownAt,
        }
      : null,
    rationale: verification.rationale,
    evidence: verification.evidence.map((item) => publishedEvidence(item, decision.evidenceArticles)),
    searches: verification.searches,
    replies: decision.replies.map(publishedReply),
    byline: wording.byline,
    verifier: wording.byline === 'verifier' ? verification.verifier.name : null,
    decidedAt: verification.createdAt,
  };
}

/** Whether a decision of this status can have a public page. */
export const isPublishable = (status: Annotation['status']): boolean => ratingOf(status) !== null;

/** The claim that is reviewed: as an editor restated it, else its words; of a quote, that its source said them. */
function claimIn(annotation: Annotation): string {
  const words = wordsOf(annotation).replace(/\s+/g, ' ').trim();
  if (annotation.kind !== 'quote') return annotation.claim?.normalized ?? words;
  const speaker = annotation.attribution[0]?.source.name;
  const bare = words.replace(QUOTED, '$1');
  return speaker ? `${speaker}: “${bare}”` : `“${bare}”`;
}

/** Words that begin and end with quotation marks of their own, with none between. */
const QUOTED = /^[“"„«]([^“”"„«»]*)[”"“»]$/u;

const headlineFrom = (claim: string): string => shortened(claim, MOST_OF_HEADLINE);

function publishedEvidence(item: Evidence, articles: ReadonlyMap<string, CitedArticle>): PublishedEvidence {
  const article = item.articleId ? articles.get(item.articleId) : undefined;
  return {
    stance: item.stance,
    origin: item.origin,
    title: article?.title ?? item.articleTitle ?? item.capture?.copy?.title ?? null,
    publisher: article?.publisher ?? null,
    publishedAt: article ? article.publishedAt : (item.capture?.copy?.publishedAt ?? null),
    publishedAtPrecision: article?.publishedAtPrecision ?? null,
    url: item.url ?? article?.url ?? null,
    excerpt: item.excerpt && shortened(item.excerpt, MOST_OF_EXCERPT),
    // The text of an article in the workspace is kept, as is a page that was stored.
    storedCopy: item.storedCopy || item.articleId !== null,
  };
}

const publishedReply = ({ name, day, deadline, answers }: ReplyRequest): PublishedReply => ({
  name,
  day,
  deadline,
  answers: answers.map(({ kind, day, words }) => ({ kind, day, words })),
});

function errorBy({ verification, article }: PublishableDecision): string | null {
  if (verification.errorHop === 'reporter') return article.publisher ?? article.title;
  return verification.errorSource?.name ?? null;
}

/** Words of at most `most` code points, cut at a word's end where there is one near. */
export function shortened(words: string, most: number): string {
  const points = [...words];
  if (points.length <= most) return words;
  const cut = points.slice(0, most - 2).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut} …`;
}

/** Published content in other words, under the same decision; `verifier` is the name of whoever decided. */
export function rewordedContent(
  content: FactCheckContent,
  wording: Partial<Wording>,
  verifier: string,
): FactCheckContent {
  const byline = wording.byline ?? content.byline;
  return {
    ...content,
    headline: wording.headline ?? content.headline,
    claimReviewed: wording.claimReviewed ?? content.claimReviewed,
    summary: wording.summary === undefined ? content.summary : wording.summary,
    byline,
    verifier: byline === 'verifier' ? verifier : null,
  };
}
