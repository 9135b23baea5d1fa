import { expect, test } from 'vitest';
import { maskedNames } from '@/lib/domain/masked-names';

const arslan = { name: 'Dilek Arslan', type: 'person' } as const;

test.each([
  [
    'Dilek Arslan said it would open, Ms Arslan’s office added.',
    '[name] said it would open, Ms [name]’s office added.',
  ],
  ['ARSLAN: NO CHANGE', '[name]: NO CHANGE'],
  ['Arslanov is somebody else.', 'Arslanov is somebody else.'],
  ['Dilek\nArslan', '[name]'],
])('of a person every part of the name: %s', (text, expected) => {
  expect(maskedNames(text, [arslan])).toBe(expected);
});

test('of an organisation its name and its abbreviation', () => {
  const office = { name: 'the Northern Harbour Office', type: 'organisation' } as const;
  expect(
    maskedNames('Northern Harbour Office (NHO) expects: the harbour will open, an NHO note says.', [office]),
  ).toBe('[name] ([name]) expects: the harbour will open, an [name] note says.');
});

test('titles and descriptions stay, and so does what nobody is named for', () => {
  const mayor = { name: 'Mayor Jo Reyes', type: 'person' } as const;
  expect(maskedNames('The mayor, Jo Reyes, left.', [mayor])).toBe('The mayor, [name], left.');
  expect(maskedNames('Two officials said so.', [{ name: 'two officials', type: 'anonymous' }])).toBe(
    'Two officials said so.',
  );
  expect(maskedNames('A text.', [])).toBe('A text.');
});

test('a hyphenated name, also one that is set with another hyphen', () => {
  expect(maskedNames('Park Won‑gon and Won-gon', [{ name: 'Park Won-gon', type: 'person' }])).toBe(
    '[name] and [name]',
  );
});
