/** The room between two cards, in pixels. */
export const CARD_GAP = 10;

/**
 * Where the tops of the margin's cards lie, in pixels from the top of the margin: in order, never overlapping, each as near
 * to its anchor as the others allow (least squares: isotonic regression by pooling adjacent violators). The active
 * card stands exactly at its anchor, unless those above it need the room. Nothing lies above 0.
 */
export function cardPositions(
  heights: readonly number[],
  anchors: readonly number[],
  activeIndex: number | null,
  gap = CARD_GAP,
): number[] {
  // With the heights of those above taken away, "no overlap" becomes "not descending".
  const offsets: number[] = [];
  let offset = 0;
  for (const height of heights) {
    offsets.push(offset);
    offset += height + gap;
  }
  const wanted = anchors.map((anchor, i) => anchor - offsets[i]!);
  const at = (level: number, i: number) => level + offsets[i]!;
  if (activeIndex === null || wanted[activeIndex] === undefined)
    return notDescending(wanted).map((level, i) => at(Math.max(0, level), i));

  const fixed = Math.max(0, wanted[activeIndex]);
  const above = notDescending(wanted.slice(0, activeIndex)).map((level) =>
    Math.min(Math.max(0, level), fixed),
  );
  const below = notDescending(wanted.slice(activeIndex + 1)).map((level) => Math.max(level, fixed));
  return [...above, fixed, ...below].map(at);
}

/** The non-descending sequence nearest to the values, by the sum of squares. Linear. */
function notDescending(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    let pool = { sum: value, count: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.count > pool.sum / pool.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
