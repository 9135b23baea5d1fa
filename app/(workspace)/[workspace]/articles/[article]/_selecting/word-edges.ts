import type { Span } from '@/lib/domain/span';
import type { TextIndex } from '@/lib/domain/text-index';

export type Edge = 'start' | 'end';
export type Way = 'back' | 'on';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
/** How far the next word is looked for, in code units. */
const REACH = 200;

/**
 * The span with one end moved by a word: a start moves to where a word begins, an end to where one ends. The same
 * span where there is no further word, or where nothing would be left of it.
 */
export function spanWithEdgeMoved(index: TextIndex, span: Span, edge: Edge, way: Way): Span {
  const unit = index.unitFromCodePoint(span[edge]);
  const found = wordEdgesNear(index.text, unit, edge).filter((at) => (way === 'on' ? at > unit : at < unit));
  const next = way === 'on' ? found[0] : found.at(-1);
  if (next === undefined) return span;
  const moved = { ...span, [edge]: index.codePointFromUnit(next) };
  return moved.end > moved.start ? moved : span;
}

function wordEdgesNear(text: string, unit: number, edge: Edge): number[] {
  const from = Math.max(0, unit - REACH);
  const edges: number[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, unit + REACH)))
    if (isWordLike) edges.push(from + index + (edge === 'end' ? segment.length : 0));
  return edges;
}
