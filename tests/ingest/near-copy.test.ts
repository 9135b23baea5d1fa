import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandsOf,
  bodyTextOf,
  containmentOf,
  isNearCopy,
  shinglesOf,
  signatureOf,
  similarityOf,
} from '@/lib/ingest/near-copy';

/** A text of numbered words; the same arguments give the same text. */
const textOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `w${(from + i) * 7919}`).join(' ');
/** The text with every n-th word replaced. */
const edited = (text: string, every: number) =>
  text
    .split(' ')
    .map((word, i) => (i % every === every - 1 ? `edit${i}` : word))
    .join(' ');
const sharesBand = (a: string, b: string) => {
  const bands = new Set(bandsOf(signatureOf(a)));
  return bandsOf(signatureOf(b)).some((band) => bands.has(band));
};

describe('similarity and containment', () => {
  it('are 1 for the same words in other dress', () => {
    expect(similarityOf('The river rose, and rose again.', 'THE RIVER ROSE and “rose” again')).toBe(1);
  });

  it('are 0 for texts without words', () => {
    expect([similarityOf('', ''), similarityOf('!', 'a b c'), containmentOf('…', 'a b')]).toEqual([0, 0, 0]);
  });

  it('count a shortened text as contained', () => {
    const whole = textOf(400);
    const part = textOf(120);
    expect(similarityOf(part, whole)).toBeLessThan(0.4);
    expect(containmentOf(part, whole)).toBe(1);
    expect(isNearCopy(part, whole)).toBe(true);
    expect(isNearCopy(textOf(12), whole)).toBe(false);
  });

  it('tell an edited wire report from another on the same event', () => {
    const report = textOf(500);
    expect(isNearCopy(report, edited(report, 25))).toBe(true);
    expect(isNearCopy(report, edited(report, 4))).toBe(false);
  });

  it('read scripts without blanks by the character', () => {
    expect(shinglesOf('港町の小さな水族館').size).toBe(5);
    expect(
      similarityOf('港町の小さな水族館が来月百周年', '港町の小さな水族館が来月百周年を'),
    ).toBeGreaterThan(0.8);
  });

  it('are symmetric and within 0 and 1', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(similarityOf(a, b)).toBe(similarityOf(b, a));
        expect(similarityOf(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarityOf(a, b)).toBeLessThanOrEqual(containmentOf(a, b) + 1e-12);
      }),
    );
  });
});

describe('signatures and bands', () => {
  it('are 64 and 32 integers of 32 bits, always the same', () => {
    const signature = signatureOf('one two three four five six');
    expect(signature).toHaveLength(64);
    expect(bandsOf(signature)).toHaveLength(32);
    for (const value of [...signature, ...bandsOf(signature)]) expect(value | 0).toBe(value);
    expect(signature).toEqual(signatureOf('One two, three four; five six!'));
  });

  it('are empty for a text without words', () => {
    expect(bandsOf(signatureOf(' … '))).toEqual([]);
  });

  it('estimate the similarity', () => {
    const [a, b] = [textOf(1000), textOf(1000, 250)];
    const same = signatureOf(a).filter((value, i) => value === signatureOf(b)[i]).length / 64;
    expect(Math.abs(same - similarityOf(a, b))).toBeLessThan(0.2);
  });

  it('bring copies of half of the shingles together, and keep strangers apart', () => {
    let strangers = 0;
    for (let k = 0; k < 100; k++) {
      const text = textOf(600, k * 10_000);
      expect(sharesBand(text, `${textOf(400, k * 10_000)} ${textOf(200, 5_000_000 + k * 1000)}`)).toBe(true);
      if (sharesBand(text, textOf(600, 9_000_000 + k * 1000))) strangers++;
    }
    expect(strangers).toBeLessThan(3);
  });

  it('takes well under a second for 50,000 words', () => {
    const text = textOf(50_000);
    const started = performance.now();
    bandsOf(signatureOf(text));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('bodyTextOf', () => {
  it('joins the body, in code points', () => {
    const text = '🙂 Menu\nFirst 🙂.\nAd\nSecond.';
    const regions = [
      { start: 0, end: 6, role: 'boilerplate' as const },
      { start: 7, end: 15, role: 'body' as const },
      { start: 16, end: 18, role: 'boilerplate' as const },
      { start: 19, end: 26, role: 'body' as const },
    ];
    expect(bodyTextOf(text, regions)).toBe('First 🙂.\n\nSecond.');
  });
});
