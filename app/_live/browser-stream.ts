import type { ChangeMessage, RevisionMessage } from '@/lib/live/wire';
import type { LiveEnvironment, PageChange, TabsChannel } from './live-environment';
import { StreamLeader, tabLock } from './stream-leader';
import type { Connection, Follows, LeaderMessage, People, StreamState, TabMessage } from './stream-message';

/**
 * Without the means to agree every tab has a stream of its own. One that nobody has seen for so long, in milliseconds,
 * gives it up: a browser opens six connections to a server, and six tabs would leave none to save with.
 */
const HIDDEN_FOR = 30_000;

export interface ArticleFollower {
  articleId: string;
  /** The last event that is here; asked whenever the stream begins anew. */
  after: () => number;
  onChange?: (change: ChangeMessage) => void;
  onPeople?: (people: People) => void;
  onRevision?: (revision: RevisionMessage) => void;
  onConnection?: (connection: Connection) => void;
}

/** The part of it that an article's store uses. */
export type ArticleStream = Pick<BrowserStream, 'followArticle' | 'wake'>;

/**
 * One person's tabs of one browser share one stream: whoever holds the lock leads, has the connection and passes on what
 * arrives. When that tab goes the next one leads, and goes on after what each of the others has.
 */
export class BrowserStream {
  readonly #followers = new Set<ArticleFollower>();
  readonly #notices = new Set<() => void>();
  readonly #peopleListeners = new Set<() => void>();
  readonly #people = new Map<string, People>();
  #isJoined = false;
  #tab = '';
  /** Whether the others can see by a lock that this tab is here: it says nothing before. */
  #isHere = false;
  #isAnnouncing = false;
  #leader: StreamLeader | null = null;
  #state: StreamState | null = null;
  #channel: TabsChannel | null = null;
  #stopListening = (): void => {};
  #forgoes: (() => void)[] = [];
  #cancelTimer = (): void => {};

  constructor(
    private readonly environment: LiveEnvironment,
    private readonly userId: string,
  ) {}

