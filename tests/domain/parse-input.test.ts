import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { daySchema } from '@/lib/domain/ids';
import { parseInput, UnreadableBody } from '@/lib/domain/parse-input';
import { err } from '@/lib/domain/result';
import { codeOf } from '../support/failure-code';

const anything = z.unknown();
const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('what comes from outside', () => {
  test('is refused with a code however deeply it is nested', () => {
    expect(codeOf(parseInput(anything, nested(20)))).toBeNull();
    expect(codeOf(parseInput(anything, nested(200_000)))).toBe('invalid_input');
  });

  test('is refused when it holds more values than any request needs', () => {
    expect(codeOf(parseInput(anything, Array(400_000).fill(1)))).toBeNull();
    expect(codeOf(parseInput(anything, Array(600_000).fill(1)))).toBe('invalid_input');
  });

  test('names the first mistakes of thousands', () => {
    const parsed = parseInput(z.array(z.string()), Array(5_000).fill(1));
    expect(!parsed.ok && (parsed.error.issues as unknown[]).length).toBe(20);
  });

  test('is refused for a NUL and half a surrogate pair wherever they stand', () => {
    for (const input of ['a\0', ['\0'], { a: { b: '\0' } }, { '\0': 1 }])
      expect(codeOf(parseInput(anything, input))).toBe('nul_character');
    for (const input of ['\ud83d', { '\udc00': 1 }])
      expect(codeOf(parseInput(anything, input))).toBe('lone_surrogate');
  });

  test('is refused with the reason for which it could not be read', () => {
    const failure = { code: 'too_large', message: 'Too large.' } as const;
    expect(parseInput(anything, new UnreadableBody(failure))).toEqual(err(failure));
  });

  test('has no key by which it becomes another object', () => {
    const schema = z.strictObject({ a: z.number() });
    expect(codeOf(parseInput(schema, JSON.parse('{"a":1,"__proto__":{"b":2}}')))).toBe('invalid_input');
  });
});

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['0001-01-01', true],
  ['0000-01-01', false],
  ['9999-12-31', true],
  ['10000-01-01', false],
  ['2026-1-1', false],
])('%s is a day: %s', (day, isDay) => {
  expect(daySchema.safeParse(day).success).toBe(isDay);
});
