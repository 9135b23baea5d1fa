import { COUNTRY_OF } from './place-names';

/** Short names that are written with and without stops, and would else be read as words ("US" as "us"). */
const SHORT_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bU\.\s?N\.|\bUN\b/g, ' United Nations '],
  [/\bU\.\s?S\.\s?A\.|\bU\.\s?S\.|\bUSA?\b/g, ' United States '],
  [/\bU\.\s?K\.|\bUK\b/g, ' United Kingdom '],
  [/\bE\.\s?U\.|\bEU\b/g, ' European Union '],
  [/\bD\.?P\.?R\.?K\b\.?/g, ' North Korea '],
  [/\bR\.?O\.?K\b\.?/g, ' South Korea '],
];

/** A text with the short names of states and bodies written out. */
export const withLongNames = (text: string): string =>
  SHORT_NAMES.reduce((form, [short, long]) => form.replace(short, long), text);

/** A name of three words or more, with the small words that stand inside names. */
const LONG_NAME =
  /\p{Lu}[\p{L}\p{M}'’-]+(?:\s+(?:(?:of|for|and|on|the|de|la)\s+){0,2}\p{Lu}[\p{L}\p{M}'’-]+){2,}/gu;

/**
 * The form in which texts are searched: lower case, without accents, hyphens and stops inside names, so that "Choe
 * Ryong-hae" is "Choe Ryong Hae"; a people or a capital is followed by its country, a long name by its initials. The
 * words keep their order; a database's stemmer takes it from here.
 */
export function searchForm(text: string): string {
  const named = withLongNames(text);
  const plain = plainWords(named).map((word) => {
    const country = COUNTRY_OF.get(word);
    return country ? `${word} ${country}` : word;
  });
  return [...plain, ...initialsIn(named)].join(' ');
}

const plainWords = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .split(/[^\p{L}\p{N}.]+|\.(?!\d)|(?<!\d)\./u)
    .filter(Boolean);

const initialsIn = (text: string): string[] =>
  [...text.matchAll(LONG_NAME)].map(([name]) =>
    name
      .split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => word[0]!.toLowerCase())
      .join(''),
  );

/** Words with a capital because they open a sentence. */
const OPENER =
  /^(?:the|a|an|then|but|and|in|on|at|for|when|while|as|after|before|if|that|this|these|those|so|yet|still|now|also)\s/;

/**
 * Names of persons and bodies in a text, by their capitals: two words or more that are not the beginning of a sentence
 * alone. In the search form, each once.
 */
export function namesIn(text: string): string[] {
  const found = [...text.matchAll(/\p{Lu}[\p{L}\p{M}'’-]+(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’-]+)+/gu)];
  const names = found.map(([name]) => plainWords(name).join(' ').replace(OPENER, ''));
  return [...new Set(names)].filter((name) => name.includes(' '));
}
