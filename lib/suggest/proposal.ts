import type { LinkType } from '@/lib/domain/vocabulary';
import { conceptOf } from './concept-words';
import { competingNames } from './competing-names';
import { makersInWords, otherMakers } from './named-maker';
import { isNamedIn, sharedGround, type SharedGround, subjectsOf } from './shared-ground';
import type { ReadStatement } from './statement';
import type { StatedNumber } from './statement-parts';

/** A link that two statements seem to have. Where it speaks of "the first" and "the second", they are the link's two sides in this order. */
export interface Proposal {
  type: LinkType;
  /** Whether the second statement given is the link's first: the later one of `updates` and `resolves`. */
  isTurned: boolean;
  /** One or two sentences for a newsroom editor, with the words that decide. */
  reason: string;
  /** 0 to 1; comparable among all proposals. */
  score: number;
}

type Rule = (a: ReadStatement, b: ReadStatement, ground: SharedGround) => Omit<Proposal, 'isTurned'> | null;

/**
 * How two statements of different articles stand to each other, as far as their words tell, or null: rather nothing
 * than a guess. Never two of one article. Of copies of one story only that they are the same.
 */
export function proposalOf(a: ReadStatement, b: ReadStatement): Proposal | null {
  if (a.articleId === b.articleId) return null;
  if (a.copyGroup === b.copyGroup) return copyProposal(a, b);
  const isTurned = isLater(a, b) === true;
  // The earlier article's statement comes first.
  const [first, second] = isTurned ? [b, a] : [a, b];
  const ground = sharedGround(first, second);
  if (ground.strength < 2) return null;
  for (const rule of RULES) {
    const found = rule(first, second, ground);
    if (!found) continue;
    const isDirected = found.type === 'updates' || found.type === 'resolves';
    return { ...found, isTurned: isDirected ? !isTurned : isTurned };
  }
  return null;
}

/** Null where a date is missing. */
export const isLater = (a: ReadStatement, b: ReadStatement): boolean | null =>
  a.publishedAt && b.publishedAt ? a.publishedAt > b.publishedAt : null;

const folded = (words: string): string =>
  words
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.join(' ') ?? words;

function copyProposal(a: ReadStatement, b: ReadStatement): Proposal | null {
  if (folded(a.words) !== folded(b.words) || a.kind === null || b.kind === null) return null;
  return { type: 'same', isTurned: false, reason: 'The same words in a copy of the same story.', score: 1 };
}

/** What a proposal of this ground is worth: how much is shared, and how much of what is said. */
const scoreFor = (ground: SharedGround, factor: number): number =>
  Number((factor * (0.5 * Math.min(1, ground.strength / 6) + 0.5 * ground.coverage)).toFixed(4));

const resolves: Rule = (first, second, ground) => {
  const isForetelling = first.kind === 'prediction' || first.own.foretold.length > 0;
  if (!isForetelling || isLater(second, first) !== true) return null;
  if (ground.strength < 3 || ground.coverage < 0.34) return null;
  if (hasOtherPlace(first, second) || tellsOfBefore(second, first)) return null;
  for (const foretold of first.own.foretold) {
    const told = second.own.tokens.find(
      ({ concept, isForetold, isAside }, at) =>
        concept !== null &&
        concept === foretold.concept &&
        !isForetold &&
        !isAside &&
        // "The councillor who voted against it" tells of the councillor.
        !/^(?:who|which)$/.test(second.own.tokens[at - 1]?.word ?? ''),
    );
    if (told) {
      const isOpposite = told.isNegated !== foretold.isNegated;
      return {
        type: 'resolves',
        reason: `A later article reports ${isOpposite ? 'the opposite of ' : ''}what was foretold: “${foretold.written}” was to come, and the later one has “${isOpposite && told.isNegated ? 'not ' : ''}${told.written}”.${aboutWords(ground)}`,
        score: scoreFor(ground, 1),
      };
    }
  }
  const stand = oppositeStands(first, second);
  const isReported = stand !== null && stand[0].isForetold && !stand[1].isForetold;
  if (!isReported) return null;
  return {
    type: 'resolves',
    reason: `A later article reports the opposite of what was foretold: “${stand[0].written}” was to come, and the later one has “${stand[1].written}”.${aboutWords(ground)}`,
    score: scoreFor(ground, 0.95),
  };
};

