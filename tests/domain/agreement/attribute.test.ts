import { expect, test } from 'vitest';
import { attributesOf } from '@/lib/domain/agreement/attribute';

const saidBy = (name: string, type: 'person' | 'author') =>
  attributesOf({
    kind: 'claim',
    status: 'unverified',
    attribution: [{ source: { name, type }, mode: 'named' }],
  });

test('a source is the same by type and folded name, an author by being the author', () => {
  expect(saidBy('Mara  O’Neill', 'person').source).toBe(saidBy("mara o'neill", 'person').source);
  expect(saidBy('Mara', 'person').source).not.toBe(saidBy('Ivo', 'person').source);
  expect(saidBy('the author', 'author').source).toBe(saidBy('Mara Lindt', 'author').source);
});

test('what is not there is none where that says something, and absent where it was not answered', () => {
  const none = attributesOf({
    kind: 'prediction',
    status: 'pending',
    attribution: [],
    prediction: { deadline: null, likelihoodWords: null, probability: null, polarity: null },
  });
  expect(none).toEqual({
    status: 'pending',
    source: 'none',
    mode: 'none',
    deadline: 'none',
    likelihoodWords: 'none',
    probability: 'none',
  });
});
