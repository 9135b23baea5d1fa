/** Share of words that two titles must have in common (Dice), whatever their order. */
const LEAST_SHARED = 0.8;
/** Titles of fewer words must be the same: in "Rain on Monday" every word counts. */
export const FEWEST_WORDS = 4;

/** What agencies and papers put before a title from one edition to the next. */
const EDITION =
  /^(?:(?:update|lead|correct(?:ed|ion)|refile|wrapup|wrap|rpt|exclusive|breaking|live|live updates|watch|video|urgent|developing|opinion|analysis|eil|eilmeldung|alerte|última hora|urgente|срочно)\s*[-–]?\s*\d{0,2}\s*[-–:|]\s*|\((?:\d+(?:st|nd|rd|th) )?(?:lead|update|ld|urgent|corrected)\)\s*|\d+(?:st|nd|rd|th)?[ -](?:lead|update)\s*[-–:|]\s*)+/iu;
/** "Title | The Daily", "Title - The Daily": the name of the outlet behind a title, at most four words. */
const OUTLET_SUFFIX = /\s+[|–—-]\s+(?:\S+\s?){1,4}$/u;
const NEGATION =
  /^(?:not|no|never|without|nicht|kein|keine|nie|ne|pas|jamais|no|nunca|não|non|mai|niet|geen|inte|ikke|nie|не|нет|ei|değil|tidak|không)$|n't$/u;

/**
 * Whether two titles name the same story, so that the one may be a new revision of the other: the same words but
 * for a few, in any order. Case, punctuation, marks of an edition ("UPDATE 2-") and the outlet's name behind the
 * title do not count; numbers and negations must agree ("Day 45" is not "Day 46"). Symmetric.
 */
export function isNearlySameTitle(a: string, b: string): boolean {
  return titleWords(a).some((first) => titleWords(b).some((second) => areNearlySameWords(first, second)));
}

/** The words of a title by which it is compared: as it is, and without an outlet's name behind it where it seems to have one. */
export function titleWords(title: string): string[][] {
  const bare = title.normalize('NFKC').trim().replace(EDITION, '');
  const short = bare.replace(OUTLET_SUFFIX, '');
  return (short === bare ? [bare] : [bare, short]).map(wordsOf);
}

const wordsOf = (title: string): string[] =>
  title
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:'\p{L}+)?(?:[.,]\p{N}+)*/gu,
    ) ?? [];

function areNearlySameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  if (a.join(' ') === b.join(' ')) return true;
  if (Math.min(a.length, b.length) < FEWEST_WORDS) return false;
  return decidingWords(a) === decidingWords(b) && shareMostWords(a, b);
}

/** Whether two titles, each with its words as {@link titleWords} has them, have most of them in common. */
export function shareMostWords(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  let shared = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (a.length + b.length) >= LEAST_SHARED;
}

/** The words that must be the same in both of two titles, each as often: numbers and negations. */
export const decidingWords = (words: readonly string[]): string =>
  words
    .filter((word) => /\p{N}/u.test(word) || NEGATION.test(word))
    .sort()
    .join(' ');
