import { searchForm } from './search-form';

/** A passage that shares words with what is looked for. */
export interface RelatedCandidate {
  articleId: string;
  publishedAt: string | null;
  /** The sum of the weights of the words it shares, each by its rarity and the passage's length (BM25). */
  score: number;
  /** The stems that it shares, the weightiest first. */
  shared: string[];
  /** Names that it holds, in this spelling or one like it. */
  names: string[];
  text: string;
  /** It stands in a near-copy of the annotation's own article. */
  isCopy: boolean;
  /** Annotations that lie in it. */
  annotations: { id: string; kind: string; sourceIds: string[] }[];
}

export interface RelatedSubject {
  kind: string;
  publishedAt: string | null;
  sourceIds: readonly string[];
}

export type Ranked<T> = T & { reasons: string[] };

/** What a name in it adds to a passage's score; what the story it stands in adds, as a share of the best passages there. */
const NAME_BONUS = 1.5;
const STORY_SHARE = 0.12;
/** Factors. A later report can settle a prediction, an earlier one hardly. */
const SAME_SOURCE = 1.15;
const ANNOTATED = 1.05;
const LATER = 1.3;
const EARLIER = 0.8;
/** A copy of the same report repeats it, and can neither support nor refute it. */
const COPY = 0.6;
/** A passage that says the same as one ranked before it, word for word, tells nothing more. */
const REPEATED = 0.6;

/** Candidates with a final score and the reasons in plain words, best first; equals keep their order. */
export function rankedRelated<T extends RelatedCandidate>(
  candidates: readonly T[],
  subject: RelatedSubject,
): Ranked<T>[] {
  const stories = storyScores(candidates);
  const scored = candidates
    .map((candidate) => withScore(candidate, subject, stories.get(candidate.articleId) ?? 0))
    .sort((a, b) => b.score - a.score);
  const seen = new Set<string>();
  return scored
    .map((candidate) => {
      const form = searchForm(candidate.text);
      if (!seen.has(form)) return seen.add(form) && candidate;
      return {
        ...candidate,
        score: candidate.score * REPEATED,
        reasons: [...candidate.reasons, 'repeats a passage above word for word'],
      };
    })
    .sort((a, b) => b.score - a.score);
}

/** The mean score of the three best passages of each article: whether it tells the same story. */
function storyScores(candidates: readonly RelatedCandidate[]): Map<string, number> {
  const byArticle = new Map<string, number[]>();
  for (const { articleId, score } of candidates)
    byArticle.set(articleId, [...(byArticle.get(articleId) ?? []), score].sort((a, b) => b - a).slice(0, 3));
  return new Map([...byArticle].map(([id, best]) => [id, best.reduce((sum, score) => sum + score, 0) / 3]));
}

function withScore<T extends RelatedCandidate>(
  candidate: T,
  subject: RelatedSubject,
  story: number,
): Ranked<T> {
  const { names, annotations, publishedAt } = candidate;
  const reasons: string[] = [];
  let score = candidate.score + STORY_SHARE * story + NAME_BONUS * Math.min(names.length, 3);
  if (names.length > 0) reasons.push(`names ${names.slice(0, 3).map(inCapitals).join(', ')}`);
  const words = sharedWords(candidate);
  if (words.length > 0) reasons.push(`shares the words ${words.map((word) => `“${word}”`).join(', ')}`);
  if (candidate.isCopy) {
    score *= COPY;
    reasons.push('stands in a copy of this article');
  }
  if (annotations.length > 0) score *= ANNOTATED;
  const isSameSource = annotations.some((other) =>
    other.sourceIds.some((id) => subject.sourceIds.includes(id)),
  );
  if (isSameSource) {
    score *= SAME_SOURCE;
    reasons.push('has words of the same source');
  }
  if (subject.kind === 'prediction' && subject.publishedAt && publishedAt) {
    const isLater = publishedAt > subject.publishedAt;
    if (isLater) reasons.push('is from a later article');
    score *= isLater ? LATER : publishedAt < subject.publishedAt ? EARLIER : 1;
  }
  return { ...candidate, score, reasons };
}

/** Up to four words of the passage, as they stand there, that have the weightiest of the shared stems. */
function sharedWords({ shared, text }: RelatedCandidate): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)].map(([word]) => word);
  const found = shared.flatMap((stem) => {
    const opening = stem.length > 4 ? stem.slice(0, -1) : stem;
    return words.find((word) => searchForm(word).split(' ')[0]!.startsWith(opening)) ?? [];
  });
  return [...new Set(found.map((word) => word.toLowerCase()))].slice(0, 4);
}

const inCapitals = (name: string): string => name.replace(/(^|\s)\p{L}/gu, (first) => first.toUpperCase());
