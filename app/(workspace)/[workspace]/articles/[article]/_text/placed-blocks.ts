import type { Span } from '@/lib/domain/span';
import { blockIndexAt } from './blocks';

/** A line of the article as it lies on the page, in pixels. */
export interface PlacedBlock extends Span {
  top: number;
  height: number;
  element: HTMLElement;
}

/**
 * Where the lines of the article lie in the window that are shown. Their insides are not looked at: far from the window
 * they are not laid out.
 */
export const placedBlocks = (text: HTMLElement): PlacedBlock[] =>
  [...text.children].flatMap((child) => {
    const element = child as HTMLElement;
    const { block, end } = element.dataset;
    if (block === undefined) return [];
    const { top, height } = element.getBoundingClientRect();
    return [{ start: Number(block), end: Number(end), top, height, element }];
  });

/** The line that holds a code point; null where it is not shown. */
export function lineAt(blocks: readonly PlacedBlock[], codePoint: number): PlacedBlock | null {
  const block = blocks[blockIndexAt(blocks, codePoint)];
  return block && codePoint < block.end ? block : null;
}

/** How high a code point lies, reckoned by its share of its line; null where it is not shown. */
export function topOf(blocks: readonly PlacedBlock[], codePoint: number): number | null {
  const block = lineAt(blocks, codePoint);
  return block && block.top + (block.height * (codePoint - block.start)) / (block.end - block.start);
}
