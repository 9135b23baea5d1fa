import { byCodeUnits, isRecord, textFields } from './json-fields';
import type { KeyedHash, NameWarning, Person } from './release-facts';

/** Who stands for whom in one release. */
export interface Pseudonyms {
  /** By the person's own id. */
  readonly byId: ReadonlyMap<string, Person>;
  /** By the person's own name, for fields that hold a name alone; two of one name have the pseudonym of the first. */
  readonly byName: ReadonlyMap<string, Person>;
  /** Finds the people's names in words, by name and by its parts. */
  readonly names: RegExp | null;
  readonly ofName: ReadonlyMap<string, string>;
}

/**
 * Pseudonyms that are the same for the same people and key, whatever order the people come in, and that tell nothing of
 * them: ids are UUIDs (version 8) made of a keyed hash, names are "Annotator 1", … in the order of that hash. With the
 * same key somebody who is in two releases has the same id in both; the number may differ.
 */
export function pseudonymsOf(people: Iterable<Person>, keyedHash: KeyedHash): Pseudonyms {
  const names = new Map<string, Set<string>>();
  for (const { id, name } of people) names.set(id, (names.get(id) ?? new Set()).add(name));
  const hashed = [...names].map(([id, own]) => ({ id, names: [...own].sort(), hash: keyedHash(id) }));
  hashed.sort((a, b) => byCodeUnits(a.hash, b.hash) || byCodeUnits(a.id, b.id));
  const byId = new Map<string, Person>();
  const byName = new Map<string, Person>();
  const ofName = new Map<string, string>();
  hashed.forEach((person, i) => {
    const pseudonym = { id: uuidFromHash(person.hash), name: `Annotator ${i + 1}` };
    byId.set(person.id, pseudonym);
    for (const name of person.names) {
      if (!byName.has(name)) byName.set(name, pseudonym);
      for (const part of partsOf(name)) if (!ofName.has(part)) ofName.set(part, pseudonym.name);
    }
  });
  return { byId, byName, names: patternOf([...ofName.keys()]), ofName };
}

