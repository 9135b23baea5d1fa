import { beforeAll, describe, expect, test } from 'vitest';
import { addRevision } from '@/lib/usecases/add-revision';
import type { Context } from '@/lib/usecases/context';
import { importArticle } from '@/lib/usecases/import-article';
import { importFile } from '@/lib/usecases/import-file';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticles } from '@/lib/usecases/list-articles';
import { previewImport } from '@/lib/usecases/preview-import';
import { showArticle } from '@/lib/usecases/show-article';
import { verifyAnnotation } from '@/lib/usecases/verify-annotation';
import { anAnnotation, anArticle, SAMPLE_RAW } from '@/tests/support/article-builders';
import { aMember, aUser, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let annotator: Context;
let stranger: Context;
let slug: string;

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  annotator = contextOf((await aMember({ workspace, role: 'annotator', user: await aUser() })).user);
  stranger = contextOf((await aMember({ role: 'owner' })).user);
});

const article = (body: object) => importArticle(editor, { slug, body });

describe('an import', () => {
  test('keeps the whole text and marks what it inferred', async () => {
    const { article: made, outcome } = valueOf(await article({ raw: SAMPLE_RAW }));
    expect(outcome).toBe('imported');
    expect(made.revision.text).toBe(SAMPLE_RAW);
    expect(made).toMatchObject({
      title: 'The harbour office will reopen',
      byline: 'Ada Verhoeven',
      publishedAt: null,
    });
    expect(made.basis.byline).toMatchObject({
      basis: 'stated',
      words: expect.stringContaining('Ada Verhoeven') as string,
    });
    expect(made.revision.regions.map(({ role }) => role)).toEqual(['headline', 'byline', 'body', 'body']);
  });

  test('takes what is given for what it is', async () => {
    const given = {
      raw: 'A given one\n\nWith some words of its own, which nobody else has written.',
      title: 'My title',
      publishedAt: '2026-01-02',
      url: 'https://example.org/a',
    };
    const { article: made } = valueOf(await article(given));
    expect(made).toMatchObject({
      title: 'My title',
      publishedAt: '2026-01-02',
      publishedAtBasis: 'editor',
      publishedAtPrecision: 'day',
      url: 'https://example.org/a',
    });
  });

  test('changes nothing but line ends, and keeps the text as it came', async () => {
    const { article: made } = valueOf(
      await article({ raw: '  Windows\r\n\r\nlines and\rold ones, e\u0301 stays two.  ' }),
    );
    expect(made.revision.text).toBe('  Windows\n\nlines and\nold ones, e\u0301 stays two.  ');
  });

  test('of the same text twice, also at once, stores one article', async () => {
    const raw = 'A text that comes often\n\nIt was sent by five people at the same moment.\n';
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => article({ raw })));
    const made = outcomes.map(valueOf);
    expect(new Set(made.map((one) => one.article.id)).size).toBe(1);
    expect(made.filter((one) => one.outcome === 'imported')).toHaveLength(1);
  });

  test.each([
    ['an empty text', '', 'empty_text'],
    ['blank lines', ' \n\n\t ', 'empty_text'],
    ['a NUL', 'a\0b', 'nul_character'],
    ['half a surrogate pair', 'a \ud83d b', 'lone_surrogate'],
    ['more than 5 MB', 'word '.repeat(1_000_001), 'too_large'],
  ])('refuses %s and stores nothing', async (_, raw, code) => {
    const count = async () => valueOf(await listArticles(editor, { slug, query: {} })).items.length;
    const before = await count();
    expect(codeOf(await article({ raw }))).toBe(code);
    expect(await count()).toBe(before);
  });

  test('refuses regions that leave words out, and takes corrected ones', async () => {
    const raw = 'Corrected by hand\n\nThe only line of its body, as it happens.';
    expect(codeOf(await article({ raw, regions: [{ start: 0, end: 9, role: 'headline' }] }))).toBe(
      'invalid_input',
    );
    const regions = [
      { start: 0, end: 17, role: 'boilerplate' },
      { start: 19, end: raw.length, role: 'body' },
    ];
    expect(valueOf(await article({ raw, regions })).article.revision.regions).toEqual(regions);
  });

  test('is for editors; a stranger finds nothing', async () => {
    const raw = 'Not for everybody\n\nThis must not be stored by anybody else.';
    expect(codeOf(await importArticle(annotator, { slug, body: { raw } }))).toBe('forbidden');
    expect(codeOf(await importArticle(stranger, { slug, body: { raw } }))).toBe('not_found');
    expect(codeOf(await listArticles(stranger, { slug, query: {} }))).toBe('not_found');
  });

  test('links near-copies as "also ran in"', async () => {
    const wire = Array.from(
      { length: 12 },
      (_, i) =>
        `Paragraph ${i} tells of the ferry, of pier ${i * 7} and of the ${i} people who waited there.`,
    ).join('\n\n');
    const first = valueOf(
      await article({ raw: `One headline here\n\n${wire}`, publisher: 'The Gull' }),
    ).article;
    const second = valueOf(
      await article({
        raw: `Quite another headline\n\n${wire}\n\nAnd a line of its own.`,
        publisher: 'The Heron',
      }),
    ).article;
    expect(second.alsoRanIn).toMatchObject([{ id: first.id, publisher: 'The Gull' }]);
    expect(valueOf(await showArticle(editor, { id: first.id })).article.alsoRanIn).toMatchObject([
      { id: second.id },
    ]);
  });

  test('offers a revision for the same address, or the same publisher and nearly the same title', async () => {
    const raw =
      'The bakery burned down last night\n\nNobody was hurt when the old bakery on the quay burned.';
    const made = valueOf(
      await article({ raw, publisher: 'The Gull', url: 'https://example.org/bakery' }),
    ).article;
    const offer = async (body: object) => valueOf(await previewImport(editor, { slug, body })).revisionOf;
    const other = 'Something else entirely\n\nThis has no words in common with what stood there before.';
    expect(await offer({ raw: other, url: 'https://example.org/bakery' })).toMatchObject([
      { id: made.id, why: 'same_url' },
    ]);
    expect(
      await offer({ raw: raw.replace('last night', 'last evening'), publisher: 'The Gull' }),
    ).toMatchObject([{ id: made.id, why: 'same_title' }]);
    expect(await offer({ raw: other })).toEqual([]);
  });
});

