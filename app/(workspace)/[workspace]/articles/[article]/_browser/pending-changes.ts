import type { Annotation } from '@/lib/domain/annotation';
import { annotationAfterPatch, sourcesOf } from '@/lib/domain/annotation-patch';
import {
  type ArticleAction,
  type ArticleState,
  articleStateAfter,
  emptyArticleState,
  findShown,
} from '@/lib/domain/article-state';
import { CommandQueue } from './command-queue';
import { annotationAfterCommand, type OutboxCommand, rebasedCommands } from './outbox-command';
import type { StoreEnvironment } from './store-environment';
import type { StoreOptions } from './store-options';
import type { Trouble } from './store-snapshot';
import { UndoSteps } from './undo-steps';

/** A command before it has its place in the queue. */
export type Given = Omit<OutboxCommand, 'key' | 'userId' | 'articleId' | 'tab'>;

/**
 * What the server says of an article's annotations, and over it the changes that were made here and that it has not
 * acknowledged: one chain of commands per annotation, each made on what the one before leaves.
 */
export class PendingChanges {
  readonly queue: CommandQueue;
  readonly steps: UndoSteps;
  /** Annotations whose commands wait for the editor's decision. */
  readonly troubles = new Map<string, Trouble>();
  /** Where annotations that a newer revision has moved lie in the text that is still shown here. */
  readonly placesHere = new Map<string, Annotation['spans']>();
  /** Versions that were made here: whoever edits on top of their own change has no conflict with themselves. */
  readonly #ownVersions = new Set<string>();
  #state: ArticleState = emptyArticleState;
  #adopting: Promise<void> | null = null;

  constructor(
    private readonly options: StoreOptions,
    private readonly environment: StoreEnvironment,
  ) {
    const { userId, articleId } = options;
    const place = { userId, articleId, tab: environment.tabs.id };
    this.queue = new CommandQueue(environment.outbox);
    this.steps = new UndoSteps(environment.steps, place, environment.newId);
  }

  get state(): ArticleState {
    return this.#state;
  }

