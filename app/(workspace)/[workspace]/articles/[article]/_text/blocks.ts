import { isHiddenRole } from '@/lib/domain/hidden-role';
import type { Region } from '@/lib/domain/region';
import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';
import type { RegionRole } from '@/lib/domain/vocabulary';

/** A stretch of a line in one role; blanks between two regions belong to the one before them. */
export interface Piece extends Span {
  role: RegionRole;
}

/** One line of the text as one block of the page: without its line end, never blank. */
export interface Block extends Span {
  role: RegionRole;
  pieces: Piece[];
  /** Nothing of it is shown until the reader asks. */
  hidden: boolean;
}

/** The lines of a text that hold something, each with its pieces in order. Regions sorted and disjoint; linear. */
export function blocksOf(index: TextIndex, regions: readonly Region[]): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const line of linesOf(index)) {
    while (next < regions.length && regions[next]!.end <= line.start) next++;
    const pieces: Piece[] = [];
    for (let i = next; i < regions.length && regions[i]!.start < line.end; i++) {
      const region = regions[i]!;
      const start = pieces.length ? Math.max(line.start, region.start) : line.start;
      const previous = pieces.at(-1);
      if (previous) previous.end = start;
      pieces.push({ start, end: Math.min(line.end, region.end), role: region.role });
    }
    const last = pieces.at(-1);
    if (!last) continue;
    last.end = line.end;
    blocks.push({ ...line, pieces, role: roleOf(pieces), hidden: pieces.every(isHiddenPiece) });
  }
  return blocks;
}

export const isHiddenPiece = (piece: Piece): boolean => isHiddenRole(piece.role);

/** How many lines are hidden in whole or in part. */
export const hiddenCount = (blocks: readonly Block[]): number =>
  blocks.filter((block) => block.pieces.some(isHiddenPiece)).length;

/** The block that holds a code point, or the last one before it; null before the first. */
export const blockAt = (blocks: readonly Block[], codePoint: number): Block | null =>
  blocks[blockIndexAt(blocks, codePoint)] ?? null;

/** Where in the list {@link blockAt} finds it; -1 before the first. */
export function blockIndexAt(blocks: readonly Span[], codePoint: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.start <= codePoint) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A paragraph that opens with its dateline is a paragraph. */
function roleOf(pieces: readonly Piece[]): RegionRole {
  const shown = pieces.filter((piece) => !isHiddenPiece(piece));
  const main = shown.find((piece) => piece.role === 'body') ?? shown[0] ?? pieces[0]!;
  return main.role;
}

function* linesOf(index: TextIndex): Generator<Span> {
  let unit = 0;
  let start = 0;
  while (unit < index.text.length) {
    const found = index.text.indexOf('\n', unit);
    const endUnit = found < 0 ? index.text.length : found;
    const end = index.codePointFromUnit(endUnit);
    if (end > start) yield { start, end };
    unit = endUnit + 1;
    start = end + 1;
  }
}

/** What is not shown until asked, in order and disjoint. */
export const hiddenSpans = (blocks: readonly Block[]): Span[] =>
  blocks.flatMap((block) => block.pieces.filter(isHiddenPiece).map(({ start, end }) => ({ start, end })));

export const isHiddenAt = (blocks: readonly Block[], codePoint: number): boolean =>
  blockAt(blocks, codePoint)?.pieces.some(
    (piece) => isHiddenPiece(piece) && piece.start <= codePoint && codePoint < piece.end,
  ) ?? false;
