import type { Annotation } from '@/lib/domain/annotation';
import { lanesOf } from '@/lib/domain/segments';
import { overlaps, type Span } from '@/lib/domain/span';
import type { Kind, Status } from '@/lib/domain/vocabulary';
import { nameOfAnnotation } from './annotation-words';
import type { Block } from './blocks';

/** What a block needs to know of an annotation that lies in it. */
export interface BlockMark {
  id: string;
  kind: Kind;
  status: Status;
  /** 0 is nearest to the words. */
  lane: number;
  name: string;
  spans: readonly Span[];
}

/** For each block the marks that lie in it, in document order. Annotations in document order. */
export function marksByBlock(blocks: readonly Block[], annotations: readonly Annotation[]): BlockMark[][] {
  const lanes = lanesOf(annotations);
  const marks = annotations.map((annotation) => ({
    id: annotation.id,
    kind: annotation.kind,
    status: annotation.status,
    lane: lanes.get(annotation.id) ?? 0,
    name: nameOfAnnotation(annotation),
    spans: annotation.spans,
  }));
  return blocks.map((block) => marks.filter((mark) => mark.spans.some((span) => overlaps(span, block))));
}

export const areSameMarks = (a: readonly BlockMark[], b: readonly BlockMark[]): boolean =>
  a === b || (a.length === b.length && a.every((mark, i) => isSameMark(mark, b[i]!)));

const isSameMark = (a: BlockMark, b: BlockMark): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.status === b.status &&
  a.lane === b.lane &&
  a.name === b.name &&
  areSameSpans(a.spans, b.spans);

export const areSameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a === b ||
  (a.length === b.length && a.every((span, i) => span.start === b[i]!.start && span.end === b[i]!.end));
