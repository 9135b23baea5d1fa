import { describe, expect, test } from 'vitest';
import type { SourceType } from '@/lib/domain/vocabulary';
import type { ComparedSource } from '@/lib/domain/merge-reason';
import { mergeReasons, suggestedMerges } from '@/lib/suggest/source-merges';

let count = 0;
const source = (
  name: string,
  type: SourceType = 'person',
  aliases: string[] = [],
  annotations = 1,
): ComparedSource => ({
  id: `id-${String(count++).padStart(4, '0')}`,
  name,
  type,
  aliases,
  annotations,
});
const kindsOf = (a: ComparedSource, b: ComparedSource): string[] =>
  mergeReasons(a, b).map(({ kind }) => kind);

describe('two names may be one person', () => {
  test.each([
    ['Choe Ryong-hae', 'Choe Ryong Hae', 'spelling'],
    ['Zoë O’Brannigan', "Zoe O'Brannigan", 'spelling'],
    ['Foreign Minister Tomas Reyl', 'Tomas Reyl', 'title'],
    ['Dr. Ines Kowalke', 'Ines Kowalke', 'title'],
    ['Former Deputy Prime Minister Ines Kowalke', 'Ines Kowalke', 'title'],
    ['Reyl Tomas', 'Tomas Reyl', 'order'],
    ['Sergei Shoigu', 'Sergey Shoigu', 'sound'],
    ['Choi Ryong-hae', 'Choe Ryong Hae', 'sound'],
    ['Yusuf Haddad', 'Yousuf Haddad', 'sound'],
    ['N. Valavani', 'Niki Valavani', 'initials'],
    ['Maria Elena Oduya', 'Maria Oduya', 'longer'],
  ])('%s and %s', (one, other, reason) => {
    expect(kindsOf(source(one), source(other))).toContain(reason);
    expect(kindsOf(source(other), source(one))).toContain(reason);
    expect(suggestedMerges([source(one), source(other)])).toHaveLength(1);
  });

  test('by another name of theirs, which is told', () => {
    const known = source('Niki Valavani', 'person', ['Nikoleta Valavani']);
    expect(mergeReasons(known, source('Nikoleta Valavani'))).toEqual([
      { kind: 'spelling', names: ['Nikoleta Valavani', 'Nikoleta Valavani'] },
    ]);
  });
});

describe('a family name alone is no reason', () => {
  test.each([
    ['Yang Uk', 'Yang Moo-jin'],
    ['Park Won-gon', 'Park Geun-hye'],
    ['Cho Han-bum', 'Choe Ryong-hae'],
    ['Reyl', 'Tomas Reyl'],
    ['Foreign Minister Reyl', 'Tomas Reyl'],
    ['Minister Reyl', 'Foreign Minister Reyl'],
    ['Mr Reyl', 'Mrs Reyl'],
    ['Reyl', 'Reyl'],
    ['Anna Reyl', 'Tomas Reyl'],
    ['A. Reyl', 'Tomas Reyl'],
    ['Kim Jong-un', 'Kim Jong-il'],
    ['Kim Yo-jong', 'Kim Yong-jo'],
    ['Jan de Munt', 'Piet de Munt'],
    ['Karel Munt Jr.', 'Karel Munt'],
  ])('%s and %s', (one, other) => {
    expect(mergeReasons(source(one), source(other))).toEqual([]);
  });

  test('nor as another name', () => {
    expect(
      mergeReasons(source('Anna Reyl', 'person', ['Reyl']), source('Tomas Reyl', 'person', ['Reyl'])),
    ).toEqual([]);
  });
});

describe('two names may be one body', () => {
  test.each([
    ['ICC', 'International Criminal Court', 'acronym'],
    ['U.N.', 'United Nations', 'acronym'],
    ['The Harbour Post', 'Harbour Post', 'spelling'],
    ['Ministry of Defence', 'Defence Ministry', 'wording'],
    ['Ministry of Defense', 'Ministry of Defence', 'wording'],
    ['Hollin & Dray', 'Hollin and Dray Ltd', 'spelling'],
  ])('%s and %s', (one, other, reason) => {
    expect(kindsOf(source(one, 'organisation'), source(other, 'organisation'))).toContain(reason);
    expect(suggestedMerges([source(one, 'organisation'), source(other, 'outlet')])).toHaveLength(1);
  });

  test.each([
    ['ICC', 'International Court of Justice'],
    ['Ministry of Defence', 'Ministry of Transport'],
    ['Court of Appeal', 'Court of Justice'],
  ])('%s and %s are two', (one, other) => {
    expect(mergeReasons(source(one, 'organisation'), source(other, 'organisation'))).toEqual([]);
  });
});

test('unnamed sources and authors are compared with nobody', () => {
  expect(mergeReasons(source('Observers', 'anonymous'), source('Observers', 'anonymous'))).toEqual([]);
  expect(suggestedMerges([source('Dev Marchetti', 'author'), source('Dev Marchetti', 'person')])).toEqual([]);
});

test('a person and a body of the same whole name may be one that was recorded twice', () => {
  expect(kindsOf(source('Hollin Dray'), source('Hollin Dray', 'organisation'))).toEqual(['spelling']);
});

test('the one with more annotations is proposed to stay, and who are known to be two are not proposed', () => {
  const [much, little] = [source('Sergei Shoigu', 'person', [], 9), source('Sergey Shoigu', 'person', [], 2)];
  expect(suggestedMerges([little, much])).toMatchObject([
    { source: { id: little.id }, into: { id: much.id } },
  ]);
  expect(suggestedMerges([little, much], [[much.id, little.id]])).toEqual([]);
  expect(suggestedMerges([little, much], [[little.id, much.id]])).toEqual([]);
});

test('thousands of sources are compared in a moment, and every pair with a reason is found', () => {
  const many = Array.from({ length: 3_000 }, (_, i) => source(`Given${i} Family${i % 500}`));
  const all = [...many, source('Given7 Family-7'), source('G. Family8')];
  const found = suggestedMerges(all).map(({ source, into }) => [source.name, into.name].sort().join(' = '));
  expect(found).toContain('Given7 Family-7 = Given7 Family7');
});
