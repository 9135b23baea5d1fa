import type { ArticleStream } from '@/app/_live/browser-stream';
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
  /** The stream that this person's tabs share. */
  streamOf: (userId: string) => ArticleStream;
  isOnline: () => boolean;
  /** Whether nobody can see the page now. */
  isHidden: () => boolean;
  /** The answer ends it. */
  onChange: (listener: (change: PageChange) => void) => () => void;
  tabs: Tabs;
}

/** The network comes and goes, the page is shown and hidden, somebody signs in on this browser. */
export type PageChange = 'online' | 'offline' | 'shown' | 'hidden' | 'signed_in';

/** The page's own name among the tabs of this browser, and those that are open. */
export interface Tabs {
  id: string;
  listOpen: () => Promise<ReadonlySet<string>>;
}
