import type { Annotation } from '@/lib/domain/annotation';
import {
  type AnnotationDraft,
  annotationFromDraft,
  type AnnotationPatch,
  requestFromPatch,
} from '@/lib/domain/annotation-patch';
import { patchTowards, valuesBefore } from '@/lib/domain/field-patch';
import type { Act, Did, Step, UndoCommand } from '@/lib/domain/undo-stack';
import { KINDS } from '@/lib/domain/vocabulary';
import type { OutboxCommand } from './outbox-command';
import type { Given, PendingChanges } from './pending-changes';
import type { StoreOptions } from './store-options';

/**
 * What came of an undo or redo. `stays`: a verification, which is corrected by a new one; the next undo goes on before
 * it. `waits`: an annotation of the step waits for the editor's decision, and nothing was done.
 */
export interface Walked {
  step: Step;
  outcome: 'done' | 'stays' | 'waits';
}

/** What an editor can do to annotations: each act becomes a command, and a step that can be undone. */
export class EditorActs {
  constructor(
    private readonly options: StoreOptions,
    private readonly changes: PendingChanges,
    private readonly newId: () => string,
    /** A command has its place in the queue. */
    private readonly onGiven: () => void,
  ) {}

  /** Makes an annotation; the answer is its id. */
  create(draft: AnnotationDraft): string {
    const id = this.newId();
    const { articleId, revisionId, userId, userName, passId } = this.options;
    const own = withOwnDetails(draft.kind, draft);
    const author = { id: userId, name: userName };
    const drafted = annotationFromDraft(own, { ...this.changes.draftContext(), id, articleId, author });
    const after = passId ? { ...drafted, layer: passId } : drafted;
    const body = { articleId, revisionId, ...(passId && { pass: 'mine' }), ...requestFromPatch(own) };
    this.#do({ annotationId: id, verb: 'create', base: 0, patch: null, body, after });
    return id;
  }

  /**
   * Changes the fields named. `opened` is the row that the editor saw when they began, or its version, if that was
   * earlier: what others did since is then shown as a conflict and not written over.
   */
  revise(id: string, patch: AnnotationPatch, opened?: Annotation | number): void {
    const shown = this.changes.find(id);
    if (!shown) return;
    const named = withOwnDetails(patch.kind ?? shown.kind, definedFields(patch));
    if (Object.keys(named).length === 0) return;
    const { revisionId } = this.options;
    const own = named.spans ? { revisionId, ...named } : named;
    this.#change(shown, { verb: 'revise', patch: own, body: requestFromPatch(own) }, opened);
  }

  remove(id: string): void {
    const shown = this.changes.find(id);
    if (shown && !shown.deletedAt) this.#change(shown, { verb: 'remove', patch: null, body: null });
  }

  restore(id: string): void {
    const shown = this.changes.find(id);
    if (shown?.deletedAt) this.#change(shown, { verb: 'restore', patch: null, body: null });
  }

  /** Makes an annotation what it was in an earlier version of it, apart from its status. `base` as for `revise`. */
  restoreVersion(wanted: Annotation, base?: number): void {
    const shown = this.changes.find(wanted.id);
    if (!shown) return;
    const patch = patchTowards(shown, wanted);
    this.changes.steps.asOne(() => {
      this.restore(wanted.id);
      if (patch) this.revise(wanted.id, patch, base);
    });
  }

  #change(
    shown: Annotation,
    step: Pick<OutboxCommand, 'verb' | 'patch' | 'body'>,
    opened: Annotation | number = shown,
  ): void {
    const seen = typeof opened === 'number' ? opened : opened.version;
    const base = this.changes.baseOf(shown.id, seen);
    const command = this.changes.commandOn(shown, base, step);
    if (!step.patch) return this.#do(command);
    const before = valuesBefore(shown, step.patch);
    const began = typeof opened === 'number' ? (seen === shown.version ? shown : null) : opened;
    this.#do({ ...command, former: began && valuesBefore(began, step.patch) }, before);
  }

  /** Takes back the last step, or does the one again that was undone last; null when there is none. */
  walk(way: 'back' | 'forward'): Walked | null {
    const { steps, troubles, find } = this.changes;
    const next = (): Step | null => (way === 'back' ? steps.nextToUndo : steps.nextToRedo);
    // What was never saved, or is of another's browser, is not here to be changed.
    for (const act of next()?.acts ?? [])
      if (!find(act.annotationId)) steps.forget(next()!.key, act.annotationId);
    const step = next();
    if (!step) return null;
    if (step.acts.some((act) => troubles.has(act.annotationId))) return { step, outcome: 'waits' };
    const { commands } = steps[way]()!;
    for (const command of commands) this.#giveAgain(command, step.key);
    return { step, outcome: commands.length > 0 ? 'done' : 'stays' };
  }

  #giveAgain({ annotationId, base, verb, patch }: UndoCommand, step: string): void {
    const shown = this.changes.find(annotationId)!;
    const body = patch && requestFromPatch(patch);
    this.#give({ ...this.changes.commandOn(shown, base, { verb, patch, body }), step });
  }

  /** Gives a command that is something new, to be undone. `before` are the former values of what it revises. */
  #do(command: Given, before: Act['before'] = null): void {
    const { annotationId, verb, base, patch, after } = command;
    const act = { annotationId, did: DID[verb], kind: after.kind, before, after: patch, left: base + 1 };
    this.#give({ ...command, step: this.changes.steps.add(act) });
  }

  #give(command: Given): void {
    this.changes.give(command);
    this.onGiven();
  }
}

const DID: Record<OutboxCommand['verb'], Did> = {
  create: 'created',
  revise: 'revised',
  remove: 'deleted',
  restore: 'restored',
};

/** Details of another kind than the annotation's are refused by the server: a form may hold some of a kind left again. */
function withOwnDetails<P extends AnnotationPatch>(kind: string, patch: P): P {
  const own = { ...patch };
  for (const other of KINDS) if (other !== kind) delete own[other];
  return own;
}

const definedFields = (patch: AnnotationPatch): AnnotationPatch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