  find = (id: string): Annotation | null => findShown(this.#state, id);

  /** Whether anything changed. */
  apply(action: ArticleAction): boolean {
    const before = this.#state;
    this.#state = articleStateAfter(before, action);
    if (this.#state.annotations !== before.annotations)
      for (const id of action.type === 'arrived' ? [action.annotation.id] : before.annotations.keys()) {
        const held = before.annotations.get(id);
        if (held?.revisionId === this.options.revisionId) this.placesHere.set(id, held.spans);
      }
    return this.#state !== before;
  }

  /** A command as it would be on a row that is shown. */
  commandOn(shown: Annotation, base: number, step: Pick<OutboxCommand, 'verb' | 'patch' | 'body'>): Given {
    const after = { ...annotationAfterCommand(shown, step, this.draftContext()), version: base + 1 };
    return { annotationId: shown.id, base, after, ...step };
  }

  /** The version a command changes: the one seen, moved on over changes that were made here. */
  baseOf(id: string, seen: number): number {
    const pending = new Set(this.queue.chainOf(id).map((command) => command.base + 1));
    let base = seen;
    while (pending.has(base + 1) || this.#ownVersions.has(versionKey(id, base + 1))) base++;
    return base;
  }

  give(command: Given): void {
    const { userId, articleId } = this.options;
    const { newId, tabs } = this.environment;
    this.queue.add({ ...command, key: newId(), userId, articleId, tab: tabs.id });
    this.#showChain(command.annotationId);
  }

  /** A version was made here, but by no command. */
  own({ id, version }: Annotation): void {
    this.#ownVersions.add(versionKey(id, version));
  }

  /** Takes over what earlier pages left, of this person and article only, unless their tab is still open and sends it. */
  adopt = (): Promise<void> => (this.#adopting ??= this.#adopt());

  async #adopt(): Promise<void> {
    const { userId, articleId } = this.options;
    const { outbox, tabs } = this.environment;
    const open = await tabs.listOpen().catch(() => new Set<string>());
    const kept = await outbox.list(userId, articleId).catch(() => []);
    await this.steps.adopt(open);
    const left = kept
      .filter((command) => command.userId === userId && !open.has(command.tab) && !this.queue.has(command))
      .map((command) => ({ ...command, tab: tabs.id }));
    for (const id of new Set(left.map((command) => command.annotationId)))
      this.#adoptChain(
        id,
        left.filter((command) => command.annotationId === id),
      );
  }

  /** What was given here before the earlier commands were known is made on what they leave. */
  #adoptChain(id: string, earlier: OutboxCommand[]): void {
    const given = this.queue.chainOf(id);
    const context = { ...this.draftContext(), newKey: this.environment.newId };
    const left = earlier.at(-1)!.after;
    const later = rebasedCommands(given, left, context);
    this.steps.rebase(later, left);
    this.queue.replaceChain(id, [...earlier, ...later]);
    this.#showChain(id);
  }

  /** The server has made what a command asked for, or had nothing to do. */
  settle(command: OutboxCommand, annotation: Annotation): void {
    const { annotationId: id, base } = command;
    this.apply({ type: 'arrived', annotation });
    if (annotation.version > base) this.#ownVersions.add(versionKey(id, base + 1));
    this.queue.remove(command);
    // The server had nothing to do, and the commands after this one change an earlier version than they expected.
    if (annotation.version <= base) {
      this.steps.takeBack(id, annotation.version);
      this.steps.settle([command], annotation.version);
      this.#replaceChain(id, this.#rebased(id));
    }
    this.#showChain(id);
  }

  /** Somebody else changed the annotation first. */
  meet({ annotationId: id, base }: OutboxCommand, current: Annotation): void {
    this.apply({ type: 'arrived', annotation: current });
    const chain = this.queue.chainOf(id);
    this.steps.takeBack(id, base);
    if (this.#rebased(id).length > 0) {
      this.troubles.set(id, { type: 'conflict' });
      return;
    }
    // Both wanted the same.
    this.steps.settle(chain, current.version);
    this.queue.replaceChain(id, []);
    this.#showChain(id);
  }

  refuse(command: OutboxCommand, message: string): void {
    if (this.queue.has(command)) this.troubles.set(command.annotationId, { type: 'refusal', message });
  }

  /** Sets the fields that were changed here over the version of somebody else. */
  insist(id: string): void {
    this.troubles.delete(id);
    this.#replaceChain(id, this.#rebased(id));
    this.#showChain(id);
  }

  /** Gives up what was changed here and is not saved: the server's version counts again. */
  discard(id: string): void {
    this.troubles.delete(id);
    const chain = this.queue.chainOf(id);
    if (chain[0]) this.steps.takeBack(id, chain[0].base);
    this.steps.drop(chain);
    this.queue.replaceChain(id, []);
    this.#showChain(id);
  }

  /** What `insist` would make of an annotation. */
  findMine = (id: string): Annotation | null => this.#rebased(id).at(-1)?.after ?? null;

  /** Theirs, with what was changed here as it was when the editor began; null where that is not known any more. */
  findBase = (id: string): Annotation | null => {
    const theirs = this.#state.annotations.get(id);
    const revisions = this.queue.chainOf(id).filter((command) => command.verb === 'revise');
    if (!theirs || revisions.length === 0) return null;
    let base = theirs;
    for (const { former } of revisions.reverse()) {
      if (!former) return null;
      base = annotationAfterPatch(base, former, this.draftContext());
    }
    return base;
  };

  draftContext() {
    const { annotations } = this.#state;
    return {
      revisionId: this.options.revisionId,
      now: this.environment.now().toISOString(),
      // Few changes name a source, and all annotations are looked through for it.
      get knownSources() {
        return sourcesOf(annotations.values());
      },
    };
  }

  /** Shows what the commands on an annotation come to, or the server's row when there are none. */
  #showChain(id: string): void {
    const last = this.queue.chainOf(id).at(-1);
    this.apply(last ? { type: 'drafted', annotation: last.after } : { type: 'settled', id });
  }

  /** Puts commands that are given anew on the server's row in the place of those on an annotation. */
  #replaceChain(id: string, chain: readonly OutboxCommand[]): void {
    const row = this.#state.annotations.get(id);
    if (row) this.steps.rebase(chain, row);
    this.queue.replaceChain(id, chain);
  }

  /** The commands on an annotation, as they would be on the server's row. */
  #rebased(id: string): OutboxCommand[] {
    const theirs = this.#state.annotations.get(id);
    const chain = this.queue.chainOf(id);
    const context = { ...this.draftContext(), newKey: this.environment.newId };
    return theirs ? rebasedCommands(chain, theirs, context) : chain;
  }
}

const versionKey = (id: string, version: number): string => `${id}@${version}`;
