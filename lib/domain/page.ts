import { z } from 'zod';

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

/** The sort keys of a cursor, or null for one that was not made here. */
export function keysFromCursor(cursor: string): (string | number | null)[] | null {
  try {
    const binary = atob(cursor.replace(/-/g, '+').replace(/_/g, '/'));
    const keys: unknown = JSON.parse(
      new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0))),
    );
    return Array.isArray(keys) ? keys : null;
  } catch {
    return null;
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
