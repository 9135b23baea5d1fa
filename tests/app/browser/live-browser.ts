import { BrowserStream } from '@/app/_live/browser-stream';
import type { FeedSource, LiveEnvironment, PageChange, TabsTalk } from '@/app/_live/live-environment';

/** A server that numbers the changes of articles and streams them to whoever asks, as ours does. */
export class LiveServer {
  readonly feeds: ServerFeed[] = [];
  readonly addresses: string[] = [];
  readonly seqs = new Map<string, number>();
  mostOpen = 0;
  isDown = false;
  isSignedOut = false;
  readonly forbidden = new Set<string>();

  open(address: string): ServerFeed {
    const feed = new ServerFeed(this, address);
    this.feeds.push(feed);
    this.addresses.push(address);
    this.mostOpen = Math.max(this.mostOpen, this.openFeeds.length);
    setImmediate(() => feed.begin());
    return feed;
  }

  get openFeeds(): ServerFeed[] {
    return this.feeds.filter(({ readyState }) => readyState !== 2);
  }

  /** Articles that somebody is told of now. */
  get followed(): string[] {
    return this.openFeeds.flatMap(({ afters }) => [...afters.keys()]).sort();
  }

  change(articleId: string): void {
    this.seqs.set(articleId, (this.seqs.get(articleId) ?? 0) + 1);
    for (const feed of this.openFeeds) feed.catchUp();
  }

  say(articleId: string, people: { id: string; name: string }[]): void {
    for (const feed of this.openFeeds)
      if (feed.afters.has(articleId)) feed.emit('presence', { articleId, people });
  }

  notice(): void {
    for (const feed of this.openFeeds) feed.emit('notices', {});
  }

  /** All connections break, as when the server is restarted. */
  break(): void {
    for (const feed of this.openFeeds) feed.emit('error');
  }
}

export class ServerFeed implements FeedSource {
  /** As an EventSource's: 0 connecting, 1 open, 2 closed. */
  readyState = 0;
  readonly afters: Map<string, number>;
  readonly #listeners = new Map<string, ((event: { data?: unknown }) => void)[]>();

  constructor(
    private readonly server: LiveServer,
    address: string,
  ) {
    const list = new URL(address, 'http://localhost').searchParams.get('articles') ?? '';
    this.afters = new Map(
      list
        .split(',')
        .filter(Boolean)
        .map((follow) => [follow.split(':')[0]!, Number(follow.split(':')[1])]),
    );
  }

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  close(): void {
    this.readyState = 2;
  }
  begin(): void {
    if (this.readyState === 2) return;
    if (this.server.isDown || this.server.isSignedOut) {
      this.readyState = this.server.isSignedOut ? 2 : 0;
      return this.emit('error');
    }
    this.readyState = 1;
    this.emit('open');
    for (const articleId of this.afters.keys())
      if (this.server.forbidden.has(articleId)) {
        this.afters.delete(articleId);
        this.emit('closed', { articleId });
      }
    this.catchUp();
  }
  catchUp(): void {
    for (const [articleId, after] of this.afters)
      for (let seq = after + 1; seq <= (this.server.seqs.get(articleId) ?? 0); seq++) {
        if (this.readyState !== 1) return;
        this.afters.set(articleId, seq);
        const annotation = { id: 'a', version: seq };
        this.emit('change', { articleId, seq, annotationId: 'a', actor: { id: 'p' }, annotation });
      }
  }
  emit(type: string, message?: unknown): void {
    const event = { data: message === undefined ? undefined : JSON.stringify(message) };
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
}

/** A browser whose tabs share locks and channels. Messages arrive a turn later, in order, as between processes. */
export class LiveBrowser {
  readonly #channels = new Map<string, Set<{ tab: LiveTab; hear: (message: unknown) => void }>>();
  readonly #locks = new Map<string, { tab: LiveTab; onHeld: () => void; isHeld: boolean }[]>();
  #ids = 0;

  constructor(readonly server: LiveServer) {}

  newId = (): string => `tab-${++this.#ids}`;

