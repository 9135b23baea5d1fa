import { type AttributeValue, keyOfValue, type Scale } from './attribute';
import { cohenKappa } from './cohen-kappa';
import { alphaByDifference, intervalAlpha, krippendorffAlpha, ratioAlpha } from './krippendorff-alpha';
import { jaccardDistance, masiDistance } from './set-distance';

/** The two annotators' values of an attribute on one matched span. */
export type ValuePair = readonly [a: AttributeValue, b: AttributeValue];

/** The alphas of values that are more than different or the same; which of them there are is for the scale to say. */
export const SCALE_FIGURES = [
  'ordinalAlpha',
  'intervalAlpha',
  'ratioAlpha',
  'jaccardAlpha',
  'masiAlpha',
] as const;
export type ScaleFigure = (typeof SCALE_FIGURES)[number];

/** `n` matched spans on which both gave a value; on `agreed` of them the same. */
export interface AttributeAgreement extends Partial<Record<ScaleFigure, number | null>> {
  n: number;
  agreed: number;
  kappa: number | null;
  alpha: number | null;
}

/**
 * How well two annotators agree on an attribute of the spans that both marked: Cohen's kappa and Krippendorff's nominal
 * alpha, of sets as wholes; and by the scale of the values his ordinal, interval (of dates in days) and ratio alpha, over
 * the pairs whose values are on that scale, or alpha by the Jaccard and MASI distances of sets. Null as those are.
 */
export function attributeAgreement({
  scale,
  pairs,
}: {
  scale: Scale;
  pairs: readonly ValuePair[];
}): AttributeAgreement {
  const keys = pairs.map(([a, b]) => [keyOfValue(a), keyOfValue(b)] as const);
  return {
    n: pairs.length,
    agreed: keys.filter(([a, b]) => a === b).length,
    kappa: cohenKappa(keys),
    alpha: krippendorffAlpha(keys),
    ...scaleFigures(scale, pairs),
  };
}

function scaleFigures(
  scale: Scale,
  pairs: readonly ValuePair[],
): Partial<Record<ScaleFigure, number | null>> {
  switch (scale.type) {
    case 'nominal':
      return {};
    case 'order': {
      const order = scale.order.map(keyOfValue);
      const ordered = pairs
        .map(([a, b]) => [keyOfValue(a), keyOfValue(b)])
        .filter((pair) => pair.every((value) => order.includes(value)));
      return { ordinalAlpha: krippendorffAlpha(ordered, order) };
    }
    case 'numbers': {
      const numbers = onScale(pairs, (value) => (typeof value === 'number' ? value : null));
      return {
        ordinalAlpha: krippendorffAlpha(
          numbers,
          [...new Set(numbers.flat())].sort((a, b) => a - b),
        ),
        intervalAlpha: intervalAlpha(numbers),
        ratioAlpha: numbers.flat().some((value) => value < 0) ? null : ratioAlpha(numbers),
      };
    }
    case 'days':
      return { intervalAlpha: intervalAlpha(onScale(pairs, dayNumber)) };
    case 'sets': {
      const sets = onScale(pairs, (value) => (typeof value === 'object' ? value : null));
      return {
        jaccardAlpha: alphaByDifference(sets, keyOfValue, jaccardDistance),
        masiAlpha: alphaByDifference(sets, keyOfValue, masiDistance),
      };
    }
  }
}

/** The pairs of which both values are on a scale. */
const onScale = <V>(pairs: readonly ValuePair[], read: (value: AttributeValue) => V | null): [V, V][] =>
  pairs.flatMap(([a, b]): [V, V][] => {
    const [first, second] = [read(a), read(b)];
    return first === null || second === null ? [] : [[first, second]];
  });

const DAY = 86_400_000;

/** A day as a number: that of the days since 1970. */
const dayNumber = (value: AttributeValue): number | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? Date.parse(`${value}T00:00:00Z`) / DAY
    : null;