/** 122 bits of a hash as a UUID of version 8 (RFC 9562, 5.8: bits of one's own). */
function uuidFromHash(hash: string): string {
  const variant = ((parseInt(hash[16]!, 16) & 0x3) | 0x8).toString(16);
  const digits = `${hash.slice(0, 12)}8${hash.slice(13, 16)}${variant}${hash.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Fields that hold somebody's name alone. */
const NAME_FIELDS = new Set(['verifier', 'verifiedBy', 'approvedBy', 'author', 'annotator', 'decidedBy']);

/**
 * The value with pseudonyms for people: every `{id, name}` of a known person, every id of one, alone or within words
 * (those of articles excepted), and the fields that hold a name alone. Names in free text are left as they are: see
 * {@link namesInFreeText}. Null pseudonyms leave everything as it is.
 */
export function pseudonymised<T>(value: T, pseudonyms: Pseudonyms | null): T {
  return pseudonyms ? (mapped(value, null, pseudonyms) as T) : value;
}

function mapped(value: unknown, field: string | null, pseudonyms: Pseudonyms): unknown {
  if (typeof value === 'string') {
    const person =
      pseudonyms.byId.get(value) ??
      (field !== null && NAME_FIELDS.has(field) ? pseudonyms.byName.get(value) : undefined);
    if (person) return pseudonyms.byId.has(value) ? person.id : person.name;
    if (field === 'rationale') return withoutResolvers(withoutIds(value, pseudonyms), pseudonyms);
    const mayHoldIds = value.length > 36 && !(field !== null && WORDS_OF_OTHERS.has(field));
    return mayHoldIds ? withoutIds(value, pseudonyms) : value;
  }
  if (Array.isArray(value)) return value.map((item) => mapped(item, field, pseudonyms));
  if (!isRecord(value)) return value;
  const person = typeof value.id === 'string' ? pseudonyms.byId.get(value.id) : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      pseudonyms.byId.get(key)?.id ?? key,
      person && key === 'name'
        ? person.name
        : key === 'verifier' && isFormerName(value, pseudonyms)
          ? SOMEBODY
          : mapped(item, key, pseudonyms),
    ]),
  );
}

/** Who stands on a public page under a name that nobody has any more. */
const SOMEBODY = 'Annotator';

/** What was published under the name of whoever decided keeps that name when they take another one. */
const isFormerName = ({ byline, verifier }: Record<string, unknown>, { byName }: Pseudonyms): boolean =>
  byline === 'verifier' &&
  typeof verifier === 'string' &&
  !byName.has(verifier) &&
  !isShownPseudonym(verifier);

const withoutIds = (text: string, { byId }: Pseudonyms): string =>
  text.replace(UUID, (id) => byId.get(id)?.id ?? id);

/**
 * What two resolvers said together, which begins with the name of each (`lib/domain/joined-resolution.ts`), with their
 * pseudonyms there: these names nobody wrote. Any other text stays as it is.
 */
function withoutResolvers(rationale: string, { byName }: Pseudonyms): string {
  const [first, ...others] = rationale.split('\n\n');
  const [opening, second] = [resolverOf(first!, byName), others.map((part) => resolverOf(part, byName))];
  if (!opening || !second.some(Boolean)) return rationale;
  return [opening, ...others.map((part, i) => second[i] ?? part)].join('\n\n');
}

/** A paragraph that begins with somebody's name and a colon, with their pseudonym; null for any other. */
function resolverOf(paragraph: string, byName: Pseudonyms['byName']): string | null {
  const at = paragraph.indexOf(': ');
  const person = at < 0 ? undefined : byName.get(paragraph.slice(0, at));
  return person ? `${person.name}${paragraph.slice(at)}` : null;
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** What `{id, name}` stands for that is nobody: sources, and what has a name of its own. */
const NOT_PEOPLE = new Set([
  'recordedAs',
  'source',
  'errorSource',
  'organisation',
  'workspace',
  'campaign',
  'guideline',
  'article',
]);

/** The people in a record: every object of nothing but `id` and `name`, but for those that are sources and the like. */
export function* peopleIn(value: unknown, field: string | null = null): Generator<Person> {
  if (Array.isArray(value)) for (const item of value) yield* peopleIn(item, field);
  if (!isRecord(value)) return;
  const { id, name } = value;
  const isPerson = typeof id === 'string' && typeof name === 'string' && Object.keys(value).length === 2;
  if (isPerson && !(field !== null && NOT_PEOPLE.has(field))) yield { id, name };
  else for (const [key, item] of Object.entries(value)) yield* peopleIn(item, key);
}

/** Fields that hold the words of articles and sources, or what is no prose: a name in them says nothing of who annotated. */
const WORDS_OF_OTHERS = new Set([
  'text',
  'original',
  'exact',
  'prefix',
  'suffix',
  'quoted',
  'excerpt',
  'title',
  'byline',
  'publisher',
  'cue',
  'horizonText',
  'likelihoodWords',
  'basis',
  'attribution',
  'saidBy',
  'source',
  'errorSource',
  'errorBy',
  'rightsHolder',
  'aliases',
  'url',
  'id',
  'type',
]);

/**
 * Where free text of a record names somebody who has a pseudonym, by their name or a part of it written as there. What
 * {@link pseudonymised} changes by itself, and the words of articles and sources, are not looked at. One warning a field
 * and person. The record may be the one with names or the one with pseudonyms.
 */
export function namesInFreeText(record: unknown, pseudonyms: Pseudonyms): NameWarning[] {
  if (!pseudonyms.names) return [];
  const where = placeOf(record);
  // Its text is the workspace's own.
  const isGuideline = isRecord(record) && record.type === 'guideline';
  const found = new Map<string, NameWarning>();
  for (const { path, text } of textFields(pseudonymised(record, pseudonyms))) {
    const isOfOthers = !isGuideline && path.some((field) => WORDS_OF_OTHERS.has(field));
    if (isOfOthers || isShownPseudonym(text)) continue;
    const field = path.join('.');
    for (const names of namesIn(text, pseudonyms)) found.set(`${field} ${names}`, { where, field, names });
  }
  return [...found.values()];
}

const namesIn = (text: string, { names, ofName }: Pseudonyms): string[] =>
  [...text.normalize('NFC').matchAll(names!)].map(([match]) => ofName.get(match)!);

const isShownPseudonym = (text: string): boolean => /^Annotator \d+$/.test(text);

function placeOf(record: unknown): string {
  if (!isRecord(record)) return 'record';
  const { type, id } = record;
  // A record of the lossless form, `{type: 'annotation', annotation: {…}}`.
  const inner = typeof type === 'string' ? record[type] : undefined;
  const own = isRecord(inner) && typeof inner.id === 'string' ? inner.id : id;
  return [typeof type === 'string' ? type : 'record', own].filter(Boolean).join(' ');
}

/** Letters of scripts that put no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A name and, where it has several words, each that is long enough to be told from others. */
function partsOf(name: string): string[] {
  const whole = name.normalize('NFC').trim();
  const words = whole.split(/\s+/u).filter((word) => [...word].length >= 3);
  return [...new Set([whole, ...words])].filter(Boolean);
}

/** Longer names first, so that a whole name is found before its parts. */
function patternOf(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null;
  const ordered = names.toSorted((a, b) => b.length - a.length || byCodeUnits(a, b));
  const parts = ordered.map((name) => {
    const literal = name.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
    return UNSPACED.test(name) ? literal : `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`;
  });
  return new RegExp(parts.join('|'), 'gu');
}
