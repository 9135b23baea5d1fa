import type { FeedSource, LiveEnvironment } from './live-environment';
import { retryDelay } from './retry-delay';
import {
  CHANGE,
  CLOSED,
  findArticleId,
  findChange,
  findPeople,
  findRevision,
  type Follows,
  type LeaderMessage,
  NOTICES,
  PRESENCE,
  REVISION,
  type StreamState,
  type TabMessage,
} from './stream-message';

/** EventSource.CLOSED: the server answered, but with no stream. */
const GIVEN_UP = 2;
/** One stream carries so many articles at most, as the server has it. */
const MOST_ARTICLES = 50;
/** How often it is asked whether somebody has signed in again, in milliseconds. */
const SIGN_IN_CHECK = 30_000;

/** The lock by which a tab shows that it is there. */
export const tabLock = (tab: string): string => `touchstone-live-tab:${tab}`;

/**
 * The one stream of a browser, held by one of its tabs for all of them. For each article it knows up to which event it
 * has passed on; a tab that has less takes it back to there, and the stream is opened anew. What a tab hears twice it
 * knows by its number. No timer stands between a tab's wish and the stream, because a browser slows those of a page
 * that nobody sees.
 */
export class StreamLeader {
  readonly #tabs = new Map<string, { follows: Follows; forgo: () => void }>();
  /** By article, the event after which the stream goes on. */
  readonly #seen = new Map<string, number>();
  /** By article and kind, what is not resumed: who is here, and the current revision. */
  readonly #last = new Map<string, Extract<LeaderMessage, { type: 'people' | 'revision' }>>();
  #hasNotices = false;
  #source: FeedSource | null = null;
  #isOpen = false;
  /** Something else is wanted than what the stream that is being opened was asked for. */
  #isOutdated = false;
  #failures = 0;
  #state: StreamState = { type: 'state', connection: 'connecting', articles: [], again: null };
  #cancelTimer = (): void => {};

  constructor(
    private readonly environment: LiveEnvironment,
    private readonly userId: string,
    private readonly ownTab: string,
    private readonly tell: (message: LeaderMessage) => void,
  ) {}

  take(message: TabMessage): void {
    if (message.type === 'wake') this.wake();
    else if (message.type === 'left') this.#forget(message.tab);
    else this.#takeFollows(message.tab, message);
  }

