import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiffOf } from '@/lib/domain/word-diff';

const shown = (before: string, after: string): string =>
  wordDiffOf(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('wordDiffOf', () => {
  it.each([
    ['profits will fall', 'profits will not fall', 'profits will {+not +}fall'],
    ['four ships sank', 'nine ships sank', '[-four-]{+nine+} ships sank'],
    ['the sky is green', 'the sea was green', 'the [-sky is-]{+sea was+} green'],
    ['The sky', 'the sky', '[-The-]{+the+} sky'],
    ['天空是绿色的', '天空不是绿色的', '天空[-是-]{+不是+}绿色的'],
    ['', 'new', '{+new+}'],
    ['same', 'same', 'same'],
  ])('%s → %s', (before, after, expected) => expect(shown(before, after)).toBe(expected));

  it('joins to both texts', () => {
    const seed = Date.now() & 0x7fffffff;
    const text = fc
      .array(fc.constantFrom('a', 'b', 'the', ' ', '  ', '\n', ',', '👩‍🚀', '空は緑', 'e\u0301'), {
        maxLength: 30,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiffOf(before, after);
        const joined = (kind: string) =>
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map((part) => part.text)
            .join('');
        expect([joined('removed'), joined('added')]).toEqual([before, after]);
      }),
      { seed },
    );
  });
});
