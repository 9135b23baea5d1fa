import { blockIndexAt } from './blocks';

/** A line of the article as it lies on the page, in pixels of the window. */
export interface PlacedBlock {
  start: number;
  end: number;
  top: number;
  height: number;
  element: HTMLElement;
}

/** Where the lines of the article lie that are shown. Their insides are not looked at: far from the window they are not laid out. */
export const placedBlocks = (text: HTMLElement): PlacedBlock[] =>
  [...text.children].flatMap((child) => {
    const element = child as HTMLElement;
    const { block, end } = element.dataset;
    if (block === undefined) return [];
    const { top, height } = element.getBoundingClientRect();
    return [{ start: Number(block), end: Number(end), top, height, element }];
  });

/** How high a code point lies, reckoned by its share of its line; null where it is not shown. */
export function topOf(blocks: readonly PlacedBlock[], codePoint: number): number | null {
  const block = blocks[blockIndexAt(blocks, codePoint)];
  if (!block || codePoint >= block.end) return null;
  return block.top + (block.height * (codePoint - block.start)) / (block.end - block.start);
}

/** How high the first words of an annotation lie; null where they are not shown. */
export function firstLineOf(blocks: readonly PlacedBlock[], codePoint: number, id: string): number | null {
  const element = blocks[blockIndexAt(blocks, codePoint)]?.element;
  const mark = element?.querySelector(`mark[data-ids~="${id}"]`);
  return mark?.getClientRects()[0]?.top ?? null;
}
