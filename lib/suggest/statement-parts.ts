import { meaningCueOf } from '@/lib/domain/meaning-cue';
import { axesOf, conceptOf, isTelling } from './concept-words';
import { COUNTRY_OF } from './place-names';
import { withLongNames } from './search-form';

/** A name in a sentence: in the search form, as it is written, and the words around it that tell its part in the sentence. */
export interface StatedName {
  form: string;
  written: string;
  isCountry: boolean;
  /** Whoever says the sentence is not what it is about. */
  isSpeaker: boolean;
  /** Positions among the tokens. */
  from: number;
  to: number;
}

export interface StatedNumber {
  value: number;
  written: string;
  /** What is counted or measured: the concept of the noun that follows, or a sign. */
  unit: string;
  /** "More than", "at least": the value is a lower bound; "about": it is near; "up to": an upper bound. */
  bound: 'exactly' | 'about' | 'at least' | 'at most';
}

export interface StatementToken {
  /** As it is written. */
  written: string;
  /** Lower case, without a possessive. */
  word: string;
  concept: string | null;
  isNegated: boolean;
  /** In a subordinate clause that only says when or on which condition. */
  isAside: boolean;
  /** What is foretold, not told: after "will", "is expected to" and the like. */
  isForetold: boolean;
}

/** What a sentence says, as far as words tell it. */
export interface StatementParts {
  tokens: readonly StatementToken[];
  names: readonly StatedName[];
  numbers: readonly StatedNumber[];
  /** Concepts that it speaks of, with a word for each as it is written. */
  topics: ReadonlyMap<string, string>;
  /** The verbs that are foretold. */
  foretold: readonly StatementToken[];
  /** Days and months that are named outright, as `May 9`, `May` or `1998`. */
  dates: readonly string[];
  /** The scales on which it takes a stand, with the words that do. */
  stands: readonly { axis: number; sign: 1 | -1; written: string; isForetold: boolean }[];
}

const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  );
const WEEKDAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));
const TITLES = new Set(
  `president minister secretary mr mrs ms dr prof professor leader ambassador mayor governor general chancellor premier king queen prince judge
senator representative director chief captain foreign defense defence prime state special envoy comrade chairman chairwoman analyst spokesman
spokeswoman sir lord lady minister's the`.split(/\s+/),
);
const SPEECH =
  /^(?:said|says|say|told|tells|added|adds|noted|notes|wrote|writes|argued|argues|warned|warns|claimed|claims|explained|stated|states|insisted|asked|replied|according|announced|reported|reports|cautioned|read|predicts|predicted)$/;
const SMALL_INSIDE = new Set(['of', 'for']);
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const MULTIPLES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  bn: 1e9,
  mn: 1e6,
  m: 1e6,
  trillion: 1e12,
};
/** Among the words that negate (`meaningCueOf`), those that as often stand for something else. */
const AMBIGUOUS =
  /^(?:rule[ds]?|stop\w*|halt\w*|withdr\w*|lies?|lied|lying|rather|except|instead|unless|without|longer|fail\w*|reject\w*|refus\w*|den[iy]\w*|dismiss\w*|prevent\w*|wrong\w*|mistake\w*|lack\w*|doubt\w*|disput\w*|contra\w*|opposite|absent|hardly|fake|myth|hoax|refut\w*|retract\w*|fabricat\w*|invented|non|ruled|nor|nicht|nie|ne|ni|mai|mal|des|se|den|des)$/;
