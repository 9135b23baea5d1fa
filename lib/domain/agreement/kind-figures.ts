import type { Interval } from '../likelihood-scale';
import type { Kind } from '../vocabulary';
import { type AnnotatedPass, type Unit, unitsOf } from './annotated-article';
import { type Attribute, ATTRIBUTES_OF } from './attribute';
import { type AttributeAgreement, attributeAgreement, type ValuePair } from './attribute-agreement';
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
  values: Partial<Record<Attribute, ValuePair[]>>;
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
] as const;
export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** The agreement of two annotators on one kind. `undefined` says, by the figure's name, why a figure is null. */
export interface KindFigures {
  n: [a: number, b: number];
  exact: DetectionScore;
  overlap: DetectionScore;
  alphaU: number | null;
  charKappa: number | null;
  charAlpha: number | null;
  attributes: Partial<Record<Attribute, AttributeAgreement>>;
  undefined: Record<string, UndefinedReason>;
}

/** The figures that a bootstrap gives intervals for. */
export const INTERVAL_FIGURES = ['exactF1', 'overlapF1', 'alphaU', 'charKappa', 'charAlpha'] as const;
export type KindIntervals = Record<(typeof INTERVAL_FIGURES)[number], Interval | null>;

/** The counts of one kind in one article, whose text has `length` code points. */
export function kindCounts(a: AnnotatedPass, b: AnnotatedPass, kind: Kind, length: number): KindCounts {
  const [unitsA, unitsB] = [unitsOf(a, kind), unitsOf(b, kind)];
  const matches = overlapMatches(unitsA, unitsB);
  const matched = matches.map(([i, j]) => [unitsA[i]!, unitsB[j]!] as const);
  return {
    n: [unitsA.length, unitsB.length],
    exact: exactMatchCount(unitsA, unitsB),
    overlap: matches.length,
    characters: characterCounts(unitsA, unitsB, length),
    continuum: continuumOf([unitsA, unitsB], length),
    values: Object.fromEntries(ATTRIBUTES_OF[kind].map((name) => [name, valuePairs(matched, name)])),
  };
}

function valuePairs(matched: readonly (readonly [Unit, Unit])[], name: Attribute): ValuePair[] {
  return matched.flatMap(([unitA, unitB]): ValuePair[] => {
    const [a, b] = [unitA.annotation.attributes[name], unitB.annotation.attributes[name]];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
}

/** The figures of one kind over several articles: counts are added up, the texts laid end to end. */
export function kindFigures(kind: Kind, counts: readonly KindCounts[]): KindFigures {
  const { n, exact, overlap, alphaU, charKappa, charAlpha, characters } = spanFigures(
    counts,
    new PooledContinua(counts.map(({ continuum }) => continuum)),
    counts.map(() => 1),
  );
  const attributes = Object.fromEntries(
    ATTRIBUTES_OF[kind].map((name) => [
      name,
      attributeAgreement(
        name,
        kind,
        counts.flatMap(({ values }) => values[name] ?? []),
      ),
    ]),
  ) as KindFigures['attributes'];
  const figures = { n, exact, overlap, alphaU, charKappa, charAlpha, attributes };
  return {
    ...figures,
    undefined: { ...undefinedSpans(figures, characters), ...undefinedValues(attributes) },
  };
}

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
  for (const [name, { n, kappa, alpha, ordinalAlpha }] of Object.entries(attributes)) {
    const reason = n === 0 ? 'nothing_matched' : 'one_value';
    if (kappa === null) reasons[`${name}.kappa`] = reason;
    if (alpha === null) reasons[`${name}.alpha`] = reason;
    if (ordinalAlpha === null) reasons[`${name}.ordinalAlpha`] = n === 0 ? reason : 'no_ordered_values';
  }
  return reasons;
}
