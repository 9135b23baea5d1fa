import { ratingOf, RATING_SCALE } from '@/lib/domain/claim-rating';
import type { FactCheckContent } from '@/lib/domain/fact-check';
import { shortened } from '@/lib/domain/fact-check-content';
import { isWebAddress } from '@/lib/domain/web-address';

type Json = Record<string, unknown>;

/** A published fact check with what is said around it: where it stands, who publishes it, and since when. */
export interface PublishedReview {
  url: string;
  publisher: { name: string; url: string };
  content: FactCheckContent;
  publishedAt: string;
  updatedAt: string;
  corrections: readonly { at: string; reason: string }[];
}

/** Longer claims are cut by those who show them. */
const MOST_OF_CLAIM_REVIEWED = 500;

/**
 * One `ClaimReview` of schema.org, with the properties that search engines ask for (`claimReviewed`, `reviewRating` with
 * `alternateName`, `url`) and those they recommend (`author`, `itemReviewed`, `datePublished`). The rating's number is
 * left out, with its scale, where the verdict has none. What is not known is left out: JSON-LD has no null.
 */
export function claimReviewFrom({
  url,
  publisher,
  content,
  publishedAt,
  updatedAt,
  corrections,
}: PublishedReview): Json {
  const rating = ratingOf(content.status);
  if (!rating) throw new Error(`“${content.status}” is no decision`);
  return compact({
    '@type': 'ClaimReview',
    '@id': `${url}#review`,
    url,
    name: content.headline,
    datePublished: publishedAt,
    dateModified: updatedAt,
    claimReviewed: shortened(content.claimReviewed, MOST_OF_CLAIM_REVIEWED),
    author: { '@type': 'Organization', name: publisher.name, url: publisher.url },
    contributor: content.verifier === null ? null : { '@type': 'Person', name: content.verifier },
    reviewRating: compact({
      '@type': 'Rating',
      alternateName: rating.words,
      ...(rating.value !== null && {
        ratingValue: rating.value,
        worstRating: RATING_SCALE.worst,
        bestRating: RATING_SCALE.best,
      }),
      ratingExplanation: content.summary,
    }),
    reviewBody: content.rationale,
    itemReviewed: claimFrom(content),
    citation: listed(content.evidence.flatMap(({ url: source }) => (isLink(source) ? source : []))),
    correction: listed(
      corrections.map(({ at, reason }) => ({
        '@type': 'CorrectionComment',
        text: reason,
        datePublished: at,
      })),
    ),
  });
}

function claimFrom({ article, saidBy, quoted, language }: FactCheckContent): Json {
  return compact({
    '@type': 'Claim',
    text: quoted,
    inLanguage: language,
    datePublished: article.publishedAt === null ? null : dateAsPrecise(article),
    author: claimantFrom(saidBy[0]) ?? voiceOf(article, saidBy.length),
    appearance: compact({
      '@type': 'CreativeWork',
      name: article.title,
      url: isLink(article.url) ? article.url : null,
      publisher: article.publisher && { '@type': 'Organization', name: article.publisher },
    }),
  });
}

/** Whoever is known to have said it. An unnamed group is nobody to be named, and a document no author. */
function claimantFrom(hop: FactCheckContent['saidBy'][number] | undefined): Json | null {
  if (!hop || hop.type === 'anonymous' || hop.type === 'document') return null;
  const isPerson = hop.type === 'person' || hop.type === 'author';
  return { '@type': isPerson ? 'Person' : 'Organization', name: hop.name };
}

/** What is attributed to nobody, the article says itself. */
const voiceOf = ({ publisher }: FactCheckContent['article'], hops: number): Json | null =>
  hops === 0 && publisher !== null ? { '@type': 'Organization', name: publisher } : null;

/** ISO 8601 to the precision that is known. */
const dateAsPrecise = ({ publishedAt, publishedAtPrecision }: FactCheckContent['article']): string =>
  publishedAt!.slice(0, publishedAtPrecision === 'year' ? 4 : publishedAtPrecision === 'month' ? 7 : 10);

const isLink = (address: string | null): address is string => address !== null && isWebAddress(address);

const listed = <T>(items: readonly T[]): readonly T[] | null => (items.length > 0 ? items : null);

const compact = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));

/** JSON for a script element of a page, in which no text can end the element or begin a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * What a workspace has published, as one JSON-LD document: an array of whole reviews ({@link claimReviewFrom} with its
 * context), one a line, the oldest first. Not a graph under one context: those who read structured data look for the types
 * at the top and find none in a graph. It is a selection, not a loss: what is not published is not for the public, and
 * everything that is stands in it. The text modes change nothing, because all of its words are public already.
 */
export async function* claimReviewChunks(reviews: AsyncIterable<PublishedReview>): AsyncGenerator<string> {
  let separator = '[\n';
  let isEmpty = true;
  for await (const review of reviews) {
    yield separator + jsonForScript(inContext(review));
    separator = ',\n';
    isEmpty = false;
  }
  yield isEmpty ? '[]\n' : '\n]\n';
}

/** A review as a document by itself. */
export const inContext = (review: PublishedReview): Json => ({
  '@context': 'https://schema.org',
  ...claimReviewFrom(review),
});
