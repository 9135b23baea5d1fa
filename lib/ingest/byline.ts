import { printedDatesIn } from './calendar-date';
import { endsSentence, weightOf, withoutBullet } from './line-shape';
import { findOutlet } from './outlet-names';

const HEAVIEST = 160;
const INTRO =
  /^(?:written by|words by|text by|story by|report(?:ed)? by|reporting by|posted by|published by|compiled by|byline|by|author|authors|autor(?:in|a|es|en)?|auteur|autore|skribent|text|text(?:o|e) (?:de|por)|von|vom|par|por|di|da|av|af|door|przez|napsal|автор(?:ы)?|текст|yazan|haber|oleh|penulis|tác giả|συντάκτης|מאת|بقلم|كتب|文|撰文|作者|记者|記者|取材|글|기자)(?!\p{L})\s*[:：/|]?\s*/iu;
/** Introductions that are also parts of names and sentences ("Von", "Di"): they ask for two capitalised words. */
const PARTICLE =
  /^(?:von|van|vom|de|del|della|dello|der|den|di|da|dos|das|do|du|la|le|ten|ter|te|bin|bint|ibn|al|el|af|av|y|e|zu|zur)$/u;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}]*\.?(?:['’‐-]\p{L}[\p{L}\p{M}]*)*\.?|\p{Lu}\.(?:\p{Lu}\.)*|[OD]['’]\p{Lu}\p{L}+)$/u;
const AND = /^(?:and|&|und|et|y|e|и|en|och|og|i|ve|dan|con|with|mit|,)$/iu;
const NOT_A_NAME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december)$|^(?:the|this|that|these|those|a|an|his|her|its|their|our|my|your|all|any|then|now|and|but|or|if|in|on|at|for|to|it|he|she|we|they|there|here|what|who|why|how|when|where|far|contrast|comparison|law|default|definition|design|chance|accident|published|updated|advertisement)$/iu;
/** Who signs in place of a person. */
const DESK =
  /^(?:(?:our |the )?(?:staff|news desk|newsroom|web desk|online desk|city desk|editorial (?:board|team|staff)|staff (?:writers?|reporters?|and agencies|and wire reports)|agencies|wire services?|news agencies|redaktion|die redaktion|la rédaction|redacción|redação|redazione|redactie|(?:[\p{Lu}][\p{L}-]+ ){1,3}(?:staff|desk|team|reporters?|correspondents?|writers?)))$/iu;
const JOB =
  /(?<!\p{L})(?:correspondent|reporter|editor|writer|columnist|journalist|staff|bureau|chief|contributor|contributing|analyst|fellow|professor|redakteur(?:in)?|korrespondent(?:in)?|journaliste|correspondante?|envoyée? spéciale?|periodista|corresponsal|enviad[oa] especial|repórter|jornalista|giornalista|inviat[oa]|redacteur|verslaggever|корреспондент|обозреватель|senior|political|diplomatic|economics|business|science|sports?|foreign|desk|photographer|critic|news|video|producer|intern)(?!\p{L})/iu;
const STOPPER = /^(?:for|in|at|from|on|to|published|updated|posted|à|a|aus|für|im|en|em|para|per|pour|jr)$/iu;

/** A line that names the author, and the name or names alone. */
export interface Byline {
  name: string;
}

/**
 * Reads a line such as "By Jane Doe", "By JANE DOE and John Roe, Reuters", "Von Jana Doe | 3 June 2024", also
 * where it is cut off ("By Jane Doe ("). Null for any other line: names are capitalised words, at least two
 * unless an outlet or a desk signs, and a sentence ("By Monday the river had risen.") is no byline.
 */
export function findByline(text: string): Byline | null {
  if (weightOf(text) > HEAVIEST) return null;
  const line = withoutBullet(text).replace(/\s+/gu, ' ');
  const korean =
    /^(?:\[[^\]]{1,20}\]\s*|\([^)]{1,20}\)\s*)?([가-힣]{2,4})\s?(?:선임|수석|객원|인턴)?\s?(?:기자|특파원)(?=\s|$|=|\|)/u.exec(
      line,
    );
  if (korean) return { name: korean[1]! };
  const cjk =
    /^(?:【?(?:文|撰文|作者|记者|記者|取材・文|文・)\s?[:：/／|]?\s?)([\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}・·\s]{2,12})】?$/u.exec(
      line,
    );
  if (cjk) return { name: cjk[1]!.trim() };
  for (const part of partsOf(line)) {
    const name = nameAfterIntro(part);
    if (name !== null) return { name };
  }
  return null;
}

