import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressOfLicence,
  exceedsLicence,
  licenceFromWords,
  NO_LICENCE,
  OFFERED_LICENCES,
  textAllowedBy,
  textModeOf,
} from '@/lib/domain/licence';
import { licenceAfter } from '@/lib/domain/licence-schema';
import { TEXT_MODES } from '@/lib/domain/vocabulary';

describe('one licence has one name', () => {
  test.each([
    ['cc by 4.0', 'CC-BY-4.0'],
    ['CC BY-SA 4.0 International', 'CC-BY-SA-4.0'],
    ['cc-by-nc-nd-3.0', 'CC-BY-NC-ND-3.0'],
    ['CC BY-ND-NC 2.5', 'CC-BY-NC-ND-2.5'],
    ['CC BY', 'CC-BY'],
    ['CC BY 3.0 de', 'CC-BY-3.0-DE'],
    ['https://creativecommons.org/licenses/by-sa/4.0/deed.de', 'CC-BY-SA-4.0'],
    ['http://creativecommons.org/licenses/by/3.0/at/', 'CC-BY-3.0-AT'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['cc0', 'CC0-1.0'],
    ['  public   domain ', 'Public domain'],
    ['OGL-UK-3.0', 'OGL-UK-3.0'],
    ['Open Government Licence v3.0', 'OGL-UK-3.0'],
    ['Copyright', 'All rights reserved'],
    ['By permission of the Quayside Post', 'By permission of the Quayside Post'],
    ['CC BYE', 'CC BYE'],
  ])('%s is stored as %s', (words, name) => {
    expect(licenceFromWords(words)).toBe(name);
  });

  test('a stored name is not changed again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...OFFERED_LICENCES)), (words) => {
        const name = licenceFromWords(words);
        expect(licenceFromWords(name)).toBe(name);
      }),
    ));

  test('what is offered keeps its name, and Creative Commons has an address', () => {
    for (const licence of OFFERED_LICENCES) expect(licenceFromWords(licence)).toBe(licence);
    expect(addressOfLicence('CC-BY-SA-4.0')).toBe('https://creativecommons.org/licenses/by-sa/4.0/');
    expect(addressOfLicence('CC-BY-3.0-AT')).toBe('https://creativecommons.org/licenses/by/3.0/at/');
    expect(addressOfLicence('All rights reserved')).toBeNull();
  });
});

describe('how much of an article goes along', () => {
  test.each([
    ['CC0-1.0', 'full'],
    ['CC-PDDC', 'full'],
    ['Public domain', 'full'],
    ['CC-BY', 'full'],
    ['CC-BY-4.0', 'full'],
    ['CC-BY-SA-3.0-DE', 'full'],
    ['CC-BY-ND-4.0', 'full'],
    ['CC-BY-NC-ND-2.5', 'full'],
    ['OGL-UK-3.0', 'full'],
    ['All rights reserved', 'excerpts'],
    ['CC-BY-4.0 but not the pictures', 'excerpts'],
    ['X CC-BY-4.0', 'excerpts'],
    ['', 'excerpts'],
    [null, 'excerpts'],
  ] as const)('%s allows %s', (licence, mode) => {
    expect(textAllowedBy(licence)).toBe(mode);
  });

  test('an editor’s word stands before the licence’s, and a mode that was asked for before both', () => {
    const article = { licence: 'CC-BY-4.0', textAllowed: null };
    expect(textModeOf('licensed', article)).toBe('full');
    expect(textModeOf('licensed', { ...article, textAllowed: 'offsets' })).toBe('offsets');
    expect(textModeOf('licensed', NO_LICENCE)).toBe('excerpts');
    for (const mode of TEXT_MODES) expect(textModeOf(mode, article)).toBe(mode);
    expect(TEXT_MODES.filter((mode) => exceedsLicence(mode, NO_LICENCE))).toEqual(['full']);
    expect(TEXT_MODES.filter((mode) => exceedsLicence(mode, article))).toEqual([]);
  });
});

test('a licence that changes its name loses the address of the earlier one', () => {
  const before = {
    ...NO_LICENCE,
    licence: 'CC-BY-4.0',
    licenceUrl: 'https://example.org/terms',
    rightsHolder: 'The Quayside Post',
  };
  expect(licenceAfter(before, { licence: 'All rights reserved' })).toEqual({
    ...before,
    licence: 'All rights reserved',
    licenceUrl: null,
  });
  expect(licenceAfter(before, { textAllowed: 'offsets' })).toEqual({ ...before, textAllowed: 'offsets' });
  expect(licenceAfter(before, { rightsHolder: null })).toEqual({ ...before, rightsHolder: null });
});
