import { memoryOutbox } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/memory-outbox';
import { memorySteps } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/memory-steps';
import type { OutboxCommand } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/outbox-command';
import type {
  PageChange,
  StoreEnvironment,
} from '@/app/(workspace)/[workspace]/articles/[article]/_browser/store-environment';
import type { KeptStep } from '@/app/(workspace)/[workspace]/articles/[article]/_browser/step-storage';
import type { ArticleFollower, ArticleStream } from '@/app/_live/browser-stream';
import type { Connection } from '@/app/_live/stream-message';
import type { ChangeMessage, PresenceMessage, RevisionMessage } from '@/lib/live/wire';
import type { FakeServer } from './fake-server';

/** What the store hears of the stream that the test holds. */
export class HeldFeed {
  isFollowed = true;

  constructor(readonly follower: ArticleFollower) {}

  emit(type: 'open' | 'closed'): void;
  emit(type: 'connection', message: Connection): void;
  emit(type: 'change', message: ChangeMessage): void;
  emit(type: 'presence', message: PresenceMessage): void;
  emit(type: 'revision', message: RevisionMessage): void;
  emit(type: string, message?: unknown): void {
    const { onChange, onPeople, onRevision, onConnection } = this.follower;
    if (!this.isFollowed) return;
    if (type === 'open') onConnection?.('live');
    if (type === 'connection') onConnection?.(message as Connection);
    if (type === 'closed') onConnection?.('closed');
    if (type === 'change') onChange?.(message as ChangeMessage);
    if (type === 'presence') onPeople?.((message as PresenceMessage).people);
    if (type === 'revision') onRevision?.(message as RevisionMessage);
  }
}

/** What two pages of one browser share: its storage, and the tabs that are open in it. */
export class HeldBrowser {
  readonly commands = new Map<string, OutboxCommand>();
  readonly steps = new Map<string, KeptStep>();
  readonly openTabs = new Set<string>();
  #ids = 0;

  newId = (): string => `0195e000-0000-7000-8000-${String(++this.#ids).padStart(12, '0')}`;
}

/** Surroundings of a store in which time, network and chance are the test's. */
export class HeldEnvironment implements StoreEnvironment {
  readonly outbox;
  readonly steps;
  readonly newId;
  readonly tabs;
  readonly feeds: HeldFeed[] = [];
  /** How often the store asked for the stream to be there now. */
  wakes = 0;
  isOffline = false;
  isOutOfSight = false;
  #time = Date.parse('2026-03-01T09:00:00Z');
  #timers: { at: number; work: () => void }[] = [];
  #listeners = new Set<Parameters<StoreEnvironment['onChange']>[0]>();

  constructor(
    readonly server: FakeServer,
    readonly browser = new HeldBrowser(),
  ) {
    this.outbox = memoryOutbox(browser.commands);
    this.steps = memorySteps(browser.steps);
    this.newId = browser.newId;
    const id = browser.newId();
    browser.openTabs.add(id);
    this.tabs = { id, listOpen: async () => new Set([...browser.openTabs].filter((tab) => tab !== id)) };
  }

  fetch: StoreEnvironment['fetch'] = (address, request) => this.server.fetch(address, request);
  now = (): Date => new Date(this.#time);
  chance = (): number => 0.5;
  isOnline = (): boolean => !this.isOffline;
  isHidden = (): boolean => this.isOutOfSight;

  after: StoreEnvironment['after'] = (milliseconds, work) => {
    const timer = { at: this.#time + milliseconds, work };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer);
    };
  };

  streamOf = (): ArticleStream => ({
    followArticle: (follower) => {
      const feed = new HeldFeed(follower);
      this.feeds.push(feed);
      return () => void (feed.isFollowed = false);
    },
    wake: () => void this.wakes++,
  });

  onChange: StoreEnvironment['onChange'] = (listener) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get feed(): HeldFeed {
    return this.feeds.at(-1)!;
  }

  say(change: PageChange): Promise<void> {
    if (change === 'online' || change === 'offline') this.isOffline = change === 'offline';
    if (change === 'shown' || change === 'hidden') this.isOutOfSight = change === 'hidden';
    for (const listener of this.#listeners) listener(change);
    return this.settle();
  }

  /** Lets time pass and what waited for it happen. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#time + milliseconds;
    for (;;) {
      await this.settle();
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#time = next.at;
      next.work();
    }
    this.#time = until;
  }

  deliver(event: ChangeMessage): void {
    this.feed.emit('change', event);
  }

  /** Until every promise that nothing holds back has run. */
  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
  }

  /** The page goes, and with it its tab. */
  leave(): void {
    this.browser.openTabs.delete(this.tabs.id);
  }
}