const otherNumber: Rule = (first, second, ground) => {
  if (ground.coverage < 0.4 || ground.strength < 2 || hasOtherPlace(first, second)) return null;
  if (hasOtherDate(first, second)) return null;
  const pair = numbersThatDiffer(first.own.numbers, second.own.numbers);
  if (!pair) return null;
  // What is counted is not what is said of it: two sums of money have "crowns" in common, and nothing else.
  const said = ground.own.filter((concept) => concept !== pair[0].unit).length;
  const about = ground.topics.filter((topic) => conceptOf(topic) !== pair[0].unit).length;
  if (said < 2 && !(said === 1 && about >= 3)) return null;
  const isNewer = isLater(second, first) === true;
  const words = isNewer
    ? `${pair[0].written} before, ${pair[1].written} now`
    : `the first says ${pair[0].written}, the second ${pair[1].written}`;
  return {
    type: isNewer ? 'updates' : 'contradicts',
    reason: `Another figure for the same thing: ${words}.${aboutWords(ground)}`,
    score: scoreFor(ground, isNewer ? 0.9 : 1),
  };
};

const otherMaker: Rule = (first, second, ground) => {
  if (ground.strength < 3) return null;
  const pair = otherMakers(first.own, second.own);
  if (!pair) return null;
  return {
    type: 'contradicts',
    reason: `Both speak of a ${pair[0].written.toLowerCase()}; in the first it comes from ${makersInWords(pair[0])}, in the second from ${makersInWords(pair[1])}.${aboutWords(ground)}`,
    score: scoreFor(ground, 0.9),
  };
};

const otherName: Rule = (first, second, ground) => {
  const pair = competingNames(first, second);
  if (!pair) return null;
  const isStrong = pair.isOneSort
    ? ground.topics.length >= 3
    : ground.coverage >= 0.6 && ground.topics.length >= 3;
  if (!isStrong || hasOtherDate(first, second)) return null;
  const frame = pair.isOneSort
    ? `Both speak of a ${pair.place}`
    : 'Both tell the same of somebody or something else';
  return {
    type: 'contradicts',
    reason: `${frame}: in the first it is ${pair.first}, in the second ${pair.second}.${aboutWords(ground)}`,
    score: scoreFor(ground, pair.isOneSort ? 1 : 0.85),
  };
};

const denied: Rule = (first, second, ground) => {
  if (ground.coverage < 0.5 || ground.strength < 3 || ground.topics.length < 2 || ground.own.length < 2)
    return null;
  if (hasOtherPlace(first, second) || hasOtherDate(first, second)) return null;
  const word = deniedWord(first, second);
  if (!word) return null;
  const [yes, no] = word.isDeniedInFirst ? ['second', 'first'] : ['first', 'second'];
  return {
    type: 'contradicts',
    reason: `The ${yes} says it (“${word.written}”), the ${no} that it is not so (“not ${word.other}”).${aboutWords(ground)}`,
    score: scoreFor(ground, 1),
  };
};

const opposed: Rule = (first, second, ground) => {
  if (hasOtherPlace(first, second) || hasOtherDate(first, second)) return null;
  const pair = oppositeStands(first, second);
  if (!pair) return null;
  const areBothOutlooks = pair[0].isForetold && pair[1].isForetold;
  const isEnough = areBothOutlooks
    ? ground.topics.length >= 2 && ground.strength >= 3
    : ground.topics.length >= 2 && ground.strength >= 3 && ground.coverage >= 0.4;
  if (!isEnough) return null;
  return {
    type: 'contradicts',
    reason: `They say the opposite: the first “${pair[0].written}”, the second “${pair[1].written}”.${aboutWords(ground)}`,
    score: scoreFor(ground, areBothOutlooks ? 0.9 : 0.95),
  };
};

const otherDate: Rule = (first, second, ground) => {
  if (ground.coverage < 0.5 || ground.topics.length < 3 || ground.own.length < 2) return null;
  if (hasOtherPlace(first, second)) return null;
  const [one, other] = [daysOf(first), daysOf(second)];
  if (one.length !== 1 || other.length !== 1 || one[0] === other[0]) return null;
  const isNewer = isLater(second, first) === true && first.own.foretold.length > 0;
  const [earlier, later] = [dayInWords(one[0]!), dayInWords(other[0]!)];
  const days = isNewer ? `${earlier} before, ${later} now` : `the first says ${earlier}, the second ${later}`;
  return {
    type: isNewer ? 'updates' : 'contradicts',
    reason: `Another day for the same thing: ${days}.${aboutWords(ground)}`,
    score: scoreFor(ground, 0.9),
  };
};

/** Only of what people have marked: sentences that say the same are everywhere. */
const same: Rule = (first, second, ground) => {
  if (first.kind === null || second.kind === null) return null;
  if (ground.strength < 4 || ground.topics.length < 2 || ground.coverage < 0.75) return null;
  if (!coversBoth(first, second, ground) || hasOtherNames(first, second)) return null;
  if (deniedWord(first, second) || oppositeStands(first, second)) return null;
  if (numbersThatDiffer(first.own.numbers, second.own.numbers)) return null;
  return {
    type: 'same',
    reason: `Both say it in nearly the same words.${aboutWords(ground)}`,
    score: scoreFor(ground, 0.9),
  };
};

