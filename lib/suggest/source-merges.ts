import { foldedName } from '@/lib/domain/folded-name';
import { belongsToArticle } from '@/lib/domain/source';
import type { SourceType } from '@/lib/domain/vocabulary';
import {
  type ComparedSource,
  MERGE_REASONS,
  type MergeReason,
  type MergeReasonKind,
  type SuggestedMerge,
} from '@/lib/domain/merge-reason';
import { bodyWords, nameForm, soundForm } from './name-form';

const isBody = (type: SourceType): boolean =>
  type === 'organisation' || type === 'outlet' || type === 'document';

/**
 * Why two sources may be one, the strongest reason first; none where nothing speaks for it. A family name alone is never a
 * reason, nor a title with a family name: whole families and delegations share them. Unnamed sources and authors are
 * compared with nobody: they belong to their article.
 */
export function mergeReasons(a: ComparedSource, b: ComparedSource): MergeReason[] {
  if (belongsToArticle(a.type) || belongsToArticle(b.type)) return [];
  const found = namesOf(a).flatMap((one) =>
    namesOf(b).flatMap((other): MergeReason[] => {
      const kind = likenessOf(one, isBody(a.type), other, isBody(b.type));
      return kind ? [{ kind, names: [one, other] }] : [];
    }),
  );
  return found
    .sort((x, y) => MERGE_REASONS.indexOf(x.kind) - MERGE_REASONS.indexOf(y.kind))
    .filter((reason, i, all) => all.findIndex(({ kind }) => kind === reason.kind) === i);
}

const namesOf = ({ name, aliases }: ComparedSource): string[] => [name, ...aliases];

function likenessOf(
  one: string,
  isOneBody: boolean,
  other: string,
  isOtherBody: boolean,
): MergeReasonKind | null {
  if (isOneBody !== isOtherBody)
    return tellingName(one) && foldedName(one) === foldedName(other) ? 'spelling' : null;
  return isOneBody ? likenessOfBodies(one, other) : likenessOfPersons(one, other);
}

/** Whether a name says more than a family name does. */
const tellingName = (name: string): boolean => nameForm(name).bare.length > 1;

function likenessOfPersons(one: string, other: string): MergeReasonKind | null {
  const [a, b] = [nameForm(one), nameForm(other)];
  // What is left of "Minister Lavrov" is a family name.
  if (a.bare.length < 2 || b.bare.length < 2) return null;
  if (a.compact === b.compact) return a.hasTitle === b.hasTitle ? 'spelling' : 'title';
  if (sorted(a.bare) === sorted(b.bare)) return 'order';
  if (a.bare.length === b.bare.length && a.bare.every((word, i) => soundsLike(word, b.bare[i]!)))
    return 'sound';
  if (soundOf(a.compact) === soundOf(b.compact)) return 'sound';
  return haveInitials(a.bare, b.bare)
    ? 'initials'
    : isLonger(a.bare, b.bare) || isLonger(b.bare, a.bare)
      ? 'longer'
      : null;
}

const sorted = (words: readonly string[]): string => [...words].sort().join(' ');
const soundOf = soundForm;
const soundsLike = (a: string, b: string): boolean =>
  a === b || (a.length > 1 && b.length > 1 && soundOf(a) === soundOf(b));

/** "S. Lavrov" and "Sergei Lavrov", "J. K. Brack" and "Joan K. Brack": the last word is the same, one given name is short. */
function haveInitials(a: readonly string[], b: readonly string[]): boolean {
  const [givenA, givenB] = [a.slice(0, -1), b.slice(0, -1)];
  if (a.at(-1) !== b.at(-1) || a.at(-1)!.length < 2) return false;
  const least = Math.min(givenA.length, givenB.length);
  const pairs = givenA.slice(0, least).map((word, i) => [word, givenB[i]!] as const);
  const isOneShort = pairs.some(([x, y]) => (x.length === 1) !== (y.length === 1));
  return (
    isOneShort && pairs.every(([x, y]) => x === y || ((x.length === 1 || y.length === 1) && x[0] === y[0]))
  );
}

/** Every word of the short name in the long one in its order, and the first and the last in their places. */
function isLonger(long: readonly string[], short: readonly string[]): boolean {
  if (short.length >= long.length || long[0] !== short[0] || long.at(-1) !== short.at(-1)) return false;
  let at = 0;
  for (const word of long) if (word === short[at]) at++;
  return at === short.length && short.every((word) => word.length > 1);
}

