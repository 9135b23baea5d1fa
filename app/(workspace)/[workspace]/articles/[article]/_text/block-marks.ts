import type { Annotation } from '@/lib/domain/annotation';
import type { Span } from '@/lib/domain/span';
import { type Block, blockIndexAt } from './blocks';

/** The annotations that lie in each block, in document order. */
export type BlockMarks = readonly (readonly Annotation[])[];

/**
 * For each block the annotations that lie in it. Annotations in document order. A block in which nothing changed since
 * `before` gets the very list that it had there, so that it need not be looked at again.
 */
export function marksByBlock(
  blocks: readonly Block[],
  annotations: readonly Annotation[],
  before: BlockMarks = [],
): BlockMarks {
  const lists = blocks.map((): Annotation[] => []);
  for (const annotation of annotations)
    for (const span of annotation.spans)
      for (let i = Math.max(0, blockIndexAt(blocks, span.start)); i < blocks.length; i++) {
        const block = blocks[i]!;
        if (block.start >= span.end) break;
        // Several stretches of one annotation may lie in one block.
        if (block.end > span.start && lists[i]!.at(-1) !== annotation) lists[i]!.push(annotation);
      }
  return lists.map((list, i) => (isSameList(list, before[i]) ? before[i]! : list));
}

/** A function that remembers what it answered last: see {@link marksByBlock}. */
export function rememberedMarks(): typeof marksByBlock {
  let last: BlockMarks = [];
  return (blocks, annotations) => (last = marksByBlock(blocks, annotations, last));
}

const isSameList = <T>(a: readonly T[], b: readonly T[] | undefined): boolean =>
  b !== undefined && a.length === b.length && a.every((item, i) => item === b[i]);

export const areSameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a === b ||
  (a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end));
