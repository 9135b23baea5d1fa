import type { z } from 'zod';
import { err, type Failure, ok, type Result } from './result';

export type InvalidInput = Failure<
  'invalid_input' | 'nul_character' | 'lone_surrogate' | 'invalid_utf8' | 'too_large'
>;

/** Stands for a body that could not be read. It is refused with its failure when its turn has come: after the policy. */
export class UnreadableBody {
  constructor(readonly failure: InvalidInput) {}
}

/** What comes from outside has no more levels than this; our deepest request has six. */
const MOST_LEVELS = 32;
/** Values in one request: room for 100,000 regions, and no more work than can be done at once. */
const MOST_VALUES = 500_000;
/** Of a request with thousands of mistakes nobody reads them all. */
const MOST_ISSUES = 20;

/**
 * Parses what came from outside. The error's message says what to do, `issues` says where: `{path, message}` each.
 * Text that no database column can hold (NUL, half a surrogate pair) is refused wherever it stands.
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): Result<z.output<S>, InvalidInput> {
  if (input instanceof UnreadableBody) return err(input.failure);
  if (input === undefined)
    return err({ code: 'invalid_input', message: 'The body is missing or is not JSON.', issues: [] });
  const bad = badValue(input, [], { left: MOST_VALUES });
  if (bad) return err(bad);
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues
    .slice(0, MOST_ISSUES)
    .map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const message = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
  return err({ code: 'invalid_input', message, issues });
}

function badValue(value: unknown, path: readonly string[], values: { left: number }): InvalidInput | null {
  if (values.left-- <= 0) return { code: 'invalid_input', message: 'The request holds too many values.' };
  if (typeof value === 'string') return badText(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= MOST_LEVELS)
    return { code: 'invalid_input', message: 'The request is nested too deeply.' };
  for (const [key, item] of Object.entries(value)) {
    const bad = badText(key, path) ?? badValue(item, [...path, key], values);
    if (bad) return bad;
  }
  return null;
}

function badText(text: string, path: readonly string[]): InvalidInput | null {
  const where = path.join('.') || 'The text';
  if (text.includes('\0'))
    return {
      code: 'nul_character',
      message: `${where} holds a NUL character, which no article has. Remove it and try again.`,
    };
  if (!text.isWellFormed())
    return {
      code: 'lone_surrogate',
      message: `${where} holds half of a surrogate pair: the text was cut or decoded wrongly. Save it as UTF-8 and try again.`,
    };
  return null;
}
