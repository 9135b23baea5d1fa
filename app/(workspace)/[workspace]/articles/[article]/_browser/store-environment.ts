import type { OutboxStorage } from './outbox-storage';
import type { StepStorage } from './step-storage';

/** What the article's store needs of its surroundings: a browser, or a test that holds the clock and the network. */
export interface StoreEnvironment {
  /** Rejects when the server cannot be reached, or does not answer in time. */
  fetch: (address: string, request: RequestInit) => Promise<Response>;
  outbox: OutboxStorage;
  steps: StepStorage;
  now: () => Date;
  /** A new UUIDv7, greater than all that were made here before. */
  newId: () => string;
  /** At least 0 and less than 1. */
  chance: () => number;
  /** Runs the work once after so many milliseconds; the answer cancels it. */
  after: (milliseconds: number, work: () => void) => () => void;
  openFeed: (address: string) => FeedSource;
  isOnline: () => boolean;
  /** Whether nobody can see the page now. */
  isHidden: () => boolean;
  /** Tells of the network coming and going, of the page being shown and hidden; the answer ends it. */
  onChange: (listener: (change: 'online' | 'offline' | 'shown' | 'hidden') => void) => () => void;
  tabs: Tabs;
}

/** The page's own name among the tabs of this browser, and those that are open. */
export interface Tabs {
  id: string;
  listOpen: () => Promise<ReadonlySet<string>>;
}

/** The part of an EventSource that the feed uses. */
export interface FeedSource {
  readonly readyState: number;
  addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => void;
  close: () => void;
}