const FUTURE = /^(?:will|shall|would|could|may|might|'ll)$/;
/** "Expected to", "set to": what comes is foretold. */
const TO_COME =
  /^(?:expected|set|due|scheduled|likely|going|plans|planned|plan|poised|about|hopes|hope|intends|promised|promises|vowed|aims|ready)$/;
const ASIDE = new Set([
  'if',
  'once',
  'when',
  'after',
  'before',
  'until',
  'unless',
  'while',
  'although',
  'though',
  'despite',
  'since',
]);

const TOKEN = /\d+(?:[.,]\d+)*|[\p{L}\p{N}][\p{L}\p{M}\p{N}’'‑-]*|[%$€£¥]|[,;:.!?—–“”"()]/gu;

/** Reads a sentence, or a stretch of one. English is understood; of other languages names and numbers are. */
export function statementParts(text: string): StatementParts {
  const written = [...withLongNames(text).matchAll(TOKEN)].map(([token]) => token);
  const words = written.map((token) => token.toLowerCase().replace(/['’]s$|['’]$/u, ''));
  const named = namesIn(written, words);
  const inName = new Set(named.flatMap(({ from, to }) => range(from, to)));
  const tokens = tokensFrom(written, words, inName);
  const topics = new Map<string, string>();
  for (const { concept, written: word } of tokens)
    if (concept && !topics.has(concept)) topics.set(concept, word.toLowerCase());
  return {
    tokens,
    names: named,
    numbers: numbersIn(written, words),
    topics,
    foretold: foretoldIn(tokens),
    dates: datesIn(written, words),
    stands: standsIn(tokens),
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, step) => from + step);
const isCapital = (token: string): boolean => /^\p{Lu}/u.test(token);
const isEnd = (token: string | undefined): boolean => token === undefined || /^[.!?;:—–“”"()]$/.test(token);

function namesIn(written: readonly string[], words: readonly string[]): StatedName[] {
  const long = written.filter((token) => /^\p{L}{4,}/u.test(token));
  // A headline with capitals throughout names nothing by them.
  const isTitleCase = long.length > 3 && long.filter(isCapital).length > 0.7 * long.length;
  const found: StatedName[] = [];
  for (let at = 0; at < written.length;) {
    if (!canName(written, words, at, isTitleCase)) {
      at++;
      continue;
    }
    let to = at + 1;
    for (;;) {
      if (canName(written, words, to, isTitleCase)) to++;
      else if (
        SMALL_INSIDE.has(words[to] ?? '') &&
        canName(written, words, to + 1, isTitleCase) &&
        !COUNTRY_OF.has(words[at]!)
      )
        to += 2;
      else break;
      if (/['’]s?$/u.test(written[to - 1]!)) break;
    }
    found.push(...partsOfName(written, words, at, to));
    at = to;
  }
  return found.map((name) => ({ ...name, isSpeaker: isSpeaker(words, name.from, name.to) }));
}

function canName(
  written: readonly string[],
  words: readonly string[],
  at: number,
  isTitleCase: boolean,
): boolean {
  const token = written[at];
  if (!token || !isCapital(token) || token.length < 2) return false;
  const word = words[at]!;
  if (MONTHS.includes(word) || WEEKDAYS.has(word)) return false;
  if (COUNTRY_OF.has(word)) return true;
  if (isTitleCase) return false;
  const opens = at === 0 || isEnd(written[at - 1]);
  if (!opens) return true;
  // The first word of a sentence has a capital anyway: it names something when another such word follows.
  const next = written[at + 1];
  return isTelling(word) && next !== undefined && isCapital(next) && next.length > 1;
}

/** A run of capitals without its titles, with a people or a capital as a name of its own. */
function partsOfName(
  written: readonly string[],
  words: readonly string[],
  from: number,
  to: number,
): StatedName[] {
  const parts: { from: number; to: number }[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const isAlone = TITLES.has(words[at]!) || COUNTRY_OF.has(words[at]!);
    if (!isAlone) continue;
    if (at > start) parts.push({ from: start, to: at });
    if (COUNTRY_OF.has(words[at]!)) parts.push({ from: at, to: at + 1 });
    start = at + 1;
  }
  if (to > start) parts.push({ from: start, to });
  return parts
    .filter((part) => !SMALL_INSIDE.has(words[part.to - 1]!) || part.to - part.from > 1)
    .map((part) => nameFrom(written, words, part));
}

const COUNTRY_NAMES: ReadonlySet<string> = new Set([
  ...COUNTRY_OF.values(),
  'european union',
  'soviet union',
]);

function nameFrom(
  written: readonly string[],
  words: readonly string[],
  { from, to }: { from: number; to: number },
): StatedName {
  let last = to;
  let first = from;
  while (last > first && SMALL_INSIDE.has(words[last - 1]!)) last--;
  while (first < last && SMALL_INSIDE.has(words[first]!)) first++;
  const plain = words.slice(first, last).join(' ').replace(/[-‑]/g, ' ');
  const form = COUNTRY_OF.get(plain) ?? plain;
  return {
    form,
    written: written
      .slice(first, last)
      .join(' ')
      .replace(/['’]s?$/u, ''),
    isCountry: COUNTRY_NAMES.has(form),
    isSpeaker: false,
    from: first,
    to: last,
  };
}

const isSpeaker = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(to, to + 2).some((word) => SPEECH.test(word)) ||
  words.slice(Math.max(0, from - 3), from).some((word) => SPEECH.test(word)) ||
  (words[from - 1] === 'to' && words[from - 2] === 'according');

function tokensFrom(
  written: readonly string[],
  words: readonly string[],
  inName: ReadonlySet<number>,
): StatementToken[] {
  let negatedFor = 0;
  let foretoldFor = 0;
  let isAside = false;
  return words.map((word, at): StatementToken => {
    const isMark = /^[^\p{L}\p{N}%$€£¥]/u.test(word);
    if (isMark) [negatedFor, foretoldFor, isAside] = [0, 0, false];
    if (ASIDE.has(word)) isAside = true;
    // "Outlast the war" goes on; what begins with a conjunction is another statement.
    if (word === 'but') negatedFor = foretoldFor = 0;
    const isTellingWord = !inName.has(at) && isTelling(word) && !/^\d/.test(word);
    const token = {
      written: written[at]!,
      word,
      concept: isTellingWord ? conceptOf(word) : null,
      isNegated: negatedFor > 0 && (isTellingWord || axesOf(word).length > 0),
      isAside,
      isForetold: foretoldFor > 0,
    };
    if (isNegation(word, words[at + 1])) negatedFor = 4;
    else if (isTellingWord) negatedFor--;
    const comes =
      FUTURE.test(word) || (TO_COME.test(word) && words[at + 1] === 'to') || /['’]ll$/u.test(word);
    if (comes) foretoldFor = 4;
    else if (isTellingWord) foretoldFor--;
    return token;
  });
}

const isNegation = (word: string, next: string | undefined): boolean =>
  (word === 'no' && next === 'longer') ||
  /^(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|fail(?:s|ed)?|unable|without)$/.test(word) ||
  (meaningCueOf(word) === 'negation' && !AMBIGUOUS.test(word) && /^[a-z'’]+$/.test(word));

/** The word that a cue of the future foretells: the first that tells something after it. */
function foretoldIn(tokens: readonly StatementToken[]): StatementToken[] {
  const found: StatementToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const begins = tokens[at]!.isForetold && !(tokens[at - 1]?.isForetold ?? false);
    if (!begins || tokens[at]!.isAside) continue;
    // "Will be a summit" foretells no deed; "will be opened" does.
    const isState = /^(?:be|have)$/.test(tokens[at]!.word);
    const verb = tokens
      .slice(at, at + 5)
      .find(({ concept, word }) => (concept !== null || axesOf(word).length > 0) && !/ly$/.test(word));
    if (verb?.isForetold && !(isState && !/(?:ed|en|n|t)$/.test(verb.word))) found.push(verb);
  }
  return found;
}

const DETERMINERS = new Set([
  'the',
  'a',
  'an',
  'its',
  'their',
  'his',
  'her',
  'this',
  'that',
  'last',
  'next',
  'of',
]);
/** "Last week" ends nothing, and an "open letter" opens nothing. */
const TIMES =
  /^(?:time|times|year|years|month|months|week|weeks|night|day|days|summer|winter|spring|autumn|monday|tuesday|wednesday|thursday|friday|saturday|sunday|letter|minute|ditch|of)$/;

function standsIn(tokens: readonly StatementToken[]): StatementParts['stands'] {
  return tokens.flatMap((token, at) => {
    const before = tokens[at - 1]?.word ?? '';
    const after = tokens[at + 1]?.word ?? '';
    // "Talks to end the war" end nothing yet.
    const isNoStand = (DETERMINERS.has(before) || before === 'to') && !token.isForetold;
    if (token.isAside || isNoStand || TIMES.test(after)) return [];
    const negation = token.isNegated ? -1 : 1;
    const written = `${writtenBefore(tokens, at)}${token.written}`;
    return axesOf(token.word).map(({ axis, sign }) => ({
      axis,
      sign: (sign * negation) as 1 | -1,
      written,
      isForetold: token.isForetold,
    }));
  });
}

/** "will not", "did not": what stands right before a verb and belongs to it. */
function writtenBefore(tokens: readonly StatementToken[], at: number): string {
  const auxiliary =
    /^(?:will|would|could|may|might|shall|not|no|never|cannot|did|does|do|has|have|had|been|be|is|are|was|were|still|longer|to|didn['’]t|won['’]t|doesn['’]t)$/;
  let from = at;
  while (from > 0 && at - from < 4 && auxiliary.test(tokens[from - 1]!.word)) from--;
  const words = tokens.slice(from, at).map(({ written }) => written);
  return words.length > 0 ? `${words.join(' ')} ` : '';
}

function numbersIn(written: readonly string[], words: readonly string[]): StatedNumber[] {
  const found: StatedNumber[] = [];
  for (let at = 0; at < words.length; at++) {
    const plain = /^\d/.test(words[at]!)
      ? Number(words[at]!.replace(/,(?=\d{3})/g, ''))
      : NUMBER_WORDS[words[at]!];
    if (plain === undefined || Number.isNaN(plain) || isDate(words, at, plain)) continue;
    let value = plain;
    let end = at + 1;
    const multiple = MULTIPLES[words[end] ?? ''];
    if (multiple) {
      value *= multiple;
      end++;
    }
    const sign = /^[$€£¥]$/.test(words[at - 1] ?? '') ? words[at - 1]! : null;
    const unit = sign ?? unitAfter(words, end);
    if (!unit) continue;
    const start = sign ? at - 1 : at;
    found.push({
      value,
      unit,
      written:
        written
          .slice(start, end)
          .join(' ')
          .replace(/([$€£¥]) /, '$1') + (unit === '%' ? ' %' : ''),
      bound: boundBefore(words.slice(Math.max(0, start - 3), start)),
    });
  }
  return found;
}

function isDate(words: readonly string[], at: number, value: number): boolean {
  const [before, after] = [words[at - 1] ?? '', words[at + 1] ?? ''];
  if (MONTHS.includes(before) || MONTHS.includes(after)) return true;
  const isYear = Number.isInteger(value) && value >= 1800 && value <= 2100 && /^\d{4}$/.test(words[at]!);
  return isYear;
}

function unitAfter(words: readonly string[], at: number): string | null {
  if (words[at] === '%' || words[at] === 'percent' || words[at] === 'percentage') return '%';
  if (words[at] === 'per' && words[at + 1] === 'cent') return '%';
  // The noun that is counted stands within three words, behind adjectives: the first telling one names it well enough.
  for (const word of words.slice(at, at + 3)) {
    if (/^[^\p{L}]/u.test(word)) return null;
    if (/^(?:people|years?|days?|weeks?|months?|hours?|minutes?|countries|members)$/.test(word))
      return word.replace(/s$/, '');
    if (isTelling(word)) return conceptOf(word);
  }
  return null;
}

function boundBefore(before: readonly string[]): StatedNumber['bound'] {
  const words = before.join(' ');
  if (/(?:more than|at least|over|no fewer than|above)$/.test(words)) return 'at least';
  if (/(?:fewer than|less than|up to|at most|under|below)$/.test(words)) return 'at most';
  return /(?:about|around|nearly|almost|roughly|some|approximately|an estimated|estimated)$/.test(words)
    ? 'about'
    : 'exactly';
}

function datesIn(written: readonly string[], words: readonly string[]): string[] {
  return words.flatMap((word, at) => {
    if (/^(?:19|20)\d\d$/.test(word)) return word;
    if (!MONTHS.includes(word) || !isCapital(written[at]!)) return [];
    const month = word.slice(0, 3);
    const day = [words[at + 1], words[at - 1]].find((next) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(next ?? ''));
    return day ? `${month} ${Number.parseInt(day, 10)}` : month;
  });
}
