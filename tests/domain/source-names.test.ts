import { expect, test } from 'vitest';
import { namesWithUse, type NameUse } from '@/lib/domain/source-names';

const use = (given: Partial<NameUse>): NameUse => ({
  sourceId: 'lind',
  inText: null,
  namedAs: null,
  articleId: 'pier',
  title: 'The pier',
  annotations: 1,
  ...given,
});
const counts = (uses: NameUse[]) =>
  namesWithUse(
    { id: 'lind', name: 'Mara Lind', aliases: ['Lind'] },
    [{ id: 'old', name: 'M. Lind', aliases: [] }],
    uses,
  ).map(({ name, annotations }) => `${name} ${annotations}`);

test('the words of the text decide, then the name that was written, then the main name of who was named', () => {
  expect(counts([use({})])).toEqual(['Mara Lind 1', 'Lind 0', 'M. Lind 0']);
  expect(counts([use({ namedAs: 'lind' })])).toEqual(['Mara Lind 0', 'Lind 1', 'M. Lind 0']);
  expect(counts([use({ inText: 'Mara  Lind', namedAs: 'Lind' })])).toEqual([
    'Mara Lind 1',
    'Lind 0',
    'M. Lind 0',
  ]);
  expect(counts([use({ inText: 'the chair', namedAs: 'Lind' })])).toEqual([
    'Mara Lind 0',
    'Lind 1',
    'M. Lind 0',
  ]);
  expect(counts([use({ sourceId: 'old', annotations: 3 })])).toEqual(['Mara Lind 0', 'Lind 0', 'M. Lind 3']);
});

test('an article is told once, with all its annotations', () => {
  const [name] = namesWithUse(
    { id: 'lind', name: 'Mara Lind', aliases: [] },
    [],
    [use({ annotations: 2 }), use({ inText: 'Mara Lind' }), use({ articleId: 'fares', title: 'Fares' })],
  );
  expect(name!.articles).toEqual([
    { id: 'pier', title: 'The pier', annotations: 3 },
    { id: 'fares', title: 'Fares', annotations: 1 },
  ]);
});
