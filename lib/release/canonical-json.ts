import { byCodeUnits, isRecord } from './json-fields';

/**
 * A value in the one form that RFC 8785 (JSON Canonicalization Scheme) gives it: no white space, fields in the order of
 * their names' UTF-16 code units, numbers and strings as ECMAScript writes them. Fields that are `undefined` are left
 * out. Throws for a number that JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`JSON has no ${value}.`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const fields = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort(byCodeUnits)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join(',')}}`;
}
