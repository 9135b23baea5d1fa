/** Of how many annotations in one paragraph a stack is made; fewer stand each for itself. */
export const STACK_FROM = 5;
/** A run beside the open card that is this short stays as cards. */
const SHORTEST_RUN = 2;

/** Rows a stack shows by itself; the rest on demand. */
export const STACK_ROWS = 6;
/** How high items are taken to be until they were measured, in pixels. */
const CARD_HEIGHT = 44;
const ROW_HEIGHT = 26;

export type MarginItem<T> = { type: 'card'; item: T } | { type: 'stack'; key: string; items: T[] };

/** The annotation beside whose words an item stands. */
export const anchorOf = <T>(item: MarginItem<T>): T => (item.type === 'card' ? item.item : item.items[0]!);

export const estimatedHeight = (item: MarginItem<unknown>): number =>
  item.type === 'card' ? CARD_HEIGHT : ROW_HEIGHT * Math.min(item.items.length, STACK_ROWS + 1);

/**
 * What the margin shows: one card per annotation, but where one paragraph has many, those before and after the
 * open one are a stack each. Keeps the order; loses none.
 */
export function marginItemsOf<T extends { id: string }>(
  items: readonly T[],
  placeOf: (item: T) => number | null,
  openId: string | null,
): MarginItem<T>[] {
  const shown: MarginItem<T>[] = [];
  const places = items.map(placeOf);
  for (let from = 0; from < items.length;) {
    const place = places[from]!;
    let to = from + 1;
    while (to < items.length && places[to] === place) to++;
    const group = items.slice(from, to);
    if (group.length < STACK_FROM || place === null) shown.push(...group.map(cardOf));
    else shown.push(...stacksOf(group, openId));
    from = to;
  }
  return shown;
}

function stacksOf<T extends { id: string }>(group: readonly T[], openId: string | null): MarginItem<T>[] {
  const open = group.findIndex((item) => item.id === openId);
  if (open < 0) return [stackOf(group)];
  const [before, after] = [group.slice(0, open), group.slice(open + 1)];
  return [...runOf(before), cardOf(group[open]!), ...runOf(after)];
}

const runOf = <T extends { id: string }>(run: readonly T[]): MarginItem<T>[] =>
  run.length > SHORTEST_RUN ? [stackOf(run)] : run.map(cardOf);
const cardOf = <T>(item: T): MarginItem<T> => ({ type: 'card', item });
const stackOf = <T extends { id: string }>(items: readonly T[]): MarginItem<T> => ({
  type: 'stack',
  key: `stack-${items[0]!.id}`,
  items: [...items],
});
