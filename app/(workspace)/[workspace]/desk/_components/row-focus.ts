/** The buttons and links that open what waits, in the order of the page. */
export const openersOnPage = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-desk-row] [data-opener]'),
];

/** The place of the row in which the focus is; -1 where it is in none. */
export function indexOfFocus(): number {
  const row = document.activeElement?.closest('[data-desk-row]');
  const opener = row?.querySelector<HTMLElement>('[data-opener]');
  return opener ? openersOnPage().indexOf(opener) : -1;
}

/** Moves the focus to a row, as far as there is one. */
export function focusAt(index: number): void {
  const openers = openersOnPage();
  openers[Math.max(0, Math.min(index, openers.length - 1))]?.focus();
}
