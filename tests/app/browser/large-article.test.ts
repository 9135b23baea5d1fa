import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockHtml } from '@/app/(workspace)/[workspace]/articles/[article]/_text/block-html';
import { rememberedMarks } from '@/app/(workspace)/[workspace]/articles/[article]/_text/block-marks';
import { blocksOf } from '@/app/(workspace)/[workspace]/articles/[article]/_text/blocks';
import { linesAfter } from '@/app/(workspace)/[workspace]/articles/[article]/_text/line-boxes';
import {
  isEnough,
  windowAround,
} from '@/app/(workspace)/[workspace]/articles/[article]/_margin/margin-window';
import { markerName, markerNameAt } from '@/app/(workspace)/[workspace]/articles/[article]/_text/marker-name';
import { idsOver } from '@/app/(workspace)/[workspace]/articles/[article]/_text/marks-in-text';
import { stripTicks } from '@/app/(workspace)/[workspace]/articles/[article]/_text/strip-ticks';
import type { Annotation } from '@/lib/domain/annotation';
import { TextIndex } from '@/lib/domain/text-index';
import { anAnnotation } from '@/tests/support/an-annotation';

const text = 'A <b>bold</b> & “quiet” line.\nAnother line.\nA third.';
const index = new TextIndex(text);
const blocks = blocksOf(index, [{ start: 0, end: text.length, role: 'body' }]);
const places = { placeOf: new Map([['a', 1]]), total: 1 };

function markOn(id: string, words: string, given: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(words);
  return anAnnotation({
    id,
    spans: [{ start, end: start + words.length, exact: words, prefix: '', suffix: '' }],
    ...given,
  });
}
const htmlOf = (marks: readonly Annotation[]): string =>
  blockHtml({ pieces: blocks[0]!.pieces, index, marks, faint: null, places });

describe('blockHtml', () => {
  it('holds the text to the letter and nothing of it as HTML', () => {
    const html = htmlOf([markOn('a', 'bold</b>')]);
    expect(html).toContain('A &lt;b&gt;');
    expect(html).toContain('>bold&lt;/b&gt;</mark>');
    expect(html).not.toContain('<b>');
  });

  it('lets no name of a source out of its attribute', () => {
    const source = { id: 's', name: 'Quill" onfocus="alert(1)', type: 'person' as const };
    const html = htmlOf([markOn('a', 'line', { attribution: [{ source, cue: null, mode: 'named' }] })]);
    expect(html).toContain('said by Quill&quot; onfocus=&quot;alert(1). Open annotation 1 of 1"');
  });
});

describe('marksByBlock', () => {
  const marksOf = rememberedMarks();
  const first = markOn('a', 'bold');
  const both = markOn('b', 'line.\nAnother');

  it('gives a line whose annotations are the same the same list', () => {
    const before = marksOf(blocks, [first, both]);
    expect(before.map((marks) => marks.map(({ id }) => id))).toEqual([['a', 'b'], ['b'], []]);
    const after = marksOf(blocks, [first, both, markOn('c', 'third')]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]!.map(({ id }) => id)).toEqual(['c']);
  });
});

describe('markerNameAt', () => {
  it('changes the place alone, whatever the source is called', () => {
    const name = markerName('Claim, said by $& Open annotation 4 of 4', 'a', places);
    expect(markerNameAt(name, 'a', { placeOf: new Map([['a', 3]]), total: 12 })).toBe(
      'Claim, said by $& Open annotation 4 of 4. Open annotation 3 of 12',
    );
  });
});

describe('idsOver', () => {
  it('names what lies over a letter, the innermost first', () => {
    const marks = [markOn('a', 'bold</b> & “quiet”'), markOn('b', 'bold'), markOn('c', 'quiet')];
    expect(idsOver(marks, text.indexOf('old'))).toEqual(['b', 'a']);
    expect(idsOver(marks, text.indexOf('& '))).toEqual(['a']);
    expect(idsOver(marks, 0)).toEqual([]);
  });

  it('knows no letters between two stretches of one annotation', () => {
    const [first, second] = [markOn('a', 'bold').spans[0]!, markOn('a', 'third').spans[0]!];
    const mark = markOn('a', 'bold', { spans: [first, second] });
    expect(idsOver([mark], second.start)).toEqual(['a']);
    expect(idsOver([mark], text.indexOf('line'))).toEqual([]);
  });
});

describe('linesAfter', () => {
  it('moves what lies below a line that grew, and nothing above it', () => {
    const lines = [
      { top: 0, height: 20 },
      { top: 36, height: 40 },
      { top: 92, height: 20 },
    ];
    const after = linesAfter(lines, new Map([[1, 65]]));
    expect(after).toEqual([lines[0], { top: 36, height: 65 }, { top: 117, height: 20 }]);
    expect(after[0]).toBe(lines[0]);
  });
});

describe('windowAround', () => {
  it('holds everything that can be seen, wherever one scrolls', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 200 });
    fc.assert(
      fc.property(heights, fc.integer({ min: -500, max: 30_000 }), (gaps, from) => {
        let top = 0;
        const tops = gaps.map((gap) => (top += gap));
        const near = windowAround(tops, from, 900);
        expect(isEnough(near, tops, from, 900)).toBe(true);
        for (const [i, each] of tops.entries())
          if (each >= from && each < from + 900)
            expect(i).toSatisfy((at: number) => near.from <= at && at < near.to);
      }),
    );
  });
});

describe('stripTicks', () => {
  it('shows of those on top of each other the gravest', () => {
    const annotations = [
      markOn('a', 'bold'),
      markOn('b', 'quiet', { status: 'refuted' }),
      markOn('c', 'third', { status: 'supported' }),
    ];
    const shares: Record<string, number> = { a: 0.1, b: 0.1005, c: 0.9 };
    const ticks = stripTicks(annotations, ({ id }) => shares[id]!, 900);
    expect(ticks.map(({ annotation }) => annotation.id)).toEqual(['b', 'c']);
  });

  it('leaves out what is not shown', () => {
    expect(stripTicks([markOn('a', 'bold')], () => null, 900)).toEqual([]);
  });
});
