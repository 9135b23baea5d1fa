import { describe, expect, it } from 'vitest';
import { meaningCueOf } from '@/lib/domain/meaning-cue';

describe('meaningCueOf', () => {
  it.each([
    'not',
    'Not',
    "won't",
    'won’t',
    'denied',
    'nicht',
    'n’est',
    'jamais',
    'nunca',
    'не',
    'ليس',
    '不是',
    '否认',
    'ない',
    'नहीं',
  ])('takes %s for a negation', (word) => expect(meaningCueOf(word)).toBe('negation'));
  it.each(['may', 'reportedly', 'if', 'könnte', '?', '可能'])('takes %s for a hedge', (word) =>
    expect(meaningCueOf(word)).toBe('hedge'),
  );
  it.each(['4', '4,000', '-5', 'nine', 'million', '%', '三十', '٤'])('takes %s for a number', (word) =>
    expect(meaningCueOf(word)).toBe('number'),
  );
  it.each(['the', 'sky', 'nothingness', 'Knot', '天空', ',', '“'])('takes %s for none', (word) =>
    expect(meaningCueOf(word)).toBeNull(),
  );
});