function likenessOfBodies(one: string, other: string): MergeReasonKind | null {
  const [a, b] = [bodyWords(one), bodyWords(other)];
  if (a.join('') === b.join('')) return 'spelling';
  if (isAcronymOf(one, b) || isAcronymOf(other, a)) return 'acronym';
  return a.length > 1 && sorted(a.map(stemOf)) === sorted(b.map(stemOf)) ? 'wording' : null;
}

/** "Ministry" and "Ministries", "defence" and "defense". */
const stemOf = (word: string): string =>
  word
    .replace(/ies$/u, 'y')
    .replace(/(?<=\p{L}{3})s$/u, '')
    .replace(/ense$/u, 'ence');

const LEAST_INITIALS = 2;

/** Whether letters are the initials of the telling words of a body's name: "ICC", "U.N.". */
function isAcronymOf(short: string, words: readonly string[]): boolean {
  const letters = short.replace(/[.\s]/gu, '');
  return (
    letters.length >= LEAST_INITIALS &&
    /^\p{Lu}+$/u.test(letters) &&
    words.length === letters.length &&
    words.map((word) => word[0]).join('') === letters.toLowerCase()
  );
}

/** Sources that share something are compared; more than this many that share it share nothing that tells. */
const MOST_SHARING = 60;

/**
 * The pairs of sources that may be one, the strongest reason first, then those with the most annotations. Pairs in
 * `distinct` (each way round) are left out: somebody has said that they are two. Only sources that share a form of their
 * names are compared, so that thousands take no longer than their names do.
 */
export function suggestedMerges<S extends ComparedSource>(
  sources: readonly S[],
  distinct: Iterable<readonly [string, string]> = [],
): SuggestedMerge<S>[] {
  const apart = new Set([...distinct].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const sharing = new Map<string, S[]>();
  for (const source of sources)
    for (const key of keysOf(source)) sharing.set(key, [...(sharing.get(key) ?? []), source]);
  const pairs = new Map<string, SuggestedMerge<S>>();
  for (const held of sharing.values()) {
    if (held.length > MOST_SHARING) continue;
    for (const [i, a] of held.entries())
      for (const b of held.slice(i + 1)) {
        const [source, into] = byWeight(a, b) <= 0 ? [b, a] : [a, b];
        const key = `${source.id} ${into.id}`;
        if (pairs.has(key) || apart.has(key)) continue;
        const reasons = mergeReasons(source, into);
        if (reasons.length > 0) pairs.set(key, { source, into, reasons });
      }
  }
  return [...pairs.values()].sort(
    (x, y) =>
      MERGE_REASONS.indexOf(x.reasons[0]!.kind) - MERGE_REASONS.indexOf(y.reasons[0]!.kind) ||
      y.into.annotations + y.source.annotations - (x.into.annotations + x.source.annotations) ||
      (x.source.id + x.into.id < y.source.id + y.into.id ? -1 : 1),
  );
}

/** The one that others are merged into: with more annotations, then with the longer name, then the older one. */
const byWeight = (a: ComparedSource, b: ComparedSource): number =>
  b.annotations - a.annotations || b.name.length - a.name.length || (a.id < b.id ? -1 : 1);

/** Two sources that have a reason to be one share at least one of these. */
function keysOf(source: ComparedSource): Set<string> {
  if (belongsToArticle(source.type)) return new Set();
  return new Set(
    namesOf(source).flatMap((name) => (isBody(source.type) ? keysOfBody(name) : keysOfPerson(name))),
  );
}

function keysOfPerson(name: string): string[] {
  const { bare, compact } = nameForm(name);
  const folded = `n:${foldedName(name)}`;
  if (bare.length < 2) return [folded];
  return [
    folded,
    `s:${soundOf(compact)}`,
    `p:${bare.map(soundOf).join(' ')}`,
    `o:${sorted(bare)}`,
    `i:${bare[0]![0]} ${bare.at(-1)}`,
  ];
}

function keysOfBody(name: string): string[] {
  const words = bodyWords(name);
  const letters = name.replace(/[.\s]/gu, '');
  return [
    `n:${foldedName(name)}`,
    `b:${words.join('')}`,
    `w:${sorted(words.map(stemOf))}`,
    ...(words.length >= LEAST_INITIALS ? [`a:${words.map((word) => word[0]).join('')}`] : []),
    ...(/^\p{Lu}{2,}$/u.test(letters) ? [`a:${letters.toLowerCase()}`] : []),
  ];
}
