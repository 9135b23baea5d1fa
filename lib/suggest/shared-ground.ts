import type { ReadStatement } from './statement';
import type { StatedName } from './statement-parts';

/** What two statements have in common. */
export interface SharedGround {
  /** Concepts that both sentences speak of, each as the first writes it, in its order. */
  topics: readonly string[];
  /** Names that both hold, in whatever spelling, as the first writes them. */
  names: readonly string[];
  /** Concepts, and forms of names, that the compared words themselves share: not only the sentences around them. */
  own: readonly string[];
  /** How much both speak of: a topic or a name counts 1, a country half, because a report is full of them. */
  strength: number;
  /** The share of what the one that says less speaks of; 0 to 1. */
  coverage: number;
}

const weightOfName = ({ isCountry }: StatedName): number => (isCountry ? 0.5 : 1);

/** Symmetrical but for whose spelling is given. */
export function sharedGround(a: ReadStatement, b: ReadStatement): SharedGround {
  const topics = [...a.around.topics].filter(([concept]) => b.around.topics.has(concept));
  const names = distinct(subjectsOf(a)).filter((name) => isNamedIn(name, subjectsOf(b)));
  const strength = topics.length + sum(names.map(weightOfName));
  const own = [
    ...[...a.own.topics.keys()].filter((concept) => b.own.topics.has(concept)),
    ...distinct(a.own.names)
      .filter((name) => !name.isSpeaker && isNamedIn(name, b.own.names))
      .map(({ form }) => form),
  ];
  const size = Math.min(sizeOf(a), sizeOf(b));
  return {
    topics: topics.map(([, written]) => written),
    names: names.map(({ written }) => written),
    own,
    strength,
    coverage: size === 0 ? 0 : Math.min(1, strength / size),
  };
}

/** Names that a sentence is about: not whoever says it. */
export const subjectsOf = (statement: ReadStatement): StatedName[] =>
  statement.around.names.filter(({ isSpeaker }) => !isSpeaker);

const sizeOf = (statement: ReadStatement): number =>
  statement.own.topics.size +
  sum(distinct(statement.own.names.filter((name) => !name.isSpeaker)).map(weightOfName));

const sum = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0);

const distinct = (names: readonly StatedName[]): StatedName[] =>
  names.filter((name, at) => names.findIndex((other) => other.form === name.form) === at);

/** Whether one of the names may be this one: the same, a part of it ("Lind" of "Mara Lind"), or its initials. */
export const isNamedIn = (name: StatedName, others: readonly StatedName[]): boolean =>
  others.some((other) => isSameName(name.form, other.form));

function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const parts = long.split(' ');
  if (short.split(' ').every((word) => parts.includes(word))) return true;
  const initials = parts.filter((word) => word !== 'of' && word !== 'for').map((word) => word[0]);
  return initials.length > 1 && initials.join('') === short;
}
