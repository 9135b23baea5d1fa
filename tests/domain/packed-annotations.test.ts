import { describe, expect, test } from 'vitest';
import { excerptOf } from '@/lib/domain/excerpt';
import { packedAnnotations, unpackedAnnotations } from '@/lib/domain/packed-annotations';
import { TextIndex } from '@/lib/domain/text-index';
import { anAnnotation } from '../support/an-annotation';

const index = new TextIndex('The pier 🔥 burned, “all of it”, says the harbour office.');
const spanAt = (start: number, end: number) => ({ start, end, ...excerptOf(index, { start, end }) });
const back = (annotations: ReturnType<typeof anAnnotation>[]) =>
  // As it travels.
  unpackedAnnotations(JSON.parse(JSON.stringify(packedAnnotations(annotations, index))), index);

describe('packed annotations', () => {
  test('come out as they went in, of every kind', () => {
    const annotations = [
      anAnnotation({ id: 'a', spans: [spanAt(4, 8), spanAt(11, 17)] }),
      anAnnotation({ id: 'b', kind: 'quote', spans: [spanAt(19, 30)], tags: ['fire'], version: 3 }),
      anAnnotation({ id: 'c', kind: 'prediction', spans: [spanAt(0, 8)], recheck: { sinceRevision: 2 } }),
      anAnnotation({ id: 'd', spans: [], deletedAt: '2026-03-02T09:00:00.000Z' }),
    ];
    expect(back(annotations)).toEqual(annotations);
  });

  test('keep the words of one that lost its place in this text', () => {
    const orphan = anAnnotation({
      anchor: 'orphaned',
      spans: [{ start: 4, end: 9, exact: 'ferry', prefix: 'The ', suffix: ' sank' }],
    });
    expect(back([orphan])).toEqual([orphan]);
  });

  test('hold what several have in common once', () => {
    const [a, b] = back(['a', 'b'].map((id) => anAnnotation({ id, spans: [spanAt(4, 8)] })));
    expect(a!.author).toBe(b!.author);
  });
});