describe('a revision', () => {
  const before = (n: number) =>
    `Ferry number ${n}\n\nThe harbour office says the ferry will sail in May. The pier costs four million crowns.\n\nThe mayor is sure of it.`;

  test('carries annotations over; what says something else asks for a new check', async () => {
    const made = await anArticle(editor, slug, before(1));
    const kept = await anAnnotation(editor, made, 'claim', 'The mayor is sure of it');
    const reversed = await anAnnotation(editor, made, 'prediction', 'the ferry will sail in May');
    const cost = await anAnnotation(editor, made, 'claim', 'The pier costs four million crowns');
    const evidence = [{ stance: 'supports', url: 'https://example.org/bill', excerpt: 'four million' }];
    valueOf(
      await verifyAnnotation(editor, {
        id: cost.id,
        body: { status: 'supported', rationale: 'The bill.', evidence },
      }),
    );

    const raw = `${before(1).replace('will sail', 'will not sail').replace('four million', 'nine million')}\n\nA new last line.`;
    const { anchors, revision, outcome } = valueOf(
      await addRevision(editor, { articleId: made.id, body: { raw } }),
    );
    expect(outcome).toBe('created');
    expect(revision).toMatchObject({ number: 2, text: raw });
    expect(anchors).toMatchObject({ exact: [kept.id], orphaned: [] });
    expect(new Set(anchors.changed)).toEqual(new Set([reversed.id, cost.id]));

    const { items } = valueOf(await listAnnotations(editor, { articleId: made.id, query: {} }));
    const after = new Map(items.map((item) => [item.id, item]));
    expect(after.get(cost.id)).toMatchObject({
      status: 'unverified',
      anchor: 'changed',
      recheck: { sinceRevision: 2 },
      revisionId: revision.id,
    });
    expect(after.get(cost.id)!.spans[0]!.exact).toContain('nine million');
    expect(after.get(kept.id)).toMatchObject({ anchor: 'exact', recheck: null });
  });

  test('keeps an orphan with the words it had', async () => {
    const made = await anArticle(editor, slug, before(2));
    const lost = await anAnnotation(editor, made, 'claim', 'The mayor is sure of it');
    const raw = before(2).replace('\n\nThe mayor is sure of it.', '');
    const { anchors } = valueOf(await addRevision(editor, { articleId: made.id, body: { raw } }));
    expect(anchors.orphaned).toEqual([lost.id]);
    const { items } = valueOf(await listAnnotations(editor, { articleId: made.id, query: {} }));
    expect(items[0]).toMatchObject({
      anchor: 'orphaned',
      revisionId: made.revision.id,
      spans: [{ exact: 'The mayor is sure of it' }],
    });
  });

  test('of the same text changes nothing', async () => {
    const made = await anArticle(editor, slug, before(3));
    const again = valueOf(await addRevision(editor, { articleId: made.id, body: { raw: before(3) } }));
    expect(again).toMatchObject({ outcome: 'unchanged', revision: { number: 1 } });
  });

  test('is for editors; a stranger finds nothing', async () => {
    const made = await anArticle(editor, slug, before(4));
    const body = { raw: `${before(4)} And more.` };
    expect(codeOf(await addRevision(annotator, { articleId: made.id, body }))).toBe('forbidden');
    expect(codeOf(await addRevision(stranger, { articleId: made.id, body }))).toBe('not_found');
  });

  test('comes of a file whose text is nearly the same under the same title', async () => {
    const long = Array.from(
      { length: 15 },
      (_, i) => `Line ${i}: the harbour office wrote that berth ${i * 3} would be mended before the winter.`,
    ).join('\n\n');
    const raw = `The long ferry report came in\n\n${long}\n\n© 2026 The Heron. All rights reserved.`;
    const first = valueOf(await importFile(editor, { slug, raw }));
    const second = valueOf(
      await importFile(editor, { slug, raw: raw.replace('berth 9 would', 'berth 9 would not') }),
    );
    expect([first.outcome, second.outcome]).toEqual(['imported', 'revision']);
    expect(second.articleId).toBe(first.articleId);
    expect(valueOf(await importFile(editor, { slug, raw })).outcome).toBe('duplicate');
  });
});
