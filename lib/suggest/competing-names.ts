import { isNamedIn } from './shared-ground';
import type { ReadStatement } from './statement';
import type { StatedName, StatementParts } from './statement-parts';

/** Two names of which each sentence has the one where the other has the other. */
export interface CompetingNames {
  first: string;
  second: string;
  /** The word that both names end with or that stands before both, as "court" or "to". */
  place: string;
  /** The names are of one sort of body: two courts, two committees. */
  isOneSort: boolean;
}

/** Names that fill one place in two sentences of the same frame, or null. */
export function competingNames(a: ReadStatement, b: ReadStatement): CompetingNames | null {
  const [ours, theirs] = [onlyIn(a, b), onlyIn(b, a)];
  for (const isOneSort of [true, false])
    for (const first of ours)
      for (const second of theirs) {
        const place = isOneSort ? sharedSort(first, second) : sharedPlace(a.own, first, b.own, second);
        if (place && (isOneSort ? isInOneFrame(a.own, first, b.own, second) : true))
          return { first: first.written, second: second.written, place, isOneSort };
      }
  return null;
}

/** Names of the words that the other sentence does not hold, whoever speaks aside. */
const onlyIn = (a: ReadStatement, b: ReadStatement): StatedName[] =>
  a.own.names.filter((name) => !name.isSpeaker && !isNamedIn(name, b.around.names));

/** What bodies, places and works are called after. */
const SORTS = new Set(
  `court council committee commission ministry department bank university institute agency party office tribunal bridge museum airport hospital
school station theatre theater stadium park street square river island harbour harbor port tower prize award league cup union company group
association federation board authority police army fund foundation church club institution parliament assembly senate college centre center`.split(
    /\s+/,
  ),
);

/** What two bodies are both called: "court" of two courts. */
function sharedSort(a: StatedName, b: StatedName): string | null {
  const [first, second] = [a.form.split(' '), b.form.split(' ')];
  if (a.isCountry || b.isCountry || first.length < 2 || second.length < 2) return null;
  return first.find((word) => SORTS.has(word) && second.includes(word)) ?? null;
}

const PREPOSITION = /^(?:to|by|of|with|from|for|at|in|on|against|under|near|into)$/;

/** What stands right before both names (an article aside), where it is one word, with a verb or noun before it that is one too. */
function sharedPlace(
  a: StatementParts,
  first: StatedName,
  b: StatementParts,
  second: StatedName,
): string | null {
  if (first.isCountry !== second.isCountry) return null;
  const [left, right] = [wordBefore(a, first.from), wordBefore(b, second.from)];
  if (left && right && left.word === right.word && PREPOSITION.test(left.word)) {
    const heads = [wordBefore(a, left.at), wordBefore(b, right.at)];
    if (heads[0]?.concept && heads[0].concept === heads[1]?.concept) return left.word;
    return null;
  }
  if (left?.concept && left.concept === right?.concept) return left.word;
  const [after, next] = [a.tokens[first.to], b.tokens[second.to]];
  return isSubject(a, first) && isSubject(b, second) && after?.concept && after.concept === next?.concept
    ? after.word
    : null;
}

const isSubject = (parts: StatementParts, { from }: StatedName): boolean =>
  from === 0 || /^[^\p{L}\p{N}]/u.test(parts.tokens[from - 1]!.word);

function wordBefore(parts: StatementParts, before: number) {
  for (let at = before - 1; at >= Math.max(0, before - 3); at--) {
    const token = parts.tokens[at]!;
    if (/^(?:the|a|an|its|their|former|new)$/.test(token.word)) continue;
    if (/^[^\p{L}]/u.test(token.word)) return null;
    return { word: token.word, concept: token.concept, at };
  }
  return null;
}

/** The words before both names share a preposition, or something that tells. */
function isInOneFrame(a: StatementParts, first: StatedName, b: StatementParts, second: StatedName): boolean {
  const [left, right] = [wordBefore(a, first.from), wordBefore(b, second.from)];
  if (left && left.word === right?.word) return true;
  const near = (parts: StatementParts, at: number): Set<string> =>
    new Set(parts.tokens.slice(Math.max(0, at - 8), at).flatMap(({ concept }) => concept ?? []));
  const others = near(b, second.from);
  return [...near(a, first.from)].filter((concept) => others.has(concept)).length >= 2;
}
