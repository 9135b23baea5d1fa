import type { Annotation } from '@/lib/domain/annotation';
import {
  type AnnotationDraft,
  annotationFromDraft,
  type AnnotationPatch,
  requestFromPatch,
  sourcesOf,
} from '@/lib/domain/annotation-patch';
import {
  type ArticleAction,
  type ArticleState,
  articleStateAfter,
  emptyArticleState,
  findShown,
} from '@/lib/domain/article-state';
import { patchTowards, valuesBefore } from '@/lib/domain/field-patch';
import type { Act, Did, Step, UndoCommand } from '@/lib/domain/undo-stack';
import { KINDS } from '@/lib/domain/vocabulary';
import type { ChangeMessage } from '@/lib/live/wire';
import { browserEnvironment } from './browser-environment';
import { CommandQueue } from './command-queue';
import { type Connection, LiveFeed } from './live-feed';
import { annotationAfterCommand, type OutboxCommand, rebasedCommands } from './outbox-command';
import { retryDelay } from './retry-delay';
import { type Answer, sendCommand } from './send-command';
import { type Snapshot, snapshotOf, type Trouble } from './store-snapshot';
import type { StoreEnvironment } from './store-environment';
import { UndoSteps } from './undo-steps';

export type { Conflict, Refusal, Saving, Snapshot } from './store-snapshot';

export interface StoreOptions {
  userId: string;
  userName: string;
  articleId: string;
  /** The revision whose text the room shows. */
  revisionId: string;
  /** The last event that `annotations` show. */
  seq: number;
  /** All of the shared layer, deleted ones included. */
  annotations: readonly Annotation[];
}

/**
 * What came of an undo or redo. `stays`: a verification, which is corrected by a new one; the next undo goes on before
 * it. `waits`: an annotation of the step waits for the editor's decision, and nothing was done.
 */
export interface Walked {
  step: Step;
  outcome: 'done' | 'stays' | 'waits';
}

/**
 * After so many faults of the server in a row (half a minute) the command at the head of the queue is set aside for the
 * editor, so that one that meets a fault every time does not hold up the others.
 */
const MOST_FAULTS = 6;
/** Changes of others that arrive within so many milliseconds are shown at once. */
const TOGETHER = 16;

/**
 * The annotations of the article that is open: what the server says, what the editor did here, and the way between
 * them. A command shows its effect at once, is kept in the outbox before it is sent, and is sent until the server
 * takes it or says why not. No browser is touched before `start`.
 */
export class ArticleStore {
  readonly #options: StoreOptions;
  readonly #environment: StoreEnvironment;
  readonly #queue: CommandQueue;
  readonly #feed: LiveFeed;
  readonly #steps: UndoSteps;
  readonly #listeners = new Set<() => void>();
  /** Annotations whose commands wait for the editor's decision. */
  readonly #troubles = new Map<string, Trouble>();
  /** Versions that were made here: whoever edits on top of their own change has no conflict with themselves. */
  readonly #ownVersions = new Set<string>();
  /** Where annotations that a newer revision has moved lie in the text that is still shown here. */
  readonly #placesHere = new Map<string, Annotation['spans']>();

  #state: ArticleState = emptyArticleState;
  #people: Snapshot['people'] = [];
  #connection: Connection = 'connecting';
  #arrived: Snapshot['arrived'] = null;
  #snapshot: Snapshot;
  #isRunning = false;
  /** Whether the commands of earlier pages are among those here: nothing is sent before. */
  #hasAdopted = false;
  #isSending = false;
  #isSignedOut = false;
  #failures = 0;
  #cancelRetry = (): void => {};
  #cancelPublish: (() => void) | null = null;
  #stopListening = (): void => {};

