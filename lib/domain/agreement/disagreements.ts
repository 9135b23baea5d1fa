import type { Kind } from '../vocabulary';
import { type AnnotatedPass, type Unit, unitsOf } from './annotated-article';
import { type Attribute, ATTRIBUTES_OF, type AttributeValue } from './attribute';
import { overlapMatches } from './span-matching';

/** An attribute on which two annotators differ; null where one gave no value. */
export interface AttributeDifference {
  attribute: Attribute;
  a: AttributeValue | null;
  b: AttributeValue | null;
}

/** Spans that one alone marked, or that both marked and differently: with other ends, or other attributes. */
export interface Disagreement {
  a: Unit | null;
  b: Unit | null;
  differsIn: AttributeDifference[];
}

/**
 * The very disagreements behind the figures of one kind, in the order of the text: each unmatched span, and each matched
 * pair whose ends or attributes differ. Spans are matched as for the overlap figures.
 */
export function disagreements(a: AnnotatedPass, b: AnnotatedPass, kind: Kind): Disagreement[] {
  const [unitsA, unitsB] = [unitsOf(a, kind), unitsOf(b, kind)];
  const matches = overlapMatches(unitsA, unitsB);
  const [matchedA, matchedB] = [new Set(matches.map(([i]) => i)), new Set(matches.map(([, j]) => j))];
  const alone = (units: readonly Unit[], matched: ReadonlySet<number>): Unit[] =>
    units.filter((_, i) => !matched.has(i));
  return [
    ...alone(unitsA, matchedA).map((unit): Disagreement => ({ a: unit, b: null, differsIn: [] })),
    ...alone(unitsB, matchedB).map((unit): Disagreement => ({ a: null, b: unit, differsIn: [] })),
    ...matches.flatMap(([i, j]) => differing(unitsA[i]!, unitsB[j]!, kind)),
  ].sort((x, y) => startOf(x) - startOf(y));
}

const startOf = ({ a, b }: Disagreement): number => Math.min(a?.start ?? Infinity, b?.start ?? Infinity);

function differing(a: Unit, b: Unit, kind: Kind): Disagreement[] {
  const differsIn = ATTRIBUTES_OF[kind].flatMap((attribute): AttributeDifference[] => {
    const [ofA, ofB] = [
      a.annotation.attributes[attribute] ?? null,
      b.annotation.attributes[attribute] ?? null,
    ];
    return ofA === ofB ? [] : [{ attribute, a: ofA, b: ofB }];
  });
  const hasSameEnds = a.start === b.start && a.end === b.end;
  return hasSameEnds && differsIn.length === 0 ? [] : [{ a, b, differsIn }];
}
