import { v7 } from 'uuid';
import type { Tabs } from './store-environment';

const LOCK = 'touchstone-tab:';

let ownTabs: Tabs | null = null;

/** The tab that this page is in, also after it has gone from one article to another and back. */
export const openTabs = (): Tabs => (ownTabs ??= newTabs());

/**
 * Which tabs of this browser are open, by locks that the browser frees when a page goes or crashes. Where there are
 * no locks (without https) every tab counts as gone: then two may send one command, which the server applies once.
 */
function newTabs(): Tabs {
  const id = v7();
  let holding = false;
  return {
    id,
    listOpen: async () => {
      if (!navigator.locks) return new Set();
      if (!holding) {
        holding = true;
        await new Promise<void>((held) => {
          void navigator.locks.request(LOCK + id, () => {
            held();
            // Until the page goes.
            return new Promise<never>(() => {});
          });
        });
      }
      const { held = [] } = await navigator.locks.query();
      const names = held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
      return new Set(names.filter((name) => name !== id));
    },
  };
}
