/** A value as JSON has it: `undefined` fields are none. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Smaller first by UTF-16 code units, as `sort` without an argument does it: the same on every machine. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A text that stands in a value, with the names of the fields that lead to it (`evidence`, `excerpt`), without positions in lists. */
export interface TextField {
  path: readonly string[];
  text: string;
}

/** Every text in a value, in its order. */
export function* textFields(value: unknown, path: readonly string[] = []): Generator<TextField> {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value)) for (const item of value) yield* textFields(item, path);
  else if (isRecord(value))
    for (const [key, item] of Object.entries(value)) yield* textFields(item, [...path, key]);
}