  /** Tells what happens to an article from the event on that is needed next, until the answer is called. */
  followArticle(follower: ArticleFollower): () => void {
    this.#followers.add(follower);
    const people = this.#people.get(follower.articleId);
    if (people) follower.onPeople?.(people);
    this.#changed();
    return () => {
      if (!this.#followers.delete(follower)) return;
      if (![...this.#followers].some(({ articleId }) => articleId === follower.articleId))
        this.#people.delete(follower.articleId);
      this.#changed();
    };
  }

  /** Tells when the person's notifications may have changed; also after each time without a stream. */
  followNotices(listener: () => void): () => void {
    this.#notices.add(listener);
    this.#changed();
    return () => {
      this.#notices.delete(listener);
      this.#changed();
    };
  }

  /** Connects now if there is no stream: somebody looks, or has signed in again. */
  wake(): void {
    if (this.#isJoined) this.#send({ type: 'wake' });
  }

  /** Who has an article open that this tab follows, and where they read. The same object until it changes. */
  readonly peopleOf = (articleId: string): People => this.#people.get(articleId) ?? NOBODY;

  readonly subscribePeople = (listener: () => void): (() => void) => {
    this.#peopleListeners.add(listener);
    return () => void this.#peopleListeners.delete(listener);
  };

  /** Joins or leaves the others, or tells them what is followed now: once for all that happens together. */
  #changed(): void {
    if (this.#isAnnouncing) return;
    this.#isAnnouncing = true;
    queueMicrotask(() => {
      this.#isAnnouncing = false;
      const isWanted = this.#followers.size > 0 || this.#notices.size > 0;
      if (isWanted && !this.#isJoined) this.#join();
      else if (!isWanted && this.#isJoined) this.#leave();
      else if (this.#isJoined) this.#announce();
    });
  }

  #join(): void {
    const { environment } = this;
    this.#isJoined = true;
    this.#tab = environment.newId();
    this.#stopListening = environment.onPage((change) => this.#takePage(change));
    if (!environment.tabs) {
      this.#isHere = true;
      return this.#lead();
    }
    const name = `touchstone-live:${this.userId}`;
    this.#channel = environment.tabs.openChannel(name, (message) => this.#hear(message as never));
    this.#forgoes = [
      environment.tabs.hold(tabLock(this.#tab), () => {
        this.#isHere = true;
        this.#announce();
      }),
      environment.tabs.hold(name, () => this.#lead()),
    ];
  }

  #leave(): void {
    this.#stopListening();
    this.#rest();
  }

  /** Leaves the others, and hears only whether the page comes back. */
  #rest(): void {
    this.#cancelTimer();
    if (!this.#leader) this.#channel?.post({ type: 'left', tab: this.#tab } satisfies TabMessage);
    this.#leader?.close();
    this.#leader = null;
    this.#channel?.close();
    this.#channel = null;
    this.#forgoes.forEach((forgo) => forgo());
    this.#forgoes = [];
    this.#isHere = false;
    this.#isJoined = false;
    this.#state = null;
  }

  #lead(): void {
    this.#leader = new StreamLeader(this.environment, this.userId, this.#tab, (message) => {
      this.#channel?.post(message);
      this.#take(message);
    });
    this.#channel?.post({ type: 'asks' } satisfies LeaderMessage);
    this.#announce();
  }

  #announce(): void {
    if (this.#isHere) this.#send({ type: 'follows', tab: this.#tab, ...this.#follows() });
  }

  #follows(): Follows {
    const articles: Follows['articles'] = {};
    for (const { articleId, after } of this.#followers)
      articles[articleId] = Math.min(articles[articleId] ?? Infinity, after());
    return { articles, notices: this.#notices.size > 0 };
  }

  #send(message: TabMessage): void {
    if (this.#leader) this.#leader.take(message);
    else this.#channel?.post(message);
  }

  #hear(message: TabMessage | LeaderMessage): void {
    if (message.type === 'follows' || message.type === 'left' || message.type === 'wake')
      this.#leader?.take(message);
    else this.#take(message);
  }

  #take(message: LeaderMessage): void {
    switch (message.type) {
      case 'asks':
        return this.#announce();
      case 'notices':
        return this.#notices.forEach((listener) => listener());
      case 'state':
        return this.#takeState(message);
      case 'change':
        return this.#each(message.articleId, ({ onChange }) => onChange?.(message.change));
      case 'revision':
        return this.#each(message.articleId, ({ onRevision }) => onRevision?.(message.revision));
      case 'people':
        return this.#takePeople(message.articleId, message.people);
      case 'closed':
        this.#takePeople(message.articleId, []);
        return this.#each(message.articleId, (follower) => {
          this.#followers.delete(follower);
          follower.onConnection?.('closed');
        });
    }
  }

  #each(articleId: string, tell: (follower: ArticleFollower) => void): void {
    for (const follower of [...this.#followers]) if (follower.articleId === articleId) tell(follower);
  }

  #takePeople(articleId: string, people: People): void {
    if (![...this.#followers].some((follower) => follower.articleId === articleId)) return;
    this.#people.set(articleId, people);
    this.#each(articleId, ({ onPeople }) => onPeople?.(people));
    this.#peopleListeners.forEach((listener) => listener());
  }

  #takeState(state: StreamState): void {
    this.#state = state;
    for (const follower of [...this.#followers]) {
      const isCarried = state.connection !== 'live' || state.articles.includes(follower.articleId);
      if (isCarried) follower.onConnection?.(state.connection);
    }
    if (this.#leader) return;
    this.#cancelTimer();
    // The timers of a leader that nobody sees are late; whoever is seen counts for it.
    if (state.again !== null && !this.environment.isHidden())
      this.#cancelTimer = this.environment.after(state.again, () => this.#send({ type: 'wake' }));
  }

  #takePage(change: PageChange): void {
    if (change === 'left') return this.#rest();
    if (change === 'back') return this.#changedPage();
    if (change === 'online') return this.#leader?.renew();
    if (change === 'shown') {
      if (!this.#channel) this.#cancelTimer();
      return this.#send({ type: 'wake' });
    }
    if (this.#channel || !this.#leader) return;
    this.#cancelTimer();
    this.#cancelTimer = this.environment.after(HIDDEN_FOR, () => this.#leader?.rest());
  }

  #changedPage(): void {
    this.#stopListening();
    this.#changed();
  }
}

const NOBODY: People = [];
