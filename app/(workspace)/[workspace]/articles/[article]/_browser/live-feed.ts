import type { ChangeMessage, PresenceMessage } from '@/lib/live/wire';
import { CHANGE, CLOSED, findChange, findPeople, PRESENCE } from './feed-message';
import { retryDelay } from './retry-delay';
import type { FeedSource, StoreEnvironment } from './store-environment';

/** `closed` is final: the reader may not see the article any more. */
export type Connection = 'connecting' | 'live' | 'offline' | 'signed_out' | 'closed';

export interface FeedListener {
  onChange: (change: ChangeMessage) => void;
  onPeople: (people: PresenceMessage['people']) => void;
  onConnection: (connection: Connection) => void;
}

/** EventSource.CLOSED: the server answered, but with no stream. */
const GIVEN_UP = 2;
/**
 * A page that nobody has seen for so long, in milliseconds, gives its stream up: a browser opens six connections to a
 * server, and six articles in tabs would leave none to save with. Shown again, it catches up.
 */
const HIDDEN_FOR = 30_000;
/** How often a page looks whether somebody has signed in again, in milliseconds. */
const SIGN_IN_CHECK = 30_000;

/** The stream of an article's changes: goes on after the last event that was applied, whatever interrupted it. */
export class LiveFeed {
  #source: FeedSource | null = null;
  #isWanted = false;
  #failures = 0;
  #cancelTimer = (): void => {};

  constructor(
    private readonly environment: StoreEnvironment,
    /** Where the stream is, from the event on that is needed next. */
    private readonly address: () => string,
    private readonly listener: FeedListener,
  ) {}

  open(): void {
    this.#isWanted = true;
    if (!this.environment.isHidden()) this.#connect();
  }

  close(): void {
    this.#isWanted = false;
    this.#drop();
  }

  /** Connects now if there is no stream. */
  wake(): void {
    if (!this.#isWanted) return;
    this.#failures = 0;
    if (this.#source) this.#cancelTimer();
    else this.#connect();
  }

  /** Connects anew: a stream of the network that was may be silent for minutes before it fails. */
  renew(): void {
    if (!this.#isWanted) return;
    this.#failures = 0;
    this.#connect();
  }

  rest(): void {
    this.#cancelTimer();
    this.#cancelTimer = this.environment.after(HIDDEN_FOR, () => this.#drop());
  }

  #connect(): void {
    this.#drop();
    const source = this.environment.openFeed(this.address());
    this.#source = source;
    const on = (type: string, take: (data: unknown) => void): void =>
      source.addEventListener(type, (event) => {
        if (source === this.#source) take(event.data);
      });
    on('open', () => {
      this.#failures = 0;
      this.listener.onConnection('live');
    });
    on(CHANGE, (data) => {
      const change = findChange(data);
      if (change) this.listener.onChange(change);
    });
    on(PRESENCE, (data) => {
      const people = findPeople(data);
      if (people) this.listener.onPeople(people);
    });
    on(CLOSED, () => this.#end());
    on('error', () => void this.#fail(source));
  }

  async #fail(source: FeedSource): Promise<void> {
    const hasGivenUp = source.readyState === GIVEN_UP;
    this.#drop();
    this.#failures++;
    const wait = retryDelay(this.#failures, this.environment.chance());
    this.#cancelTimer = this.environment.after(wait, () => this.#connect());
    const mayBeBack = this.#failures === 1 && this.environment.isOnline();
    this.listener.onConnection(mayBeBack ? 'connecting' : 'offline');
    if (hasGivenUp) await this.#askWhy();
  }

  /** An EventSource does not tell with what status it was refused. */
  async #askWhy(): Promise<void> {
    const response = await this.environment
      .fetch(this.address(), { headers: { accept: 'application/json' } })
      .catch(() => null);
    if (!response || !this.#isWanted || this.#source) return;
    if (response.status === 403 || response.status === 404) this.#end();
    else if (response.status === 401) {
      this.#cancelTimer();
      this.#cancelTimer = this.environment.after(SIGN_IN_CHECK, () => this.#connect());
      this.listener.onConnection('signed_out');
    }
  }

  #end(): void {
    this.close();
    this.listener.onPeople([]);
    this.listener.onConnection('closed');
  }

  #drop(): void {
    this.#cancelTimer();
    this.#source?.close();
    this.#source = null;
  }
}
