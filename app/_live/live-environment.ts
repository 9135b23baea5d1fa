/** What the stream of a browser needs of its surroundings: a browser, or a test that holds the clock and the network. */
export interface LiveEnvironment {
  newId: () => string;
  /** Rejects when the server cannot be reached, or does not answer in time. */
  fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** At least 0 and less than 1. */
  chance: () => number;
  /** Runs the work once after so many milliseconds; the answer cancels it. */
  after: (milliseconds: number, work: () => void) => () => void;
  isOnline: () => boolean;
  /** Whether nobody can see the page now. */
  isHidden: () => boolean;
  /** `left`: the page goes; `back`: it was kept by the browser and is shown again. The answer ends it. */
  onPage: (listener: (change: PageChange) => void) => () => void;
  openFeed: (address: string) => FeedSource;
  /** What the tabs agree by; null where the browser has no locks (without https) or no channels. */
  tabs: TabsTalk | null;
}

export type PageChange = 'online' | 'shown' | 'hidden' | 'left' | 'back';

export interface TabsTalk {
  /** A channel to all other tabs of this browser. */
  openChannel: (name: string, hear: (message: unknown) => void) => TabsChannel;
  /**
   * Asks for a lock that one tab of the browser has at a time, freed when it goes or crashes. The answer gives it back,
   * or takes the question back.
   */
  hold: (lock: string, onHeld: () => void) => () => void;
}

export interface TabsChannel {
  post: (message: unknown) => void;
  close: () => void;
}

/** The part of an EventSource that is used. */
export interface FeedSource {
  readonly readyState: number;
  addEventListener: (type: string, listener: (event: { data?: unknown }) => void) => void;
  close: () => void;
}
