import type { AttributeChange, AttributeDefinition, Attributes } from './annotation-attributes';
import { isDay } from './guideline';
import { err, type Failure, ok, type Result } from './result';
import type { Kind } from './vocabulary';

/**
 * A change of attributes as it may be stored, texts trimmed, or a sentence that names the attribute and what it takes.
 * What an annotation has already may be said again, also where no version in force knows it any more; and anything may be
 * taken away. A required attribute is asked for and never forced: an annotation is made before all is known of it.
 */
export function checkedAttributes(
  change: AttributeChange,
  { kind, held, definitions }: { kind: Kind; held: Attributes; definitions: readonly AttributeDefinition[] },
): Result<AttributeChange, Failure<'invalid_input'>> {
  const checked: Record<string, string | number | null> = {};
  for (const [key, given] of Object.entries(change)) {
    const value = typeof given === 'string' ? given.trim() || null : given;
    checked[key] = value;
    if (value === null || held[key] === value) continue;
    const definition = definitions.find((each) => each.key === key);
    const complaint = definition
      ? complaintAbout(definition, kind, value)
      : `The guideline has no attribute “${key}”. ${known(definitions, kind)}`;
    if (complaint)
      return err({
        code: 'invalid_input',
        message: complaint,
        issues: [{ path: `attributes.${key}`, message: complaint }],
      });
  }
  return ok(checked);
}

/** What an annotation keeps when it becomes of a kind: all but what the guideline defines for other kinds alone. */
export const attributesOfKind = (
  attributes: Attributes,
  kind: Kind,
  definitions: readonly AttributeDefinition[],
): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter(([key]) => {
      const definition = definitions.find((each) => each.key === key);
      return !definition || definition.kinds.includes(kind);
    }),
  );

/**
 * Refuses a tag that is not in the guideline's list, where it allows no others. Those that the annotation has already
 * stay, whatever the list says by now.
 */
export function checkTags(
  tags: readonly string[],
  {
    held,
    tags: offered,
    freeTags,
  }: { held: readonly string[]; tags: readonly { name: string }[]; freeTags: boolean },
): Result<null, Failure<'invalid_input'>> {
  if (freeTags) return ok(null);
  const foreign = tags.find((tag) => !held.includes(tag) && !offered.some(({ name }) => name === tag));
  if (foreign === undefined) return ok(null);
  const list = offered.map(({ name }) => `“${name}”`).join(', ') || 'none';
  return err({
    code: 'invalid_input',
    message: `“${foreign}” is not in the guideline's list of tags, and it allows no others. The tags are: ${list}.`,
  });
}

function complaintAbout(
  { key, label, kinds, type, options }: AttributeDefinition,
  kind: Kind,
  value: string | number,
): string | null {
  const named = `“${label}” (${key})`;
  if (!kinds.includes(kind))
    return `${named} is an attribute of ${kinds.map((each) => `${each}s`).join(' and ')}, and this is a ${kind}.`;
  if (type === 'number')
    return typeof value === 'number' && Number.isFinite(value) ? null : `${named} takes a number.`;
  if (typeof value !== 'string') return `${named} takes ${TAKES[type]}, not a number.`;
  if (type === 'date') return isDay(value) ? null : `${named} takes a date written as YYYY-MM-DD.`;
  if (type === 'text' || options.includes(value)) return null;
  return `${named} takes one of ${options.map((option) => `“${option}”`).join(', ')}, and not “${value}”.`;
}

const TAKES = { choice: 'one of its options', text: 'text', date: 'a date' } as const;

function known(definitions: readonly AttributeDefinition[], kind: Kind): string {
  const keys = definitions.filter(({ kinds }) => kinds.includes(kind)).map(({ key }) => `“${key}”`);
  return keys.length > 0 ? `A ${kind} has ${keys.join(', ')}.` : `It defines none for a ${kind}.`;
}
