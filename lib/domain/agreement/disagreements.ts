import type { Kind } from '../vocabulary';
import { type AnnotatedPass, type Unit, unitsOf } from './annotated-article';
import { type Attribute, type AttributeValue, type ComparedAttribute, isSameValue } from './attribute';
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
export function disagreements(
  [a, b]: readonly [AnnotatedPass, AnnotatedPass],
  kind: Kind,
  attributes: readonly ComparedAttribute[],
): Disagreement[] {
  const [unitsA, unitsB] = [unitsOf(a, kind), unitsOf(b, kind)];
  const matches = overlapMatches(unitsA, unitsB);
  const [matchedA, matchedB] = [new Set(matches.map(([i]) => i)), new Set(matches.map(([, j]) => j))];
  const alone = (units: readonly Unit[], matched: ReadonlySet<number>): Unit[] =>
    units.filter((_, i) => !matched.has(i));
  return [
    ...alone(unitsA, matchedA).map((unit): Disagreement => ({ a: unit, b: null, differsIn: [] })),
    ...alone(unitsB, matchedB).map((unit): Disagreement => ({ a: null, b: unit, differsIn: [] })),
    ...matches.flatMap(([i, j]) => differing(unitsA[i]!, unitsB[j]!, attributes)),
  ].sort((x, y) => startOf(x) - startOf(y));
}

const startOf = ({ a, b }: Disagreement): number => Math.min(a?.start ?? Infinity, b?.start ?? Infinity);

function differing(a: Unit, b: Unit, attributes: readonly ComparedAttribute[]): Disagreement[] {
  const differsIn = attributes.flatMap(({ name: attribute }): AttributeDifference[] => {
    const [ofA, ofB] = [
      a.annotation.attributes[attribute] ?? null,
      b.annotation.attributes[attribute] ?? null,
    ];
    return isSameValue(ofA, ofB) ? [] : [{ attribute, a: ofA, b: ofB }];
  });
  const hasSameEnds = a.start === b.start && a.end === b.end;
  return hasSameEnds && differsIn.length === 0 ? [] : [{ a, b, differsIn }];
}

/** Which of the disagreements are asked for: those behind one figure. */
export interface DisagreementFilter {
  /** `overlap`: what one alone marked; `exact`: that, and what both marked with other ends. */
  spans?: 'exact' | 'overlap' | undefined;
  attribute?: string | undefined;
}

/** Whether a disagreement counts against the figure that is asked for; all do where none is. */
export function isBehind(
  { a, b, differsIn }: Disagreement,
  { spans, attribute }: DisagreementFilter,
): boolean {
  if (attribute !== undefined)
    return differsIn.some(
      ({ attribute: name, a: ofA, b: ofB }) => name === attribute && ofA !== null && ofB !== null,
    );
  const isAlone = a === null || b === null;
  if (spans === 'overlap') return isAlone;
  if (spans === 'exact') return isAlone || a.start !== b.start || a.end !== b.end;
  return true;
}
