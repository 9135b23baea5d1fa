import type { Guideline } from './guideline';

/** The values of an annotation's own attributes, by key. A key without a value is not there. */
export type Attributes = Record<string, string | number>;
/** What a request or a patch sets: null takes a value away, and keys that are not named stay. */
export type AttributeChange = Readonly<Record<string, string | number | null>>;
export type AttributeDefinition = Guideline['attributes'][number];

/** Values after a change. */
export function attributesAfter(
  held: Attributes | undefined,
  change: AttributeChange | undefined,
): Attributes {
  const after = { ...held };
  for (const [key, value] of Object.entries(change ?? {}))
    if (value === null) delete after[key];
    else after[key] = value;
  return after;
}

/** The change that leads from some values to others. */
export function attributeChange(held: Attributes = {}, wanted: Attributes = {}): AttributeChange {
  const change: Record<string, string | number | null> = {};
  for (const key of Object.keys({ ...held, ...wanted }))
    if (held[key] !== wanted[key]) change[key] = wanted[key] ?? null;
  return change;
}
