import { v7 } from 'uuid';
import { onSignedIn } from '@/app/_forms/session-news';
import { streamOf } from '@/app/_live/later-stream';
import { indexedDbOutbox } from './indexed-db-outbox';
import { indexedDbSteps } from './indexed-db-steps';
import { openTabs } from './open-tabs';
import type { StoreEnvironment } from './store-environment';

/** A request without an answer for so long, in milliseconds, is sent again. */
const PATIENCE = 20_000;

/** The surroundings of a store in a browser. Touches nothing before it is used, so that a server can make it too. */
export function browserEnvironment(): StoreEnvironment {
  return {
    fetch: (address, request) => fetch(address, { ...request, signal: AbortSignal.timeout(PATIENCE) }),
    outbox: indexedDbOutbox(),
    steps: indexedDbSteps(),
    now: () => new Date(),
    newId: v7,
    chance: Math.random,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
    streamOf,
    // Also on the server, where there is none, nothing is said about a network.
    isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
    isHidden: () => document.visibilityState === 'hidden',
    onChange: listenToPage,
    tabs: openTabs(),
  };
}

const listenToPage: StoreEnvironment['onChange'] = (listener) => {
  const ending = new AbortController();
  const { signal } = ending;
  window.addEventListener('online', () => listener('online'), { signal });
  window.addEventListener('offline', () => listener('offline'), { signal });
  window.addEventListener('focus', () => listener('shown'), { signal });
  // A page that comes back from the browser's cache has lost its stream.
  window.addEventListener('pageshow', (event) => event.persisted && listener('online'), { signal });
  document.addEventListener(
    'visibilitychange',
    () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'shown'),
    { signal },
  );
  signal.addEventListener(
    'abort',
    onSignedIn(() => listener('signed_in')),
  );
  return () => ending.abort();
};
