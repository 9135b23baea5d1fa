import type { Annotation } from './annotation';
import { NO_DISCUSSION } from './no-discussion';
import { bySpan } from './span';

/**
 * What a client holds of an article's shared layer: the server's last word on each annotation, and the commands
 * that were given here and are not acknowledged yet. Pure; the same reducer serves optimistic display and live events.
 */
export interface ArticleState {
  /** Number of the last event of the feed that was applied: the feed goes on after it. */
  seq: number;
  /** Acknowledged annotations by id, deleted ones included. */
  annotations: ReadonlyMap<string, Annotation>;
  /** Optimistic rows by id: what the editor sees until the server answers. */
  pending: ReadonlyMap<string, Annotation>;
}

export type ArticleAction =
  /** The server's whole list as of event `seq`: at the first load and whenever the page is rendered anew. */
  | { type: 'loaded'; seq: number; annotations: readonly Annotation[] }
  /**
   * The annotation as the server holds it. `seq` is given for an event of the feed only: the answer to one's own
   * command may overtake events of others, which would be missed if the feed went on after it.
   */
  | { type: 'arrived'; annotation: Annotation; seq?: number }
  /** A command was given: show its effect at once. */
  | { type: 'drafted'; annotation: Annotation }
  /** A command was acknowledged or given up: the server's row counts again. */
  | { type: 'settled'; id: string };

export const emptyArticleState: ArticleState = { seq: 0, annotations: new Map(), pending: new Map() };

/**
 * Applies an action. Of each annotation the highest version counts, and of its discussion and its check, which have no
 * part in the version, the highest `seq` each: so the order of arrival does not matter, nor whether something arrives twice. A state in
 * which nothing changed is returned as it is.
 */
export function articleStateAfter(state: ArticleState, action: ArticleAction): ArticleState {
  switch (action.type) {
    case 'loaded': {
      const held = acknowledgedAfter(state.annotations, action.annotations);
      return changed(state, Math.max(state.seq, action.seq), held);
    }
    case 'arrived': {
      const held = acknowledgedAfter(state.annotations, [action.annotation]);
      return changed(state, Math.max(state.seq, action.seq ?? 0), held);
    }
    case 'drafted':
      return {
        ...state,
        pending: new Map(state.pending).set(action.annotation.id, withWhatIsBeside(state, action.annotation)),
      };
    case 'settled': {
      if (!state.pending.has(action.id)) return state;
      const pending = new Map(state.pending);
      pending.delete(action.id);
      return { ...state, pending };
    }
  }
}

function changed(state: ArticleState, seq: number, annotations: ArticleState['annotations']): ArticleState {
  if (annotations === state.annotations) return seq === state.seq ? state : { ...state, seq };
  const after = { ...state, seq, annotations };
  if (state.pending.size === 0) return after;
  // What is said and arranged about an annotation is seen also while one's own change of it waits.
  return {
    ...after,
    pending: new Map([...state.pending].map(([id, row]) => [id, withWhatIsBeside(after, row)])),
  };
}

/** A pending row with what the server knows to be said about it, and how its check stands. */
function withWhatIsBeside({ annotations }: ArticleState, row: Annotation): Annotation {
  const known = annotations.get(row.id);
  // Rows that earlier versions of the app kept have none.
  return withBeside(row, known?.discussion ?? row.discussion ?? NO_DISCUSSION, known?.check ?? row.check);
}

/** The very same row where it has both already. */
function withBeside(row: Annotation, discussion: Annotation['discussion'], check: Annotation['check']) {
  if (row.discussion === discussion && row.check === check) return row;
  return { ...row, discussion, ...(check && { check }) };
}

/** The rows held, with what is newer in the others. */
function acknowledgedAfter(
  held: ArticleState['annotations'],
  others: readonly Annotation[],
): ArticleState['annotations'] {
  const newer = others.flatMap((other) => {
    const before = held.get(other.id);
    const after = before ? newerOf(before, other) : other;
    return after === before ? [] : [[other.id, after] as const];
  });
  if (newer.length === 0) return held;
  const after = new Map(held);
  for (const [id, row] of newer) after.set(id, row);
  return after;
}

function newerOf(held: Annotation, other: Annotation): Annotation {
  const row = other.version > held.version ? other : held;
  const { discussion } = other.discussion.seq > held.discussion.seq ? other : held;
  const { check } = (other.check?.seq ?? 0) > (held.check?.seq ?? 0) ? other : held;
  return withBeside(row, discussion, check);
}

/** An annotation as it is shown here: one's own pending row over the acknowledged one; null when there is none. */
export const findShown = (state: ArticleState, id: string): Annotation | null =>
  state.pending.get(id) ?? state.annotations.get(id) ?? null;

/**
 * What is shown: pending rows over acknowledged ones, without the deleted, in document order. The very same list as long as
 * the rows are the same.
 */
export function shownAnnotations(state: ArticleState): Annotation[] {
  const known = SHOWN.get(state.annotations);
  if (known?.pending === state.pending) return known.shown;
  const shown = mergedRows(state)
    .filter((annotation) => !annotation.deletedAt)
    .sort(byPosition);
  SHOWN.set(state.annotations, { pending: state.pending, shown });
  return shown;
}

/** What was reckoned last from some rows; it is kept no longer than they are. */
const SHOWN = new WeakMap<
  ArticleState['annotations'],
  { pending: ArticleState['pending']; shown: Annotation[] }
>();

/** What can be restored, the last deleted first. */
export const deletedAnnotations = (state: ArticleState): Annotation[] =>
  mergedRows(state)
    .filter((annotation) => annotation.deletedAt)
    .sort((a, b) => (a.deletedAt! < b.deletedAt! ? 1 : -1));

function mergedRows({ annotations, pending }: ArticleState): Annotation[] {
  const rows = [...annotations.values()];
  return pending.size === 0 ? rows : [...rows.filter(({ id }) => !pending.has(id)), ...pending.values()];
}

/** Document order: by first span, the longer first, then by id. Orphans, which have no place, come last. */
export function byPosition(a: Annotation, b: Annotation): number {
  const placed = Number(a.anchor === 'orphaned') - Number(b.anchor === 'orphaned');
  if (placed) return placed;
  const [first, second] = [a.spans[0], b.spans[0]];
  return (first && second ? bySpan(first, second) : 0) || (a.id < b.id ? -1 : 1);
}
