import type { Kind } from '../vocabulary';
import { type Attribute, type AttributeValue, orderOf } from './attribute';
import { cohenKappa } from './cohen-kappa';
import { krippendorffAlpha } from './krippendorff-alpha';

/** The two annotators' values of an attribute on one matched span. */
export type ValuePair = readonly [a: AttributeValue, b: AttributeValue];

/** `n` matched spans on which both gave a value; on `agreed` of them the same. `ordinalAlpha` only where values have an order. */
export interface AttributeAgreement {
  n: number;
  agreed: number;
  kappa: number | null;
  alpha: number | null;
  ordinalAlpha?: number | null;
}

/**
 * How well two annotators agree on an attribute of the spans that both marked: Cohen's kappa and Krippendorff's nominal
 * alpha, and his ordinal one over the pairs whose values have an order. Null as those are.
 */
export function attributeAgreement(
  attribute: Attribute,
  kind: Kind,
  pairs: readonly ValuePair[],
): AttributeAgreement {
  const figures = {
    n: pairs.length,
    agreed: pairs.filter(([a, b]) => a === b).length,
    kappa: cohenKappa(pairs),
    alpha: krippendorffAlpha(pairs),
  };
  const order = orderOf(attribute, kind, pairs.flat());
  if (order === null) return figures;
  const ordered = pairs.filter((pair) => pair.every((value) => order.includes(value)));
  return { ...figures, ordinalAlpha: krippendorffAlpha(ordered, order) };
}
