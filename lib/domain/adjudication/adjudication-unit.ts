import type { Annotation } from '../annotation';
import type { AdjudicationOutcome, Kind } from '../vocabulary';
import { contentKey, differingFields } from './mark-content';
import { byReveal, type Mark, markGroups } from './mark-groups';
import { haveSameSpans } from './mark-match';

/**
 * How far the marks of a unit agree. `exact`: in kind, words and all that is said of them; `spans`: in kind and words;
 * `overlap`: in kind, with other ends; `kinds`: the same words under other kinds; `alone`: there is but one mark.
 */
export const AGREEMENTS = ['exact', 'spans', 'overlap', 'kinds', 'alone'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/**
 * Where a unit stands. `open`: nobody has decided; `decided`; `disagreement`: it stays open on purpose; `changed`: a pass
 * that was revealed since added a mark that the decision did not know.
 */
export const UNIT_STATES = ['open', 'decided', 'disagreement', 'changed'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

export const waits = ({ state }: { state: UnitState }): boolean => state === 'open' || state === 'changed';

/** A revealed pass, with the annotations that it holds. All passes of one call are over one revision. */
export interface RevealedPass {
  annotator: { id: string; name: string };
  /** Instants, as ISO strings. */
  revealedAt: string;
  openedAt: string;
  /** The kinds in which it is whole: what is not marked of these the annotator means not to be there. */
  completeKinds: readonly Kind[];
  annotations: readonly Annotation[];
}

/** A decision in force, as units look at it. */
export interface UnitDecision {
  outcome: AdjudicationOutcome;
  origins: readonly { annotationId: string }[];
}

export interface AdjudicationMember {
  annotatorId: string;
  annotation: Annotation;
}

/** What is decided at once: the marks of several annotators that speak of the same words. */
export interface AdjudicationUnit<D extends UnitDecision> {
  /** The id of its first mark. A pass that is revealed later does not change it. */
  key: string;
  members: AdjudicationMember[];
  agreement: Agreement;
  /** The fields in which the marks differ, beside kind and words; empty where kinds differ. */
  differsIn: string[];
  /** Annotators who marked nothing here, and meant that. */
  missing: string[];
  state: UnitState;
  decision: D | null;
}

interface HeldMark extends Mark {
  annotation: Annotation;
}

/**
 * The units of passes over one revision, in the order of the text, with the decisions in force. Invariants: those of
 * {@link markGroups}; a decision stands on the unit that holds the first of its origins which is in the passes, so that
 * none is lost by what is revealed later.
 */
export function adjudicationUnits<D extends UnitDecision>(
  passes: readonly RevealedPass[],
  decisions: readonly D[],
): AdjudicationUnit<D>[] {
  const ordered = passes
    .map((pass) => ({ ...pass, annotatorId: pass.annotator.id, marks: pass.annotations.map(markFrom) }))
    .sort(byReveal);
  const decisionOf = new Map(
    decisions.flatMap((decision) =>
      decision.origins.map(({ annotationId }) => [annotationId, decision] as const),
    ),
  );
  return markGroups(ordered).map(({ key, members: grouped }) => {
    const members = grouped.map(({ annotatorId, mark }) => ({ annotatorId, annotation: mark.annotation }));
    const annotations = members.map(({ annotation }) => annotation);
    const decided = annotations.find(({ id }) => decisionOf.has(id));
    const decision = decided ? decisionOf.get(decided.id)! : null;
    const agreement = agreementOf(annotations);
    return {
      key,
      members,
      agreement,
      differsIn: agreement === 'kinds' ? [] : differingFields(annotations),
      missing: missingFrom(ordered, members),
      state: decision ? stateOf(decision, annotations) : 'open',
      decision,
    };
  });
}

const markFrom = (annotation: Annotation): HeldMark => ({
  id: annotation.id,
  kind: annotation.kind,
  spans: annotation.spans,
  content: contentKey(annotation),
  annotation,
});

function agreementOf(annotations: readonly Annotation[]): Agreement {
  const [first, ...others] = annotations;
  if (!first || others.length === 0) return 'alone';
  if (others.some(({ kind }) => kind !== first.kind)) return 'kinds';
  if (others.some(({ spans }) => !haveSameSpans(spans, first.spans))) return 'overlap';
  return others.some((other) => contentKey(other) !== contentKey(first)) ? 'spans' : 'exact';
}

/** Whoever annotated all of a kind that the unit has, and is not in it. */
function missingFrom(passes: readonly RevealedPass[], members: readonly AdjudicationMember[]): string[] {
  const kinds = new Set(members.map(({ annotation }) => annotation.kind));
  return passes
    .filter(({ completeKinds }) => completeKinds.some((kind) => kinds.has(kind)))
    .map(({ annotator }) => annotator.id)
    .filter((id) => members.every(({ annotatorId }) => annotatorId !== id));
}

function stateOf(decision: UnitDecision, annotations: readonly Annotation[]): UnitState {
  const known = new Set(decision.origins.map(({ annotationId }) => annotationId));
  if (annotations.some(({ id }) => !known.has(id))) return 'changed';
  return decision.outcome === 'disagreement' ? 'disagreement' : 'decided';
}

/** How far all have to agree for the app to put their marks together when it is asked to. */
export const AGREEING = ['exact', 'spans'] as const;
export type Agreeing = (typeof AGREEING)[number];

/**
 * Whether a unit may be merged without anybody looking at it: nobody has decided, at least two annotators are there, all who
 * annotated it are in it, and they agree exactly, or (for `spans`) in kind and words.
 */
export const isMergeable = (unit: AdjudicationUnit<UnitDecision>, agreeing: Agreeing): boolean =>
  unit.state === 'open' &&
  unit.missing.length === 0 &&
  (unit.agreement === 'exact' || (agreeing === 'spans' && unit.agreement === 'spans'));

export interface AdjudicationProgress {
  units: number;
  /** Decided, or kept as a disagreement. */
  decided: number;
  waiting: number;
}

export function progressOf(units: readonly { state: UnitState }[]): AdjudicationProgress {
  const waiting = units.filter(waits).length;
  return { units: units.length, decided: units.length - waiting, waiting };
}

/** What an annotator is called beside the text: A, B, …, Z, AA, AB, … by the order in which passes were revealed. */
export const letterOf = (position: number): string =>
  (position >= 26 ? letterOf(Math.floor(position / 26) - 1) : '') + String.fromCharCode(65 + (position % 26));
