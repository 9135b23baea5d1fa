import { v7 } from 'uuid';
import type { FeedSource, LiveEnvironment, TabsTalk } from './live-environment';

/** Milliseconds after which a question to the server counts as unanswered. */
const PATIENCE = 20_000;

/** The surroundings in a browser. Called when something is followed, so never on a server. */
export const browserLiveEnvironment = (): LiveEnvironment => ({
  newId: v7,
  fetch: (address, request) => fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE) }),
  chance: Math.random,
  after: (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
  isOnline: () => navigator.onLine !== false,
  isHidden: () => document.visibilityState === 'hidden',
  onPage: listenToPage,
  openFeed: (address) => new EventSource(address) as FeedSource,
  tabs: typeof BroadcastChannel !== 'undefined' && navigator.locks ? tabsTalk : null,
});

const listenToPage: LiveEnvironment['onPage'] = (listener) => {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener('online', () => listener('online'), { signal });
  window.addEventListener('focus', () => listener('shown'), { signal });
  window.addEventListener('pagehide', () => listener('left'), { signal });
  window.addEventListener('pageshow', (event) => event.persisted && listener('back'), { signal });
  document.addEventListener(
    'visibilitychange',
    () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'shown'),
    { signal },
  );
  return () => ending.abort();
};

const tabsTalk: TabsTalk = {
  openChannel: (name, hear) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => hear(data);
    return { post: (message) => channel.postMessage(message), close: () => channel.close() };
  },
  hold: (lock, onHeld) => {
    const asking = new AbortController();
    let giveBack = (): void => {};
    const held = new Promise<void>((done) => (giveBack = done));
    navigator.locks
      .request(lock, { signal: asking.signal }, () => {
        if (asking.signal.aborted) return;
        onHeld();
        return held;
      })
      // The question was taken back.
      .catch(() => {});
    return () => {
      asking.abort();
      giveBack();
    };
  },
};
