import fc from 'fast-check';
import type { Span } from '@/lib/domain/span';

/** Spans within a text of this length; they may overlap, touch and repeat. */
export const spansWithin = (length: number, maxLength = 8): fc.Arbitrary<Span[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: length - 1 }), fc.integer({ min: 1, max: length }))
      .map(([start, size]) => ({ start, end: Math.min(length, start + size) })),
    { maxLength },
  );

/** A short text's length and the spans of so many observers. */
export const annotatedText = (observers: number) =>
  fc.integer({ min: 1, max: 24 }).chain((length) =>
    fc.record({
      length: fc.constant(length),
      observers: fc.array(spansWithin(length), { minLength: observers, maxLength: observers }),
    }),
  );
