import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '@/lib/domain/article';
import type { Context } from '@/lib/usecases/context';
import { createSource } from '@/lib/usecases/create-source';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listHistory } from '@/lib/usecases/list-history';
import { listSources } from '@/lib/usecases/list-sources';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { reviseAnnotation } from '@/lib/usecases/revise-annotation';
import { anAnnotation, anArticle, aPut } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let reader: Context;
let stranger: Context;
let slug: string;
let article: Article;
let other: Article;
let foreign: Article;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  reader = contextOf((await aMember({ workspace, role: 'reader', user: await aUser() })).user);
  const outside = await aMember({ role: 'editor' });
  stranger = contextOf(outside.user);
  article = await anArticle(editor, slug);
  other = await anArticle(editor, slug, 'Another text\n\nThe tide was high and the pier was wet.\n');
  foreign = await anArticle(stranger, outside.workspace.slug);
});

describe('PUT looks at who asks before it looks at the body', () => {
  test.each([
    ['an empty body', () => ({})],
    ['a body of nonsense', () => ({ ...aPut(article, 'claim', ['mayor']), kind: 'rumour' })],
    ['a good body', () => aPut(article, 'claim', ['mayor'])],
  ])('an id that another workspace has is not there, with %s', async (_, body) => {
    const { id } = await anAnnotation(stranger, foreign, 'claim', 'mayor');
    expect(codeOf(await putAnnotation(editor, { id, body: body() }))).toBe('not_found');
  });

  test('a reader is forbidden before the body is refused', async () => {
    const { id } = await anAnnotation(editor, article, 'claim', 'mayor');
    expect(codeOf(await putAnnotation(reader, { id, body: {} }))).toBe('forbidden');
  });
});

test('a PUT on an existing annotation says all of it: details that it leaves out are empty', async () => {
  const made = await anAnnotation(editor, article, 'claim', 'mayor', {
    claim: { normalized: 'There is a mayor.', checkworthy: true },
    tags: ['town'],
  });
  const body = aPut(article, 'claim', ['The mayor']);
  const put = valueOf(await putAnnotation(editor, { id: made.id, ifMatch: '1', body }));
  expect(put.annotation).toMatchObject({ claim: { normalized: null, checkworthy: null }, tags: [] });
});

test('deleting what is deleted, and restoring what is there, writes nothing', async () => {
  const { id } = await anAnnotation(editor, article, 'claim', 'mayor');
  const deleted = valueOf(await deleteAnnotation(editor, { id, ifMatch: '1' }));
  expect(valueOf(await deleteAnnotation(editor, { id, ifMatch: '2' }))).toEqual(deleted);
  const restored = await Promise.all([1, 2, 3].map(() => restoreAnnotation(editor, { id })));
  expect(restored.map((outcome) => valueOf(outcome).version)).toEqual([3, 3, 3]);
  expect(valueOf(await listHistory(editor, { id, query: {} })).items).toHaveLength(3);
});

test.each([
  ['2', 'stale_version'],
  ['99999999999999999999', 'stale_version'],
  ['W/"7"', 'stale_version'],
  ['*', 'invalid_input'],
  ['1.0', 'invalid_input'],
  ['', 'precondition_required'],
])('If-Match %s is refused as %s', async (ifMatch, code) => {
  const { id } = await anAnnotation(editor, article, 'claim', 'mayor');
  expect(codeOf(await reviseAnnotation(editor, { id, ifMatch, body: { tags: ['x'] } }))).toBe(code);
});

describe('sources', () => {
  test.each(['back\\slash', '100 %', 'snake_case', '%', '\\'])('may be named %s', async (name) => {
    const { source } = valueOf(await createSource(editor, { slug, body: { name } }));
    const { items } = valueOf(await listSources(editor, { slug, query: { query: name } }));
    expect(items.map(({ id }) => id)).toContain(source.id);
  });

  test('are searched for by their words, not by a pattern', async () => {
    valueOf(await createSource(editor, { slug, body: { name: 'Plain Name' } }));
    const { items } = valueOf(await listSources(editor, { slug, query: { query: 'Pl_in%' } }));
    expect(items).toEqual([]);
  });

  test('that two writers name in opposite order are made once each, and both are served', async () => {
    for (let round = 0; round < 5; round++) {
      const names = [1, 2, 3].map((n) => `Witness ${n} ${v7()}`);
      const by = (order: string[]) => ({
        attribution: order.map((name) => ({ source: { name, type: 'person' } })),
      });
      const outcomes = await Promise.all([
        putAnnotation(editor, { id: v7(), body: aPut(article, 'claim', ['mayor'], by(names)) }),
        putAnnotation(editor, {
          id: v7(),
          body: aPut(other, 'claim', ['The tide'], by([...names].reverse())),
        }),
      ]);
      const ids = outcomes.flatMap((outcome) =>
        valueOf(outcome).annotation.attribution.map(({ source }) => source.id),
      );
      expect(new Set(ids).size).toBe(3);
    }
  });
});
