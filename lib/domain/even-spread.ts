import { type Draw, seededDraw } from './agreement/seeded-random';

/** An article with its free places, and who must not get one of them. */
export interface OpenArticle {
  articleId: string;
  free: number;
  barred: ReadonlySet<string>;
}

export interface SpreadPair {
  articleId: string;
  annotatorId: string;
}

/**
 * Shares the free places of articles out among annotators: never one person twice on an article, nobody whom it bars, and
 * each place to whoever has least so far. `loads` is what they have already, in articles. Articles that few can take come
 * first. Where nobody is barred and all begin with the same load, no two end more than one article apart. What is equal is
 * drawn by the seed, so that pairs of annotators vary, and the same input gives the same result whatever its order.
 */
export function evenSpread(given: {
  articles: readonly OpenArticle[];
  annotatorIds: readonly string[];
  loads: ReadonlyMap<string, number>;
  seed: number;
}): SpreadPair[] {
  const draw = seededDraw(given.seed);
  const annotators = [...new Set(given.annotatorIds)].sort();
  const load = new Map(annotators.map((id) => [id, given.loads.get(id) ?? 0]));
  const canTake = ({ barred }: OpenArticle) => annotators.filter((id) => !barred.has(id));
  const order = shuffled(
    [...given.articles].sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
    draw,
  )
    .map((article) => ({ article, spare: canTake(article).length - article.free }))
    .sort((a, b) => a.spare - b.spare);
  return order.flatMap(({ article }) => {
    const chosen = shuffled(canTake(article), draw)
      .sort((a, b) => load.get(a)! - load.get(b)!)
      .slice(0, Math.max(0, article.free));
    for (const id of chosen) load.set(id, load.get(id)! + 1);
    return chosen.map((annotatorId) => ({ articleId: article.articleId, annotatorId }));
  });
}

/** Fisher and Yates, in the form of Durstenfeld 1964, Communications of the ACM 7, 420. */
function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = draw(last + 1);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