  talkOf(tab: LiveTab): TabsTalk {
    return {
      openChannel: (name, hear) => {
        const ends = this.#channels.get(name) ?? new Set();
        const end = { tab, hear };
        this.#channels.set(name, ends.add(end));
        return {
          post: (message) => {
            const copy: unknown = structuredClone(message);
            for (const other of ends)
              if (other !== end) setImmediate(() => ends.has(other) && other.hear(structuredClone(copy)));
          },
          close: () => void ends.delete(end),
        };
      },
      hold: (lock, onHeld) => {
        const queue = this.#locks.get(lock) ?? [];
        this.#locks.set(lock, queue);
        const question = { tab, onHeld, isHeld: false };
        queue.push(question);
        setImmediate(() => this.#grant(lock));
        return () => this.#release(lock, question);
      },
    };
  }

  /** The tab is gone without a word. */
  crash(tab: LiveTab): void {
    for (const ends of this.#channels.values())
      for (const end of [...ends]) if (end.tab === tab) ends.delete(end);
    for (const [lock, queue] of this.#locks)
      for (const question of queue.filter((each) => each.tab === tab)) this.#release(lock, question);
    for (const feed of tab.feeds) feed.close();
  }

  #grant(lock: string): void {
    const first = this.#locks.get(lock)?.[0];
    if (!first || first.isHeld) return;
    first.isHeld = true;
    first.onHeld();
  }

  #release(lock: string, question: { tab: LiveTab }): void {
    const queue = this.#locks.get(lock)!;
    const at = queue.findIndex((each) => each === question);
    if (at < 0) return;
    queue.splice(at, 1);
    setImmediate(() => this.#grant(lock));
  }
}

/** One tab, its clock in the test's hand. */
export class LiveTab {
  readonly stream: BrowserStream;
  readonly feeds: ServerFeed[] = [];
  /** The numbers that arrived, by article. */
  readonly got = new Map<string, Set<number>>();
  isOutOfSight = false;
  #timers: { after: number; work: () => void }[] = [];
  #listeners = new Set<(change: PageChange) => void>();

  constructor(
    readonly browser: LiveBrowser,
    { userId = 'ada', alone = false }: { userId?: string; alone?: boolean } = {},
  ) {
    const environment: LiveEnvironment = {
      newId: browser.newId,
      fetch: async () => new Response(null, { status: browser.server.isSignedOut ? 401 : 200 }),
      chance: () => 0.5,
      after: (after, work) => {
        const timer = { after, work };
        this.#timers.push(timer);
        return () => void (this.#timers = this.#timers.filter((each) => each !== timer));
      },
      isOnline: () => true,
      isHidden: () => this.isOutOfSight,
      onPage: (listener) => {
        this.#listeners.add(listener);
        return () => void this.#listeners.delete(listener);
      },
      openFeed: (address) => {
        const feed = browser.server.open(address);
        this.feeds.push(feed);
        return feed;
      },
      tabs: alone ? null : browser.talkOf(this),
    };
    this.stream = new BrowserStream(environment, userId);
  }

  /** Follows an article from the number on that its page was rendered with; `said` is what was told beside changes. */
  follow(articleId: string, from = this.browser.server.seqs.get(articleId) ?? 0) {
    const got = new Set<number>();
    this.got.set(articleId, got);
    const said = { connection: 'connecting', people: [] as string[] };
    const stop = this.stream.followArticle({
      articleId,
      after: () => from + [...got].filter((seq) => seq > from).length,
      onChange: ({ seq }) => void got.add(seq),
      onPeople: (people) => void (said.people = people.map(({ name }) => name)),
      onConnection: (connection) => void (said.connection = connection),
    });
    return { from, said, stop };
  }

  has(articleId: string, from: number): boolean {
    const to = this.browser.server.seqs.get(articleId) ?? 0;
    return Array.from({ length: to - from }, (_, i) => from + i + 1).every((seq) =>
      this.got.get(articleId)!.has(seq),
    );
  }

  say(change: PageChange): void {
    if (change === 'hidden' || change === 'shown') this.isOutOfSight = change === 'hidden';
    for (const listener of this.#listeners) listener(change);
  }

  /** Lets everything happen that waits for its time. */
  ring(): void {
    const due = this.#timers;
    this.#timers = [];
    for (const { work } of due) work();
  }
}

/** Until every message and every grant that nothing holds back has arrived. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 40; i++) await new Promise((done) => setImmediate(done));
}
