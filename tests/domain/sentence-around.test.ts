import { describe, expect, it } from 'vitest';
import { sentenceAround } from '@/lib/domain/sentence-around';

/** The sentence around the only occurrence of a word, with a bar where each of its neighbours begins. */
function sentence(text: string, word: string): string {
  const start = text.indexOf(word);
  const around = sentenceAround(text, { start, end: start + word.length });
  return text.slice(around.start, around.end);
}

describe('sentenceAround', () => {
  it.each([
    ['between full stops', 'It rained. Profits will fall. It snowed.', 'Profits will fall.'],
    [
      'over an abbreviation',
      'It rained. Mr. Vale of the U.S. will fall. It snowed.',
      'Mr. Vale of the U.S. will fall.',
    ],
    [
      'over a quoted question',
      'It rained. “Will it fall?” he asked. It snowed.',
      '“Will it fall?” he asked.',
    ],
    ['over an ellipsis', 'It rained. Well ... It will fall. It snowed.', 'Well ... It will fall.'],
    ['to a blank line', 'Rain over Lund\n\nProfits fall\n\nSnow over Lund', 'Profits fall'],
    [
      'over a line that goes on',
      'It is not true that\nprofits fall today. It snowed.',
      'It is not true that\nprofits fall today.',
    ],
    ['to the ends of the text', 'Profits fall', 'Profits fall'],
  ])('reaches %s', (_, text, expected) => expect(sentence(text, 'fall')).toBe(expected));

  it('knows the full stops of unspaced scripts, and goes on after a quotation', () => {
    expect(sentence('今天下雨。天空是绿色的。明天下雪。', '绿色')).toBe('天空是绿色的。');
    expect(sentence('雨だ。「空は緑だ。」と否定した。雪だ。', '緑')).toBe('「空は緑だ。」と否定した。');
  });
});
