import type { z } from 'zod';
import { err, type Failure, ok, type Result } from './result';

export type InvalidInput = Failure<'invalid_input' | 'nul_character' | 'lone_surrogate'>;

/**
 * Parses what came from outside. The error's message says what to do, `issues` says where: `{path, message}` each.
 * Text that no database column can hold (NUL, half a surrogate pair) is refused wherever it stands.
 */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): Result<z.output<S>, InvalidInput> {
  if (input === undefined)
    return err({ code: 'invalid_input', message: 'The body is missing or is not JSON.', issues: [] });
  const bad = badText(input, []);
  if (bad) return err(bad);
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }));
  const message = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ');
  return err({ code: 'invalid_input', message, issues });
}

function badText(value: unknown, path: readonly string[]): InvalidInput | null {
  if (typeof value === 'string') {
    const where = path.join('.') || 'The text';
    if (value.includes('\0'))
      return {
        code: 'nul_character',
        message: `${where} holds a NUL character, which no article has. Remove it and try again.`,
      };
    if (!value.isWellFormed())
      return {
        code: 'lone_surrogate',
        message: `${where} holds half of a surrogate pair: the text was cut or decoded wrongly. Save it as UTF-8 and try again.`,
      };
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const bad = badText(key, path) ?? badText(item, [...path, key]);
    if (bad) return bad;
  }
  return null;
}
