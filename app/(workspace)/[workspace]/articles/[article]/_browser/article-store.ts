import type { Annotation } from '@/lib/domain/annotation';
import type { AnnotationDraft, AnnotationPatch } from '@/lib/domain/annotation-patch';
import type { ChangeMessage, RevisionMessage } from '@/lib/live/wire';
import { browserEnvironment } from './browser-environment';
import { CommandSender, type Verdict } from './command-sender';
import { EditorActs, type Walked } from './editor-acts';
import { type Connection, LiveFeed } from './live-feed';
import type { OutboxCommand } from './outbox-command';
import { PendingChanges } from './pending-changes';
import { type Snapshot, snapshotOf } from './store-snapshot';
import type { StoreEnvironment } from './store-environment';
import type { StoreOptions } from './store-options';

export type { Walked } from './editor-acts';
export type { StoreOptions } from './store-options';
export type { Conflict, Refusal, Saving, Snapshot } from './store-snapshot';

/** How a conflict ends: with one of the versions, or with these fields set over theirs. */
export type Resolution = 'mine' | 'theirs' | { combined: AnnotationPatch | null };

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
  readonly #changes: PendingChanges;
  readonly #acts: EditorActs;
  readonly #sender: CommandSender;
  readonly #feed: LiveFeed;
  readonly #listeners = new Set<() => void>();

  #people: Snapshot['people'] = [];
  #connection: Connection = 'connecting';
  #arrived: Snapshot['arrived'] = null;
  #newRevisionId: string | null = null;
  #snapshot: Snapshot;
  #isRunning = false;
  /** While several things are done at once they are shown at the end. */
  #isWithinStep = false;
  #cancelPublish: (() => void) | null = null;
  #stopListening = (): void => {};

  constructor(options: StoreOptions, environment: StoreEnvironment = browserEnvironment()) {
    this.#options = options;
    this.#environment = environment;
    this.#changes = new PendingChanges(options, environment);
    this.#acts = new EditorActs(options, this.#changes, environment.newId, () => {
      this.#publish();
      this.#sender.send();
    });
    this.#sender = new CommandSender(environment, this.#changes.queue, {
      isHeld: (id) => this.#changes.troubles.has(id),
      onVerdict: (command, verdict) => this.#takeVerdict(command, verdict),
      onChange: () => this.#publish(),
    });
    this.#feed = new LiveFeed(() => environment.streamOf(options.userId), {
      articleId: options.articleId,
      after: () => this.#changes.state.seq,
      onChange: (change) => this.#takeChange(change),
      onPeople: (people) => this.#takePeople(people),
      onRevision: (revision) => this.#takeRevision(revision),
      onConnection: (connection) => this.#takeConnection(connection),
    });
    this.#changes.apply({ type: 'loaded', seq: options.seq, annotations: options.annotations });
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
      if (change === 'hidden') return;
      if (change === 'offline') return this.#takeConnection('offline');
      if (!this.#environment.isHidden()) this.#feed.wake();
      this.#sender.wake();
    });
    this.#feed.open();
    this.#sender.start();
    void this.#adopt();
  }

  stop(): void {
    this.#isRunning = false;
    this.#sender.stop();
    this.#stopListening();
    this.#feed.close();
  }

  /** What the server says now, from a page that was rendered anew or an answer that was got elsewhere. */
  load(fresh: Pick<StoreOptions, 'seq' | 'annotations'>): void {
    if (this.#changes.apply({ type: 'loaded', ...fresh })) this.#publish();
  }

  /** The server's answer to a change that was made here but not by a command: a verification. */
  receive(annotation: Annotation): void {
    const { id: annotationId, kind, version: left } = annotation;
    this.#changes.own(annotation);
    this.#changes.steps.add({ annotationId, kind, did: 'verified', before: null, after: null, left });
    this.#changes.apply({ type: 'arrived', annotation });
    this.#publish();
  }

  /** The server's answers to verdicts that took back those of a step: that has nothing more to undo. */
  takeBack(step: string, answers: readonly Annotation[]): void {
    for (const annotation of answers) {
      this.#changes.own(annotation);
      this.#changes.apply({ type: 'arrived', annotation });
      this.#changes.steps.forget(step, annotation.id);
    }
    this.#publish();
  }

  /** Makes an annotation; the answer is its id. */
  create = (draft: AnnotationDraft): string => this.#acts.create(draft);

  /**
   * Changes the fields named. `opened` is the row that the editor saw when they began, or its version, if that was
   * earlier: what others did since is then shown as a conflict and not written over.
   */
  revise = (id: string, patch: AnnotationPatch, opened?: Annotation | number): void =>
    this.#acts.revise(id, patch, opened);

  remove = (id: string): void => this.#acts.remove(id);

  restore = (id: string): void => this.#acts.restore(id);

  /** Makes an annotation what it was in an earlier version of it, apart from its status. `opened` as for `revise`. */
  restoreVersion(wanted: Annotation, opened?: number): void {
    this.#atOnce(() => this.#acts.restoreVersion(wanted, opened));
  }

  /** What is done within becomes one step, which is undone at once: a bulk action. */
  asOneStep(work: () => void): void {
    this.#atOnce(() => this.#changes.steps.asOne(work));
  }

  /** Takes back the last step that was done here; null when there is none. */
  undo = (): Walked | null => this.#walk('back');

  /** Does the step again that was undone last; null when there is none. */
  redo = (): Walked | null => this.#walk('forward');

  /** Ends a conflict. What was changed here and is in neither `mine` nor the combination is given up. */
  resolveConflict(id: string, choice: Resolution): void {
    if (this.#changes.troubles.get(id)?.type !== 'conflict') return;
    if (choice === 'mine') this.#changes.insist(id);
    else this.#giveWay(id, choice === 'theirs' ? null : choice.combined);
    this.#publish();
    this.#sender.wake();
  }

  /** Ends when everything that was done so far is kept on this computer. */
  kept = (): Promise<void> => this.#changes.queue.kept();

  /** Sends what is kept once more, and now. */
  retry(id: string): void {
    if (this.#changes.troubles.get(id)?.type === 'refusal') this.#changes.troubles.delete(id);
    this.#publish();
    this.#sender.wake();
  }

  /** Gives up what was changed here and is not saved: the server's version counts again. */
  discard(id: string): void {
    this.#changes.discard(id);
    this.#publish();
    this.#sender.wake();
  }

  /** Theirs counts, with these fields of it changed. */
  #giveWay(id: string, combined: AnnotationPatch | null): void {
    this.#changes.discard(id);
    if (combined)
      this.asOneStep(() => {
        this.restore(id);
        this.revise(id, combined);
      });
  }

  #walk(way: 'back' | 'forward'): Walked | null {
    return this.#atOnce(() => this.#acts.walk(way));
  }

  /** Nothing is sent before what earlier pages left is there. */
  async #adopt(): Promise<void> {
    await this.#changes.adopt();
    this.#publish();
    this.#sender.open();
  }

  #takeVerdict(command: OutboxCommand, verdict: Verdict): void {
    if (verdict.outcome === 'done') this.#changes.settle(command, verdict.annotation);
    else if (verdict.outcome === 'stale') this.#changes.meet(command, verdict.current);
    else this.#changes.refuse(command, verdict.message);
    this.#publish();
  }

  #takeChange({ seq, annotationId, type, actor, annotation }: ChangeMessage): void {
    if (this.#options.passId) return;
    if (!this.#changes.apply({ type: 'arrived', annotation, seq })) return;
    if (actor.id !== this.#options.userId) this.#arrived = { annotationId, type, actorName: actor.name, seq };
    this.#publishSoon();
  }

  #takePeople(people: Snapshot['people']): void {
    this.#people = people.filter((person) => person.id !== this.#options.userId);
    this.#publish();
  }

  #takeRevision({ revisionId, number }: RevisionMessage): void {
    // A pass stays on the text that it was opened on.
    if (this.#options.passId || number <= this.#options.revisionNumber || revisionId === this.#newRevisionId)
      return;
    this.#newRevisionId = revisionId;
    this.#publish();
  }

  #takeConnection(connection: Connection): void {
    this.#connection = connection;
    if (connection === 'live') this.#sender.welcome();
    this.#publish();
  }

  #publishSoon(): void {
    this.#cancelPublish ??= this.#environment.after(TOGETHER, () => this.#publish());
  }

  #atOnce<T>(work: () => T): T {
    const outer = this.#isWithinStep;
    this.#isWithinStep = true;
    try {
      return work();
    } finally {
      this.#isWithinStep = outer;
      this.#publish();
    }
  }

  #publish(): void {
    if (this.#isWithinStep) return;
    this.#cancelPublish?.();
    this.#cancelPublish = null;
    this.#snapshot = this.#newSnapshot();
    for (const listener of this.#listeners) listener();
  }

  #newSnapshot(): Snapshot {
    const { state, placesHere, queue, troubles, steps, findMine, findBase } = this.#changes;
    const { signedOut, isReachable } = this.#sender;
    return snapshotOf({
      state,
      revisionId: this.#options.revisionId,
      newRevisionId: this.#newRevisionId,
      placesHere,
      waiting: queue.annotationIds(),
      troubles,
      findMine,
      findBase,
      isReachable: isReachable && this.#environment.isOnline(),
      people: this.#people,
      connection: signedOut && this.#connection !== 'closed' ? 'signed_out' : this.#connection,
      isAnotherHere: signedOut === 'another',
      arrived: this.#arrived,
      undo: steps.nextToUndo,
      redo: steps.nextToRedo,
    });
  }
}
