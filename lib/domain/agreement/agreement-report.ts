import { type Kind, KINDS } from '../vocabulary';
import type { AnnotatedArticle, AnnotatedPass, Annotator } from './annotated-article';
import { drawnWeights } from './bootstrap';
import {
  type KindCounts,
  kindCounts,
  type KindFigures,
  kindFigures,
  type KindIntervals,
  kindIntervals,
} from './kind-figures';
import { seededDraw } from './seeded-random';

/** Two annotators of one article. `a` is the one whose id comes first. */
export interface PairAgreement {
  a: Annotator;
  b: Annotator;
  kinds: Record<Kind, KindFigures>;
}

/** Two annotators over all articles that both annotated. Without a second article there is nothing to draw from: null. */
export interface OverallAgreement extends PairAgreement {
  articles: number;
  intervals: Record<Kind, KindIntervals> | null;
}

export interface AgreementReport {
  articles: { articleId: string; pairs: PairAgreement[] }[];
  overall: { pairs: OverallAgreement[] };
}

/** How the intervals are drawn. The same seed gives the same intervals. */
export interface Bootstrap {
  seed: number;
  draws: number;
}

/** Enough for two figures of the ends, and quick; a seed of its own makes reports comparable. */
export const USUAL_BOOTSTRAP: Bootstrap = { seed: 1_995, draws: 1_000 };

/** The agreement of every pair of annotators, article by article and over all. Articles with one pass have no pair; each
 * element holds the passes over one revision of an article. */
export function agreementReport(
  articles: readonly AnnotatedArticle[],
  bootstrap: Bootstrap = USUAL_BOOTSTRAP,
): AgreementReport {
  const found = byArticle(articles);
  return {
    articles: found.map(({ articleId, pairs }) => ({
      articleId,
      pairs: pairs.map(({ a, b, counts }) => ({
        a,
        b,
        kinds: byKind((kind) => kindFigures(kind, [counts[kind]])),
      })),
    })),
    overall: {
      pairs: overallPairs(
        found.flatMap(({ pairs }) => pairs),
        bootstrap,
      ),
    },
  };
}

/** Passes over different revisions of an article have no pair with each other; they stand in one entry all the same. */
function byArticle(articles: readonly AnnotatedArticle[]): { articleId: string; pairs: CountedPair[] }[] {
  const found = new Map<string, CountedPair[]>();
  for (const article of articles)
    found.set(article.articleId, [...(found.get(article.articleId) ?? []), ...countedPairs(article)]);
  return [...found].map(([articleId, pairs]) => ({ articleId, pairs }));
}

interface CountedPair {
  a: Annotator;
  b: Annotator;
  counts: Record<Kind, KindCounts>;
}

const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

function countedPairs({ passes, length }: AnnotatedArticle): CountedPair[] {
  return pairsOf(passes).map(([a, b]) => ({
    a: a.annotator,
    b: b.annotator,
    counts: byKind((kind) => kindCounts(a, b, kind, length)),
  }));
}

/** Every two passes, the annotators in the order of their ids. */
export function pairsOf(passes: readonly AnnotatedPass[]): [a: AnnotatedPass, b: AnnotatedPass][] {
  const ordered = passes.toSorted((x, y) => (x.annotator.id < y.annotator.id ? -1 : 1));
  return ordered.flatMap((a, i) => ordered.slice(i + 1).map((b): [AnnotatedPass, AnnotatedPass] => [a, b]));
}

function overallPairs(pairs: readonly CountedPair[], { seed, draws }: Bootstrap): OverallAgreement[] {
  const groups = groupedPairs(pairs);
  return [...groups.values()].map((group) => {
    const { a, b } = group[0]!;
    const weights = group.length > 1 ? drawnWeights(group.length, draws, seededDraw(seed)) : null;
    const countsOf = (kind: Kind): KindCounts[] => group.map(({ counts }) => counts[kind]);
    return {
      a,
      b,
      articles: group.length,
      kinds: byKind((kind) => kindFigures(kind, countsOf(kind))),
      intervals: weights && byKind((kind) => kindIntervals(countsOf(kind), weights)),
    };
  });
}

function groupedPairs(pairs: readonly CountedPair[]): Map<string, CountedPair[]> {
  const groups = new Map<string, CountedPair[]>();
  for (const pair of pairs) {
    const key = `${pair.a.id} ${pair.b.id}`;
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return new Map([...groups].sort(([x], [y]) => (x < y ? -1 : 1)));
}
