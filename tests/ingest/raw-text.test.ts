import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RAW_BYTES, rawTextFrom, rawTextFromBytes } from '@/lib/ingest/raw-text';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('rawTextFrom', () => {
  it('changes line ends and nothing else', () => {
    expect(rawTextFrom('  a\r\nb\rc\n\r\n é\u0301 \t')).toEqual({
      ok: true,
      value: '  a\nb\nc\n\n é\u0301 \t',
    });
  });

  it('keeps any well-formed text without carriage returns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(/\S/.test(text) && !/[\r\0]/.test(text));
        expect(rawTextFrom(text)).toEqual({ ok: true, value: text });
      }),
    );
  });

  it.each(['', '   ', '\n\t\r\n', '\u00a0\u2003'])('refuses blanks alone: %j', (text) => {
    expect(rawTextFrom(text)).toMatchObject({ ok: false, error: { code: 'empty_text' } });
  });

  it('says where a NUL stands', () => {
    expect(rawTextFrom('one\r\n👩🏽 two\0')).toMatchObject({
      ok: false,
      error: { code: 'nul_character', line: 2, column: 7 },
    });
  });

  it.each([
    ['high', 'a\n\ud800b', 2, 1],
    ['low', 'ab\udc00', 1, 3],
    ['reversed', '\udc00\ud800', 1, 1],
    ['last', 'x🙂\ud83d', 1, 3],
  ])('says where a %s lone surrogate stands', (_, text, line, column) => {
    const result = rawTextFrom(text);
    expect(result).toMatchObject({ ok: false, error: { code: 'lone_surrogate', line, column } });
    expect(!result.ok && result.error.message).toContain(`line ${line}, column ${column}`);
  });

  it('counts bytes, not characters', () => {
    expect(rawTextFrom('a'.repeat(MAX_RAW_BYTES)).ok).toBe(true);
    expect(rawTextFrom('a'.repeat(MAX_RAW_BYTES + 1))).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
    expect(rawTextFrom('é'.repeat(MAX_RAW_BYTES / 2 + 1))).toMatchObject({
      ok: false,
      error: { code: 'too_large' },
    });
  });
});

describe('rawTextFromBytes', () => {
  it('reads UTF-8 and drops a byte order mark', () => {
    expect(rawTextFromBytes(utf8('\ufeffé 漢 🙂'))).toEqual({ ok: true, value: 'é 漢 🙂' });
  });

  it.each([
    ['a stray continuation', bytes(0x61, 0x80), 1],
    ['a cut sequence', bytes(0x61, 0x0a, 0xe6, 0xbc), 2],
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9, 0x20), 3],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), 0],
    ['an encoded surrogate', bytes(0x61, 0xed, 0xa0, 0x80), 1],
  ])('refuses %s and says where', (_, input, byte) => {
    const result = rawTextFromBytes(input);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid_utf8' } });
    expect(!result.ok && Math.abs(Number(result.error.byte) - byte)).toBeLessThanOrEqual(1);
  });

  it('refuses what rawTextFrom refuses', () => {
    expect(rawTextFromBytes(bytes())).toMatchObject({ error: { code: 'empty_text' } });
    expect(rawTextFromBytes(bytes(0x61, 0))).toMatchObject({ error: { code: 'nul_character' } });
    expect(rawTextFromBytes(new Uint8Array(MAX_RAW_BYTES + 1))).toMatchObject({
      error: { code: 'too_large' },
    });
  });
});
