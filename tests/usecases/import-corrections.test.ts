import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '@/lib/usecases/context';
import { importArticle } from '@/lib/usecases/import-article';
import { previewImport } from '@/lib/usecases/preview-import';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

const raw = (about: string) => `The pier at ${about} is to be sold

By Ida Marlow
The Quayside Post
Published: 4 May 2026

The council wants to sell the pier at ${about}, where no boat has landed for nine years.
`;

let editor: Context;
let slug: string;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
});

describe('what an editor corrects at an import', () => {
  test('may be that there is none, which is not the same as saying nothing', async () => {
    const read = valueOf(await previewImport(editor, { slug, body: { raw: raw('Holm') } })).read.metadata;
    expect(read).toMatchObject({ byline: 'Ida Marlow', publishedAt: '2026-05-04' });

    const body = { raw: raw('Holm'), byline: '', publishedAt: '', language: null };
    const { article } = valueOf(await importArticle(editor, { slug, body }));
    expect(article).toMatchObject({
      byline: null,
      publishedAt: null,
      publishedAtPrecision: null,
      publishedAtBasis: null,
      language: read.language,
    });
    expect(article.basis.byline).toEqual({ basis: 'editor', words: null, span: null });
  });

  test('stays as it was read where the same is sent again', async () => {
    const body = { raw: raw('Brekka'), byline: 'Ida Marlow', publishedAt: '2026-05-04' };
    const { article } = valueOf(await importArticle(editor, { slug, body }));
    expect(article.basis.byline?.basis).toBe('stated');
    expect(article.publishedAtBasis).toBe('stated');
  });

  test('is refused before it is looked at when the text cannot be stored, with the place', async () => {
    const refused = await previewImport(editor, { slug, body: { raw: 'One\nTwo \0' } });
    expect(codeOf(refused)).toBe('nul_character');
    expect(refused).toMatchObject({ error: { line: 2, column: 5 } });
  });
});
