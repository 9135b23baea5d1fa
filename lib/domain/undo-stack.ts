import type { AnnotationPatch } from './annotation-patch';
import type { Kind } from './vocabulary';

/** What an editor did to one annotation. `verified` is the one that is not undone but corrected by a new one. */
export type Did = 'created' | 'revised' | 'deleted' | 'restored' | 'verified';

/** One editor's change of one annotation. */
export interface Act {
  annotationId: string;
  did: Did;
  kind: Kind;
  /** The fields that were revised, with their former values; null for what is no revision. */
  before: AnnotationPatch | null;
  /** The same fields as revised. */
  after: AnnotationPatch | null;
  /**
   * The version up to which nobody but this editor has changed the annotation since, undoing and redoing included. An
   * undo is a command on this version: where the server holds a later one, it is somebody else's, and both are shown.
   */
  left: number;
}

/** What is undone at once: one act, or all those of a bulk action, in the order in which they were given. */
export interface Step {
  /** A UUIDv7: the order of keys is the order in which steps were first done. */
  key: string;
  acts: readonly Act[];
}

/** What one editor did in one article and can take back. A value: every function here returns a new one. */
export interface UndoStack {
  /** The oldest first; at most {@link MOST_STEPS}. */
  done: readonly Step[];
  /** The last one is the next to redo. */
  undone: readonly Step[];
}

/** What is sent to undo or redo an act. */
export interface UndoCommand {
  annotationId: string;
  verb: 'revise' | 'remove' | 'restore';
  patch: AnnotationPatch | null;
  /** The version that it changes: the `left` of its act. */
  base: number;
}

/** A stack after a step was undone or redone, and the commands that do it, in order. */
export interface Stepped {
  stack: UndoStack;
  step: Step;
  /** Empty for a step that held verifications alone: those are not undone, and the step is gone from the stack. */
  commands: readonly UndoCommand[];
}

/** Older steps are forgotten; the history of each annotation still has them. */
export const MOST_STEPS = 200;

export const emptyUndoStack: UndoStack = { done: [], undone: [] };

/**
 * The stack after a new act, made on version `act.left - 1`. It joins the last step when that has the key given, else
 * it begins a new one. What was undone before can no longer be redone.
 */
export function stackAfterAct(stack: UndoStack, key: string, act: Act): UndoStack {
  const { done } = stackAfterChange(stack, { ...act, base: act.left - 1 });
  const last = done.at(-1);
  const steps =
    last?.key === key
      ? [...done.slice(0, -1), { key, acts: [...last.acts, act] }]
      : [...done, { key, acts: [act] }];
  return { done: steps.slice(-MOST_STEPS), undone: [] };
}

/** The stack after its editor changed an annotation on the version `base`, which is one further now. */
export function stackAfterChange(
  stack: UndoStack,
  { annotationId, base }: { annotationId: string; base: number },
): UndoStack {
  return withLefts(stack, annotationId, (act) => (act.left === base ? base + 1 : act.left));
}

/**
 * The stack when changes given on the version `base`, and on what they would have left, have not come about: somebody
 * else's change of that version came first, or the server refused. Nothing counts as made on a later version.
 */
export function stackWithoutChanges(
  stack: UndoStack,
  { annotationId, base }: { annotationId: string; base: number },
): UndoStack {
  return withLefts(stack, annotationId, (act) => Math.min(act.left, base));
}

/**
 * The stack when a step's change of an annotation was given anew on the version `base`. `former` are the values that a
 * revision found there: what takes it back leads to them, and not to those that somebody else has changed since.
 */
