import type { Interval } from '../likelihood-scale';
import type { Kind } from '../vocabulary';
import { type AnnotatedPass, type Unit, unitsOf } from './annotated-article';
import type { ComparedAttribute } from './attribute';
import {
  type AttributeAgreement,
  attributeAgreement,
  SCALE_FIGURES,
  type ScaleFigure,
  type ValuePair,
} from './attribute-agreement';
import { percentileInterval } from './bootstrap';
import { characterAlpha, type CharacterCounts, characterCounts, characterKappa } from './character-agreement';
import { type Continuum, continuumOf } from './continuum';
import { type DetectionScore, detectionScore } from './detection-score';
import { exactMatchCount, overlapMatches } from './span-matching';
import { PooledContinua } from './unitizing-alpha';

/** What two annotators' spans of one kind come to in one article: all that figures are made of, and can be added up. */
export interface KindCounts {
  n: readonly [a: number, b: number];
  exact: number;
  overlap: number;
  characters: CharacterCounts;
  continuum: Continuum;
  /** On the spans matched by overlap. */
  values: Record<string, ValuePair[]>;
}

/** Why a figure is null. */
export const UNDEFINED_REASONS = [
  'nothing_marked',
  'a_marked_nothing',
  'b_marked_nothing',
  'all_marked',
  'no_chance',
  'nothing_matched',
  'one_value',
  'no_ordered_values',
  'negative_values',
  'not_whole',
  'no_articles',
] as const;
export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** The agreement of two annotators on one kind. `undefined` says, by the figure's name, why a figure is null. */
export interface KindFigures {
  /** Those in which both passes are whole in the kind: all others are left out. */
  articles: number;
  n: [a: number, b: number];
  exact: DetectionScore;
  overlap: DetectionScore;
  alphaU: number | null;
  charKappa: number | null;
  charAlpha: number | null;
  attributes: Record<string, AttributeAgreement>;
  undefined: Record<string, UndefinedReason>;
}

/** The figures that a bootstrap gives intervals for. */
export const INTERVAL_FIGURES = ['exactF1', 'overlapF1', 'alphaU', 'charKappa', 'charAlpha'] as const;
export type KindIntervals = Record<(typeof INTERVAL_FIGURES)[number], Interval | null>;

/** The counts of one kind in one article, whose text has `length` code points. Both passes are whole in the kind. */
export function kindCounts(
  [a, b]: readonly [AnnotatedPass, AnnotatedPass],
  kind: Kind,
  { length, attributes }: { length: number; attributes: readonly ComparedAttribute[] },
): KindCounts {
  const [unitsA, unitsB] = [unitsOf(a, kind), unitsOf(b, kind)];
  const matches = overlapMatches(unitsA, unitsB);
  const matched = matches.map(([i, j]) => [unitsA[i]!, unitsB[j]!] as const);
  return {
    n: [unitsA.length, unitsB.length],
    exact: exactMatchCount(unitsA, unitsB),
    overlap: matches.length,
    characters: characterCounts(unitsA, unitsB, length),
    continuum: continuumOf([unitsA, unitsB], length),
    values: Object.fromEntries(attributes.map(({ name }) => [name, valuePairs(matched, name)])),
  };
}