const RULES: readonly Rule[] = [
  resolves,
  otherNumber,
  otherDate,
  otherMaker,
  otherName,
  denied,
  opposed,
  same,
];

/** " In both: …": the words that show that it is one matter. */
export function aboutWords({ topics, names }: SharedGround): string {
  const words = [...names.slice(0, 2), ...topics.slice(0, 4).map((topic) => `“${topic}”`)];
  return words.length === 0 ? '' : ` In both: ${listed(words)}.`;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** A number of one thing in both that cannot be the same; rounding and bounds are no difference. */
function numbersThatDiffer(
  ours: readonly StatedNumber[],
  theirs: readonly StatedNumber[],
): [StatedNumber, StatedNumber] | null {
  for (const one of ours) {
    const others = theirs.filter(({ unit }) => unit === one.unit);
    if (others.length === 0 || others.some((other) => areCompatible(one, other))) continue;
    return [one, others[0]!];
  }
  return null;
}

function areCompatible(a: StatedNumber, b: StatedNumber): boolean {
  const tolerance = a.bound === 'about' || b.bound === 'about' ? 0.1 : 0.02;
  if (Math.abs(a.value - b.value) <= tolerance * Math.max(a.value, b.value)) return true;
  if (a.bound === 'at least' && b.value >= a.value) return true;
  if (b.bound === 'at least' && a.value >= b.value) return true;
  if (a.bound === 'at most' && b.value <= a.value) return true;
  return b.bound === 'at most' && a.value <= b.value;
}

/** The word that one says and the other denies. */
function deniedWord(first: ReadStatement, second: ReadStatement) {
  for (const token of first.own.tokens) {
    if (!token.concept || token.isAside) continue;
    const others = second.own.tokens.filter(({ concept, isAside }) => concept === token.concept && !isAside);
    if (others.length === 0 || others.some(({ isNegated }) => isNegated === token.isNegated)) continue;
    const [said, other] = token.isNegated ? [others[0]!, token] : [token, others[0]!];
    return { written: said.written, other: other.written, isDeniedInFirst: token.isNegated };
  }
  return null;
}

/** The words with which two statements stand at opposite ends of one scale; none where they also stand at the same end. */
function oppositeStands(first: ReadStatement, second: ReadStatement) {
  for (const stand of first.own.stands) {
    const others = second.own.stands.filter(({ axis }) => axis === stand.axis);
    if (others.length === 0 || others.some(({ sign }) => sign === stand.sign)) continue;
    return [stand, others[0]!] as const;
  }
  return null;
}

/** Both name a place behind "in" or "at", and none of them is the other's: two events, not one told in two ways. */
function hasOtherPlace(first: ReadStatement, second: ReadStatement): boolean {
  const [ours, theirs] = [placesOf(first), placesOf(second)];
  return (
    ours.length > 0 &&
    theirs.length > 0 &&
    !ours.some((name) => isNamedIn(name, second.around.names)) &&
    !theirs.some((name) => isNamedIn(name, first.around.names))
  );
}

const placesOf = ({ own }: ReadStatement) =>
  own.names.filter(({ from }) => /^(?:in|at|near)$/.test(own.tokens[from - 1]?.word ?? ''));

/** Names that only one of the two holds, whoever speaks aside. */
const hasOtherNames = (first: ReadStatement, second: ReadStatement): boolean =>
  first.own.names.some((name) => !name.isSpeaker && !isNamedIn(name, subjectsOf(second))) ||
  second.own.names.some((name) => !name.isSpeaker && !isNamedIn(name, subjectsOf(first)));

const coversBoth = (first: ReadStatement, second: ReadStatement, ground: SharedGround): boolean =>
  ground.own.length >= 3 &&
  ground.own.length >= 0.6 * Math.max(first.own.topics.size, second.own.topics.size);

/** A later article may tell of what was before: "in 2000" settles nothing that was foretold in 2014. */
function tellsOfBefore({ own }: ReadStatement, { publishedAt }: ReadStatement): boolean {
  const years = own.dates.filter((date) => /^\d{4}$/.test(date));
  return publishedAt !== null && years.some((year) => year < publishedAt.slice(0, 4));
}

/** Both name months or years, and none in common: figures of two months are no contradiction. */
function hasOtherDate(first: ReadStatement, second: ReadStatement): boolean {
  const [ours, theirs] = [first.around.dates, second.around.dates];
  return ours.length > 0 && theirs.length > 0 && !ours.some((date) => theirs.includes(date));
}

const daysOf = ({ own }: ReadStatement): string[] => [
  ...new Set(own.dates.filter((date) => /^[a-z]+ \d+$/.test(date))),
];

const dayInWords = (day: string): string => day.replace(/^./, (first) => first.toUpperCase());
