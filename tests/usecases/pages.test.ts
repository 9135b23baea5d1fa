import { v7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { cursorFrom, type Page } from '@/lib/domain/page';
import type { Article } from '@/lib/domain/article';
import type { Failure, Result } from '@/lib/domain/result';
import type { Context } from '@/lib/usecases/context';
import { createSource } from '@/lib/usecases/create-source';
import { deleteAnnotation } from '@/lib/usecases/delete-annotation';
import { listArticleEvents } from '@/lib/usecases/follow-article';
import { listAnnotations } from '@/lib/usecases/list-annotations';
import { listArticles } from '@/lib/usecases/list-articles';
import { listHistory } from '@/lib/usecases/list-history';
import { listPredictions } from '@/lib/usecases/list-predictions';
import { listSources } from '@/lib/usecases/list-sources';
import { putAnnotation } from '@/lib/usecases/put-annotation';
import { restoreAnnotation } from '@/lib/usecases/restore-annotation';
import { anAnnotation, anArticle, aPut } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { codeOf, valueOf } from '@/tests/support/failure-code';

let editor: Context;
let slug: string;
let article: Article;
/** What every list is of; each gets one more row in front of, amid and behind the others while it is read. */
let annotationId: string;

const DEADLINES = [null, '2026-12-01', '2026-12-24', '2027-01-06'];
const WORDS = ['The mayor', 'mayor', 'ferry', 'It will be late', 'next week', 'Observers', 'the pier'];

beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  editor = contextOf(user);
  slug = workspace.slug;
  article = await anArticle(
    editor,
    slug,
    'The mayor said the ferry runs. Observers doubt it: the pier is shut.\n',
  );
  for (let i = 0; i < 12; i++) await aPrediction(i);
  annotationId = (await anAnnotation(editor, article, 'claim', 'Observers')).id;
  for (let i = 0; i < 9; i++) await anotherEvent();
});

const aPrediction = (i: number) =>
  anAnnotation(editor, article, 'prediction', WORDS[i % 3]!, {
    prediction: { deadline: DEADLINES[i % DEADLINES.length] },
    attribution: i % 5 ? [{ source: { name: `Witness ${i % 7}`, type: 'person' } }] : [],
  });
/** Deletes or restores the annotation, by turns. */
async function anotherEvent(): Promise<void> {
  const { version, deletedAt } = valueOf(await listHistory(editor, { id: annotationId, query: {} })).items.at(
    -1,
  )!.after;
  const id = annotationId;
  valueOf(
    deletedAt
      ? await restoreAnnotation(editor, { id })
      : await deleteAnnotation(editor, { id, ifMatch: String(version) }),
  );
}
const anotherArticle = () => anArticle(editor, slug, `A short notice ${v7()}\n\nNothing happened today.\n`);
const anotherSource = () => createSource(editor, { slug, body: { name: `Witness ${v7()}` } });
const anotherAnnotation = (words: string) =>
  putAnnotation(editor, { id: v7(), body: aPut(article, 'claim', [words]) });

type List = (query: Record<string, string>) => Promise<Result<Page<unknown>, Failure>>;

const LISTS: [name: string, list: List, insert: (i: number) => Promise<unknown>][] = [
  ['articles', (query) => listArticles(editor, { slug, query }), anotherArticle],
  ['sources', (query) => listSources(editor, { slug, query }), anotherSource],
  [
    'annotations',
    (query) => listAnnotations(editor, { articleId: article.id, query }),
    (i) => anotherAnnotation(['The mayor', 'Observers', 'shut'][i % 3]!),
  ],
  ...(['deadline', 'source', 'article'] as const).flatMap((order) =>
    ['asc', 'desc'].map((direction): (typeof LISTS)[number] => [
      `predictions by ${order}, ${direction}`,
      (query) => listPredictions(editor, { slug, query: { order, direction, ...query } }),
      (i) => aPrediction(i),
    ]),
  ),
  ['history', (query) => listHistory(editor, { id: annotationId, query }), anotherEvent],
  [
    'events',
    (query) => listArticleEvents(editor, { articleId: article.id, query }),
    () => anotherAnnotation('mayor'),
  ],
];

const idOf = (item: unknown): string => {
  const { id, seq } = item as { id?: string; seq?: number };
  return id ?? String(seq);
};

describe.each(LISTS)('the list of %s', (_, list, insert) => {
  test('gives what was there exactly once and in order, whatever is added meanwhile', async () => {
    for (let i = 0; i < 4; i++) await insert(i);
    const there = valueOf(await list({ limit: '500' })).items.map(idOf);
    const read: string[] = [];
    for (let cursor: string | null = null, i = 0; ; i++) {
      const page: Page<unknown> = valueOf(await list({ limit: '3', ...(cursor && { cursor }) }));
      read.push(...page.items.map(idOf));
      if (!(cursor = page.nextCursor)) break;
      if (i < 4) await insert(i);
    }
    expect(new Set(read).size).toBe(read.length);
    expect(read.filter((id) => there.includes(id))).toEqual(there);
  });

  test.each([
    ['words', 'soon'],
    ['nothing', cursorFrom([])],
    ['nulls', cursorFrom([null, null, null, null, null])],
    ['another list', cursorFrom(['x', 'y'])],
    ['a fraction', cursorFrom([1.5])],
    ['more than there can be', cursorFrom([3_000_000_000])],
    ['a NUL', cursorFrom(['\0', '\0'])],
  ])('refuses a cursor of %s', async (__, cursor) => {
    expect(codeOf(await list({ cursor }))).toBe('invalid_input');
  });

  test.each(['0', '501', 'abc', '1.5', ''])('refuses the limit "%s"', async (limit) => {
    expect(codeOf(await list({ limit }))).toBe('invalid_input');
  });
});
