import { type Kind, KINDS } from '../vocabulary';
import type { AnnotatedArticle, Annotator } from './annotated-article';
import { comparedAttributes, type ComparedAttributes, type OwnAttribute } from './attribute';
import { drawnWeights } from './bootstrap';
import { byAnnotators, type ComparedPair, comparedPairs, countsIn, type IsCompared } from './compared-pairs';
import { grouped } from './grouped';
import { type JointAgreement, jointAgreement } from './joint-agreement';
import { type KindFigures, kindFigures, type KindIntervals, kindIntervals } from './kind-figures';
import { type PairOverTime, pairsOverTime } from './over-time';
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

/** `joint` is of all annotators together; of one article it says more than its pairs where there are three and more. */
export interface AgreementReport {
  articles: { articleId: string; pairs: PairAgreement[]; joint: JointAgreement }[];
  overall: { pairs: OverallAgreement[]; joint: JointAgreement };
  /** Where it was asked for: each pair month by month. */
  overTime?: PairOverTime[];
}

/** How the intervals are drawn. The same seed gives the same intervals. */
export interface Bootstrap {
  seed: number;
  draws: number;
}

/** Enough for two figures of the ends, and quick; a seed of its own makes reports comparable. */
export const USUAL_BOOTSTRAP: Bootstrap = { seed: 1_995, draws: 1_000 };

export interface ReportOptions {
  bootstrap?: Bootstrap;
  /** The attributes that the workspace defines itself. */
  ownAttributes?: readonly OwnAttribute[] | undefined;
  /** Tells each pair month by month too; months are those of this time zone. */
  overTime?: { timeZone: string } | null;
  /** Which two passes are compared: all over the same revision unless given. */
  isCompared?: IsCompared;
}

/** The agreement of every pair of annotators and of all of them, article by article and over all. Articles with one pass have
 * no pair; each element holds the passes over one revision of an article. */
export function agreementReport(
  articles: readonly AnnotatedArticle[],
  {
    bootstrap = USUAL_BOOTSTRAP,
    ownAttributes = [],
    overTime = null,
    isCompared = () => true,
  }: ReportOptions = {},
): AgreementReport {
  const attributes = comparedAttributes(ownAttributes);
  const pairs = comparedPairs(articles, { attributes, isCompared });
  const pairsIn = grouped(pairs, ({ articleId }) => articleId);
  return {
    articles: [...grouped(articles, ({ articleId }) => articleId)].map(([articleId, revisions]) => ({
      articleId,
      pairs: (pairsIn.get(articleId) ?? []).map((pair) => pairAgreement([pair], attributes)),
      joint: jointAgreement(revisions, isCompared),
    })),
    overall: {
      pairs: byAnnotators(pairs).map((group) => overallAgreement(group, attributes, bootstrap)),
      joint: jointAgreement(articles, isCompared),
    },
    ...(overTime && { overTime: pairsOverTime(pairs, overTime.timeZone) }),
  };
}

const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

function pairAgreement(group: readonly ComparedPair[], attributes: ComparedAttributes): PairAgreement {
  const { a, b } = group[0]!;
  return { a, b, kinds: byKind((kind) => kindFigures(attributes[kind], countsIn(group, kind))) };
}

function overallAgreement(
  group: readonly ComparedPair[],
  attributes: ComparedAttributes,
  bootstrap: Bootstrap,
): OverallAgreement {
  return {
    ...pairAgreement(group, attributes),
    articles: group.length,
    intervals: group.length > 1 ? byKind((kind) => drawnIntervals(group, kind, bootstrap)) : null,
  };
}

/** Drawn are the articles in which both passes are whole in the kind. */
function drawnIntervals(
  group: readonly ComparedPair[],
  kind: Kind,
  { seed, draws }: Bootstrap,
): KindIntervals {
  const counts = countsIn(group, kind);
  return kindIntervals(counts, counts.length > 1 ? drawnWeights(counts.length, draws, seededDraw(seed)) : []);
}
