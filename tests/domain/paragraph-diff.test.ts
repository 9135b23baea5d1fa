import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesInContext, paragraphDiffOf } from '@/lib/domain/paragraph-diff';

const HEAD = 'The pier is to be mended';
const FERRY = 'The ferry will sail again in May, the harbour office said on Monday.';
const COST = 'Mending the pier costs four million crowns, and the town pays half of it.';
const END = 'Nobody was hurt.';

const kindsOf = (before: string[], after: string[]) =>
  paragraphDiffOf(before.join('\n\n'), after.join('\n\n')).map(({ kind }) => kind);

describe('a difference by paragraph', () => {
  test('pairs a paragraph with its new wording, and tells what is new and what is gone', () => {
    const changes = paragraphDiffOf(
      [HEAD, FERRY, COST, END].join('\n\n'),
      [HEAD, FERRY.replace('will sail', 'will not sail'), END, 'Updated at noon.'].join('\n\n'),
    );
    expect(changes).toEqual([
      { kind: 'same', before: HEAD, after: HEAD },
      { kind: 'changed', before: FERRY, after: FERRY.replace('will sail', 'will not sail') },
      { kind: 'removed', before: COST, after: null },
      { kind: 'same', before: END, after: END },
      { kind: 'added', before: null, after: 'Updated at noon.' },
    ]);
  });

  test('takes a paragraph of other words for another one', () => {
    expect(kindsOf([HEAD, FERRY], [HEAD, 'Seven barges were towed upriver at dawn.'])).toEqual([
      'same',
      'removed',
      'added',
    ]);
  });

  test('leaves blank lines out', () => {
    expect(paragraphDiffOf(`${HEAD}\n\n\n${END}`, `${HEAD}\n${END}\n`).map(({ kind }) => kind)).toEqual([
      'same',
      'same',
    ]);
  });

  test('holds every paragraph of both texts once, in order', () => {
    const line = fc.constantFrom('', ' ', HEAD, FERRY, COST, END, 'The ferry will not sail in May.', '“👩‍👩‍👧”');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    const paragraphsOf = (source: string) => source.split('\n').filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = paragraphDiffOf(before, after);
        expect(changes.flatMap((change) => change.before ?? [])).toEqual(paragraphsOf(before));
        expect(changes.flatMap((change) => change.after ?? [])).toEqual(paragraphsOf(after));
        for (const change of changes)
          if (change.kind !== 'added' && change.kind !== 'removed')
            expect(change.before === change.after).toBe(change.kind === 'same');
      }),
    );
  });

  test('rewritten from end to end in a thousand paragraphs it takes no long time', () => {
    const lines = (of: string) =>
      Array.from({ length: 1_000 }, (_, i) => `${of}${i} ${of}${i * 7} went there`);
    const since = performance.now();
    expect(paragraphDiffOf(lines('a').join('\n'), lines('b').join('\n'))).toHaveLength(2_000);
    expect(performance.now() - since).toBeLessThan(5_000);
  });
});

test('to be read, only the neighbours of a change are kept of what stayed', () => {
  const same = Array.from({ length: 7 }, (_, i) => `Line ${i}`);
  const changes = paragraphDiffOf(same.join('\n'), [...same.slice(0, 3), 'New', ...same.slice(3)].join('\n'));
  expect(changesInContext(changes).map((each) => (each.kind === 'skipped' ? each.count : each.kind))).toEqual(
    [2, 'same', 'added', 'same', 3],
  );
});