  /** Connects now if there is no stream. */
  wake(): void {
    if (this.#source) return;
    this.#failures = 0;
    this.#connect();
  }

  /** Connects anew: a stream of the network that was may be silent for minutes before it fails. */
  renew(): void {
    this.#failures = 0;
    this.#connect();
  }

  /** Gives the stream up until it is woken. */
  rest(): void {
    this.#drop();
  }

  close(): void {
    this.#drop();
    for (const { forgo } of this.#tabs.values()) forgo();
    this.#tabs.clear();
  }

  #takeFollows(tab: string, { articles, notices }: Follows): void {
    const forgo = this.#tabs.get(tab)?.forgo ?? this.#watch(tab);
    this.#tabs.set(tab, { follows: { articles, notices }, forgo });
    let isMore = false;
    for (const [articleId, after] of Object.entries(articles)) {
      if (after >= (this.#seen.get(articleId) ?? Infinity)) continue;
      this.#seen.set(articleId, after);
      isMore = true;
    }
    this.#fit(isMore);
    // Whoever joins hears what was said before.
    if (this.#isOpen || this.#state.again !== null) this.tell(this.#state);
    for (const message of this.#last.values()) if (message.articleId in articles) this.tell(message);
  }

  /** Learns when a tab goes without a word: its lock is free then. */
  #watch(tab: string): () => void {
    if (tab === this.ownTab || !this.environment.tabs) return () => {};
    return this.environment.tabs.hold(tabLock(tab), () => this.#forget(tab));
  }

  #forget(tab: string): void {
    this.#tabs.get(tab)?.forgo();
    this.#tabs.delete(tab);
    this.#fit(false);
  }

  /** Opens the stream anew if it is to carry something else. */
  #fit(isMore: boolean): void {
    const tabs = [...this.#tabs.values()].map(({ follows }) => follows);
    const wanted = new Set(tabs.flatMap(({ articles }) => Object.keys(articles)));
    const isLess = [...this.#seen.keys()].filter((articleId) => !wanted.has(articleId));
    isLess.forEach((articleId) => this.#leave(articleId));
    const hasNotices = tabs.some(({ notices }) => notices);
    const isSame = !isMore && isLess.length === 0 && hasNotices === this.#hasNotices;
    this.#hasNotices = hasNotices;
    if (isSame) return;
    // One that is being opened is opened to the end: many tabs that come at once are two streams, not many.
    if (this.#source && !this.#isOpen) this.#isOutdated = true;
    else this.#connect();
  }

  #leave(articleId: string): void {
    this.#seen.delete(articleId);
    this.#last.delete(`people ${articleId}`);
    this.#last.delete(`revision ${articleId}`);
  }

  #connect(): void {
    this.#drop();
    if (this.#seen.size === 0 && !this.#hasNotices) return;
    const articles = [...this.#seen.keys()];
    const source = this.environment.openFeed(this.#address());
    this.#source = source;
    const on = (type: string, take: (data: unknown) => void): void =>
      source.addEventListener(type, (event) => {
        if (source === this.#source) take(event.data);
      });
    on('open', () => this.#opened(articles));
    on(CHANGE, (data) => {
      const message = findChange(data);
      if (!message) return;
      const { articleId, ...change } = message;
      const seen = this.#seen.get(articleId);
      if (seen === undefined) return;
      this.#seen.set(articleId, Math.max(seen, change.seq));
      this.tell({ type: 'change', articleId, change });
    });
    on(PRESENCE, (data) => {
      const message = findPeople(data);
      if (message) this.#tellKept({ type: 'people', articleId: message.articleId, people: message.people });
    });
    on(REVISION, (data) => {
      const message = findRevision(data);
      if (!message) return;
      const { articleId, ...revision } = message;
      this.#tellKept({ type: 'revision', articleId, revision });
    });
    on(CLOSED, (data) => {
      const articleId = findArticleId(data);
      if (articleId) this.#closed(articleId);
    });
    on(NOTICES, () => this.tell({ type: 'notices' }));
    on('error', () => void this.#fail(source));
  }

  #address(): string {
    // Those that were opened last, where somebody has more open than one stream may carry.
    const followed = [...this.#seen].slice(-MOST_ARTICLES);
    const articles = followed.map(([articleId, after]) => `${articleId}:${after}`).join(',');
    return `/api/v1/events?user=${this.userId}&articles=${articles}`;
  }

  #opened(articles: string[]): void {
    this.#failures = 0;
    if (this.#isOutdated) return this.#connect();
    this.#isOpen = true;
    this.#tellState({ connection: 'live', articles, again: null });
  }

  #tellKept(message: Extract<LeaderMessage, { type: 'people' | 'revision' }>): void {
    this.#last.set(`${message.type} ${message.articleId}`, message);
    this.tell(message);
  }

  #tellState(state: Omit<StreamState, 'type' | 'articles'> & { articles?: string[] }): void {
    this.#state = { ...this.#state, ...state };
    this.tell(this.#state);
  }

  #closed(articleId: string): void {
    this.#leave(articleId);
    for (const { follows } of this.#tabs.values()) delete follows.articles[articleId];
    this.tell({ type: 'closed', articleId });
  }

  async #fail(source: FeedSource): Promise<void> {
    const hasGivenUp = source.readyState === GIVEN_UP;
    this.#drop();
    this.#failures++;
    const again = retryDelay(this.#failures, this.environment.chance());
    this.#tryAgain(again);
    const mayBeBack = this.#failures === 1 && this.environment.isOnline();
    this.#tellState({ connection: mayBeBack ? 'connecting' : 'offline', again });
    if (hasGivenUp) await this.#askWhy();
  }

  /** An EventSource does not tell with what status it was refused. */
  async #askWhy(): Promise<void> {
    const response = await this.environment.fetch(this.#address(), { method: 'HEAD' }).catch(() => null);
    if (response?.status !== 401 || this.#source) return;
    this.#tryAgain(SIGN_IN_CHECK);
    this.#tellState({ connection: 'signed_out', again: SIGN_IN_CHECK });
  }

  #tryAgain(after: number): void {
    this.#cancelTimer();
    this.#cancelTimer = this.environment.after(after, () => this.#connect());
  }

  #drop(): void {
    this.#cancelTimer();
    this.#source?.close();
    this.#source = null;
    this.#isOpen = false;
    this.#isOutdated = false;
  }
}
