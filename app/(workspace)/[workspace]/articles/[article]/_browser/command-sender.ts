import type { CommandQueue } from './command-queue';
import type { OutboxCommand } from './outbox-command';
import { retryDelay } from '@/app/_live/retry-delay';
import { type Answer, sendCommand } from './send-command';
import type { StoreEnvironment } from './store-environment';

/**
 * After so many faults of the server in a row (half a minute) the command that meets them is set aside for the editor,
 * so that one that meets a fault every time does not hold up the others.
 */
const MOST_FAULTS = 6;
/** So many commands, each on another annotation, are on their way at once. A browser opens six connections in all. */
const LANES = 4;

/** What the server decided about a command. */
export type Verdict = Extract<Answer, { outcome: 'done' | 'stale' | 'refused' }>;

/** Why the server takes nothing now: nobody is signed in, or somebody else is. */
export type SignedOut = 'nobody' | 'another';

/**
 * Sends what is in the queue until the server takes it or says why not: the commands on one annotation one after
 * another, those on several beside each other. While something is amiss one command at a time finds out whether it is over.
 */
export class CommandSender {
  /** Annotations with a command on its way. */
  readonly #onTheWay = new Set<string>();
  #isOpen = false;
  #isRunning = false;
  /** Waits for a later time, or for somebody to sign in. */
  #isResting = false;
  #failures = 0;
  #signedOut: SignedOut | null = null;
  /** Grows when something goes amiss: what was sent before says nothing about whether that is over. */
  #round = 0;
  #cancelRetry = (): void => {};

  constructor(
    private readonly environment: Pick<StoreEnvironment, 'fetch' | 'chance' | 'after'>,
    private readonly queue: CommandQueue,
    private readonly listener: {
      /** Whether the commands on an annotation wait for the editor. */
      isHeld: (annotationId: string) => boolean;
      onVerdict: (command: OutboxCommand, verdict: Verdict) => void;
      /** `isReachable` or `signedOut` may be others now. */
      onChange: () => void;
    },
  ) {}

  get isReachable(): boolean {
    return this.#failures === 0 && this.#signedOut === null;
  }
  get signedOut(): SignedOut | null {
    return this.#signedOut;
  }

  start(): void {
    this.#isRunning = true;
  }

  /** No more is tried later. What is in the queue is sent while the server answers: the page may be left right after saving. */
  stop(): void {
    this.#isRunning = false;
    this.#cancelRetry();
  }

  /** From now on commands are sent. */
  open(): void {
    this.#isOpen = true;
    this.send();
  }

  /** Tries now what waited for a later time. */
  wake(): void {
    this.#cancelRetry();
    this.send();
  }

  /** The session counts again; where something is to be sent, that is who finds out. */
  welcome(): void {
    if (!this.#findNext()) this.#signedOut = null;
    this.wake();
  }

  send(): void {
    if (!this.#isOpen) return;
    this.#isResting = false;
    const lanes = this.isReachable ? LANES : 1;
    while (this.#onTheWay.size < lanes) {
      const command = this.#findNext();
      if (!command) return;
      this.#onTheWay.add(command.annotationId);
      void this.#sendOne(command, this.#round);
    }
  }

  #findNext(): OutboxCommand | null {
    return this.queue.findNext((id) => this.#onTheWay.has(id) || this.listener.isHeld(id));
  }

  async #sendOne(command: OutboxCommand, round: number): Promise<void> {
    await this.queue.kept();
    const answer = await sendCommand(this.environment.fetch, command);
    this.#onTheWay.delete(command.annotationId);
    this.#takeAnswer(command, answer, round === this.#round);
    if (!this.#isResting) this.send();
  }

  #takeAnswer(command: OutboxCommand, answer: Answer, isOfThisRound: boolean): void {
    if (answer.outcome === 'unreachable' || (answer.outcome === 'failed' && this.#failures < MOST_FAULTS)) {
      if (isOfThisRound) this.#waitForServer();
      return;
    }
    if (answer.outcome === 'signed_out') {
      this.#rest();
      this.#signedOut = answer.isOtherUser ? 'another' : 'nobody';
      return this.listener.onChange();
    }
    if (isOfThisRound) {
      this.#failures = 0;
      this.#signedOut = null;
    }
    this.listener.onVerdict(
      command,
      answer.outcome === 'failed' ? { ...answer, outcome: 'refused' } : answer,
    );
  }

  #waitForServer(): void {
    this.#rest();
    this.#failures++;
    const wait = retryDelay(this.#failures, this.environment.chance());
    if (this.#isRunning) this.#cancelRetry = this.environment.after(wait, () => this.send());
    this.listener.onChange();
  }

  #rest(): void {
    this.#isResting = true;
    this.#round++;
    this.#cancelRetry();
  }
}
