import type { ReadyCommand } from './command';

type Offer = () => readonly ReadyCommand[];

const offers = new Set<Offer>();

/** Puts a page's own commands into the list of commands, until the function that it returns is called. */
export function offerCommands(offer: Offer): () => void {
  offers.add(offer);
  return () => offers.delete(offer);
}

/** What can be asked of the page as it stands now. */
export const offeredCommands = (): ReadyCommand[] => [...offers].flatMap((offer) => offer());
