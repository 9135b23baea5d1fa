import { bySpan, type Span } from '../span';
import type { Kind } from '../vocabulary';
import { closestPairs, haveSameSpans, markJaccard } from './mark-match';

/** A mark of a pass, as grouping looks at it: whole, with all its spans (sorted, disjoint, at least one). */
export interface Mark {
  id: string;
  kind: Kind;
  spans: readonly Span[];
  /** All that was said of the words, in one string: marks of the same words that say the same are put together first. */
  content: string;
}

/** What one annotator marked. */
export interface MarkedPass<M extends Mark> {
  annotatorId: string;
  /** When it was revealed, and before that opened: instants as ISO strings. */
  revealedAt: string;
  openedAt: string;
  marks: readonly M[];
}

export interface GroupMember<M extends Mark> {
  annotatorId: string;
  mark: M;
}

/** Marks of several annotators that speak of the same, at most one of each. The members stand in the order of the passes. */
export interface MarkGroup<M extends Mark> {
  /** The id of the first member. */
  key: string;
  members: GroupMember<M>[];
}

/** In the order in which passes came to be known: an earlier one never moves behind a later one. */
export const byReveal = (a: Omit<MarkedPass<Mark>, 'marks'>, b: Omit<MarkedPass<Mark>, 'marks'>): number =>
  compare(a.revealedAt, b.revealedAt) ||
  compare(a.openedAt, b.openedAt) ||
  compare(a.annotatorId, b.annotatorId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The marks of passes over one revision in groups, in the order of the text. Invariants: every mark of every pass is in
 * exactly one group; a group has at most one mark of each pass; a pass that is revealed later adds members and groups, and
 * neither splits nor joins those there were, nor changes their keys. The order of the passes and marks given does not matter.
 *
 * Pass by pass, in the order of {@link byReveal}: each mark joins the group with a member that is the same by overlap (half
 * of what both cover together, and of the same kind), one to one, the closest first and so that as many join as can; those
 * left join a group of other kinds whose words are exactly theirs; what is left begins a group.
 */
export function markGroups<M extends Mark>(passes: readonly MarkedPass<M>[]): MarkGroup<M>[] {
  const groups: MarkGroup<M>[] = [];
  for (const { annotatorId, marks } of [...passes].sort(byReveal)) {
    const sorted = [...marks].sort(byPlace);
    const joined = joinedGroups(groups, sorted);
    for (const mark of sorted) {
      const group = joined.get(mark);
      if (group) group.members.push({ annotatorId, mark });
      else groups.push({ key: mark.id, members: [{ annotatorId, mark }] });
    }
  }
  return groups.sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b) || compare(a.key, b.key));
}

const startOf = ({ members }: MarkGroup<Mark>): number =>
  Math.min(...members.map(({ mark }) => firstOf(mark)));
const endOf = ({ members }: MarkGroup<Mark>): number => Math.max(...members.map(({ mark }) => lastOf(mark)));
const firstOf = (mark: Mark): number => mark.spans[0]?.start ?? 0;
const lastOf = (mark: Mark): number => mark.spans.at(-1)?.end ?? 0;

const byPlace = (a: Mark, b: Mark): number =>
  bySpan({ start: firstOf(a), end: lastOf(a) }, { start: firstOf(b), end: lastOf(b) }) ||
  compare(a.kind, b.kind) ||
  compare(a.id, b.id);

function joinedGroups<M extends Mark>(
  groups: readonly MarkGroup<M>[],
  marks: readonly M[],
): Map<M, MarkGroup<M>> {
  const joined = new Map<M, MarkGroup<M>>();
  const taken = new Set<MarkGroup<M>>();
  for (const closenessOf of [closenessOfKind, closenessOfWords]) {
    const free = marks.filter((mark) => !joined.has(mark));
    const open = groups.filter((group) => !taken.has(group));
    for (const [g, m] of closestPairs(candidatesOf(open, free, closenessOf))) {
      joined.set(free[m]!, open[g]!);
      taken.add(open[g]!);
    }
  }
  return joined;
}

type Closeness = (group: MarkGroup<Mark>, mark: Mark) => number;

/** Over 1 where a member says the very same of the same words. */
const closenessOfKind: Closeness = ({ members }, mark) =>
  Math.max(
    ...members.map(({ mark: other }) => {
      if (other.kind !== mark.kind) return 0;
      const jaccard = markJaccard(other.spans, mark.spans);
      if (jaccard < 0.5) return 0;
      return jaccard === 1 && other.content === mark.content ? 2 : jaccard;
    }),
  );

const closenessOfWords: Closeness = ({ members }, mark) =>
  members.some(({ mark: other }) => haveSameSpans(other.spans, mark.spans)) ? 1 : 0;

/** Groups and marks that touch, by a sweep over both in the order of the text. */
function candidatesOf(
  groups: readonly MarkGroup<Mark>[],
  marks: readonly Mark[],
  closenessOf: Closeness,
): { a: number; b: number; closeness: number }[] {
  const reach = groups
    .map((group, a) => ({ a, group, start: startOf(group), end: endOf(group) }))
    .sort((x, y) => x.start - y.start);
  const found: { a: number; b: number; closeness: number }[] = [];
  let active: typeof reach = [];
  let next = 0;
  // Marks come in the order of their starts: what ends before one of them ends before all that follow.
  marks.forEach((mark, b) => {
    while (next < reach.length && reach[next]!.start < lastOf(mark)) active.push(reach[next++]!);
    active = active.filter(({ end }) => end > firstOf(mark));
    for (const { a, group } of active) {
      const closeness = closenessOf(group, mark);
      if (closeness > 0) found.push({ a, b, closeness });
    }
  });
  return found;
}
