const ASKED = 'touchstone:palette-asked';

/** Opens the list of commands from elsewhere than its button. */
export const askForPalette = (): void => void document.dispatchEvent(new Event(ASKED));

/** Tells whoever can open the list, until the function that it returns is called. */
export function onPaletteAsked(open: () => void): () => void {
  document.addEventListener(ASKED, open);
  return () => document.removeEventListener(ASKED, open);
}
