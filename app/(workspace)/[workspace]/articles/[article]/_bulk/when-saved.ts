import type { Saving } from '../_browser/article-store';

/** How long somebody waits for what is on its way, in milliseconds. */
const PATIENCE = 5_000;

interface Watched {
  getSnapshot: () => { saving: ReadonlyMap<string, Saving> };
  subscribe: (listener: () => void) => () => void;
}

/**
 * Whether the server has all that was done here to an annotation, as soon as that is so; false at once where something
 * waits for its editor or for the network, and after a while where there is no answer.
 */
export function whenSaved(store: Watched, id: string): Promise<boolean> {
  const saving = (): Saving => store.getSnapshot().saving.get(id) ?? 'saved';
  return new Promise((resolve) => {
    const look = (): void => {
      if (saving() !== 'saving') end();
    };
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve(saving() === 'saved');
    };
    const timer = setTimeout(() => end(), PATIENCE);
    const stop = store.subscribe(look);
    look();
  });
}
