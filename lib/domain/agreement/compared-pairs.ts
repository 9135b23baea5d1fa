import { type Kind, KINDS } from '../vocabulary';
import { type AnnotatedArticle, type AnnotatedPass, type Annotator, isWhole } from './annotated-article';
import type { ComparedAttributes } from './attribute';
import { grouped } from './grouped';
import { type KindCounts, kindCounts } from './kind-figures';

/** Two annotators of one article, and what their passes come to in each kind in which both are whole. */
export interface ComparedPair {
  articleId: string;
  a: Annotator;
  b: Annotator;
  counts: Partial<Record<Kind, KindCounts>>;
  /** When the later one of the two was submitted; null where that is not told. */
  submittedAt: string | null;
}

/** Whether two passes over one revision are compared. */
export type IsCompared = (a: AnnotatedPass, b: AnnotatedPass) => boolean;

/** Every two passes over one revision that are to be compared, the annotators in the order of their ids. */
export function comparedPairs(
  articles: readonly AnnotatedArticle[],
  { attributes, isCompared }: { attributes: ComparedAttributes; isCompared: IsCompared },
): ComparedPair[] {
  return articles.flatMap(({ articleId, passes, length }) =>
    pairsOf(passes, isCompared).map(([a, b]) => ({
      articleId,
      a: a.annotator,
      b: b.annotator,
      counts: Object.fromEntries(
        KINDS.filter((kind) => isWhole(a, kind) && isWhole(b, kind)).map((kind) => [
          kind,
          kindCounts([a, b], kind, { length, attributes: attributes[kind] }),
        ]),
      ),
      submittedAt: laterOf(a, b),
    })),
  );
}

/** When the later one of two passes was submitted: then the two could first be compared. Null where it is not told of both. */
export const laterOf = (a: AnnotatedPass, b: AnnotatedPass): string | null =>
  a.submittedAt === undefined || b.submittedAt === undefined
    ? null
    : a.submittedAt > b.submittedAt
      ? a.submittedAt
      : b.submittedAt;

/** Every two passes that are to be compared, the annotators in the order of their ids. */
export function pairsOf(
  passes: readonly AnnotatedPass[],
  isCompared: IsCompared = () => true,
): [a: AnnotatedPass, b: AnnotatedPass][] {
  const ordered = passes.toSorted((x, y) => (x.annotator.id < y.annotator.id ? -1 : 1));
  return ordered
    .flatMap((a, i) => ordered.slice(i + 1).map((b): [AnnotatedPass, AnnotatedPass] => [a, b]))
    .filter(([a, b]) => isCompared(a, b));
}

/** The pairs of the same two annotators together, in the order of their ids. */
export const byAnnotators = (pairs: readonly ComparedPair[]): ComparedPair[][] =>
  [...grouped(pairs, ({ a, b }) => `${a.id} ${b.id}`)]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, group]) => group);

/** The counts of one kind in the pairs that have them. */
export const countsIn = (pairs: readonly ComparedPair[], kind: Kind): KindCounts[] =>
  pairs.flatMap(({ counts }) => counts[kind] ?? []);