export function stackAfterRebase(
  stack: UndoStack,
  key: string,
  { annotationId, base, former }: { annotationId: string; base: number; former: AnnotationPatch | null },
): UndoStack {
  const renewed = (values: 'before' | 'after') => (step: Step) =>
    step.key === key ? { ...step, acts: step.acts.map((act) => rebased(act, values)) } : step;
  const rebased = (act: Act, values: 'before' | 'after'): Act =>
    act.annotationId === annotationId
      ? { ...act, left: base + 1, ...(former && act[values] && { [values]: former }) }
      : act;
  const { done, undone } = stackAfterChange(stack, { annotationId, base });
  return { done: done.map(renewed('before')), undone: undone.map(renewed('after')) };
}

/** The stack without a step's acts on an annotation: they were given up. */
export const stackWithoutActs = (stack: UndoStack, key: string, annotationId: string): UndoStack =>
  withSteps(stack, (step) =>
    step.key === key ? { ...step, acts: step.acts.filter((act) => act.annotationId !== annotationId) } : step,
  );

/** The stack with what its editor did in pages before this one: `earlier` can be redone while nothing was done since. */
export function stackAfterEarlier(stack: UndoStack, earlier: UndoStack): UndoStack {
  const isFresh = stack.done.length === 0 && stack.undone.length === 0;
  return {
    done: [...earlier.done, ...stack.done].slice(-MOST_STEPS),
    undone: isFresh ? earlier.undone : stack.undone,
  };
}

/** Undoes the last step; null when nothing was done. */
export function stepBack({ done, undone }: UndoStack): Stepped | null {
  const step = done.at(-1);
  if (!step) return null;
  const rest = done.slice(0, -1);
  if (step.acts.every((act) => act.did === 'verified'))
    return { stack: { done: rest, undone }, step, commands: [] };
  const order = [...step.acts.keys()].reverse();
  return stepped({ done: rest, undone: [...undone, step] }, 'undone', order, UNDOING);
}

/** Does the step again that was undone last; null when there is none. */
export function stepForward({ done, undone }: UndoStack): Stepped | null {
  const step = undone.at(-1);
  if (!step) return null;
  const order = [...step.acts.keys()];
  return stepped({ done: [...done, step], undone: undone.slice(0, -1) }, 'done', order, REDOING);
}

interface Direction {
  verbs: Record<Did, UndoCommand['verb'] | null>;
  values: 'before' | 'after';
}
const UNDOING: Direction = {
  verbs: { created: 'remove', revised: 'revise', deleted: 'restore', restored: 'remove', verified: null },
  values: 'before',
};
const REDOING: Direction = {
  verbs: { created: 'restore', revised: 'revise', deleted: 'remove', restored: 'restore', verified: null },
  values: 'after',
};

/** Gives the commands for the last step of a side, act by act: each may move on what the next is made on. */
function stepped(
  stack: UndoStack,
  side: keyof UndoStack,
  order: readonly number[],
  { verbs, values }: Direction,
): Stepped {
  const commands: UndoCommand[] = [];
  let after = stack;
  for (const i of order) {
    const act = after[side].at(-1)!.acts[i]!;
    const verb = verbs[act.did];
    if (!verb) continue;
    const { annotationId, left: base } = act;
    commands.push({ annotationId, verb, patch: act[values], base });
    after = stackAfterChange(after, { annotationId, base });
  }
  return { stack: after, step: after[side].at(-1)!, commands };
}

function withLefts(stack: UndoStack, annotationId: string, left: (act: Act) => number): UndoStack {
  return withSteps(stack, (step) => {
    const acts = step.acts.map((act) => {
      const now = act.annotationId === annotationId ? left(act) : act.left;
      return now === act.left ? act : { ...act, left: now };
    });
    return acts.some((act, i) => act !== step.acts[i]) ? { ...step, acts } : step;
  });
}

/** Steps that do not change stay the same objects; those without acts are dropped. */
function withSteps(stack: UndoStack, change: (step: Step) => Step): UndoStack {
  const changed = (steps: readonly Step[]) => steps.map(change).filter((step) => step.acts.length > 0);
  return { done: changed(stack.done), undone: changed(stack.undone) };
}