  constructor(options: StoreOptions, environment: StoreEnvironment = browserEnvironment()) {
    this.#options = options;
    this.#environment = environment;
    this.#queue = new CommandQueue(environment.outbox);
    const { userId, articleId } = options;
    const place = { userId, articleId, tab: environment.tabs.id };
    this.#steps = new UndoSteps(environment.steps, place, environment.newId);
    this.#feed = new LiveFeed(
      environment,
      () => `/api/v1/articles/${options.articleId}/events?after=${this.#state.seq}`,
      {
        onChange: (change) => this.#takeChange(change),
        onPeople: (people) => this.#takePeople(people),
        onConnection: (connection) => this.#takeConnection(connection),
      },
    );
    this.#apply({ type: 'loaded', seq: options.seq, annotations: options.annotations });
    this.#snapshot = this.#newSnapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): Snapshot => this.#snapshot;

  start(): void {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#stopListening = this.#environment.onChange((change) => {
      if (change === 'hidden') return this.#feed.rest();
      if (change === 'offline') return this.#takeConnection('offline');
      if (change === 'online') this.#feed.renew();
      else this.#feed.wake();
      this.#wake();
    });
    this.#feed.open();
    void this.#adopt();
  }

  stop(): void {
    this.#isRunning = false;
    this.#cancelRetry();
    this.#stopListening();
    this.#feed.close();
  }

  /** What the server says now, from a page that was rendered anew or an answer that was got elsewhere. */
  load(fresh: Pick<StoreOptions, 'seq' | 'annotations'>): void {
    if (this.#apply({ type: 'loaded', ...fresh })) this.#publish();
  }

  /** The server's answer to a change that was made here but not by a command: a verification. */
  receive(annotation: Annotation): void {
    const { id: annotationId, kind, version: left } = annotation;
    this.#ownVersions.add(versionKey(annotationId, left));
    this.#steps.add({ annotationId, kind, did: 'verified', before: null, after: null, left });
    this.#apply({ type: 'arrived', annotation });
    this.#publish();
  }

  /** Makes an annotation; the answer is its id. */
  create(draft: AnnotationDraft): string {
    const id = this.#environment.newId();
    const { articleId, revisionId } = this.#options;
    const own = withOwnDetails(draft.kind, draft);
    const after = annotationFromDraft(own, { ...this.#draftContext(), ...this.#authorship(id) });
    const body = { articleId, revisionId, ...requestFromPatch(own) };
    this.#do({ annotationId: id, verb: 'create', base: 0, patch: null, body, after }, null);
    return id;
  }

  /**
   * Changes the fields named. `base` is the version that the editor saw when they began, if that was earlier: what
   * others did since is then shown as a conflict and not written over.
   */
  revise(id: string, patch: AnnotationPatch, base?: number): void {
    const shown = findShown(this.#state, id);
    if (!shown) return;
    const named = withOwnDetails(patch.kind ?? shown.kind, definedFields(patch));
    if (Object.keys(named).length === 0) return;
    const { revisionId } = this.#options;
    const own = named.spans ? { revisionId, ...named } : named;
    this.#change(shown, { verb: 'revise', patch: own, body: requestFromPatch(own) }, base);
  }

  remove(id: string): void {
    const shown = findShown(this.#state, id);
    if (shown && !shown.deletedAt) this.#change(shown, { verb: 'remove', patch: null, body: null });
  }

  restore(id: string): void {
    const shown = findShown(this.#state, id);
    if (shown?.deletedAt) this.#change(shown, { verb: 'restore', patch: null, body: null });
  }

  /** Makes an annotation what it was in an earlier version of it, apart from its status. `base` as for `revise`. */
  restoreVersion(wanted: Annotation, base?: number): void {
    const shown = findShown(this.#state, wanted.id);
    if (!shown) return;
    const patch = patchTowards(shown, wanted);
    this.asOneStep(() => {
      this.restore(wanted.id);
      if (patch) this.revise(wanted.id, patch, base);
    });
  }

  /** What is done within becomes one step, which is undone at once: a bulk action. */
  asOneStep(work: () => void): void {
    this.#steps.asOne(work);
  }

  /** Takes back the last step that was done here; null when there is none. */
  undo = (): Walked | null => this.#walk('back');

  /** Does the step again that was undone last; null when there is none. */
  redo = (): Walked | null => this.#walk('forward');

  /** Ends a conflict: `mine` sets the fields that were changed here over the other version, `theirs` gives them up. */
  resolveConflict(id: string, choice: 'mine' | 'theirs'): void {
    if (this.#troubles.get(id)?.type !== 'conflict') return;
    if (choice === 'theirs') return this.discard(id);
    this.#troubles.delete(id);
    this.#replaceChain(id, this.#rebased(id));
    this.#showChain(id);
    this.#wake();
  }

  /** Sends what is kept once more, and now. */
  retry(id: string): void {
    if (this.#troubles.get(id)?.type === 'refusal') this.#troubles.delete(id);
    this.#publish();
    this.#wake();
  }

  /** Gives up what was changed here and is not saved: the server's version counts again. */
  discard(id: string): void {
    this.#troubles.delete(id);
    const chain = this.#queue.chainOf(id);
    if (chain[0]) this.#steps.takeBack(id, chain[0].base);
    this.#steps.drop(chain);
    this.#queue.replaceChain(id, []);
    this.#showChain(id);
    this.#wake();
  }

  #change(shown: Annotation, step: Pick<OutboxCommand, 'verb' | 'patch' | 'body'>, seen?: number): void {
    const base = this.#baseOf(shown, seen ?? shown.version);
    const before = step.patch && valuesBefore(shown, step.patch);
    this.#do(this.#commandOn(shown, base, step), before);
  }

  #commandOn(shown: Annotation, base: number, step: Pick<OutboxCommand, 'verb' | 'patch' | 'body'>): Given {
    const after = { ...annotationAfterCommand(shown, step, this.#draftContext()), version: base + 1 };
    return { annotationId: shown.id, base, after, ...step };
  }

  #walk(way: 'back' | 'forward'): Walked | null {
    const next = (): Step | null => (way === 'back' ? this.#steps.nextToUndo : this.#steps.nextToRedo);
    // What was never saved, or is of another's browser, is not here to be changed.
    for (const act of next()?.acts ?? [])
      if (!findShown(this.#state, act.annotationId)) this.#steps.forget(next()!.key, act.annotationId);
    this.#publish();
    const step = next();
    if (!step) return null;
    if (step.acts.some((act) => this.#troubles.has(act.annotationId))) return { step, outcome: 'waits' };
    const { commands } = this.#steps[way]()!;
    for (const command of commands) this.#giveAgain(command, step.key);
    this.#publish();
    return { step, outcome: commands.length > 0 ? 'done' : 'stays' };
  }

  #giveAgain({ annotationId, base, verb, patch }: UndoCommand, step: string): void {
    const shown = findShown(this.#state, annotationId)!;
    const body = patch && requestFromPatch(patch);
    this.#give({ ...this.#commandOn(shown, base, { verb, patch, body }), step });
  }

  /** The version a command changes: the one seen, moved on over changes that were made here. */
  #baseOf({ id }: Annotation, seen: number): number {
    const pending = new Set(this.#queue.chainOf(id).map((command) => command.base + 1));
    let base = seen;
    while (pending.has(base + 1) || this.#ownVersions.has(versionKey(id, base + 1))) base++;
    return base;
  }

  /** Gives a command that is something new, to be undone. `before` are the former values of what it revises. */
  #do(command: Given, before: Act['before']): void {
    const { annotationId, verb, base, patch, after } = command;
    const act = { annotationId, did: DID[verb], kind: after.kind, before, after: patch, left: base + 1 };
    this.#give({ ...command, step: this.#steps.add(act) });
  }

  #give(command: Given): void {
    const { userId, articleId } = this.#options;
    const { newId, tabs } = this.#environment;
    this.#queue.add({ ...command, key: newId(), userId, articleId, tab: tabs.id });
    this.#showChain(command.annotationId);
    void this.#send();
  }

  /** Takes over what earlier pages left, of this person and article only, unless their tab is still open and sends it. */
  async #adopt(): Promise<void> {
    const { userId, articleId } = this.#options;
    const { outbox, tabs } = this.#environment;
    if (!this.#hasAdopted) {
      const open = await tabs.listOpen().catch(() => new Set<string>());
      const kept = await outbox.list(userId, articleId).catch(() => []);
      await this.#steps.adopt(open);
      const isLeft = (command: OutboxCommand): boolean =>
        command.userId === userId && !open.has(command.tab) && !this.#queue.has(command);
      const left = kept.filter(isLeft).map((command) => ({ ...command, tab: tabs.id }));
      for (const id of new Set(left.map((command) => command.annotationId)))
        this.#adoptChain(
          id,
          left.filter((command) => command.annotationId === id),
        );
      this.#hasAdopted = true;
      this.#publish();
    }
    await this.#send();
  }

  /** What was given here before the earlier commands were known is made on what they leave. */
  #adoptChain(id: string, earlier: OutboxCommand[]): void {
    const given = this.#queue.chainOf(id);
    const context = { ...this.#draftContext(), newKey: this.#environment.newId };
    const left = earlier.at(-1)!.after;
    const later = rebasedCommands(given, left, context);
    this.#steps.rebase(later, left);
    this.#queue.replaceChain(id, [...earlier, ...later]);
    this.#showChain(id);
  }

  async #send(): Promise<void> {
    if (this.#isSending || !this.#hasAdopted) return;
    this.#isSending = true;
    try {
      // Also after `stop`: whoever goes to another page right after saving has it sent while the server answers.
      for (let isAnswered = true; isAnswered;) {
        const command = this.#queue.findNext((id) => this.#troubles.has(id));
        if (!command) break;
        await this.#queue.kept();
        isAnswered = this.#takeAnswer(command, await sendCommand(this.#environment.fetch, command));
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** Whether the next command can be sent. */
  #takeAnswer(command: OutboxCommand, answer: Answer): boolean {
    if (answer.outcome === 'unreachable') return this.#waitForServer();
    if (answer.outcome === 'failed' && this.#failures < MOST_FAULTS) return this.#waitForServer();
    this.#failures = 0;
    this.#isSignedOut = answer.outcome === 'signed_out';
    if (answer.outcome === 'done') this.#settle(command, answer.annotation);
    if (answer.outcome === 'stale') this.#showConflict(command, answer.current);
    if ((answer.outcome === 'refused' || answer.outcome === 'failed') && this.#queue.has(command))
      this.#troubles.set(command.annotationId, { type: 'refusal', message: answer.message });
    this.#publish();
    return !this.#isSignedOut;
  }

  #settle(command: OutboxCommand, annotation: Annotation): void {
    const { annotationId: id, base } = command;
    this.#apply({ type: 'arrived', annotation });
    if (annotation.version > base) this.#ownVersions.add(versionKey(id, base + 1));
    this.#queue.remove(command);
    // The server had nothing to do, and the commands after this one change an earlier version than they expected.
    if (annotation.version <= base) {
      this.#steps.takeBack(id, annotation.version);
      this.#steps.settle([command], annotation.version);
      this.#replaceChain(id, this.#rebased(id));
    }
    this.#showChain(id);
  }

  #showConflict({ annotationId: id, base }: OutboxCommand, current: Annotation): void {
    this.#apply({ type: 'arrived', annotation: current });
    const chain = this.#queue.chainOf(id);
    this.#steps.takeBack(id, base);
    if (this.#rebased(id).length > 0) {
      this.#troubles.set(id, { type: 'conflict' });
      return;
    }
    // Both wanted the same.
    this.#steps.settle(chain, current.version);
    this.#queue.replaceChain(id, []);
    this.#showChain(id);
  }

  #waitForServer(): false {
    this.#failures++;
    const wait = retryDelay(this.#failures, this.#environment.chance());
    this.#cancelRetry();
    if (this.#isRunning) this.#cancelRetry = this.#environment.after(wait, () => void this.#send());
    this.#publish();
    return false;
  }

  /** Tries now what waited for a later time. */
  #wake(): void {
    this.#cancelRetry();
    void this.#send();
  }

  /** Shows what the commands on an annotation come to, or the server's row when there are none. */
  #showChain(id: string): void {
    const last = this.#queue.chainOf(id).at(-1);
    this.#apply(last ? { type: 'drafted', annotation: last.after } : { type: 'settled', id });
    this.#publish();
  }

  /** Puts commands that are given anew on the server's row in the place of those on an annotation. */
  #replaceChain(id: string, chain: readonly OutboxCommand[]): void {
    const row = this.#state.annotations.get(id);
    if (row) this.#steps.rebase(chain, row);
    this.#queue.replaceChain(id, chain);
  }

  /** The commands on an annotation, as they would be on the server's row. */
  #rebased(id: string): OutboxCommand[] {
    const theirs = this.#state.annotations.get(id);
    const chain = this.#queue.chainOf(id);
    const context = { ...this.#draftContext(), newKey: this.#environment.newId };
    return theirs ? rebasedCommands(chain, theirs, context) : chain;
  }

  #takeChange({ seq, annotationId, type, actor, annotation }: ChangeMessage): void {
    if (!this.#apply({ type: 'arrived', annotation, seq })) return;
    if (actor.id !== this.#options.userId) this.#arrived = { annotationId, type, actorName: actor.name, seq };
    this.#publishSoon();
  }

  #takePeople(people: Snapshot['people']): void {
    this.#people = people.filter((person) => person.id !== this.#options.userId);
    this.#publish();
  }

  #takeConnection(connection: Connection): void {
    this.#connection = connection;
    if (connection === 'live') {
      this.#isSignedOut = false;
      this.#wake();
    }
    this.#publish();
  }

  /** Whether anything changed. */
  #apply(action: ArticleAction): boolean {
    const before = this.#state;
    this.#state = articleStateAfter(before, action);
    if (this.#state.annotations !== before.annotations)
      for (const [id, held] of before.annotations)
        if (held.revisionId === this.#options.revisionId) this.#placesHere.set(id, held.spans);
    return this.#state !== before;
  }

  #publishSoon(): void {
    this.#cancelPublish ??= this.#environment.after(TOGETHER, () => this.#publish());
  }

  #publish(): void {
    this.#cancelPublish?.();
    this.#cancelPublish = null;
    this.#snapshot = this.#newSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #newSnapshot(): Snapshot {
    return snapshotOf({
      state: this.#state,
      revisionId: this.#options.revisionId,
      placesHere: this.#placesHere,
      waiting: this.#queue.annotationIds(),
      troubles: this.#troubles,
      mineOf: (id) => this.#rebased(id).at(-1)?.after ?? null,
      isReachable: this.#failures === 0 && !this.#isSignedOut && this.#environment.isOnline(),
      people: this.#people,
      connection: this.#isSignedOut && this.#connection !== 'closed' ? 'signed_out' : this.#connection,
      arrived: this.#arrived,
      undo: this.#steps.nextToUndo,
      redo: this.#steps.nextToRedo,
    });
  }

  #draftContext() {
    return {
      revisionId: this.#options.revisionId,
      now: this.#environment.now().toISOString(),
      knownSources: sourcesOf(this.#state.annotations.values()),
    };
  }

  #authorship(id: string) {
    const { articleId, userId, userName } = this.#options;
    return { id, articleId, author: { id: userId, name: userName } };
  }
}

/** A command before it has its place in the queue. */
type Given = Omit<OutboxCommand, 'key' | 'userId' | 'articleId' | 'tab'>;

const DID: Record<OutboxCommand['verb'], Did> = {
  create: 'created',
  revise: 'revised',
  remove: 'deleted',
  restore: 'restored',
};

const versionKey = (id: string, version: number): string => `${id}@${version}`;

/** Details of another kind than the annotation's are refused by the server: a form may hold some of a kind left again. */
function withOwnDetails<P extends AnnotationPatch>(kind: string, patch: P): P {
  const own = { ...patch };
  for (const other of KINDS) if (other !== kind) delete own[other];
  return own;
}

const definedFields = (patch: AnnotationPatch): AnnotationPatch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
