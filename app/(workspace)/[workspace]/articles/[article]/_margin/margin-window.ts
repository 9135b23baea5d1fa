/** Which of the margin's items are rendered: those from `from` to before `to`. */
export interface ItemWindow {
  from: number;
  to: number;
}

/** So few items are all rendered, always. */
export const ALL_RENDERED = 60;
/** What comes with the page. It gives way to what is near as soon as that is known. */
export const FIRST_WINDOW: ItemWindow = { from: 0, to: 20 };
/** So many stand in the list under the text, where there is no margin, before one asks for more. */
export const LIST_LENGTH = 200;
/** In screens, beyond the window on either side: what is rendered anew, and what has to be there at the least. */
const RENDERED = 0.8;
const NEEDED = 0.3;

/** The items near a stretch of the list. `tops` ascending; all measures in pixels. */
export function windowAround(tops: readonly number[], from: number, height: number): ItemWindow {
  return itemsBetween(tops, from - RENDERED * height, from + (1 + RENDERED) * height);
}

/** Whether a window holds what can be seen and some more. */
export function isEnough(shown: ItemWindow, tops: readonly number[], from: number, height: number): boolean {
  const needed = itemsBetween(tops, from - NEEDED * height, from + (1 + NEEDED) * height);
  return shown.from <= needed.from && shown.to >= needed.to && shown.to <= tops.length;
}

/** The items that begin between two heights, and the one before, which may reach into it. */
function itemsBetween(tops: readonly number[], top: number, bottom: number): ItemWindow {
  return { from: Math.max(0, countBelow(tops, top) - 1), to: countBelow(tops, bottom) };
}

/** How many begin above a height. */
function countBelow(tops: readonly number[], height: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle]! < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
