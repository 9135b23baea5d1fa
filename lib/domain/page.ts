import { z } from 'zod';
import { parseInput } from './parse-input';
import { err, type Failure, ok, type Result } from './result';

/** The query of a list: at most `limit` items, after the place that `cursor` names. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(1_000).optional(),
});
export type PageQuery = z.output<typeof pageQuerySchema>;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A cursor is opaque to clients: the sort keys of the last item, as base64url of JSON. */
export const cursorFrom = (keys: readonly (string | number | null)[]): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(keys));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
};

/** The number of an event or a place in a text, as a cursor or a request names it: an `integer` of the database. */
export const placeSchema = z.int().min(0).max(2_147_483_647);
/** An instant in a cursor, as the database can read it. */
export const instantSchema = z.iso.datetime().refine((instant) => !instant.startsWith('0000'));

/**
 * The sort keys that a cursor holds, null without one. A cursor that this list did not make is refused: beginning
 * again from the first page would send whoever follows it round in circles.
 */
export function keysFromCursor<S extends z.ZodType>(
  cursor: string | undefined,
  schema: S,
): Result<z.output<S> | null, Failure<'invalid_input'>> {
  if (cursor === undefined) return ok(null);
  const keys = parseInput(schema, decodedFrom(cursor));
  return keys.ok
    ? ok(keys.value)
    : err({ code: 'invalid_input', message: 'This cursor is not one of this list. Begin without a cursor.' });
}

function decodedFrom(cursor: string): unknown {
  try {
    const binary = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

/** A page from `limit + 1` rows: the extra one only tells that there is more. */
export function pageFrom<T>(
  rows: T[],
  limit: number,
  keysOf: (row: T) => (string | number | null)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorFrom(keysOf(last)) : null };
}