function valuePairs(matched: readonly (readonly [Unit, Unit])[], name: string): ValuePair[] {
  return matched.flatMap(([unitA, unitB]): ValuePair[] => {
    const [a, b] = [unitA.annotation.attributes[name], unitB.annotation.attributes[name]];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

/** The figures of one kind over several articles: counts are added up, the texts laid end to end. */
export function kindFigures(
  attributesOfKind: readonly ComparedAttribute[],
  counts: readonly KindCounts[],
): KindFigures {
  const { n, exact, overlap, alphaU, charKappa, charAlpha, characters } = spanFigures(
    counts,
    new PooledContinua(counts.map(({ continuum }) => continuum)),
    counts.map(() => 1),
  );
  const attributes = Object.fromEntries(
    attributesOfKind.map(({ name, scale }) => [
      name,
      attributeAgreement({ scale, pairs: counts.flatMap(({ values }) => values[name] ?? []) }),
    ]),
  );
  const figures = { articles: counts.length, n, exact, overlap, alphaU, charKappa, charAlpha, attributes };
  const reasons = { ...undefinedSpans(figures, characters), ...undefinedValues(attributes) };
  return { ...figures, undefined: counts.length === 0 ? allFor('not_whole', reasons) : reasons };
}

/** The figures that are followed over time. */
export interface TrendFigures {
  articles: number;
  n: [a: number, b: number];
  overlapF1: number | null;
  alphaU: number | null;
  undefined: Record<string, UndefinedReason>;
}

/** What is followed over time: of several articles, for those that `isIn` picks by their places. */
export function trendsOver(
  counts: readonly KindCounts[],
): (isIn: (place: number) => boolean) => TrendFigures {
  const continua = new PooledContinua(counts.map(({ continuum }) => continuum));
  return (isIn) => {
    const weights = Uint8Array.from(counts, (_, place) => (isIn(place) ? 1 : 0));
    const articles = weights.reduce((sum, weight) => sum + weight, 0);
    return trendFigures(articles, spanFigures(counts, continua, weights));
  };
}

function trendFigures(
  articles: number,
  { n, overlap, alphaU }: ReturnType<typeof spanFigures>,
): TrendFigures {
  const isBare = n[0] + n[1] === 0;
  const reasons: Record<string, UndefinedReason> = {
    ...(overlap.f1 === null && { overlapF1: 'nothing_marked' as const }),
    ...(alphaU === null && { alphaU: isBare ? ('nothing_marked' as const) : ('no_chance' as const) }),
  };
  return {
    articles,
    n,
    overlapF1: overlap.f1,
    alphaU,
    undefined: articles === 0 ? allFor('no_articles', reasons) : reasons,
  };
}

const allFor = (
  reason: UndefinedReason,
  reasons: Record<string, UndefinedReason>,
): Record<string, UndefinedReason> =>
  Object.fromEntries(Object.keys(reasons).map((figure) => [figure, reason]));

/** The bootstrap's intervals of the figures over articles; `draws` says for each draw how often each article counts. */
export function kindIntervals(
  counts: readonly KindCounts[],
  draws: readonly ArrayLike<number>[],
): KindIntervals {
  const continua = new PooledContinua(counts.map(({ continuum }) => continuum));
  const drawn = draws.map((weights) => spanFigures(counts, continua, weights));
  return {
    exactF1: percentileInterval(drawn.map(({ exact }) => exact.f1)),
    overlapF1: percentileInterval(drawn.map(({ overlap }) => overlap.f1)),
    alphaU: percentileInterval(drawn.map(({ alphaU }) => alphaU)),
    charKappa: percentileInterval(drawn.map(({ charKappa }) => charKappa)),
    charAlpha: percentileInterval(drawn.map(({ charAlpha }) => charAlpha)),
  };
}

function spanFigures(counts: readonly KindCounts[], continua: PooledContinua, weights: ArrayLike<number>) {
  let [nA, nB, exact, overlap] = [0, 0, 0, 0];
  const characters: CharacterCounts = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  for (let i = 0; i < counts.length; i++) {
    const [weight, one] = [weights[i]!, counts[i]!];
    if (weight === 0) continue;
    nA += weight * one.n[0];
    nB += weight * one.n[1];
    exact += weight * one.exact;
    overlap += weight * one.overlap;
    characters.both += weight * one.characters.both;
    characters.onlyA += weight * one.characters.onlyA;
    characters.onlyB += weight * one.characters.onlyB;
    characters.neither += weight * one.characters.neither;
  }
  return {
    n: [nA, nB] as [number, number],
    exact: detectionScore(exact, nA, nB),
    overlap: detectionScore(overlap, nA, nB),
    alphaU: continua.alpha(weights),
    charKappa: characterKappa(characters),
    charAlpha: characterAlpha(characters),
    characters,
  };
}

function undefinedSpans(
  figures: Omit<KindFigures, 'undefined'>,
  { neither, onlyA, onlyB }: CharacterCounts,
): Record<string, UndefinedReason> {
  const reasons: Record<string, UndefinedReason> = {};
  const [nA, nB] = figures.n;
  const isBare = nA + nB === 0;
  for (const name of ['exact', 'overlap'] as const) {
    if (figures[name].precision === null)
      reasons[`${name}.precision`] = isBare ? 'nothing_marked' : 'b_marked_nothing';
    if (figures[name].recall === null)
      reasons[`${name}.recall`] = isBare ? 'nothing_marked' : 'a_marked_nothing';
    if (figures[name].f1 === null) reasons[`${name}.f1`] = 'nothing_marked';
  }
  if (figures.alphaU === null) reasons.alphaU = isBare ? 'nothing_marked' : 'no_chance';
  const isAllMarked = !isBare && neither + onlyA + onlyB === 0;
  for (const name of ['charKappa', 'charAlpha'] as const)
    if (figures[name] === null) reasons[name] = isAllMarked ? 'all_marked' : 'nothing_marked';
  return reasons;
}

function undefinedValues(attributes: KindFigures['attributes']): Record<string, UndefinedReason> {
  const reasons: Record<string, UndefinedReason> = {};
  for (const [name, figures] of Object.entries(attributes)) {
    const reason = figures.n === 0 ? 'nothing_matched' : 'one_value';
    if (figures.kappa === null) reasons[`${name}.kappa`] = reason;
    if (figures.alpha === null) reasons[`${name}.alpha`] = reason;
    for (const figure of SCALE_FIGURES)
      if (figures[figure] === null) reasons[`${name}.${figure}`] = undefinedOnScale(figure, figures);
  }
  return reasons;
}

function undefinedOnScale(figure: ScaleFigure, figures: AttributeAgreement): UndefinedReason {
  if (figures.n === 0) return 'nothing_matched';
  if (figure === 'ratioAlpha' && figures.intervalAlpha !== null) return 'negative_values';
  return figure === 'jaccardAlpha' || figure === 'masiAlpha' ? 'one_value' : 'no_ordered_values';
}