/** The name alone of a line that is nothing but one: "Jane Doe", "Jane Doe, political editor"; else null. */
export function findBareName(text: string): string | null {
  if (weightOf(text) > 80 || endsSentence(text.replace(/\b(?:Jr|Sr)\.$/u, ''))) return null;
  const [head = '', ...rest] = text.split(/\s*[,|•·–—]\s+|\s+-\s+/u);
  const title = rest.join(' ');
  const words = head.split(/\s+/u);
  const jobAt = words.findIndex((word, i) => i >= 2 && JOB.test(word));
  const name = jobAt > 0 ? words.slice(0, jobAt) : words;
  if (name.length < 2 || name.length > 4 || !name.every(isNameWord) || !NAME_WORD.test(name[0]!)) return null;
  if (name.some((word) => NOT_A_NAME.test(word)) || findOutlet(name.join(' '))) return null;
  return title === '' || JOB.test(title) ? name.join(' ') : null;
}

/** Says that a bare name stands with a job, which makes it a byline without another sign. */
export const namesJob = (text: string): boolean => JOB.test(text);

/** A line and its parts between bars; dates are taken out, for they stand on both sides of names. */
function partsOf(line: string): string[] {
  let undated = line;
  for (const date of [...printedDatesIn(line)].reverse()) {
    undated = `${undated.slice(0, date.start)}|${undated.slice(date.end)}`;
  }
  const parts = undated.split(/\s*[|•·]\s*|\s+[–—-]{1,2}\s+/u).filter((part) => part !== '');
  const inner = parts.map((part) =>
    part.replace(/^.*?(?:published|posted|updated|written)\s+(?:on\s+)?(?=by\s)/iu, ''),
  );
  return inner.slice(0, 6);
}

function nameAfterIntro(part: string): string | null {
  const intro = INTRO.exec(part);
  if (!intro) return null;
  const isMarked = /[:：/|]\s*$/u.test(intro[0]);
  const rest = part
    .slice(intro[0].length)
    .replace(/\s*\S+@\S*.*$/u, '')
    .replace(/\s*[([<].*$/u, '')
    .replace(/[\s,;|]+$/u, '');
  if (rest === '') return null;
  if (findOutlet(rest) || DESK.test(rest)) return rest;
  const words = rest.split(/\s+/u).flatMap((word) => (/.,$/u.test(word) ? [word.slice(0, -1), ','] : [word]));
  const taken = nameWordsOf(words);
  const name = taken.join(' ').replace(/ ,/gu, ',');
  const people = name.split(/\s*,\s*|\s+(?:and|&|und|et|y|e|и|en|och|og|i|ve|dan|with)\s+/iu);
  const left = words.slice(taken.length);
  if (!people.every((person) => isPerson(person, isMarked)) || !isTrailer(left, part)) return null;
  return name;
}

/** The leading words that can belong to a list of names. */
function nameWordsOf(words: readonly string[]): string[] {
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const next = words[i + 1];
    if (isNameWord(word) && !NOT_A_NAME.test(word)) {
      if (NAME_WORD.test(word)) end = i + 1;
    } else if (!(
      AND.test(word) &&
      end > 0 &&
      next !== undefined &&
      NAME_WORD.test(next) &&
      !isJobAhead(words, i + 1)
    ))
      break;
  }
  return words.slice(0, end);
}

/** "Jane Doe, Political Editor": what follows the comma is a job, not a second person. */
const isJobAhead = (words: readonly string[], from: number): boolean =>
  JOB.test(words.slice(from, from + 5).join(' ')) || findOutlet(words.slice(from).join(' ')) !== null;

const isNameWord = (word: string): boolean => NAME_WORD.test(word) || PARTICLE.test(word);

function isPerson(name: string, isMarked: boolean): boolean {
  const words = name.split(' ').filter((word) => NAME_WORD.test(word));
  return words.length >= (isMarked ? 1 : 2) && words.length <= 5;
}

/** What may follow the names: nothing, a job, a place, an outlet; not the rest of a sentence. */
function isTrailer(left: readonly string[], part: string): boolean {
  if (left.length === 0) return true;
  if (left.length > 9 || (endsSentence(part) && left.length > 2)) return false;
  const [first = '', second = ''] = left;
  if (STOPPER.test(first)) return left.slice(1).some((word) => /^\p{Lu}/u.test(word)) || left.length === 1;
  if (first === ',') return JOB.test(left.join(' ')) || (/^\p{Lu}/u.test(second) && left.length <= 5);
  return JOB.test(left.join(' '));
}
