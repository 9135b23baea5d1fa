import { describe, expect, it } from 'vitest';
import {
  blocksOf,
  hiddenCount,
  hiddenSpans,
  isHiddenAt,
} from '@/app/(workspace)/[workspace]/articles/[article]/_text/blocks';
import { marginItemsOf } from '@/app/(workspace)/[workspace]/articles/[article]/_margin/stacks';
import { findHashTarget } from '@/app/(workspace)/[workspace]/articles/[article]/_text/use-hash-target';
import { spanWithEdgeMoved } from '@/app/(workspace)/[workspace]/articles/[article]/_selecting/word-edges';
import type { Region } from '@/lib/domain/region';
import { TextIndex } from '@/lib/domain/text-index';
import { marked } from '@/tests/support/marked';

function blocksFrom(source: string, roles: Record<string, Region['role']>) {
  const { text, spans } = marked(source);
  const index = new TextIndex(text);
  const regions = Object.entries(spans)
    .map(([name, span]) => ({ ...span, role: roles[name]! }))
    .sort((a, b) => a.start - b.start);
  return { index, blocks: blocksOf(index, regions) };
}

describe('blocksOf', () => {
  it('makes a block of each line that holds something', () => {
    const { index, blocks } = blocksFrom('<h>The pier 🔥</h>\n\n<p>It burned.</p>\n', {
      h: 'headline',
      p: 'body',
    });
    expect(blocks.map(({ role, start, end }) => [role, index.slice(start, end)])).toEqual([
      ['headline', 'The pier 🔥'],
      ['body', 'It burned.'],
    ]);
  });

  it('gives a paragraph that opens with its dateline both pieces and the body’s role', () => {
    const { index, blocks } = blocksFrom('<d>SALTMARROW,</d> <p>May 4. The boat left.</p>', {
      d: 'dateline',
      p: 'body',
    });
    expect(blocks).toHaveLength(1);
    expect(blocks[0]!.role).toBe('body');
    expect(blocks[0]!.pieces.map((piece) => [piece.role, index.slice(piece.start, piece.end)])).toEqual([
      ['dateline', 'SALTMARROW, '],
      ['body', 'May 4. The boat left.'],
    ]);
  });

  it('covers each line without gaps, a region that spans lines too', () => {
    const { index, blocks } = blocksFrom('<a>One line\nand another</a>\n<b>Share</b>', {
      a: 'body',
      b: 'boilerplate',
    });
    expect(blocks.map(({ start, end }) => index.slice(start, end))).toEqual([
      'One line',
      'and another',
      'Share',
    ]);
  });

  it('knows what is hidden, and how many lines that is', () => {
    const { blocks } = blocksFrom('<m>Menu</m>\n<c>A ferry.</c> <x>A ferry.</x>\n<p>Text</p>', {
      m: 'boilerplate',
      c: 'caption',
      x: 'duplicate',
      p: 'body',
    });
    expect(hiddenCount(blocks)).toBe(2);
    expect(blocks.map((block) => block.hidden)).toEqual([true, false, false]);
    expect(hiddenSpans(blocks)).toEqual([
      { start: 0, end: 4 },
      { start: 14, end: 22 },
    ]);
    expect(isHiddenAt(blocks, 15)).toBe(true);
    expect(isHiddenAt(blocks, 6)).toBe(false);
  });
});

describe('spanWithEdgeMoved', () => {
  const moved = (source: string, edge: 'start' | 'end', way: 'back' | 'on') => {
    const { text, spans } = marked(source);
    const index = new TextIndex(text);
    const { start, end } = spanWithEdgeMoved(index, spans.a!, edge, way);
    return index.slice(start, end);
  };

  it('moves a start to where a word begins and an end to where one ends', () => {
    expect(moved('He said <a>the boat</a> was full.', 'start', 'back')).toBe('said the boat');
    expect(moved('He said <a>the boat</a> was full.', 'start', 'on')).toBe('boat');
    expect(moved('He said <a>the boat</a> was full.', 'end', 'on')).toBe('the boat was');
    expect(moved('He said <a>the boat</a> was full.', 'end', 'back')).toBe('the');
  });

  it('leaves a span alone at the edge of the text, and never empties it', () => {
    expect(moved('<a>The boat</a>', 'start', 'back')).toBe('The boat');
    expect(moved('<a>The boat</a>', 'end', 'on')).toBe('The boat');
    expect(moved('The <a>boat</a> left', 'start', 'on')).toBe('boat');
    expect(moved('The <a>boat</a> left', 'end', 'back')).toBe('boat');
  });

  it('counts code points, not code units', () => {
    expect(moved('🔥🔥 Fire <a>came</a> today', 'start', 'back')).toBe('Fire came');
  });
});

describe('marginItemsOf', () => {
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => ({ id: `n${from + i}` }));
  const shape = (items: ReturnType<typeof marginItemsOf<{ id: string }>>) =>
    items.map((item) => (item.type === 'card' ? item.item.id : item.items.map(({ id }) => id)));

  it('makes a stack of many in one paragraph, cards of few', () => {
    const [few, many] = [ids(0, 4), ids(4, 10)];
    const place = ({ id }: { id: string }) => (few.some((item) => item.id === id) ? 0 : 100);
    expect(shape(marginItemsOf([...few, ...many], place, null))).toEqual([
      'n0',
      'n1',
      'n2',
      'n3',
      ['n4', 'n5', 'n6', 'n7', 'n8', 'n9'],
    ]);
  });

  it('opens one as a card between those before and after it', () => {
    expect(shape(marginItemsOf(ids(0, 8), () => 0, 'n4'))).toEqual([
      ['n0', 'n1', 'n2', 'n3'],
      'n4',
      ['n5', 'n6', 'n7'],
    ]);
    expect(shape(marginItemsOf(ids(0, 6), () => 0, 'n1'))).toEqual(['n0', 'n1', ['n2', 'n3', 'n4', 'n5']]);
  });

  it('never stacks what has no place', () => {
    expect(shape(marginItemsOf(ids(0, 6), () => null, null))).toEqual(['n0', 'n1', 'n2', 'n3', 'n4', 'n5']);
  });
});

describe('findHashTarget', () => {
  it('reads a passage and an annotation', () => {
    expect(findHashTarget('#passage-12-40')).toEqual({ type: 'passage', span: { start: 12, end: 40 } });
    expect(findHashTarget('#annotation-01A200F0-a613-735a-a7b0-840c07366c6f')).toEqual({
      type: 'annotation',
      id: '01a200f0-a613-735a-a7b0-840c07366c6f',
    });
  });

  it('refuses what is neither', () => {
    for (const hash of [
      '',
      '#',
      '#passage-40-12',
      '#passage-4',
      '#passage-a-b',
      '#annotation-7',
      '#article-text',
    ])
      expect(findHashTarget(hash)).toBeNull();
  });
});
