import type { SourceType } from './vocabulary';

/** What stands where a name was taken out. */
export const MASK = '[name]';

export interface MaskedName {
  name: string;
  type: SourceType;
}

/** Words of names that are no names: titles, ranks, and what holds names together. */
const TITLES = new Set(
  'mr mrs ms dr sir dame lord lady prof professor president minister mayor general colonel captain judge chief deputy vice king queen prince princess senator governor ambassador secretary the of and for in von van de der den del la le el al bin ibn'.split(
    ' ',
  ),
);

/**
 * A text without the names of a prediction's sources, so that whoever judges it does not know whose it is. Of a person
 * each part of the name is taken out by itself ("Ms Arslan"), of an organisation its name, without "the" too, and the
 * abbreviation that its capitals make. A description ("the minister") stays: it is no name.
 */
export function maskedNames(text: string, names: readonly MaskedName[]): string {
  const forms = [...new Set(names.flatMap(formsOf))]
    .filter((form) => form.length > 1)
    .sort((a, b) => b.length - a.length);
  if (forms.length === 0) return text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${forms.map(patternOf).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const isMasked = `${MASK}(?:[ \\u00a0]${MASK.replace(/[[\]]/g, '\\$&')})*`.replace(
    /^\[name\]/,
    '\\[name\\]',
  );
  return text.replace(pattern, MASK).replace(new RegExp(isMasked, 'g'), MASK);
}

function formsOf({ name, type }: MaskedName): string[] {
  const whole = name.normalize('NFC').trim();
  if (type === 'anonymous') return [];
  if (type === 'person' || type === 'author')
    return [whole, ...whole.split(/[\s,]+/).filter((word) => isName(word))];
  const bare = whole.replace(/^the\s+/i, '');
  const capitals = bare.match(/\b\p{Lu}/gu)?.join('') ?? '';
  return [whole, bare, ...(capitals.length > 1 ? [capitals] : [])];
}

const isName = (word: string): boolean =>
  word.replace(/\./g, '').length > 1 &&
  /^\p{Lu}|\p{Lo}/u.test(word) &&
  !TITLES.has(word.toLowerCase().replace(/\./g, ''));

/** Any white space and any of the usual hyphens and apostrophes fit. */
const patternOf = (form: string): string =>
  form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/[-‐‑–]/g, '[-‐‑–]')
    .replace(/['’‘]/g, "['’‘]");
