import { valuesBefore } from '@/lib/domain/field-patch';
import type { Annotation } from '@/lib/domain/annotation';
import {
  type Act,
  emptyUndoStack,
  type Step,
  stackAfterAct,
  stackAfterChange,
  stackAfterEarlier,
  stackAfterRebase,
  stackWithoutActs,
  stackWithoutChanges,
  stepBack,
  stepForward,
  type Stepped,
  type UndoStack,
} from '@/lib/domain/undo-stack';
import type { OutboxCommand } from './outbox-command';
import type { KeptStep, StepStorage } from './step-storage';

/** What this person did in the article and can take back, mirrored to the storage that survives the page. */
export class UndoSteps {
  #stack: UndoStack = emptyUndoStack;
  /** The step that takes what is done now, while several acts are done as one. */
  #openKey: string | null = null;
  /** Ends with the last write; writes are made one after another. */
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly storage: StepStorage,
    private readonly place: Pick<KeptStep, 'userId' | 'articleId' | 'tab'>,
    private readonly newKey: () => string,
  ) {}

  get nextToUndo(): Step | null {
    return this.#stack.done.at(-1) ?? null;
  }
  get nextToRedo(): Step | null {
    return this.#stack.undone.at(-1) ?? null;
  }

  /** The answer is the key of the act's step. */
  add(act: Act): string {
    const key = this.#openKey ?? this.newKey();
    this.#set(stackAfterAct(this.#stack, key, act));
    return key;
  }

  /** All that `work` does becomes one step. */
  asOne(work: () => void): void {
    const outer = this.#openKey;
    this.#openKey ??= this.newKey();
    try {
      work();
    } finally {
      this.#openKey = outer;
    }
  }

  back = (): Stepped | null => this.#take(stepBack(this.#stack));
  forward = (): Stepped | null => this.#take(stepForward(this.#stack));

  /** Commands given on the version `base`, and those after them, have not come about. */
  takeBack(annotationId: string, base: number): void {
    this.#set(stackWithoutChanges(this.#stack, { annotationId, base }));
  }

  /** The commands on an annotation were given anew on `row`; their keys of steps are what they were. */
  rebase(chain: readonly OutboxCommand[], row: Annotation): void {
    let before = row;
    for (const { step, annotationId, base, patch, after } of chain) {
      const former = patch && valuesBefore(before, patch);
      this.#set(
        step
          ? stackAfterRebase(this.#stack, step, { annotationId, base, former })
          : stackAfterChange(this.#stack, { annotationId, base }),
      );
      before = after;
    }
  }

  /** The commands had nothing to do: the annotation was as they would have made it, in this version. */
  settle(chain: readonly OutboxCommand[], version: number): void {
    for (const { step, annotationId } of chain)
      if (step)
        this.#set(stackAfterRebase(this.#stack, step, { annotationId, base: version - 1, former: null }));
  }

  /** What the commands on an annotation did was given up. */
  drop(chain: readonly OutboxCommand[]): void {
    for (const { step, annotationId } of chain) if (step) this.forget(step, annotationId);
  }

  forget(key: string, annotationId: string): void {
    this.#set(stackWithoutActs(this.#stack, key, annotationId));
  }

  /** Takes over what earlier pages left, of this person and article only, unless their tab is still open. */
  async adopt(openTabs: ReadonlySet<string>): Promise<void> {
    const { userId, articleId } = this.place;
    const kept = await this.storage.list(userId, articleId).catch(() => []);
    const known = new Set([...this.#stack.done, ...this.#stack.undone].map((step) => step.key));
    const left = kept.filter(
      (step) => step.userId === userId && !openTabs.has(step.tab) && !known.has(step.key),
    );
    const earlier = {
      done: left.filter((step) => !step.isUndone).map(stepFromKept),
      undone: left
        .filter((step) => step.isUndone)
        .map(stepFromKept)
        .reverse(),
    };
    const stack = stackAfterEarlier(this.#stack, earlier);
    const isHeld = new Set([...stack.done, ...stack.undone]);
    const forgotten = [...earlier.done, ...earlier.undone].filter((step) => !isHeld.has(step));
    this.#set(stack, forgotten);
  }

  #take(stepped: Stepped | null): Stepped | null {
    if (stepped) this.#set(stepped.stack);
    return stepped;
  }

  #set(stack: UndoStack, forgotten: readonly Step[] = []): void {
    const before = sidesOf(this.#stack);
    const after = sidesOf(stack);
    this.#stack = stack;
    const gone = [...before.keys(), ...forgotten].filter((step) => !isKeyOf(after, step.key));
    const put = [...after]
      .filter(([step, isUndone]) => before.get(step) !== isUndone)
      .map(([{ key, acts }, isUndone]) => ({ ...this.place, key, acts, isUndone }));
    if (put.length > 0 || gone.length > 0) this.#write({ remove: gone.map(({ key }) => key), put });
  }

  #write(change: Parameters<StepStorage['write']>[0]): void {
    this.#writing = this.#writing
      .then(() => this.storage.write(change))
      .catch((error: unknown) => console.warn('What can be undone could not be kept here.', error));
  }
}

const stepFromKept = ({ key, acts }: KeptStep): Step => ({ key, acts });

/** The steps of a stack, and whether each is undone. */
const sidesOf = ({ done, undone }: UndoStack): Map<Step, boolean> =>
  new Map([...done.map((step) => [step, false] as const), ...undone.map((step) => [step, true] as const)]);

const isKeyOf = (steps: ReadonlyMap<Step, boolean>, key: string): boolean =>
  [...steps.keys()].some((step) => step.key === key);
