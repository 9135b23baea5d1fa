import type { TextMode } from './vocabulary';

/** How much text an export was asked for: the same for all articles, or by each one's own licence. */
export type AskedText = TextMode | 'licensed';

/** What is known of the right to pass an article on. All null: nobody has said, so that nothing beyond excerpts goes along. */
export interface ArticleLicence {
  /** An SPDX identifier or the short name of a Creative Commons licence; else in words. */
  licence: string | null;
  licenceUrl: string | null;
  /** Whom to name: the line of attribution. */
  rightsHolder: string | null;
  /** What an editor says may be passed on, whatever the licence's name; null leaves it to the licence. */
  textAllowed: TextMode | null;
}

export const NO_LICENCE: ArticleLicence = {
  licence: null,
  licenceUrl: null,
  rightsHolder: null,
  textAllowed: null,
};

/** Licences that allow whole texts to be passed on, unchanged and with attribution, as their names are stored. */
export const FULL_TEXT_LICENCE =
  '^(CC0-1\\.0|CC-PDDC|CC-PDM-1\\.0|Public domain|CC-BY(-NC)?(-SA|-ND)?(-[1-4]\\.[05](-[A-Z]{2,4})?)?|OGL-UK-[123]\\.0|etalab-2\\.0|NLOD-[12]\\.0|DL-DE-(BY|ZERO)-2\\.0)$';
const ALLOWS_FULL = new RegExp(FULL_TEXT_LICENCE);

/** How much of an article its licence allows to be passed on, unless an editor has said otherwise. What is unknown allows excerpts. */
export const textAllowedBy = (licence: string | null): TextMode =>
  licence !== null && ALLOWS_FULL.test(licence) ? 'full' : 'excerpts';

/** How much of an article's words goes along. A mode that was asked for is the decision of whoever asked; else it is the article's own. */
export const textModeOf = (
  asked: AskedText,
  { licence, textAllowed }: Pick<ArticleLicence, 'licence' | 'textAllowed'>,
): TextMode => (asked === 'licensed' ? (textAllowed ?? textAllowedBy(licence)) : asked);

const MODES_BY_EXTENT: readonly TextMode[] = ['offsets', 'excerpts', 'full'];

/** Whether a mode shows more of an article than it allows. */
export const exceedsLicence = (
  mode: TextMode,
  article: Pick<ArticleLicence, 'licence' | 'textAllowed'>,
): boolean => MODES_BY_EXTENT.indexOf(mode) > MODES_BY_EXTENT.indexOf(textModeOf('licensed', article));

/** Licences that the interface offers by name. Any other may be written in words. */
export const OFFERED_LICENCES = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-NC-ND-4.0',
  'Public domain',
  'All rights reserved',
] as const;

const CREATIVE_COMMONS =
  /^cc[\s-]*(by(?:[\s-]*(?:nc|sa|nd))*)(?:[\s-]*(?:v\s*)?([1-4]\.[05]))?(?:[\s-]+(international|unported|[a-z]{2,4}))?$/i;
const CREATIVE_COMMONS_ADDRESS =
  /^https?:\/\/(?:www\.)?creativecommons\.org\/(licenses|publicdomain)\/([a-z-]+)\/([1-4]\.[05])(?:\/([a-z]{2,4}))?(?:\/.*)?$/i;

/**
 * The name under which a licence is stored: `cc by-sa 4.0` and the address of that licence are both `CC-BY-SA-4.0`, so
 * that one licence has one name. Words that name none of the known ones are kept as they are, trimmed.
 */
export function licenceFromWords(words: string): string {
  const trimmed = words.trim().replace(/\s+/gu, ' ');
  const address = CREATIVE_COMMONS_ADDRESS.exec(trimmed);
  if (address) return nameFromAddress(address[1]!, address[2]!, address[3]!, address[4]);
  const commons = CREATIVE_COMMONS.exec(trimmed);
  if (commons) return commonsName(commons[1]!, commons[2], commons[3]);
  return KNOWN_NAMES.get(folded(trimmed)) ?? trimmed;
}

const folded = (words: string): string => words.toLowerCase().replace(/[\s.-]+/gu, ' ');
const KNOWN_NAMES = new Map<string, string>(
  (
    [
      ['CC0-1.0', 'cc0', 'cc 0', 'cc zero', 'cc0 1.0', 'cc0 1.0 universal'],
      ['CC-PDM-1.0', 'public domain mark', 'public domain mark 1.0', 'pdm', 'cc pdm'],
      ['CC-PDDC'],
      ['Public domain', 'pd', 'public domain work'],
      ['All rights reserved', 'copyright', '©', '(c)'],
      ['OGL-UK-1.0'],
      ['OGL-UK-2.0'],
      ['OGL-UK-3.0', 'ogl', 'ogl 3.0', 'open government licence', 'open government licence v3.0'],
      ['etalab-2.0', 'licence ouverte 2.0', 'etalab'],
      ['NLOD-1.0'],
      ['NLOD-2.0'],
      ['DL-DE-BY-2.0', 'dl de/by 2 0', 'dl-de/by-2-0'],
      ['DL-DE-ZERO-2.0', 'dl-de/zero-2-0'],
    ] as const
  ).flatMap(([name, ...others]) => [name, ...others].map((words) => [folded(words), name] as const)),
);

function commonsName(terms: string, version: string | undefined, place: string | undefined): string {
  const given = terms.toUpperCase().split(/[\s-]+/u);
  const wanted = ['BY', 'NC', 'SA', 'ND'].filter(
    (term) => given.includes(term) || given.join('').includes(term),
  );
  const port = place && !/^(international|unported)$/i.test(place) ? `-${place.toUpperCase()}` : '';
  return `CC-${wanted.join('-')}${version ? `-${version}${port}` : ''}`;
}

function nameFromAddress(shelf: string, terms: string, version: string, place: string | undefined): string {
  if (shelf.toLowerCase() === 'publicdomain')
    return terms.toLowerCase() === 'zero' ? 'CC0-1.0' : 'CC-PDM-1.0';
  return commonsName(terms, version, place);
}

const NAMED_COMMONS = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-([1-4]\.[05])(?:-([A-Z]{2,4}))?$/;

/** Where the licence's own text stands, for those that have one address; else null. */
export function addressOfLicence(licence: string): string | null {
  const [, terms, version, place] = NAMED_COMMONS.exec(licence) ?? [];
  if (terms && version)
    return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/${place ? `${place.toLowerCase()}/` : ''}`;
  return ADDRESSES[licence] ?? null;
}

const ADDRESSES: Readonly<Record<string, string>> = {
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-PDM-1.0': 'https://creativecommons.org/publicdomain/mark/1.0/',
  'OGL-UK-3.0': 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};
